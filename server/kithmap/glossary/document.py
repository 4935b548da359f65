"""A release as one JSON document: what is stored, and what programs read."""

from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from kithmap.basics.errors import BadInputError
from kithmap.glossary.model import Release

if TYPE_CHECKING:
    ReleaseAdapter = TypeAdapter[Release]


@lru_cache(maxsize=1)
def _adapter() -> "ReleaseAdapter":
    return TypeAdapter(Release)


def as_document(release: Release) -> bytes:
    """Write a release as JSON, always in the same way: its checksum says whether it is the same."""
    return _adapter().dump_json(release, indent=1)


def from_document(document: bytes) -> Release:
    """Read a release.

    Raises:
        BadInputError: naming the first part that is none.
    """
    try:
        return _adapter().validate_json(document)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise BadInputError(
            f"This is no glossary that Kithmap wrote ({where}: {first['msg'].lower()})."
        ) from None


def document_schema() -> dict[str, object]:
    """Return the JSON Schema of such documents (draft 2020-12)."""
    return _adapter().json_schema()
