"""What the pages of a workshop show."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from markupsafe import Markup

from kithmap.guides.model import Guide
from kithmap.programme.lawful_basis import LawfulBasis
from kithmap.web.balance import Balance
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPage(Page):
    """The first page: type the code.

    Attributes:
        code: what was typed before.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "workshop/join.html"

    code: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomePage(Page):
    """What taking part means, and coming in: one short page.

    Attributes:
        ticket: a signed text that says which workshop the code or link was of.
        title: the workshop's.
        area: its area's name.
        name: what was typed as the name before.
        take_part: whether "I want to take part" is ticked.
        keep: whether "keep what I add" is ticked.
        quote: whether "you may quote my words" is ticked.
        problem: why it did not work, or None.
        words: the three words that were typed to come back.
        words_problem: why they did not work, or None.
        lawful_basis: on what ground the area may use what people give, or None where it is not recorded.
    """

    template: ClassVar[str] = "workshop/welcome.html"

    ticket: str
    title: str
    area: str
    name: str = ""
    take_part: bool = False
    keep: bool = False
    quote: bool = False
    problem: str | None = None
    words: str = ""
    words_problem: str | None = None
    lawful_basis: LawfulBasis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenPage(Page):
    """What the three live screens share: facts for the script, which fills the page.

    Attributes:
        title: the workshop's.
        area: its area's name.
        context: the facts for the script, as ``kithmap.workshop.pages.live_context.LiveContext``.
    """

    title: str
    area: str
    context: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantScreen(ScreenPage):
    """The phone's page.

    Attributes:
        alias: what the room calls this person.
        words: three words to come back by from another phone; shown once, right after joining, else None.
    """

    template: ClassVar[str] = "workshop/participant.html"
    entry: ClassVar[str | None] = "shared_map/page_participant"

    alias: str
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleScreen(ScreenPage):
    """The facilitator's page.

    Attributes:
        id: the workshop's, for links.
        area_id: the area's, for links.
        code: by which people join.
        projector_link: opens the projector's page on any screen.
    """

    template: ClassVar[str] = "workshop/console.html"
    entry: ClassVar[str | None] = "shared_map/page_console"
    screen: ClassVar[str] = "console"

    id: str
    area_id: str
    code: str
    projector_link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorScreen(ScreenPage):
    """The hall's page.

    Attributes:
        code: by which people join.
        address: where they type it, without ``http://``.
        qr: the join link as an SVG drawing.
    """

    template: ClassVar[str] = "workshop/projector.html"
    entry: ClassVar[str | None] = "shared_map/page_projector"
    screen: ClassVar[str] = "projector"
    theme: ClassVar[str] = "dark"

    code: str
    address: str
    qr: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParticipant:
    """A participant in the list.

    Attributes:
        person: their id.
        alias: what the room calls them.
        name: what they gave, or empty.
        joined: when.
        keeps: whether what they add may be kept.
        quotable: whether their words may be quoted.
        removed: whether they were removed.
        left: whether they left for good, with all that they added.
        without_phone: whether the facilitator seated them.
    """

    person: str
    alias: str
    name: str
    joined: datetime
    keeps: bool
    quotable: bool
    removed: bool
    left: bool = False
    without_phone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatForm:
    """What stands in the form for somebody without a phone.

    Attributes:
        ticket: proves that this server made the seat's id, so that sending the form twice gives one seat.
        name: what was typed.
        keep: whether they want what they add to be kept.
        quote: whether their words may be quoted.
        problem: what was wrong with it, or None.
    """

    ticket: str
    name: str = ""
    keep: bool = False
    quote: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatSlip:
    """What somebody without a phone is given, on the screen and on paper; this once.

    Attributes:
        alias: what the room calls them.
        name: what they gave, or empty.
        words: three words by which they come back on any phone.
    """

    alias: str
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantsPage(Page):
    """Who is in the workshop; for those who run it.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        participants: in the order in which they came.
        words: new words for one of them, shown this once, or None.
        words_for: whose they are.
        closed: whether the workshop has ended.
        form: for somebody without a phone.
        slip: of whoever was just seated by it, or None.
    """

    template: ClassVar[str] = "workshop/participants.html"
    entry: ClassVar[str | None] = "workshop/page_people"
    screen: ClassVar[str] = "console"

    id: str
    title: str
    participants: tuple[ShownParticipant, ...]
    words: str | None = None
    words_for: str = ""
    closed: bool = False
    form: SeatForm
    slip: SeatSlip | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BalancePage(Page):
    """The room beside its area, for those who run it.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        area: its area's name.
        area_id: its area's id.
        balance: how like the area the room is, as ``kithmap.web.balance.Balance``.
        has_basis: whether the area recorded on what ground it may use what people give.
    """

    template: ClassVar[str] = "workshop/balance.html"
    screen: ClassVar[str] = "console"

    id: str
    title: str
    area: str
    area_id: str
    balance: Balance
    has_basis: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWorkshopPage(Page):
    """Making a workshop.

    Attributes:
        area_id: of the area it will be held in.
        area: its name.
        waves: id and name of the programme's waves.
        title: what was typed before.
        wave: what was chosen before.
        blind: whether places stay hidden until they are shown to everyone.
        moderated: whether a facilitator looks at each place before others see it.
        guides: those that a workshop can follow.
        chosen: keys of those that are ticked.
        own_guides: what the keys of people's own guides begin with.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "workshop/new.html"
    screen: ClassVar[str] = "console"

    area_id: str
    area: str
    waves: tuple[tuple[str, str], ...]
    title: str = ""
    wave: str = ""
    blind: bool = True
    moderated: bool = False
    guides: tuple[Guide, ...] = ()
    chosen: frozenset[str] = frozenset()
    own_guides: str = ""
    problem: str | None = None
