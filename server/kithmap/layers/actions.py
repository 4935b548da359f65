"""What changes layers: beginning a series, deciding about its next release, signing and publishing it. Who may is settled at the door.

A draft takes a while to work out, and rooms go on beside it; so it is made before the transaction that signs or publishes it. There
it counts only if nothing that people decided, and no other release, came in between.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, ConflictError, NotAllowedError
from kithmap.basics.ids import new_id
from kithmap.glossary.model import Version
from kithmap.layers import details as decided
from kithmap.layers.details import Details, StoredDraft, StoredSeries
from kithmap.layers.ground import Settlement
from kithmap.layers.model import Edition, ReleaseEdition
from kithmap.layers.published import PublishedRelease
from kithmap.layers.statistical import StatisticalAreas
from kithmap.layers.statistical import as_stored as areas_as_stored
from kithmap.layers.store import drafts, releases
from kithmap.layers.store import series as series_store
from kithmap.sign_off.model import Signature
from kithmap.sign_off.standing import may_be_published, signs_as, standings

MOST_SETTLEMENTS = 2_000
"""Kept for one draft; those whose finding is gone are dropped when it is published."""

LONGEST_REASON = 500

CHANGED = "The draft was changed meanwhile. Nothing was signed or published. Please look at it again first."


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is asked when layers are begun.

    Attributes:
        area: the area's id.
        area_name: its name.
        wave: the wave's id.
        wave_name: its name.
        public_address: under which others reach this server; empty where nobody set one.
    """

    area: str
    area_name: str
    wave: str
    wave_name: str
    public_address: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A draft as it was worked out, and from what.

    Attributes:
        editions: what each kind of reader would get.
        decided: what people had decided.
        previous: the last release, then.
        checksum: over both editions.
        is_new: whether it says anything that the last release does not.
        unsettled: how many findings have to be settled first.
        ground: from what it was built, to be kept with it.
        settled: keys of the settlements that still hold.
    """

    editions: Mapping[Edition, ReleaseEdition]
    decided: StoredDraft
    previous: Version | None
    checksum: str
    is_new: bool
    unsettled: int
    ground: str
    settled: frozenset[str] = frozenset()


def begin(session: Session, asked: Beginning, now: datetime) -> StoredSeries:
    """Begin the layers of an area in a wave, under a name that never changes.

    Raises:
        ConflictError: if they were begun already.
    """
    taken = {each.slug for each in series_store.every(session)}
    slug = decided.slug_of(asked.area_name, asked.wave_name, taken)
    address = decided.address_of(slug, asked.public_address)
    series = StoredSeries(new_id(), asked.area, asked.wave, slug, address)
    series_store.add(session, series, now)
    return series


def set_details(session: Session, series_id: str, details: Details, now: datetime) -> None:
    """Decide about licence, note, makers and workshops."""
    _change(session, series_id, now, details=decided.as_stored(details))


def set_statistical_areas(
    session: Session, series_id: str, found: StatisticalAreas | None, now: datetime
) -> None:
    """Take official small areas in, in place of those before; None takes them out."""
    areas = None if found is None else areas_as_stored(found)
    _change(session, series_id, now, statistical_areas=areas)


def settle(
    session: Session, series_id: str, keys: Collection[str], settlement: Settlement | None, now: datetime
) -> None:
    """Decide about findings.

    Args:
        session: the transaction.
        series_id: whose.
        keys: the findings' names.
        settlement: what is decided about each; None takes the decisions back.
        now: the time.

    Raises:
        BadInputError: if there is no reason, or it is too long.
        ConflictError: if too much was decided already.
    """
    series_store.take_turns(session, series_id)
    settlements = dict(drafts.draft(session, series_id).settlements)
    if settlement is None:
        settlements = {key: each for key, each in settlements.items() if key not in keys}
    else:
        kept = {"choice": settlement.choice, "reason": _reason(settlement.reason)}
        settlements |= dict.fromkeys(keys, kept)
    if len(settlements) > MOST_SETTLEMENTS:
        raise ConflictError("Too much was decided for one release. Please publish it first.")
    _change(session, series_id, now, settlements=settlements)


def _reason(typed: str) -> str:
    reason = " ".join(typed.split())
    if not reason:
        raise BadInputError("Please say in a few words why. Nothing was changed.")
    if len(reason) > LONGEST_REASON:
        raise BadInputError(f"This reason is too long: {LONGEST_REASON} letters at most.")
    return reason


def sign(
    session: Session,
    series_id: str,
    proposed: Proposed,
    signer: tuple[str, Role | None],
    seen: str,
    now: datetime,
) -> Signature:
    """Stand for a draft.

    Args:
        session: the transaction.
        series_id: whose.
        proposed: the draft.
        signer: the account, and its role in the area.
        seen: checksum of the draft that they looked at.
        now: the time.

    Raises:
        NotAllowedError: if nobody in this role signs.
        BadInputError: if something has to be settled first.
        ConflictError: if it is another draft by now, or there is nothing new in it.
    """
    account, role = signer
    signing_as = signs_as(role)
    if signing_as is None:
        raise NotAllowedError("A facilitator and a researcher of this area sign its layers.")
    series_store.take_turns(session, series_id)
    _check(session, series_id, proposed, seen)
    signature = Signature(signing_as, account, proposed.checksum, now)
    drafts.SIGNATURES.sign(session, series_id, signature)
    return signature


def take_back_signature(session: Session, series_id: str, account: str) -> None:
    """Stand for a draft no longer."""
    drafts.SIGNATURES.take_back(session, series_id, account)


def publish(
    session: Session,
    series_id: str,
    proposed: Proposed,
    seen: str,
    roles: Mapping[str, Role | None],
    now: datetime,
) -> PublishedRelease:
    """Publish a draft that both signed, as a release that never changes: the only way to one.

    Two who press at once: the first publishes, and the second learns that the draft is another one now.

    Args:
        session: the transaction.
        series_id: whose.
        proposed: the draft.
        seen: checksum of the draft that is meant.
        roles: of accounts in the area as they are now, by their ids.
        now: the time.

    Raises:
        BadInputError: if something has to be settled first.
        ConflictError: if a signature is missing or lapsed, it is another draft by now, or there is nothing new in it.
    """
    series_store.take_turns(session, series_id)
    _check(session, series_id, proposed, seen)
    signatures = drafts.SIGNATURES.of(session, series_id)
    if not may_be_published(standings(signatures, proposed.checksum, roles)):
        raise ConflictError(
            "Two people have to sign these layers before they are published: a facilitator and a researcher. Nothing was published."
        )
    new = releases.NewRelease(proposed.editions, proposed.ground, proposed.checksum, signatures)
    published = releases.add(session, series_id, new, now)
    drafts.SIGNATURES.take_back(session, series_id)
    drafts.set_draft(session, series_id, _kept(proposed), now)
    return published


def _kept(proposed: Proposed) -> StoredDraft:
    """Return what outlasts a release: all but its note, and decisions about what is gone."""
    details = decided.as_stored(replace(decided.from_stored(proposed.decided.details), note=""))
    settlements = {key: each for key, each in proposed.decided.settlements.items() if key in proposed.settled}
    return StoredDraft(details, settlements, proposed.decided.statistical_areas)


def _check(session: Session, series_id: str, proposed: Proposed, seen: str) -> None:
    newest = releases.one(session, series_id)
    previous = None if newest is None else newest.header.version
    same = drafts.draft(session, series_id) == proposed.decided and previous == proposed.previous
    if not same or proposed.checksum != seen:
        raise ConflictError(CHANGED)
    if not proposed.is_new:
        raise ConflictError("There is nothing new to publish. What was published stays as it is.")
    if proposed.unsettled:
        raise BadInputError("Something has to be settled first. It stands in the list of checks.")


def _change(session: Session, series_id: str, now: datetime, **changed: object) -> None:
    series_store.take_turns(session, series_id)
    drafts.set_draft(session, series_id, replace(drafts.draft(session, series_id), **changed), now)  # type: ignore[arg-type]  # fields of the record, by name
