"""What the pages of the common glossary show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kithmap.common_glossary.exports import Told
from kithmap.common_glossary.model import Group, Held, Round, Source
from kithmap.glossary.model import Concept, Match, Version
from kithmap.sign_off.model import Standing as Signed
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPage(Page):
    """What all pages of a round have in common.

    Attributes:
        programme: the programme's id.
        programme_title: the programme's title.
        round: the newest round, or None before the first.
        leads: whether the viewer leads it: admins.
        groups: whether the viewer puts words together: admins and researchers.
        language: of areas' words.
        problem: why something did not work, or None.
        saved: what was just done, in words, or empty.
    """

    entry: ClassVar[str | None] = "common_glossary/page_common"
    screen: ClassVar[str] = "console"

    programme: str
    programme_title: str
    round: Round | None
    leads: bool
    groups: bool
    language: str
    problem: str | None = None
    saved: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """An area in a round.

    Attributes:
        source: what it brings.
        concepts: how many of its concepts are in use.
        newer: the version that it has published since, or None.
        answers: how many common wordings it has answered, as they are now.
    """

    source: Source
    concepts: int
    newer: Version | None
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDraft:
    """What would be published.

    Attributes:
        version: its number by rule.
        differences: from the last release, in sentences.
        faults: what keeps it from being published: a term, and a sentence.
        is_new: whether it says anything new.
        checksum: names this very draft.
        signed: how things stand with both signatures.
        may_sign: whether the viewer signs.
        may_publish: whether both have signed.
    """

    version: Version
    differences: tuple[str, ...]
    faults: tuple[tuple[str, str], ...]
    is_new: bool
    checksum: str
    signed: tuple[Signed, ...]
    may_sign: bool
    may_publish: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage(RoundPage):
    """Where a round is led, and where everybody sees how far it is.

    Attributes:
        sources: the areas.
        changed: whether an area has published since, or came or went.
        terms: every group with where it stands, those with most areas first.
        proposed: how many proposals nobody has looked at; 0 where nobody is asked to.
        mine: groups that the viewer's areas have yet to answer, with the areas' names.
        hindrances: what keeps the second round from being opened.
        draft: what would be published; None before the second round is closed.
        common: the common glossary's name in addresses; empty before it has published anything.
    """

    template: ClassVar[str] = "common_glossary/desk.html"

    sources: tuple[ShownSource, ...]
    changed: bool
    terms: tuple[Told, ...]
    proposed: int
    mine: tuple[tuple[Group, tuple[str, ...]], ...]
    hindrances: tuple[str, ...]
    draft: ShownDraft | None
    common: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownConcept:
    """A concept to tick, in a proposal or among what was found.

    Attributes:
        held: its area and id.
        area: what people call the area.
        concept: the concept.
        match: how it seems to be like the others.
        address: of its page.
        group: the group that it is in, or None.
    """

    held: Held
    area: str
    concept: Concept
    match: Match
    address: str
    group: Group | None = None

    @property
    def key(self) -> str:
        """What a form sends for it."""
        return "/".join(self.held)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProposal:
    """Concepts that may mean the same.

    Attributes:
        members: those proposed.
        near: others that are like one of them.
    """

    members: tuple[ShownConcept, ...]
    near: tuple[ShownConcept, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalsPage(RoundPage):
    """The first round: what may belong together.

    Attributes:
        proposals: on this page, what most areas have first.
        count: how many there are.
        page: this one, from 1.
        pages: how many.
        find: what was looked for; empty if nothing was.
        found: what was found.
        apart: how many pairs people have set apart.
    """

    template: ClassVar[str] = "common_glossary/proposals.html"

    proposals: tuple[ShownProposal, ...]
    count: int
    page: int
    pages: int
    find: str
    found: tuple[ShownConcept, ...]
    apart: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPage(RoundPage):
    """One group: how each area says it, the common words, and what each area answers.

    Attributes:
        told: the group with what every area says.
        members: its concepts.
        near: concepts that are like one of them and in no group.
        others: groups that it could be joined with.
        find: what was looked for; empty if nothing was.
        found: what was found.
        lacking: names of areas that hold nothing that means the same.
        answering: areas for which the viewer answers.
        label: the common name as typed before.
        definition: the common meaning as typed before.
        reasons: reasons as typed before, by area.
        names: what people call each area, by its id.
        called: what groups without common words are called meanwhile, by their ids.
        arithmetic: where it stands, in one sentence.
    """

    template: ClassVar[str] = "common_glossary/group.html"

    told: Told
    members: tuple[ShownConcept, ...]
    near: tuple[ShownConcept, ...]
    others: tuple[Group, ...]
    find: str
    found: tuple[ShownConcept, ...]
    lacking: tuple[str, ...]
    answering: tuple[Source, ...]
    label: str
    definition: str
    reasons: Mapping[str, str]
    names: Mapping[str, str]
    called: Mapping[str, str]
    arithmetic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsPage(Page):
    """How each area says it, term by term: public once it is released.

    Attributes:
        programme: the programme's id.
        programme_title: the programme's title.
        round: of which it came.
        versions: all common releases, the newest first.
        terms: those that are common, on this page.
        kept: those that areas keep for themselves, on this page.
        count: how many are common.
        kept_count: how many areas keep for themselves.
        page: this one, from 1.
        pages: how many.
        find: what was looked for; empty if nothing was.
        language: of the words.
        common: the common glossary's name in addresses.
        arithmetic: where each term stands, in one sentence, by its group's id.
    """

    template: ClassVar[str] = "common_glossary/terms.html"
    entry: ClassVar[str | None] = "common_glossary/page_common"
    screen: ClassVar[str] = "console"

    programme: str
    programme_title: str
    round: Round
    versions: tuple[Version, ...]
    terms: tuple[Told, ...]
    kept: tuple[Told, ...]
    count: int
    kept_count: int
    page: int
    pages: int
    find: str
    language: str
    common: str
    arithmetic: Mapping[str, str]
