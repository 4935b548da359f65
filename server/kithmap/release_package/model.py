"""The files of a release as pages and programs are told of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from pydantic import BaseModel

from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.release_package.offers import Sort

State = Literal["none", "waiting", "making", "ready", "failed"]
"""Of the files of a sort: nobody asked for them yet; they wait to be made; they are being made; they are there; it failed."""

WholeState = Literal["none", "making", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the files of a sort are.

    Attributes:
        state: see :data:`State`.
        fraction: of the work that is done, from 0 to 1.
        message: what went wrong; empty if nothing did.
    """

    state: State
    fraction: float = 0.0
    message: str = ""


class FilesDesk(Protocol):
    """What makes the files of releases beside the running server: ``app.state.release_files``."""

    def begin(self, release: PublishedRelease) -> None:
        """Begin to make all files of a release, those for everybody first. To be called when it was published."""

    def progress(self, release: PublishedRelease, edition: Edition, sort: Sort) -> Progress:
        """Return how far the files of a sort are."""

    def sizes(self, release: PublishedRelease, edition: Edition, sort: Sort) -> Mapping[str, int]:
        """Return how large the files of a sort are, in bytes by name; empty where they are not made yet."""


class ReleaseFile(BaseModel):
    """A file that can be taken away.

    Attributes:
        name: under which it is saved.
        sort: what names its sort: ``geojson``, ``package``.
        title: what people call its sort.
        words: when to take it.
        part: which of the sort's files it is; empty where it is the only one.
        media_type: of its content.
        address: where it is found.
        state: none (it is made when somebody asks for it), waiting, making, ready or failed.
        fraction: of its making that is done, from 0 to 1.
        message: what went wrong; empty if nothing did.
        size: in bytes; null where it is not made yet.
    """

    name: str
    sort: str
    title: str
    words: str
    part: str
    media_type: str
    address: str
    state: State
    fraction: float
    message: str
    size: int | None


class ReleaseFileList(BaseModel):
    """The files of an edition.

    Attributes:
        edition: for whom.
        state: ready (all are there), making (some wait or are being made), failed (some failed, none is being made) or none.
        fraction: of all of them that are there, from 0 to 1.
        files: in the order in which they are offered.
    """

    edition: Edition
    state: WholeState
    fraction: float
    files: list[ReleaseFile]
