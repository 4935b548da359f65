"""What the desk shows of the draft of a release."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kithmap.layers.model import Licence
from kithmap.layers.pages.contexts.checks import ShownCheck
from kithmap.layers.pages.contexts.drawing import ShownCircle, ShownMark, ShownPicture
from kithmap.sign_off.shown import ShownSignature
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSort:
    """A sort of thing that is counted.

    Attributes:
        words: what it is, in a sentence.
        count: how many.
    """

    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDifference:
    """Something that is different from the last release.

    Attributes:
        what: added, gone, moved or changed.
        layer: its layer's title.
        title: what people call it.
        metres: how far it is shown from where it was; None unless it moved.
        columns: names of what is told otherwise.
    """

    what: str
    layer: str
    title: str
    metres: float | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """A workshop that can be taken into the release.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        held_on: the day on which it opened.
        closed: whether it is closed.
        chosen: whether the release is built from it.
    """

    id: str
    title: str
    held_on: date
    closed: bool
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItself:
    """What the next release says of itself, and what can be changed of that.

    Attributes:
        licences: that can be chosen.
        licence: id of the one that is.
        creators: the organisations named, a line each, as people wrote them; empty to name the partners.
        named: the organisations that would be named now.
        own_attribution: as people wrote it; empty for one made by rule.
        attribution: the whole line as it would be.
        note: what is new, as somebody wrote it.
        glossary: the glossary's name and version by which kinds are called; empty where there is none.
        statistical_file: the file that statistical areas came from; empty without any.
        statistical_count: how many there are.
        most_megabytes: of such a file.
    """

    licences: tuple[Licence, ...]
    licence: str
    creators: str
    named: tuple[str, ...]
    own_attribution: str
    attribution: str
    note: str
    glossary: str
    statistical_file: str
    statistical_count: int
    most_megabytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage(Page):
    """The draft of the next release of an area's layers in a wave.

    Attributes:
        path: where the desk stands.
        area: the area's id.
        area_name: the area's name.
        wave: the wave's name.
        slug: of the series.
        address: of the series.
        published: the version that is out, or empty.
        published_on: the day on which it came out, or None.
        edition: which is previewed: public or partners.
        version: the number that this draft would get.
        why: why it would get it, in a sentence.
        is_new: whether there is anything to publish.
        layers: title and count of each layer of the edition.
        withheld: what is left out of it, by why.
        withheld_count: all of that together.
        masked: how many places are shown away from where they are, by the farthest in metres.
        counts_hidden: counts of people that are too small to be told.
        words_left_out: words whose authors did not agree to be quoted.
        threshold: below which counts are not told.
        drawing: the edition drawn; see ``research.map_drawing``.
        circles: how exactly masked places are shown.
        picture: what lies beneath the drawing, or None.
        context: the same for the script: bounds, boundary, ground, places and connections.
        checks: what to look at.
        unsettled: how many things somebody has to decide about.
        differences: from the last release, in this edition.
        marks: the same on the map.
        sources: workshops of the wave.
        itself: what the release says of itself.
        signatures: both.
        may_publish: whether everything is there that a release needs.
        checksum: of this draft.
        gone: of the release that is out, how much is to go from the next one: things, and words.
        files: what the script asks how far the files of the release are that is out; empty without one.
        saved: what was just done, in words, or empty.
        problem: why something did not work, or None.
    """

    template: ClassVar[str] = "layers/desk.html"
    entry: ClassVar[str | None] = "layers/page_desk"
    screen: ClassVar[str] = "console"

    path: str
    area: str
    area_name: str
    wave: str
    slug: str
    address: str
    published: str
    published_on: date | None
    edition: str
    version: str
    why: str
    is_new: bool
    layers: tuple[tuple[str, int], ...]
    withheld: tuple[ShownSort, ...]
    withheld_count: int
    masked: tuple[tuple[int, int], ...]
    counts_hidden: int
    words_left_out: int
    threshold: int
    drawing: Any
    circles: tuple[ShownCircle, ...]
    picture: ShownPicture | None
    context: Mapping[str, Any]
    checks: tuple[ShownCheck, ...]
    unsettled: int
    differences: tuple[ShownDifference, ...]
    marks: tuple[ShownMark, ...]
    sources: tuple[ShownSource, ...]
    itself: ShownItself
    signatures: tuple[ShownSignature, ...]
    may_publish: bool
    checksum: str
    gone: tuple[int, int]
    files: str
    saved: str = ""
    problem: str | None = None
