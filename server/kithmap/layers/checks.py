"""What to look at before a release is published, and what of it somebody has to decide.

Nothing here tells more of where a place is than the release itself will: whoever reads the findings at the desk may be a researcher, who
knows of a place that is shown less than exactly no more than anybody.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kithmap.basics.words import said
from kithmap.layers.ground import Ground, Mapped
from kithmap.layers.model import Edition, LayerName
from kithmap.layers.position import Shown, shown_place
from kithmap.layers.privacy import Why, feature_id, why_withheld
from kithmap.layers.settling import Check, Choice, Key, Located, choices, key_of, located, settled
from kithmap.layers.telltale import telltales
from kithmap.shared_map.duplicates import duplicates, reach_of, trigrams
from kithmap.shared_map.masking import metres_between
from kithmap.shared_map.model import (
    ALARM,
    APART,
    ASSET,
    CONNECTION,
    MEETING_PLACE,
    METRES,
    REVIEWED,
    Precision,
    is_place,
)
from kithmap.workshop.model import RECORD, Life, life_of

WORDS: Mapping[Check, str] = {
    Check.DUPLICATE: said("These two may be the same place."),
    Check.OUTSIDE: said("This lies outside the boundary, at least in part."),
    Check.INVALID: said("This shape cannot be drawn as it is. It can only be left out."),
    # That there was an alarm is known to whoever raised it and to those who lead, and researchers read findings.
    Check.ALARM: said("Those who led the room had put this aside, and have shown it again. Please look at it once more."),
    Check.PHONE: said("These words look like a telephone number."),
    Check.EMAIL: said("These words look like an e-mail address."),
    Check.ADDRESS: said("These words look like the address of a house."),
    Check.HOME: said("These words may tell where somebody lives."),
    Check.KIND: said("This kind of asset is not in the glossary of this release. Its name is the workshop's own."),
    Check.OPEN: said("This workshop is not closed yet. It is published as it stands now."),
    Check.WAITING: said("Things wait to be looked at in this workshop, and are left out until somebody has."),
    Check.HELD_BACK: said("A blind round of this workshop was never shown to the room, and is left out."),
    Check.NO_GLOSSARY: said("The area has published no glossary yet. Kinds are called as in their workshops."),
    Check.EMPTY: said("There is nothing in this layer."),
}  # fmt: skip
"""A sentence for each sort of finding."""


@dataclass(frozen=True, slots=True)
class About:
    """Something that a finding is about.

    Attributes:
        id: as the release calls it; a workshop's id; or a kind or layer.
        title: what people call it.
        workshop: the title of the workshop that it is of, or empty.
        lon: longitude of where it is shown; None for what stands nowhere.
        lat: latitude likewise.
    """

    id: str
    title: str
    workshop: str = ""
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at before publishing.

    Attributes:
        key: names it for as long as what it is about stays as it is.
        check: what was looked for.
        about: what it is about.
        choices: what can be decided; empty where it is only to be known.
        quote: the words that it is about, or empty.
        count: how many things it is about, where they are not named one by one.
    """

    key: str
    check: Check
    about: tuple[About, ...]
    choices: tuple[Choice, ...] = ()
    quote: str = ""
    count: int = 0

    @property
    def must_be_settled(self) -> bool:
        """Whether somebody has to decide before publishing."""
        return bool(self.choices)

    @property
    def words(self) -> str:
        """What was found, in a sentence."""
        return WORDS[self.check]


@dataclass(frozen=True, slots=True)
class _Candidate(Located):
    """A place or connection that may be published, with where it is shown; None for a connection."""

    shown: Shown | None


def findings(ground: Ground) -> tuple[Finding, ...]:
    """Return everything to look at before publishing, what has to be settled first.

    What was settled is among them, so that it can be settled otherwise; see :func:`unsettled`.
    """
    found: list[Finding] = []
    candidates = list(_candidates(ground))
    look: Callable[[Ground, list[_Candidate]], Iterator[Finding]]
    for look in (_duplicates, _shapes, _alarms, _words, _kinds, _workshops, _layers):
        found += look(ground, candidates)
    order = list(Check)
    return tuple(
        sorted(found, key=lambda each: (not each.must_be_settled, order.index(each.check), each.key))
    )


def unsettled(ground: Ground, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that keep a release from being published: nobody has decided about them as they are now.

    What is left out, or shown by another place, needs no further decision.
    """
    decided = settled(ground)
    gone = {
        feature_id(ground.mask(each.mapped), each.record.id)
        for each in located(ground)
        if each.key in decided.left_out or each.key in decided.same
    }
    return tuple(
        each
        for each in found
        if each.must_be_settled
        and not _is_settled(ground, each)
        and not any(one.id in gone for one in each.about)
    )


def _is_settled(ground: Ground, finding: Finding) -> bool:
    settlement = ground.settlements.get(finding.key)
    return settlement is not None and settlement.choice in finding.choices


def _candidates(ground: Ground) -> Iterator[_Candidate]:
    """Go through what the widest edition may hold, before anything was settled."""
    kept: set[Key] = set()
    for each in located(ground):
        if why_withheld(each.record, each.mapped.view, Edition.PARTNERS) is not None:
            continue
        shown = None
        if is_place(each.record):
            kept.add(each.key)
            shown = shown_place(ground.mask(each.mapped), each.record.id, each.record.fields)
        elif not all((each.key[0], end) in kept for end in each.record.stands_on):
            continue
        yield _Candidate(each.mapped, each.record, shown)


def _finding(ground: Ground, check: Check, about: Iterable[_Candidate], quote: str = "") -> Finding:
    named = tuple(about)
    return Finding(
        key_of(ground, check, named),
        check,
        tuple(_about(ground, each) for each in named),
        choices(check, named),
        quote,
    )


def _about(ground: Ground, each: _Candidate) -> About:
    mapped, shown = each.mapped, each.shown
    name = feature_id(ground.mask(mapped), each.record.id)
    if shown is None:
        return About(name, _title(each), mapped.source.title)
    return About(name, _title(each), mapped.source.title, shown.lon, shown.lat)


def _title(each: _Candidate) -> str:
    if each.record.kind != CONNECTION:
        return str(each.record.fields["title"])
    ends = (each.mapped.view.get(end) for end in each.record.stands_on)
    return " - ".join(str(end.fields["title"]) for end in ends if end is not None)


def _duplicates(ground: Ground, candidates: list[_Candidate]) -> Iterator[Finding]:
    """Places near each other and alike in name, the earlier workshop's first; those of one workshop too, unless it said otherwise.

    A place that is not shown exactly is compared by where it is shown: it has to be called the same, and to be as near as it may be.
    """
    places = [each for each in candidates if each.shown is not None]
    apart = {
        (mapped.source.workshop, *sorted(mark.stands_on))
        for mapped in ground.workshops
        for mark in mapped.view.of_kind(APART)
    }
    pairs = {*_near_pairs(ground, places), *_vague_pairs(ground, places)}
    for one, other in sorted(pairs):
        first, second = places[one], places[other]
        together = sorted((first.record.id, second.record.id))
        if first.mapped is second.mapped and (first.mapped.source.workshop, *together) in apart:
            continue
        yield _finding(ground, Check.DUPLICATE, (first, second))


def _near_pairs(ground: Ground, places: list[_Candidate]) -> Iterator[tuple[int, int]]:
    # Ids are unique in one workshop only, and order the pair: numbers are both.
    exact = [
        replace(each.record, id=f"{number:08}")
        for number, each in enumerate(places)
        if each.metres == METRES[Precision.EXACT]
    ]
    for pair in duplicates(exact, ground.boundary):
        yield int(pair.one), int(pair.other)


def _vague_pairs(ground: Ground, places: list[_Candidate]) -> Iterator[tuple[int, int]]:
    reach = reach_of(ground.boundary)
    alike: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for number, each in enumerate(places):
        alike[trigrams(each.record.fields["title"])].append(number)
    for numbers in alike.values():
        for position, one in enumerate(numbers):
            for other in numbers[position + 1 :]:
                farthest = places[one].metres + places[other].metres
                if farthest and _apart(places[one], places[other]) <= reach + farthest:
                    yield one, other


def _apart(one: _Candidate, other: _Candidate) -> float:
    assert one.shown is not None
    assert other.shown is not None
    return metres_between((one.shown.lon, one.shown.lat), (other.shown.lon, other.shown.lat))


def _shapes(ground: Ground, candidates: list[_Candidate]) -> Iterator[Finding]:
    """Shapes, as they are shown, that are not sound or reach beyond the boundary."""
    import shapely  # noqa: PLC0415 - 20 MB
    from shapely.geometry import shape  # noqa: PLC0415

    boundary = shape(dict(ground.boundary))
    shapely.prepare(boundary)
    for each in candidates:
        if each.shown is None:
            continue
        drawn = shape(each.shown.geometry)
        if not drawn.is_valid or drawn.is_empty:
            yield _finding(ground, Check.INVALID, (each,))
        elif not boundary.covers(drawn):
            yield _finding(ground, Check.OUTSIDE, (each,))


def _alarms(ground: Ground, candidates: list[_Candidate]) -> Iterator[Finding]:
    for each in candidates:
        marks = each.mapped.view.standing_on(each.record.id)
        if any(mark.kind == ALARM for mark in marks):
            yield _finding(ground, Check.ALARM, (each,))


def _words(ground: Ground, candidates: list[_Candidate]) -> Iterator[Finding]:
    for each in candidates:
        found = {sort: quote for text in _published(each) for sort, quote in telltales(text)}
        for sort, quote in found.items():
            yield _finding(ground, Check(sort.value), (each,), quote)


def _published(each: _Candidate) -> Iterator[str]:
    """Yield the words that would be published: titles, and the rest where its author agreed to be quoted."""
    fields = each.record.fields
    if each.record.kind != CONNECTION:
        yield fields["title"]
    if each.record.id not in each.mapped.quoted:
        return
    if each.record.kind == CONNECTION:
        yield fields["result"]["words"]
        return
    yield fields["note"]
    yield fields.get("meeting", {}).get("who", "")


def _kinds(ground: Ground, candidates: list[_Candidate]) -> Iterator[Finding]:
    """Kinds that the glossary does not hold, each once: it is mended in the glossary, not place by place."""
    if ground.glossary is None:
        yield Finding(key_of(ground, Check.NO_GLOSSARY, ()), Check.NO_GLOSSARY, ())
        return
    known = {concept.id for concept in ground.glossary.concepts}
    used = Counter(
        each.record.fields["asset_kind"]
        for each in candidates
        if each.record.kind == ASSET and each.record.fields["asset_kind"] not in known
    )
    for kind in sorted(used):
        key = key_of(ground, Check.KIND, (), kind)
        yield Finding(key, Check.KIND, (About(kind, kind),), choices(Check.KIND, ()), count=used[kind])


def _workshops(ground: Ground, candidates: list[_Candidate]) -> Iterator[Finding]:
    del candidates
    for mapped in ground.workshops:
        record = mapped.view.get(RECORD)
        if record is not None and life_of(record) is not Life.CLOSED:
            yield _of_workshop(ground, Check.OPEN, mapped, 0)
        waiting = _withheld(mapped)
        for check, count in (
            (Check.WAITING, waiting[Why.WAITING] + waiting[Why.RETURNED]),
            (Check.HELD_BACK, waiting[Why.HELD_BACK]),
        ):
            if count:
                yield _of_workshop(ground, check, mapped, count)


def _withheld(mapped: Mapped) -> Counter[Why | None]:
    records = (record for kind in REVIEWED for record in mapped.view.of_kind(kind) if record.fields)
    return Counter(why_withheld(record, mapped.view, Edition.PARTNERS) for record in records)


def _of_workshop(ground: Ground, check: Check, mapped: Mapped, count: int) -> Finding:
    source = mapped.source
    key = key_of(ground, check, (), f"{source.workshop} {source.number if check is Check.OPEN else count}")
    return Finding(key, check, (About(source.workshop, source.title),), choices(check, ()), count=count)


def _layers(ground: Ground, candidates: list[_Candidate]) -> Iterator[Finding]:
    kinds = {each.record.kind for each in candidates}
    for name, kind in (
        (LayerName.ASSETS, ASSET),
        (LayerName.MEETING_PLACES, MEETING_PLACE),
        (LayerName.CONNECTIONS, CONNECTION),
    ):
        if kind not in kinds:
            yield Finding(
                key_of(ground, Check.EMPTY, (), name.value), Check.EMPTY, (About(name.value, name.value),)
            )
