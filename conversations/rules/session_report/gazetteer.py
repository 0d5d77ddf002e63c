"""Bodies and places that people name although they are not municipalities of Catalonia."""

from __future__ import annotations

_OTHERS = """
Consell Comarcal · Diputació · Àrea Metropolitana · Bellaterra · Valldoreix · València · Palma · Saragossa ·
Madrid · Perpinyà · Elna · Andorra la Vella · Alacant · Castelló de la Plana · Vinaròs · Morella · Fraga ·
Bilbao · Donostia · Pamplona · Menorca · Eivissa
"""


OTHER_BODIES = tuple(name.strip() for name in _OTHERS.replace("\n", " ").split(" · "))
