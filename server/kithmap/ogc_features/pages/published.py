"""A layer's features as they were published."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from sqlmodel import Session

from kithmap.basics.kept import Kept
from kithmap.layers import access
from kithmap.ogc_features.model import BadQueryError, Bounds, Collection
from kithmap.ogc_features.paging import Marked, PageText
from kithmap.ogc_features.reading import NO_MARK

MOST_KEPT = 32_000_000
"""Bytes of pages that are kept; one of 5,000 places has three million."""

TURNS = 64
"""Pages that can be read at the same time, if chance gives them different turns."""

LONGEST_PLACE = 9
"""Figures: a layer has fewer than a thousand million features."""


class Pages:
    """Pages of releases, those that were read last. A release never changes: neither does a page of it."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: Kept[PageText] = Kept(MOST_KEPT)
        self._turns = [Lock() for _ in range(TURNS)]

    def page(self, name: str, read: Callable[[], PageText]) -> PageText:
        """Return a page, which is read if it is not kept. Who asks while it is being read waits for it.

        Args:
            name: names the release, its edition, the layer and the page.
            read: reads it.
        """
        with self._turns[hash(name) % TURNS]:
            found = self._kept.get(name)
            if found is None:
                found = read()
                self._kept.keep(name, found, len(found.features))
            return found


@dataclass(frozen=True, slots=True)
class PublishedRows:
    """A layer's features as they were published.

    Attributes:
        session: the transaction in which they are read.
        release_id: of the release.
        of: the collection.
        pages: those of all releases that are kept.
    """

    session: Session
    release_id: str
    of: Collection
    pages: Pages

    def marked(
        self, bounds: Bounds | None = None, *, after: str = "", skip: int = 0, limit: int | None = None
    ) -> Marked:
        """Return its lines; the mark of each is its place in the layer, and places have no gaps."""
        layer, begin = self.of.name.layer, _place(after) + skip
        rows = access.numbered_texts(
            self.session, self.release_id, self.of.edition, layer, bbox=bounds, after=begin, limit=limit
        )
        return ((str(place), line) for place, line in rows)

    def joined(self, *, after: str, skip: int, limit: int) -> PageText:
        """Return a page of the layer as it is sent."""
        edition, layer, begin = self.of.edition, self.of.name.layer, _place(after) + skip
        end = min(begin + limit, self.of.count)
        if begin >= end:
            # There are a thousand million such pages: none is kept.
            return PageText(b"", 0, None, self.of.count)

        def read() -> PageText:
            count, text = access.joined_texts(
                self.session, self.release_id, edition, layer, after=begin, limit=end - begin
            )
            return PageText(text, count, str(end) if end < self.of.count else None, self.of.count)

        return self.pages.page(f"{self.release_id} {edition} {layer} {begin} {end}", read)

    def how_many(self, bounds: Bounds | None) -> int:
        """Tell how many of them touch some degrees."""
        if bounds is None:
            return self.of.count
        return access.count_within(self.session, self.release_id, self.of.edition, self.of.name.layer, bounds)

    def line(self, feature_id: str) -> bytes | None:
        """Return one of them, or None if there is no such one."""
        return access.feature_text_of(
            self.session, self.release_id, self.of.edition, self.of.name.layer, feature_id
        )


def _place(mark: str) -> int:
    if not (mark or "0").isdecimal() or len(mark) > LONGEST_PLACE:
        raise BadQueryError(NO_MARK)
    return int(mark or "0")
