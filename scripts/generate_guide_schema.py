"""Writes `facilitator_guides/schema.json`: what the head of a guide may hold, for editors that check while one writes.

python scripts/generate_guide_schema.py            write the file
python scripts/generate_guide_schema.py --check    fail if it is not what would be written
"""

import json
import sys
from pathlib import Path

from kithmap.guides.front_matter import FrontMatter

FILE = Path(__file__).resolve().parent.parent / "facilitator_guides" / "schema.json"


def render() -> str:
    """Return the schema, in the form of JSON Schema's draft 2020-12."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **FrontMatter.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main(words: list[str]) -> int:
    """Write or check the file; return the exit status."""
    is_stale = not FILE.exists() or FILE.read_text(encoding="utf-8") != render()
    if words == ["--check"]:
        if is_stale:
            print(f"{FILE.name} is stale: run python scripts/generate_guide_schema.py", file=sys.stderr)
        return int(is_stale)
    if is_stale:
        FILE.write_text(render(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
