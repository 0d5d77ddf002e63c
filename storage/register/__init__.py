"""The register: every municipality by name, and the bodies of the network with their dated stays."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from conversations.protocol.places import Place
from storage import models
from storage.tables import table

_HERE = Path(__file__).parent
_BODIES = table(models.BodyRow)
_STAYS = table(models.StayRow)


def places() -> tuple[tuple[Place, ...], dict[str, tuple[str, ...]]]:
    """The 947 municipalities and the county councils, and by code the other names some are known by."""
    towns = list(_rows("municipalities.csv"))
    counties = [Place(f"cc-{row['slug']}", row["council"], "county") for row in _rows("comarques.csv")]
    other_names = {row["code6"]: tuple(row["other_names"].split(";")) for row in towns if row["other_names"]}
    return (*(Place(row["code6"], row["name"]) for row in towns), *counties), other_names


def fill(connection: Connection) -> bool:
    """Fills an empty register from the CSV files. Returns whether it was empty; one with bodies is left alone."""
    if connection.execute(select(_BODIES.c.id).limit(1)).first() is not None:
        return False
    bodies: list[dict[str, Any]] = []
    for row in _rows("bodies.csv"):
        population = int(row["population"]) if row["population"] else None
        bodies.append({**row, "population": population})
    connection.execute(_BODIES.insert(), bodies)
    stays = [
        {
            "body": row["body"],
            "status": row["status"],
            "joined": _day(row["joined"]),
            "left_on": _day(row["left"]),
            "precision": row["precision"],
            "source": row["source"],
            "note": row["note"],
        }
        for row in _rows("memberships.csv")
    ]
    connection.execute(_STAYS.insert(), stays)
    return True


def add(connection: Connection, body: str, name: str) -> None:
    """A body that the office lets in and the register does not know yet joins it, without a stay as a member."""
    if connection.execute(select(_BODIES.c.id).where(_BODIES.c.id == body)).first() is None:
        row = {"id": body, "name": name, "kind": "council", "comarca": "", "source": "office", "confidence": ""}
        connection.execute(_BODIES.insert(), row)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
