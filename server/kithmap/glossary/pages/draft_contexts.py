"""What the pages of an area's draft show."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kithmap.glossary.model import Decision
from kithmap.glossary.touched import Touched
from kithmap.sign_off.shown import ShownSignature
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedConcept:
    """A concept by its id and what it is called."""

    id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownConcept:
    """A concept of the draft.

    Attributes:
        id: its id.
        label: what it is called, in the glossary's language.
        definition: what it means.
        became: what becomes of it in this release, as a field of ``changes.Differences`` is called; empty where nothing does.
        in_use: whether it is.
        asked: whether it is an indicator.
        decisions: how it was agreed, oldest first.
        faults: what is wrong with it.
    """

    id: str
    label: str
    definition: str
    became: str
    in_use: bool
    asked: bool
    decisions: tuple[Decision, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdit:
    """A change that somebody made to the draft.

    Attributes:
        id: names it.
        kind: which sort; see :mod:`kithmap.glossary.edits`.
        about: what it is about: a term's name, or how many.
        to: the other terms, the language or the address it names.
        idle: whether there is nothing it applies to.
    """

    id: str
    kind: str
    about: str
    to: str
    idle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWaiting:
    """Something that rooms agreed on and that does not enter now.

    Attributes:
        label: what it is called.
        meaning: what it means.
        edit: id of the edit that leaves it out; empty for a wish.
    """

    label: str
    meaning: str
    edit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginGlossaryPage(Page):
    """Beginning an area's glossary.

    Attributes:
        area: the area's id.
        area_name: the area's name.
        agreed: how many terms and indicators its rooms agreed on.
        base: the address under which its concepts would stand.
        has_address: whether that is this server's own, or only a name.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "glossary/begin.html"
    entry: ClassVar[str | None] = "glossary/page_draft"
    screen: ClassVar[str] = "console"

    area: str
    area_name: str
    agreed: int
    base: str
    has_address: bool
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage(Page):
    """The draft of an area's next release.

    Attributes:
        area: the area's id.
        area_name: the area's name.
        glossary: the glossary's name in addresses.
        published: the version that is out, or empty.
        published_on: the day on which it came out, or None.
        version: the number that this draft would get.
        why: why it would get it; see :class:`kithmap.glossary.numbering.Why`.
        why_names: of the concepts that it is about.
        is_new: whether there is anything to publish.
        differences: what is different, a sentence each.
        changed: concepts that come, change or go.
        unchanged: the others, by label.
        waiting: what rooms agreed on and is left out for now.
        wishes: indicators that rooms want and whose licence nobody holds.
        edits: what people changed, oldest first.
        faults: how many things are wrong.
        signatures: both.
        may_publish: whether everything is there that a release needs.
        checksum: of this draft.
        note: what is new, as somebody wrote it.
        saved: what was just done, in words, or empty.
        problem: why something did not work, or None.
    """

    template: ClassVar[str] = "glossary/draft.html"
    entry: ClassVar[str | None] = "glossary/page_draft"
    screen: ClassVar[str] = "console"

    area: str
    area_name: str
    glossary: str
    published: str
    published_on: date | None
    version: str
    why: str
    why_names: str
    is_new: bool
    differences: tuple[str, ...]
    changed: tuple[ShownConcept, ...]
    unchanged: tuple[ShownConcept, ...]
    waiting: tuple[ShownWaiting, ...]
    wishes: tuple[ShownWaiting, ...]
    edits: tuple[ShownEdit, ...]
    faults: int
    signatures: tuple[ShownSignature, ...]
    may_publish: bool
    checksum: str
    note: str = ""
    saved: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteringItem:
    """What a room agreed on and this release takes in, for the concept on its page.

    Attributes:
        workshop: the workshop's id.
        item: the item's id.
        only_words: id of the edit that says that only the words changed; empty where the meaning did.
        was_there: whether the concept stood in the last release, so that its meaning can have changed.
    """

    workshop: str
    item: str
    only_words: str
    was_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftConceptPage(Page):
    """A concept of the draft, with what can be changed about it.

    Attributes:
        area: the area's id.
        area_name: the area's name.
        concept: the concept.
        others: other words for it.
        scope: how to use it.
        broader: ids of what it is a kind or part of.
        related: ids of what is near it.
        matches: sort of likeness and address.
        entering: what rooms agreed on of it since the last release.
        before: what it meant in the last release; empty where that is the same.
        words: what it is called in other languages, by language tag.
        languages: tags and names of the languages in which it can be said.
        concepts: all others in use, by label.
        starting: address of the starting term of the same id; empty if there is none.
        edits: what people changed about it.
        touched: what renaming or splitting it would touch on maps, or None where nothing hangs on it.
        saved: what was just done, in words, or empty.
        problem: why something did not work, or None.
    """

    template: ClassVar[str] = "glossary/draft_concept.html"
    entry: ClassVar[str | None] = "glossary/page_draft"
    screen: ClassVar[str] = "console"

    area: str
    area_name: str
    concept: ShownConcept
    others: tuple[str, ...]
    scope: str
    broader: tuple[str, ...]
    related: tuple[str, ...]
    matches: tuple[tuple[str, str], ...]
    entering: tuple[EnteringItem, ...]
    before: str
    words: tuple[tuple[str, str, str], ...]
    languages: tuple[tuple[str, str], ...]
    concepts: tuple[NamedConcept, ...]
    starting: str
    edits: tuple[ShownEdit, ...]
    touched: Touched | None = None
    saved: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StartingTermsPage(Page):
    """Choosing from the terms that come with Kithmap.

    Attributes:
        area: the area's id.
        area_name: the area's name.
        concepts: those that the draft does not have, by label.
        problem: why something did not work, or None.
    """

    template: ClassVar[str] = "glossary/starting_terms.html"
    entry: ClassVar[str | None] = "glossary/page_draft"
    screen: ClassVar[str] = "console"

    area: str
    area_name: str
    concepts: tuple[ShownConcept, ...]
    problem: str | None = None
