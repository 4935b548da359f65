"""Writes the test vectors that Python and TypeScript share, in `tests/sync/vectors`: folds, projections, arithmetic.

    python scripts/generate_vectors.py            write the files
    python scripts/generate_vectors.py --check    fail if a file is not what would be written

The cases are in `tests/support/fold_vectors.py`, `projection_vectors.py` and `arithmetic_vectors.py`. `protocol.json` beside
them is written by hand.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import orjson  # noqa: E402

from tests.support.arithmetic_vectors import arithmetic_vectors  # noqa: E402 - found once the path is set
from tests.support.fold_vectors import Json, fold_vectors  # noqa: E402 - found once the path is set
from tests.support.projection_vectors import projection_vectors  # noqa: E402

FOLDER = ROOT / "tests" / "sync" / "vectors"


def render(vectors: list[Json]) -> str:
    """Return a file's text, with one line for each message and record, so that a change is seen where it is."""
    return "[\n" + ",\n".join(_vector(vector) for vector in vectors) + "\n]\n"


def _vector(vector: Json) -> str:
    return "{\n" + ",\n".join(f'  "{name}": {_value(value)}' for name, value in vector.items()) + "\n}"


def _value(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"    {_line(item)}" for item in value) + "\n  ]"
    return _line(value)


def _line(value: object) -> str:
    return orjson.dumps(value).decode()


def files() -> dict[Path, str]:
    """Return what each file should hold."""
    return {
        FOLDER / "folds.json": render(fold_vectors()),
        FOLDER / "arithmetic.json": render(arithmetic_vectors()),
        FOLDER / "projections.json": render(projection_vectors()),
    }


def main(words: list[str]) -> int:
    """Write or check the files; return the exit status."""
    stale = [path for path, text in files().items() if not path.exists() or path.read_text("utf-8") != text]
    if words == ["--check"]:
        for path in stale:
            print(f"{path.name} is stale: run python scripts/generate_vectors.py", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.write_text(files()[path], encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
