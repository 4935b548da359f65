"""What the pages of glossaries show."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kithmap.glossary.forms import Form
from kithmap.glossary.model import Concept, Decision, Indicator, Published, Version
from kithmap.glossary.reading import Bar, Entry, Group, Standing
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGlossary:
    """A glossary in the list of all.

    Attributes:
        name: in its address.
        title: as its newest release has it.
        describes: what it is.
        language: of those words.
        newest: its newest release.
        concepts: how many are in use.
        indicators: how many it has.
    """

    name: str
    title: str
    describes: str
    language: str
    newest: Published
    concepts: int
    indicators: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossariesPage(Page):
    """All glossaries that have published something.

    Attributes:
        listed: by name.
    """

    template: ClassVar[str] = "glossary/list.html"
    entry: ClassVar[str] = "glossary/page_glossary"
    screen: ClassVar[str] = "console"

    listed: tuple[ListedGlossary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGlossary:
    """Whose page it is, on every page of a glossary.

    Attributes:
        name: in its address.
        title: as its newest release has it.
        language: the first language of its words.
        base: the address under which its concepts stand, ending in a slash.
        licence: address of the licence of its words.
        publisher: who publishes it.
    """

    name: str
    title: str
    language: str
    base: str
    licence: str
    publisher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePage(Page):
    """A release to read: the newest at the glossary's own address, each at that of its version.

    Attributes:
        glossary: whose.
        describes: what the glossary is.
        release: which.
        previous: the version before, or None.
        versions: all, the newest first.
        is_newest: whether it is the newest.
        address: where this version stands for ever.
        path: of this page, for its links.
        inside: begins the paths of its concepts, ending in a slash.
        words: what was looked for; empty if nothing was.
        found: what was found.
        grouped_by: ``letter`` or ``theme``.
        groups: what it lists.
        letters: all letters, where only one of them is shown at a time; empty where all are.
        letter: the one that is shown.
        gone: what is no longer used.
        indicators: how many it has.
        concepts: how many are in use, without indicators.
        files: in which it can be saved, with what each is for.
        checksum: SHA-256 of its document.
    """

    template: ClassVar[str] = "glossary/release.html"
    entry: ClassVar[str] = "glossary/page_glossary"
    screen: ClassVar[str] = "console"

    glossary: ShownGlossary
    describes: str
    release: Published
    previous: Version | None
    versions: tuple[Published, ...]
    is_newest: bool
    address: str
    path: str
    inside: str
    words: str
    found: tuple[Entry, ...]
    grouped_by: str
    groups: tuple[Group, ...]
    letters: tuple[str, ...]
    letter: str
    gone: tuple[Entry, ...]
    indicators: int
    concepts: int
    files: tuple[Form, ...]
    checksum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingPublishedPage(Page):
    """A glossary that has not published anything yet.

    Attributes:
        draft: where its draft is, for those who work on it; None for everybody else.
    """

    template: ClassVar[str] = "glossary/nothing.html"
    entry: ClassVar[str] = "glossary/page_glossary"
    screen: ClassVar[str] = "console"

    draft: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDecision:
    """How a room came to a concept.

    Attributes:
        decision: what was decided.
        bars: how many chose each answer.
    """

    decision: Decision
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonTerm:
    """A term of the programme's common glossary that stands for an area's own.

    Attributes:
        match: how the area's concept is like it.
        label: of the common term.
        language: of the label.
        path: of its page.
    """

    match: str
    label: str
    language: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptPage(Page):
    """A concept, with all that was said of it.

    Attributes:
        glossary: whose.
        release: in which it is shown.
        is_newest: whether that is the newest.
        concept: the concept; of an indicator, the one that names it.
        indicator: the indicator, if it is one.
        about: what the indicator tells of, or None.
        calculation: how the indicator is worked out, in the name and arguments of the computation.
        calculation_also: a second one; empty if there is none.
        answers: the indicator's response list, in words.
        comparability: beside what the indicator's figures may stand.
        fields: names of the columns in the table of indicators.
        address: where it stands for ever.
        inside: begins the paths of concepts beside it, ending in a slash.
        broader: what it is a kind or part of.
        narrower: what is a kind or part of it.
        related: what is near it.
        asked: indicators that tell of it.
        instead: what to use instead, if it is no longer used.
        matches: addresses of concepts elsewhere, with how they are alike.
        common: what stands for it in the newest common glossary of the programme.
        others: what else people call it, by language.
        decisions: how rooms agreed on it, the newest first.
        standings: how it stands in each version.
        forms: in which programs read it.
    """

    template: ClassVar[str] = "glossary/concept.html"
    entry: ClassVar[str] = "glossary/page_glossary"
    screen: ClassVar[str] = "console"

    glossary: ShownGlossary
    release: Published
    is_newest: bool
    concept: Concept
    indicator: Indicator | None
    about: Entry | None
    calculation: str
    calculation_also: str
    answers: str
    comparability: str
    fields: frozenset[str]
    address: str
    inside: str
    broader: tuple[Entry, ...]
    narrower: tuple[Entry, ...]
    related: tuple[Entry, ...]
    asked: tuple[Entry, ...]
    instead: tuple[Entry, ...]
    matches: tuple[tuple[str, str], ...]
    common: tuple[CommonTerm, ...]
    others: tuple[tuple[str, tuple[str, ...]], ...]
    decisions: tuple[ShownDecision, ...]
    standings: tuple[Standing, ...]
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnairePage(Page):
    """Every question that may be asked, in order, ready to be read out or printed.

    Attributes:
        glossary: whose.
        release: of which version.
        inside: begins the paths of its concepts, ending in a slash.
        asked: the indicators that have a wording, with their response lists in words.
        slots: those whose wording has to be got from their source.
        worked_out: those that are not asked.
    """

    template: ClassVar[str] = "glossary/questionnaire.html"
    entry: ClassVar[str] = "glossary/page_glossary"
    screen: ClassVar[str] = "console"

    glossary: ShownGlossary
    release: Published
    inside: str
    asked: tuple[tuple[Indicator, str], ...]
    slots: tuple[Indicator, ...]
    worked_out: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage(Page):
    """What is different in a version from the one before.

    Attributes:
        glossary: whose.
        release: the version.
        previous: the one before, or None for the first.
        sentences: what is different, the weightiest first.
        began: how many concepts and indicators the first version has.
        published: the day of the version before, or None.
    """

    template: ClassVar[str] = "glossary/changes.html"
    entry: ClassVar[str] = "glossary/page_glossary"
    screen: ClassVar[str] = "console"

    glossary: ShownGlossary
    release: Published
    previous: Version | None
    sentences: tuple[str, ...]
    began: int
    published: date | None
