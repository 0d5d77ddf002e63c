"""Which proxy leads to an address: public bodies often have one, and say so in the environment."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.request import getproxies, proxy_bypass

from yarl import URL


def proxy_at(address: str) -> URL:
    """The proxy at an address, `http://` unless it says `https://`, with user and password if it has them.

    Raises ValueError for any other kind (SOCKS); the message does not repeat the address.
    """
    try:
        proxy = URL(address if "://" in address else f"http://{address}")
    except ValueError:
        proxy = URL()
    if proxy.scheme not in ("http", "https") or not proxy.host:
        raise ValueError("The proxy has to be http://host:port or https://host:port")
    return proxy


def proxy_of_environment(scheme: str, host: str) -> URL | None:
    """The proxy that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY name for a host; never one for this machine.

    Raises ValueError as `proxy_at`.
    """
    if _here(host):
        return None
    proxies = getproxies()
    address = proxies.get(scheme) or proxies.get("all")
    return None if not address or proxy_bypass(host) else proxy_at(address)


def _here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
