"""The words of other matters: activities that are no session, and what a session was about."""

from __future__ import annotations

import re

# What has already been told, is not to be written down, or is only tried out.
TOLD_BEFORE = re.compile(r"(?<!us )(?<!ho )(?<!l')\bhavi(?:a|em|en) (?!estat fent)[a-z]+(?:[td]|da|ts|des)\b")
