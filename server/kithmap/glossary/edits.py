"""What people change for the next release beside what rooms agreed on: each a small record, applied in order to a fresh draft."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from kithmap.basics.errors import BadInputError
from kithmap.glossary.checks import MOST_CONCEPTS
from kithmap.glossary.draft import Agreed, withdraw
from kithmap.glossary.model import Concept, Match, Status, Words

if TYPE_CHECKING:
    EditAdapter = TypeAdapter["AnyEdit"]

Id = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Address = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^https?://[^\s<>\"]+$", max_length=500)
]

MOST = 2_000
"""Edits of one draft: some for each term of a large glossary."""


class Edit(BaseModel):
    """What every edit has.

    Attributes:
        id: names it, so that it can be taken back.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id


class Take(Edit):
    """Take terms of the starting glossary, as they are there."""

    kind: Literal["take"] = "take"
    concepts: Annotated[tuple[Key, ...], Field(min_length=1, max_length=500)]


class BringIn(Edit):
    """Take concepts that others wrote; one whose id is here already gets their words."""

    kind: Literal["bring_in"] = "bring_in"
    concepts: Annotated[tuple[Concept, ...], Field(min_length=1, max_length=MOST_CONCEPTS)]


class AboutItem(Edit):
    """An edit of how something that a room agreed on enters."""

    workshop: Id
    item: Id

    def is_of(self, agreed: Agreed) -> bool:
        """Tell whether this is what it is about."""
        return (agreed.decision.workshop, agreed.decision.item) == (self.workshop, self.item)


class LeaveOut(AboutItem):
    """Leave out of this release what a room agreed on; it waits for another."""

    kind: Literal["leave_out"] = "leave_out"


class OnlyWords(AboutItem):
    """Say that a room changed the words only: the meaning stays what it was."""

    kind: Literal["only_words"] = "only_words"


class BelongsTo(AboutItem):
    """Say for which concept a room's words are; none makes them a new one."""

    kind: Literal["belongs_to"] = "belongs_to"
    concept: Key | None = None


class Withdraw(Edit):
    """Use a concept no longer, and say what to use instead: several split it, one that others also gave way to merges them."""

    kind: Literal["withdraw"] = "withdraw"
    concept: Key
    replaced_by: Annotated[tuple[Key, ...], Field(max_length=20)] = ()


class Restore(Edit):
    """Use a withdrawn concept again."""

    kind: Literal["restore"] = "restore"
    concept: Key


class Say(Edit):
    """Give a concept its words in another language. Those in the glossary's own are agreed in a room."""

    kind: Literal["say"] = "say"
    concept: Key
    language: Language
    label: Annotated[Line, StringConstraints(min_length=1)]
    definition: Text = ""


class Scope(Edit):
    """Say how to use a concept, in the glossary's language; nothing takes the note away."""

    kind: Literal["scope"] = "scope"
    concept: Key
    text: Text = ""


class SetPlace(Edit):
    """Say of what a concept is a kind or part, and what is near it."""

    kind: Literal["set_place"] = "set_place"
    concept: Key
    broader: Annotated[tuple[Key, ...], Field(max_length=20)] = ()
    related: Annotated[tuple[Key, ...], Field(max_length=50)] = ()


class MatchTo(Edit):
    """Say how a concept is like one elsewhere; with ``match`` None, that it is not."""

    kind: Literal["match_to"] = "match_to"
    concept: Key
    address: Address
    match: Match | None


class Note(Edit):
    """Say in plain words what is new in the release."""

    kind: Literal["note"] = "note"
    text: Text


AnyEdit = Annotated[
    Take
    | BringIn
    | LeaveOut
    | OnlyWords
    | BelongsTo
    | Withdraw
    | Restore
    | Say
    | Scope
    | SetPlace
    | MatchTo
    | Note,
    Field(discriminator="kind"),
]


@lru_cache(maxsize=1)
def _adapter() -> "EditAdapter":
    return TypeAdapter(AnyEdit)


def read_edit(written: dict[str, Any]) -> Edit:
    """Read an edit as it is stored or sent.

    Raises:
        BadInputError: naming the first part that cannot be so.
    """
    try:
        found: Edit = _adapter().validate_python(written)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ", ".join(str(part) for part in first["loc"][1:]) or "kind"
        raise BadInputError(f"This change was not understood ({where}). Nothing was changed.") from None
    return found


def as_stored(edit: Edit) -> dict[str, Any]:
    """Return an edit as it is stored: JSON values."""
    return edit.model_dump(mode="json")


# Before the drafting: what enters, and as what.


def entering(agreed: Iterable[Agreed], edits: Sequence[Edit]) -> list[Agreed]:
    """Return what rooms agreed on without what is left out, each for the concept that people say it is for."""
    return [_as_told(each, edits) for each in agreed if not _is_left_out(each, edits)]


def left_out(agreed: Iterable[Agreed], edits: Sequence[Edit]) -> list[Agreed]:
    """Return what waits for another release."""
    return [each for each in agreed if _is_left_out(each, edits)]


def _is_left_out(agreed: Agreed, edits: Sequence[Edit]) -> bool:
    return any(isinstance(edit, LeaveOut) and edit.is_of(agreed) for edit in edits)


def _as_told(agreed: Agreed, edits: Sequence[Edit]) -> Agreed:
    for edit in edits:
        if isinstance(edit, OnlyWords) and edit.is_of(agreed):
            agreed = replace(agreed, editorial=True)
        if isinstance(edit, BelongsTo) and edit.is_of(agreed):
            agreed = replace(agreed, concept=edit.concept)
    return agreed


# After it: what people say of the concepts.


def apply(
    edits: Iterable[Edit], concepts: Iterable[Concept], language: str
) -> tuple[list[Concept], list[str]]:
    """Apply the edits of concepts in their order.

    Args:
        edits: all; those of other kinds are passed over.
        concepts: the draft, those of indicators among them.
        language: the glossary's.

    Returns:
        The concepts, and the ids of the edits whose concept is not there: something else of the draft was changed since.
    """
    known = {concept.id: concept for concept in concepts}
    idle: list[str] = []
    for edit in edits:
        if isinstance(edit, BringIn):
            known.update({each.id: _brought(known.get(each.id), each) for each in edit.concepts})
        elif isinstance(edit, Withdraw | Restore | Say | Scope | SetPlace | MatchTo):
            if edit.concept not in known:
                idle.append(edit.id)
            else:
                _apply_to(known, edit, language)
    return list(known.values()), idle


def _apply_to(
    known: dict[str, Concept], edit: Withdraw | Restore | Say | Scope | SetPlace | MatchTo, language: str
) -> None:
    concept = known[edit.concept]
    match edit:
        case Withdraw():
            known.update({each.id: each for each in withdraw(known.values(), concept.id, edit.replaced_by)})
            return
        case Restore():
            concept = replace(concept, status=Status.CURRENT, replaced_by=())
        case Say():
            concept = _said(concept, edit)
        case Scope():
            concept = replace(concept, scope=with_words(concept.scope, language, edit.text))
        case SetPlace():
            concept = replace(concept, broader=edit.broader, related=edit.related)
        case MatchTo():
            concept = _matched(concept, edit)
    known[concept.id] = concept


def with_words(words: Words, language: str, text: str) -> dict[str, str]:
    """Return words with others in one language; nothing takes them away."""
    rest = {each: words[each] for each in words if each != language}
    return {**rest, language: text} if text else rest


def _said(concept: Concept, edit: Say) -> Concept:
    return replace(
        concept,
        label=with_words(concept.label, edit.language, edit.label),
        definition=with_words(concept.definition, edit.language, edit.definition),
    )


def _matched(concept: Concept, edit: MatchTo) -> Concept:
    """An address stands under one sort of likeness only."""
    rest = {
        match: kept
        for match, addresses in concept.matches.items()
        if (kept := tuple(each for each in addresses if each != edit.address))
    }
    if edit.match is not None:
        rest[edit.match] = (*rest.get(edit.match, ()), edit.address)
    return replace(concept, matches=dict(sorted(rest.items())))


def _brought(before: Concept | None, concept: Concept) -> Concept:
    if before is None:
        return replace(concept, first=None, decisions=())
    says_more = before.definition != concept.definition
    return replace(
        concept, meaning=before.meaning + says_more, first=before.first, decisions=before.decisions
    )
