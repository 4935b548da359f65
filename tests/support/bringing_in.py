"""What a file of others' places brings into a workshop."""

from typing import Any

from tests.support.hall import Json, made_id, point

COUNCIL = {
    "whose": "Fernside Council",
    "licence": "Open Government Licence v3.0",
    "attribution": "Contains public sector information",
    "day": "2026-03-01",
}


def brought_place(place: str, title: str = "Library", **more: Any) -> Json:
    """Return one place of a file, as the operation's payload has it."""
    return {"place": place, "title": title, "geometry": point(), "asset_kind": "institution", **more}


def brought_in(batch: str, *places: Json, **more: Any) -> Json:
    """Return the payload that brings places in."""
    return {
        "batch": batch,
        "provenance": COUNCIL,
        "places": list(places) or [brought_place(made_id(900))],
        **more,
    }
