"""Releases the starting glossary: its number by rule, its files for ever in `indicator_glossary/releases/`.

python scripts/release_glossary.py                       tell what is different from the last release
python scripts/release_glossary.py 2026-11-23 "A note."  release it on this day
"""

import sys
from datetime import date
from pathlib import Path

from kithmap.basics.errors import BadInputError, KithmapError
from kithmap.glossary.catalogue import RELEASES, read_starting_glossary, read_starting_releases
from kithmap.glossary.checks import faults
from kithmap.glossary.files import write_release
from kithmap.glossary.folder import as_folder
from kithmap.glossary.in_words import differences_in_words
from kithmap.glossary.model import Release
from kithmap.glossary.release import every_concept, next_release, since

FOLDER = Path(__file__).resolve().parent.parent / "indicator_glossary"


def unreleased(folder: Path, on: date, note: str) -> tuple[Release, list[str]]:
    """Return the release that would follow, and what is different in it, one sentence each.

    Raises:
        BadInputError: if the glossary is not sound, naming the concept.
    """
    now, before = read_starting_glossary(folder), read_starting_releases(folder)
    for fault in faults([*now.concepts, *(each.concept for each in now.indicators)], now.scheme.language):
        raise BadInputError(f"“{fault.concept}”: {fault.says}")
    last = before[-1] if before else None
    made = next_release(last, now.scheme, now.concepts, now.indicators, on, note)
    concepts = {each.id: each for each in (*every_concept(last), *every_concept(made))}
    return made, differences_in_words(
        since(last, now.concepts, now.indicators), concepts, now.scheme.language
    )


def main(words: list[str]) -> int:
    """Tell what is different, or release it; return the exit status."""
    try:
        on = date.fromisoformat(words[0]) if words else date.min
        made, sentences = unreleased(FOLDER, on, " ".join(words[1:]))
        print("\n".join(sentences) or "Nothing is different from the last release.")
        if words and sentences:
            write_release(FOLDER / RELEASES / str(made.version), as_folder(made), made.scheme.base)
            print(f"Released as {made.version}. Please write in CHANGELOG.md what is new.")
    except (KithmapError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
