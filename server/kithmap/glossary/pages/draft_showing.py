"""An area's draft as its pages show it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kithmap.basics.errors import NotFoundError
from kithmap.glossary.changes import Changed, Differences, Replaced
from kithmap.glossary.checks import Fault
from kithmap.glossary.draft import Agreed
from kithmap.glossary.drafting import Draft
from kithmap.glossary.edits import (
    AboutItem,
    BringIn,
    Edit,
    LeaveOut,
    MatchTo,
    Note,
    OnlyWords,
    Say,
    SetPlace,
    Take,
    Withdraw,
)
from kithmap.glossary.forms import Changes
from kithmap.glossary.in_words import differences_in_words, preferred
from kithmap.glossary.model import Concept, Status
from kithmap.glossary.numbering import because
from kithmap.glossary.pages.draft_contexts import (
    DraftConceptPage,
    DraftPage,
    EnteringItem,
    NamedConcept,
    ShownConcept,
    ShownEdit,
    ShownWaiting,
    StartingTermsPage,
)
from kithmap.glossary.pages.drafting import Desk, OnTable
from kithmap.glossary.release import every_concept
from kithmap.glossary.skos import concept_address
from kithmap.sign_off.shown import shown_signatures
from kithmap.sign_off.standing import may_be_published
from kithmap.web.language import LANGUAGES

MOST_NAMES = 3
"""Names of concepts in one sentence; of more, only how many there are."""


class Shown:
    """One draft, its concepts by id.

    Args:
        desk: what is on the table.
        table: the draft and what stands beside it.
    """

    def __init__(self, desk: Desk, table: OnTable) -> None:
        """Look up once what all of its pages ask."""
        self.desk = desk
        self.table = table
        self.language = table.draft.release.scheme.language
        self.asked = {each.concept.id for each in table.draft.release.indicators}
        self.now = {each.id: each for each in every_concept(table.draft.release)}
        self.before = {each.id: each for each in every_concept(table.draft.last)}
        self._became = became(table.draft.found)
        self._faults = _by_concept(table.draft.faults)

    def label(self, concept_id: str) -> str:
        """Return what a concept is called."""
        known = self.now.get(concept_id) or self.before.get(concept_id)
        return preferred(known.label, self.language) if known else concept_id

    def names(self, ids: Iterable[str]) -> str:
        """Return what concepts are called, in one line."""
        return ", ".join(map(self.label, ids))

    def concept(self, concept: Concept) -> ShownConcept:
        """Return a concept as it is shown."""
        return ShownConcept(
            id=concept.id,
            label=preferred(concept.label, self.language),
            definition=preferred(concept.definition, self.language),
            became=self._became.get(concept.id, ""),
            in_use=concept.status is Status.CURRENT,
            asked=concept.id in self.asked,
            decisions=concept.decisions,
            faults=self._faults.get(concept.id, ()),
        )

    def concepts(self) -> list[ShownConcept]:
        """Return all, by label."""
        return sorted(map(self.concept, self.now.values()), key=lambda each: (each.label.casefold(), each.id))

    def edits(self) -> tuple[ShownEdit, ...]:
        """Return what people changed."""
        return tuple(map(self._edit, self.table.edits))

    def _edit(self, edit: Edit) -> ShownEdit:
        about, to = self._told(edit)
        return ShownEdit(
            id=edit.id,
            kind=str(vars(edit)["kind"]),
            about=about,
            to=to,
            idle=edit.id in self.table.draft.idle,
        )

    def _told(self, edit: Edit) -> tuple[str, str]:  # noqa: PLR0911 - one line for each sort
        match edit:
            case Take():
                return self.names(edit.concepts[:MOST_NAMES]), _more(len(edit.concepts))
            case BringIn():
                return str(len(edit.concepts)), ""
            case Note():
                return edit.text, ""
            case AboutItem():
                return self._label_of_item(edit), ""
            case Withdraw():
                return self.label(edit.concept), self.names(edit.replaced_by)
            case Say():
                return self.label(edit.concept), f"{edit.label} ({edit.language})"
            case SetPlace():
                return self.label(edit.concept), self.names((*edit.broader, *edit.related))
            case MatchTo():
                return self.label(edit.concept), edit.address
            case _:
                return self.label(str(vars(edit)["concept"])), ""

    def _label_of_item(self, edit: AboutItem) -> str:
        adopted = self.desk.adopted
        return next((each.label for each in (*adopted.terms, *adopted.indicators) if edit.is_of(each)), "")


def draft_page(desk: Desk, table: OnTable) -> DraftPage:
    """Return the page of a draft."""
    shown, draft = Shown(desk, table), table.draft
    why = because(draft.found, is_first=draft.last is None)
    listed = shown.concepts()
    new = table.published[0] if table.published else None
    viewer = (desk.account.id, desk.role)
    is_sound = draft.is_new and not draft.faults
    return DraftPage(
        area=desk.area.id,
        area_name=desk.area.name,
        glossary=desk.founded.name,
        published=str(new.version) if new else "",
        published_on=new.day if new else None,
        version=str(draft.release.version),
        why=why.why.value,
        why_names=shown.names(why.concepts) if len(why.concepts) <= MOST_NAMES else "",
        is_new=draft.is_new,
        differences=_differences(draft),
        changed=tuple(each for each in listed if each.became or each.faults),
        unchanged=tuple(each for each in listed if not each.became and not each.faults),
        waiting=tuple(_waiting(draft.left_out, table.edits)),
        wishes=tuple(ShownWaiting(label=each.label, meaning=each.meaning) for each in draft.wishes),
        # What is left out has a list of its own.
        edits=tuple(each for each in shown.edits() if each.kind != "leave_out" or each.idle),
        faults=len(draft.faults),
        signatures=shown_signatures(table.signatures, table.signers, viewer, is_sound=is_sound),
        may_publish=is_sound and may_be_published(table.signatures),
        checksum=draft.checksum,
        note=draft.release.note,
    )


def concept_page(desk: Desk, table: OnTable, concept_id: str) -> DraftConceptPage:
    """Return the page of one concept of a draft.

    Raises:
        NotFoundError: if the draft has no such concept.
    """
    shown = Shown(desk, table)
    concept, before = shown.now.get(concept_id), shown.before.get(concept_id)
    if concept is None:
        raise NotFoundError("There is no such term in this draft. Something else was changed meanwhile.")
    meant = preferred(before.definition, shown.language) if before else ""
    return DraftConceptPage(
        area=desk.area.id,
        area_name=desk.area.name,
        concept=shown.concept(concept),
        others=concept.alt.get(shown.language, ()),
        scope=concept.scope.get(shown.language, ""),
        broader=concept.broader,
        related=concept.related,
        matches=tuple((match.value, each) for match, found in concept.matches.items() for each in found),
        entering=tuple(_entering(concept, before, table.edits)),
        before=meant if meant != preferred(concept.definition, shown.language) else "",
        words=_other_languages(concept, shown.language),
        languages=tuple((each.tag, each.own_name) for each in LANGUAGES if each.tag != shown.language),
        concepts=tuple(
            NamedConcept(id=each.id, label=each.label)
            for each in shown.concepts()
            if each.in_use and each.id != concept_id
        ),
        starting=concept_address(desk.starting, concept_id) if concept_id in desk.start.concepts else "",
        edits=tuple(
            shown_edit
            for edit, shown_edit in zip(table.edits, shown.edits(), strict=True)
            if getattr(edit, "concept", None) == concept_id
        ),
        touched=desk.touched.get(concept_id),
    )


def starting_terms_page(desk: Desk, table: OnTable) -> StartingTermsPage:
    """Return the page on which terms are chosen that come with Kithmap."""
    shown = Shown(desk, table)
    rest = [each for each in desk.start.concepts.values() if each.id not in shown.now]
    return StartingTermsPage(
        area=desk.area.id,
        area_name=desk.area.name,
        concepts=tuple(sorted(map(shown.concept, rest), key=lambda each: each.label.casefold())),
    )


def became(found: Differences) -> dict[str, str]:
    """Return, for each concept that is different, what becomes of it: the weightiest where it is several things."""
    of: dict[str, str] = {}
    for name in (
        "redefined",
        "split",
        "merged",
        "replaced",
        "withdrawn",
        "instruments",
        "added",
        "restored",
        "edited",
    ):
        for each in getattr(found, name):
            for concept_id, became_of in _each(name, each):
                of.setdefault(concept_id, became_of)
    return of


def _each(name: str, one: str | Changed | Replaced) -> Iterator[tuple[str, str]]:
    match one:
        case Changed():
            yield one.id, name
        case Replaced():
            yield from ((each, name) for each in one.before)
            yield from ((each, "added") for each in one.after)
        case _:
            yield one, name


def _by_concept(faults: Iterable[Fault]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for fault in faults:
        found[fault.concept] += (fault.says,)
    return dict(found)


def draft_changes(table: OnTable) -> Changes:
    """Return what is different from the last release, for programs and in words."""
    draft = table.draft
    return Changes(draft.release.version, draft.release.previous, draft.found, _differences(draft))


def _differences(draft: Draft) -> tuple[str, ...]:
    if draft.last is None:
        return ()
    concepts = {each.id: each for each in (*every_concept(draft.last), *every_concept(draft.release))}
    return tuple(differences_in_words(draft.found, concepts, draft.release.scheme.language))


def _waiting(left_out: Iterable[Agreed], edits: Iterable[Edit]) -> Iterator[ShownWaiting]:
    leaving = [edit for edit in edits if isinstance(edit, LeaveOut)]
    for each in left_out:
        edit = next(edit.id for edit in leaving if edit.is_of(each))
        yield ShownWaiting(label=each.label, meaning=each.meaning, edit=edit)


def _entering(concept: Concept, before: Concept | None, edits: Iterable[Edit]) -> Iterator[EnteringItem]:
    known = {(each.workshop, each.item) for each in before.decisions} if before else set()
    words = [edit for edit in edits if isinstance(edit, OnlyWords)]
    for each in concept.decisions:
        if (each.workshop, each.item) not in known:
            said = next(
                (edit.id for edit in words if (edit.workshop, edit.item) == (each.workshop, each.item)), ""
            )
            yield EnteringItem(
                workshop=each.workshop, item=each.item, only_words=said, was_there=before is not None
            )


def _other_languages(concept: Concept, language: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (tag, label, concept.definition.get(tag, ""))
        for tag, label in concept.label.items()
        if tag != language
    )


def _more(count: int) -> str:
    return str(count - MOST_NAMES) if count > MOST_NAMES else ""
