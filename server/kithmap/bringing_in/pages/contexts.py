"""What the pages for bringing places in show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kithmap.bringing_in.batches import Batch
from kithmap.bringing_in.choices import Choices
from kithmap.bringing_in.drawing import Frame, Mark
from kithmap.bringing_in.model import Coordinates, Table
from kithmap.shared_map.model import Visibility
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class BringInPage(Page):
    """What all of these pages share.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        problem: why something did not work, or None.
    """

    entry: ClassVar[str | None] = "bringing_in/page_bringing_in"
    screen: ClassVar[str] = "console"

    id: str
    title: str
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseFilePage(BringInPage):
    """Asks for a file, and shows what was brought in before.

    Attributes:
        over: whether the workshop has ended.
        most_megabytes: of a file.
        most_places: that come in at once.
        endings: of the names of files that can be read.
        batches: what was brought in before and is on the map, the latest first.
        came: how many places came in just now, or None.
        refused: how many of those that were chosen did not, with why; or None.
        gone: how many were taken back just now, or None.
        stayed: how many of those stayed, because people have built on them.
    """

    template: ClassVar[str] = "bringing_in/choose.html"

    over: bool
    most_megabytes: int
    most_places: int
    endings: tuple[str, ...]
    batches: tuple[Batch, ...]
    came: int | None = None
    refused: tuple[int, str] | None = None
    gone: int | None = None
    stayed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePage(BringInPage):
    """What the pages share on which a file is looked at.

    Attributes:
        name: what the file is called.
        packed: what was read of it, to be sent back.
        batch: the id under which its places come in.
    """

    name: str
    packed: str
    batch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LayersPage(FilePage):
    """Asks which of a file's layers is meant.

    Attributes:
        layers: the name of each, how many places it holds, and why none where it cannot be used.
    """

    template: ClassVar[str] = "bringing_in/layers.html"

    layers: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsPage(FilePage):
    """Asks what the columns of a file are, and whose data it is.

    Attributes:
        form: what sort of file it is: GeoJSON, CSV and so on; empty when coming back.
        table: what was read.
        columns: the place of each column that can be chosen, its name, and an example of what stands in it.
        choices: what is chosen until now.
        guessed: in what the numbers seem to be.
        kinds: what each kind of asset is called, by its key.
        provenance: what was typed of whose data it is.
    """

    template: ClassVar[str] = "bringing_in/columns.html"

    form: str
    table: Table
    columns: tuple[tuple[int, str, str], ...]
    choices: Choices
    guessed: Coordinates
    kinds: Mapping[str, str]
    provenance: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsPage(FilePage):
    """Asks what the words in the column of kinds mean here.

    Attributes:
        column: what the column is called.
        words: each word, how often it comes, and what it is taken for.
        kinds: what each kind of asset is called, by its key.
        carried: what was chosen before, as fields to be sent along.
    """

    template: ClassVar[str] = "bringing_in/kinds.html"

    column: str
    words: tuple[tuple[str, int, str], ...]
    kinds: Mapping[str, str]
    carried: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedPlace:
    """A place as it would come onto the map.

    Attributes:
        row: of the file.
        title: its title.
        note: its note.
        kind: what its kind is called; empty for a meeting place.
        shape: ``Point``, ``LineString`` or ``Polygon``.
        outside: whether any of it lies outside the boundary.
        twin: the title of a place that looks the same, or empty.
        twin_metres: how far away that one is.
        twin_on_map: whether that one is on the map already.
        notes: what was done to it, and what looks odd.
        ticked: whether it comes in unless somebody takes the tick away.
    """

    row: int
    title: str
    note: str
    kind: str
    shape: str
    outside: bool
    twin: str
    twin_metres: int
    twin_on_map: bool
    notes: tuple[str, ...]
    ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage(FilePage):
    """What would come of a file, to be taken or left.

    Attributes:
        offered: the places, in the order of the file.
        beyond: how many more there are than can come in at once.
        most_places: that come in at once.
        refused: what cannot come in: the reason, how many, and the first rows.
        by_kind: how many were left out by their kind.
        inside: how many lie inside the boundary.
        outside: how many do not.
        twins: how many look like another.
        frame: the picture on which they are drawn.
        ground: the address of the picture of the ground, or empty.
        attribution: whose the ground's data are.
        outline: the boundary in the picture, the ``d`` of an SVG path.
        marks: the places in the picture.
        off_frame: how many lie beyond it.
        all_outside: whether none lies near the area: the coordinates may be others.
        notes: what was done to the file's words.
        provenance: whose data it is.
        visibility: for whom the places are.
        carried: what was chosen before, as fields to be sent along.
    """

    template: ClassVar[str] = "bringing_in/preview.html"

    offered: tuple[OfferedPlace, ...]
    beyond: int
    most_places: int
    refused: tuple[tuple[str, int, tuple[int, ...]], ...]
    by_kind: int
    inside: int
    outside: int
    twins: int
    frame: Frame
    ground: str
    attribution: str
    outline: str
    marks: tuple[Mark, ...]
    off_frame: int
    all_outside: bool
    notes: tuple[str, ...]
    provenance: Mapping[str, str]
    visibility: Visibility
    carried: tuple[tuple[str, str], ...]
