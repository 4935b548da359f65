"""What anybody may read of layers: what was published, in the edition that is theirs."""

from collections.abc import Iterator

from sqlmodel import Session

from kithmap.basics.errors import BadInputError, NotAllowedError, NotFoundError, NotSignedInError
from kithmap.glossary.model import Release, Version
from kithmap.layers.build import editions
from kithmap.layers.details import StoredDraft, StoredSeries
from kithmap.layers.geojson import feature_of
from kithmap.layers.ground import Settlement
from kithmap.layers.model import Edition, Layer, LayerName, ReleaseEdition
from kithmap.layers.origin import Rebuilt, compared, ground_again
from kithmap.layers.published import Bounds, PublishedRelease, Series
from kithmap.layers.store import drafts, features, releases
from kithmap.layers.store import series as store
from kithmap.people.model import Account
from kithmap.storage.snapshots import content_at
from kithmap.sync.log import OperationLog


def settlements(session: Session, area_id: str, wave_id: str) -> dict[str, Settlement]:
    """Return what people decided about places of an area and wave for its next release, by the key of the finding.

    What was left out there is left out of everything else that goes outside.
    """
    found = store.of_wave(session, area_id, wave_id)
    if found is None:
        return {}
    made = drafts.draft(session, found.id).settlements
    return {key: Settlement(each["choice"], each["reason"]) for key, each in made.items()}


def begun_series(session: Session, area_id: str, wave_id: str) -> StoredSeries | None:
    """Return the series of an area in a wave, if it was begun, published or not."""
    return store.of_wave(session, area_id, wave_id)


def slugs(session: Session) -> set[str]:
    """Return the slugs that are taken."""
    return {each.slug for each in store.every(session)}


def decided(session: Session, series: StoredSeries | None) -> StoredDraft:
    """Return what people decided for the next release of a series; nothing where it is not begun."""
    return StoredDraft() if series is None else drafts.draft(session, series.id)


def edition_for(account: Account | None, area_id: str) -> Edition:
    """Return the edition that is somebody's: the partners' for those with a role in the area, and the public one."""
    if account is None or account.role_in(area_id) is None:
        return Edition.PUBLIC
    return Edition.PARTNERS


def require_partner(account: Account | None, area_id: str) -> None:
    """Make sure that somebody may read the partners' edition of an area.

    Raises:
        NotSignedInError: if nobody is known to be reading.
        NotAllowedError: if they have no role in the area.
    """
    if account is None:
        raise NotSignedInError(
            "This edition is for people with a role in the area. Please sign in, or take the public edition."
        )
    if edition_for(account, area_id) is not Edition.PARTNERS:
        raise NotAllowedError(
            "This edition is for people with a role in the area. The public edition is for everybody."
        )


def series(session: Session) -> list[Series]:
    """Return every series that has published something, by slug."""
    published = releases.by_series(session)
    return [_series(each, published[each.id]) for each in store.every(session) if each.id in published]


def series_called(session: Session, slug: str) -> Series:
    """Return the series of a slug.

    Raises:
        NotFoundError: if there is none, or it has published nothing.
    """
    found = _known(session, slug)
    versions = releases.of_series(session, found.id)
    if not versions:
        raise NotFoundError("These layers have not been published yet.")
    return _series(found, versions)


def published(session: Session, slug: str, version: Version | str | None = None) -> PublishedRelease:
    """Return a release.

    Args:
        session: the transaction.
        slug: of its series.
        version: which, as such or as it stands in the address; None for the newest.

    Raises:
        NotFoundError: if there is none, or it is no version at all.
    """
    known = _known(session, slug)
    wanted = _version(version) if isinstance(version, str) else version
    found = releases.one(session, known.id, wanted)
    if found is not None:
        return found
    newest = releases.one(session, known.id)
    if newest is None:
        raise NotFoundError("These layers have not been published yet.")
    last = newest.header.version
    raise NotFoundError(f"These layers have no version {version}. The newest is {last}.")


def feature_texts(
    session: Session,
    release_id: str,
    edition: Edition,
    layer: LayerName,
    *,
    bbox: Bounds | None = None,
    after: int = 0,
    limit: int | None = None,
) -> Iterator[bytes]:
    """Read the canonical lines of a layer one after another, in memory for some of them.

    Args:
        session: the transaction, open until the last one was read.
        release_id: of the release.
        edition: whose.
        layer: which.
        bbox: only those whose bounds, as they are shown, touch it (west <= east); None for all.
        after: only those behind this place, from 1.
        limit: so many at most; None for all.

    Yields:
        Nothing at all if the release has no such layer.
    """
    numbered = numbered_texts(session, release_id, edition, layer, bbox=bbox, after=after, limit=limit)
    return (text for _, text in numbered)


def numbered_texts(
    session: Session,
    release_id: str,
    edition: Edition,
    layer: LayerName,
    *,
    bbox: Bounds | None = None,
    after: int = 0,
    limit: int | None = None,
) -> Iterator[tuple[int, bytes]]:
    """Read what :func:`feature_texts` reads, each with its place in the layer: what ``after`` goes on from."""
    part = features.part_number(session, release_id, edition.value, layer.value)
    if part is not None:
        yield from features.numbered(session, part, bbox, after, limit)


def joined_texts(
    session: Session, release_id: str, edition: Edition, layer: LayerName, *, after: int, limit: int
) -> tuple[int, bytes]:
    """Read what :func:`feature_texts` reads as one text: how many lines there are, and the lines as a collection has them."""
    part = features.part_number(session, release_id, edition.value, layer.value)
    return (0, b"") if part is None else features.joined(session, part, after, limit)


def feature_text_of(
    session: Session, release_id: str, edition: Edition, layer: LayerName, feature_id: str
) -> bytes | None:
    """Return the canonical line of one feature, or None if the layer has no such one."""
    part = features.part_number(session, release_id, edition.value, layer.value)
    return None if part is None else features.line(session, part, feature_id)


def count_within(session: Session, release_id: str, edition: Edition, layer: LayerName, bbox: Bounds) -> int:
    """Count the features of a layer whose bounds, as they are shown, touch a rectangle."""
    part = features.part_number(session, release_id, edition.value, layer.value)
    return 0 if part is None else features.count(session, part, bbox)


def whole(session: Session, slug: str, version: Version | str | None, edition: Edition) -> ReleaseEdition:
    """Return an edition of a release in memory, with all its features.

    Raises:
        NotFoundError: if there is no such release.
    """
    return whole_of(session, published(session, slug, version), edition)


def whole_of(session: Session, found: PublishedRelease, edition: Edition) -> ReleaseEdition:
    """Return an edition of a release that is known, in memory, with all its features."""
    facts = found.editions[edition]
    layers = (
        Layer(name, tuple(map(feature_of, feature_texts(session, found.id, edition, name))))
        for name in facts.counts
    )
    return ReleaseEdition(found.header, edition, tuple(layers), facts.report)


def rebuild(
    session: Session, log: OperationLog, release: PublishedRelease, glossary: Release | None, masking: bytes
) -> Rebuilt:
    """Build a release again from the logs of its workshops, and hold it against what was published.

    What was erased from a log since cannot be given any more, and is told of; what is published stays as it is.

    Args:
        session: the transaction.
        log: where the workshops' entries are.
        release: which.
        glossary: the glossary's release that it names; None where it names none.
        masking: the server's secret.

    Raises:
        NotFoundError: if a log does not reach as far as the release.
    """
    header = release.header
    kept = releases.ground(session, release.id)
    assert kept is not None
    views = {each.workshop: content_at(log, each.workshop, each.number) for each in header.sources}
    made = editions(ground_again(kept, header, views, glossary, masking))
    published = {
        (edition, name): tuple(feature_texts(session, release.id, edition, name))
        for edition, facts in release.editions.items()
        for name in facts.counts
    }
    return compared(made, published)


def _known(session: Session, slug: str) -> StoredSeries:
    found = store.called(session, slug)
    if found is None:
        raise NotFoundError(
            "There are no layers at this address. Please look for them in the list of all layers."
        )
    return found


def _series(found: StoredSeries, versions: list[PublishedRelease]) -> Series:
    newest = versions[0].header
    return Series(
        slug=found.slug,
        area_id=found.area,
        area=newest.area,
        programme=newest.programme,
        wave_id=found.wave,
        wave=newest.wave,
        versions=tuple(versions),
    )


def _version(text: str) -> Version:
    try:
        return Version.parse(text)
    except BadInputError:
        raise NotFoundError(
            f"“{text[:40]}” is no version. A version is three numbers, such as 1.0.0."
        ) from None
