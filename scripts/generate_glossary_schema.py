"""Writes `indicator_glossary/schema/`: what the files of the starting glossary may hold, for editors that check.

python scripts/generate_glossary_schema.py            write the files
python scripts/generate_glossary_schema.py --check    fail if they are not what would be written
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from kithmap.glossary.written import WrittenConcept, WrittenIndicator, WrittenScheme

FOLDER = Path(__file__).resolve().parent.parent / "indicator_glossary" / "schema"

FILES: dict[str, Any] = {
    "concepts.json": list[WrittenConcept],
    "indicators.json": list[WrittenIndicator],
    "glossary.json": WrittenScheme,
}


def render(form: Any) -> str:
    """Return a form's schema, as JSON Schema's draft 2020-12 has it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(form).json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main(words: list[str]) -> int:
    """Write or check the files; return the exit status."""
    stale = [
        name
        for name, form in FILES.items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text(encoding="utf-8") != render(form)
    ]
    if words == ["--check"]:
        for name in stale:
            print(f"{name} is stale: run python scripts/generate_glossary_schema.py", file=sys.stderr)
        return int(bool(stale))
    for name in stale:
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / name).write_text(render(FILES[name]), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
