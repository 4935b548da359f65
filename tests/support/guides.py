"""Guides for tests, written as people write them."""

from typing import Any

import yaml

Json = dict[str, Any]


def written_step(key: str = "welcome", **fields: Any) -> Json:
    """Return a step that is sound, with some fields replaced."""
    return {
        "key": key,
        "title": "Welcome",
        "stage": "lobby",
        "minutes": 10,
        "say": ["Welcome! Come in."],
        "do": ["Greet people at the door."],
        "prompt": "Come in and join the map",
        **fields,
    }


def written_head(**fields: Any) -> Json:
    """Return the head of a guide that is sound, with some fields replaced."""
    steps = fields.get("steps", [written_step()])
    minutes = sum(step["minutes"] for step in steps if isinstance(step.get("minutes"), int))
    return {
        "title": "Mapping places",
        "summary": "Fill the map together.",
        "language": "en",
        "kind": "workshop",
        "minutes": minutes or 10,
        "for": "facilitators",
        "order": 2,
        "steps": steps,
        **fields,
    }


def written_guide(body: str = "Read this the evening before.\n", **fields: Any) -> str:
    """Return the text of a guide's file."""
    head = yaml.safe_dump(written_head(**fields), allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n{body}"
