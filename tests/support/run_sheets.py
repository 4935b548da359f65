"""Run sheets for tests, as ``run_sheet.choose`` takes them."""

from typing import Any

Json = dict[str, Any]


def sheet_step(key: str, stage: str = "places", minutes: int = 10, **fields: Any) -> Json:
    """Return a step of a run sheet."""
    return {
        "key": key,
        "title": key.capitalize(),
        "stage": stage,
        "minutes": minutes,
        "say": [f"This is {key}."],
        "do": [],
        "watch": [],
        "prompt": f"Prompt of {key}",
        "blind": None,
        "moderated": None,
        **fields,
    }


def run_sheet(*steps: Json) -> Json:
    """Return a run sheet: of the given steps, or of an evening of five."""
    evening = [
        sheet_step("welcome", "lobby"),
        sheet_step("places", minutes=30, blind=True),
        sheet_step("look", minutes=12),
        sheet_step("connections", "connections", minutes=30, blind=False),
        sheet_step("goodbye", "closed", minutes=6),
    ]
    return {"guides": ["An evening"], "steps": list(steps) or evening}
