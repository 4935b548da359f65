"""A release as a folder of plain files, one for each concept, so that version control shows what changed.

    release.json            whose glossary, which version, which day, in which order its indicators are asked
    concepts/<id>.json      what each concept says; empty parts are left out
    indicators/<id>.json    likewise
    *.csv, glossary.ttl     the same again for spreadsheets and vocabulary tools; nothing reads them back
    checksums.sha256        of every file above, in the form that ``sha256sum --check`` reads
    .gitattributes          keeps git from changing the ends of lines, and with them the checksums

The same release gives the same bytes, and the files give the same release: its checksum stands in ``release.json``.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.glossary.checks import MOST_CONCEPTS, faults
from kithmap.glossary.exports import concepts_csv, indicators_csv, questionnaire_csv
from kithmap.glossary.model import CONCEPT_ID, Concept, Indicator, Release
from kithmap.glossary.release import checksum_of
from kithmap.glossary.skos import as_skos

if TYPE_CHECKING:
    Adapter = TypeAdapter[Any]

RELEASE = "release.json"
CHECKSUMS = "checksums.sha256"
ATTRIBUTES = ".gitattributes"
CONCEPTS = "concepts/"
INDICATORS = "indicators/"
FORM = 1
"""Counts up when the files come to be laid out in another way."""

MOST_FILES = 2 * MOST_CONCEPTS
MOST_BYTES = 64 * 1024 * 1024
"""Of all files together; 20,000 concepts are some 20 MB."""

DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that Windows keeps for devices, whatever the ending."""

BASE = re.compile(r"https?://[A-Za-z0-9.:\[\]_-]+(/[A-Za-z0-9._~-]+)*/")

Files = Mapping[str, bytes]
"""Contents by path, with slashes."""


def as_folder(release: Release, area: str = "") -> dict[str, bytes]:
    """Write a release as files.

    Args:
        release: what is written.
        area: where its indicators are used; empty if nowhere in particular.

    Returns:
        Contents by path, in the order of the paths.
    """
    files = {
        RELEASE: _json({"form": FORM, "checksum": checksum_of(release), **_head(release)}),
        "concepts.csv": concepts_csv(release),
        "indicators.csv": indicators_csv(release, area),
        "questionnaire.csv": questionnaire_csv(release),
        "glossary.ttl": as_skos(release, "turtle"),
        **{f"{CONCEPTS}{file_name(each.id)}": _json(_plain(Concept, each)) for each in release.concepts},
        **{
            f"{INDICATORS}{file_name(each.concept.id)}": _json(_plain(Indicator, each))
            for each in release.indicators
        },
    }
    files[CHECKSUMS] = _checksums(files)
    # Beside the checksums: whatever packs the folder may leave it out.
    files[ATTRIBUTES] = b"* -text\n"
    return dict(sorted(files.items()))


def from_folder(files: Files) -> Release:
    """Read a release from its files.

    Raises:
        TooLargeError: if there is too much to look at.
        BadInputError: naming the first file that is not as it was written.
    """
    if len(files) > MOST_FILES or sum(map(len, files.values())) > MOST_BYTES:
        raise TooLargeError(
            "This folder holds more than a glossary can. Please choose the folder of one release."
        )
    if RELEASE not in files or CHECKSUMS not in files:
        raise BadInputError(
            "This is no folder of a released glossary: release.json or checksums.sha256 is missing."
        )
    _check(files)
    head = _read(RELEASE, files[RELEASE])
    if head.pop("form", None) != FORM:
        raise BadInputError("A newer Kithmap wrote this folder. Please bring Kithmap up to date first.")
    expected = head.pop("checksum", None)
    release = _release(head, _entries(files, CONCEPTS), _entries(files, INDICATORS))
    if checksum_of(release) != expected:
        raise BadInputError(
            f"{RELEASE} is of another release than the files beside it. Please get the whole folder anew."
        )
    _check_sound(release)
    return release


def file_name(concept_id: str) -> str:
    """Return the name of a concept's file; no id has a hyphen, so that no two meet."""
    return f"{concept_id}-.json" if concept_id in DEVICES else f"{concept_id}.json"


def _json(content: Any) -> bytes:
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


@lru_cache
def _adapter(kind: type) -> "Adapter":
    return TypeAdapter(kind)


def _plain(kind: type, value: Any) -> dict[str, Any]:
    plain: dict[str, Any] = _adapter(kind).dump_python(value, mode="json", exclude_defaults=True)
    return plain


def _head(release: Release) -> dict[str, Any]:
    whole: dict[str, Any] = _adapter(Release).dump_python(
        release, mode="json", exclude={"concepts", "indicators"}
    )
    return {**whole, "asked": [each.concept.id for each in release.indicators]}


def _checksums(files: Files) -> bytes:
    lines = (f"{_sha256(content)}  {path}\n" for path, content in sorted(files.items()))
    return "".join(lines).encode()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _check(files: Files) -> None:
    """Compare the files with their checksums: none changed, missing or added."""
    written = dict(_lines(files[CHECKSUMS]))
    for path in sorted(written.keys() | files.keys() - {CHECKSUMS, ATTRIBUTES}):
        if path not in files:
            raise BadInputError(f"The file {path} is missing. Please get the whole folder anew.")
        if path not in written:
            raise BadInputError(
                f"The file {path} does not belong to this release. Please take it out of the folder."
            )
        if _sha256(files[path]) != written[path]:
            raise BadInputError(
                f"The file {path} was changed since its release, and a release never changes. "
                "Please get the whole folder anew, or bring the change in through the next release."
            )


def _lines(text: bytes) -> Iterator[tuple[str, str]]:
    for line in text.decode("utf-8", "replace").splitlines():
        figures, _, path = line.partition("  ")
        yield path, figures


def _check_sound(release: Release) -> None:
    """Refuse what Kithmap would not have released: ids and the base stand in addresses and file names."""
    for fault in faults(release.concepts, release.scheme.language):
        raise BadInputError(f"“{fault.concept}” cannot be used: {fault.says}")
    for indicator in release.indicators:
        if not CONCEPT_ID.fullmatch(indicator.concept.id):
            raise BadInputError(f"“{indicator.concept.id}” is no id of an indicator.")
    if not BASE.fullmatch(release.scheme.base):
        raise BadInputError(f"The file {RELEASE} names no address for its concepts.")


def _read(path: str, content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise BadInputError(f"The file {path} cannot be read as JSON.")
    return found


def _entries(files: Files, folder: str) -> Iterable[tuple[str, bytes]]:
    return ((path, files[path]) for path in sorted(files) if path.startswith(folder))


def _release(
    head: dict[str, Any], concepts: Iterable[tuple[str, bytes]], indicators: Iterable[tuple[str, bytes]]
) -> Release:
    found = [_one(Concept, path, content) for path, content in concepts]
    asked = [_one(Indicator, path, content) for path, content in indicators]
    order = head.pop("asked", None)
    places = {str(each): place for place, each in enumerate(order)} if isinstance(order, list) else {}
    whole = {
        **head,
        "concepts": sorted(found, key=lambda each: str(each.id)),
        "indicators": sorted(asked, key=lambda each: places.get(each.concept.id, len(places))),
    }
    release: Release = _validated(Release, RELEASE, whole)
    return release


def _one(kind: type, path: str, content: bytes) -> Any:
    return _validated(kind, path, _read(path, content))


def _validated(kind: type, path: str, content: dict[str, Any]) -> Any:
    try:
        return _adapter(kind).validate_python(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise BadInputError(
            f"The file {path} is no part of a glossary ({where}: {first['msg'].lower()})."
        ) from None
