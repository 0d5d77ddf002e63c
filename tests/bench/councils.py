"""Milliseconds of a look-up of the finder of councils. Run: uv run python tests/bench/councils.py"""

from __future__ import annotations

import random
import time

from conversations.rules.councils import Gazetteer
from storage.register import places


def main() -> None:
    start = time.perf_counter()
    finder = Gazetteer(*places())
    print(f"built in {(time.perf_counter() - start) * 1000:.1f} ms")
    chance = random.Random(2020)
    names = [place.name for place in places()[0]]
    typos = []
    for name in names:
        place = chance.randrange(len(name))
        typos.append(name[:place] + chance.choice("aeiousrt") + name[place + 1 :])
    kinds = {
        "exact names": names,
        "one slip": typos,
        "in a sentence": [f"Hola, som de l'Ajuntament de {name} i voldríem demanar una mentoria" for name in typos],
        "no name": [f"no és {number} cap lloc que es pugui trobar" for number in range(1000)],
    }
    for kind, texts in kinds.items():
        times = []
        for text in texts:
            start = time.perf_counter()
            finder.find(text)
            times.append((time.perf_counter() - start) * 1000)
        times.sort()
        mean, late = sum(times) / len(times), times[len(times) * 99 // 100]
        print(f"{kind:14} mean {mean:.2f} ms, p99 {late:.2f} ms, max {times[-1]:.2f} ms")


if __name__ == "__main__":
    main()
