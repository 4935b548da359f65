"""Somebody who reads what was published, and what tables a page shows them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from starlette.testclient import TestClient

from kithmap.programme.model import Area
from tests.support.installation import Installation


@dataclass(frozen=True)
class Reading:
    """What is there to read, and who reads it.

    Attributes:
        installation: the application.
        stranger: somebody whom nobody knows.
        other: the second area.
    """

    installation: Installation
    stranger: TestClient
    other: Area

    @property
    def area(self) -> Area:
        return self.installation.area

    @property
    def both(self) -> str:
        """The part of an address that names both areas."""
        return f"areas={self.area.id}&areas={self.other.id}"

    def read(self, path: str, client: TestClient | None = None) -> str:
        """Return a page that has to be there."""
        answer = (client or self.stranger).get(path)
        assert answer.status_code == 200, (path, answer.text)
        return answer.text


@dataclass
class Figure:
    """A figure as a page shows it: the cells of its table, row by row, and what it can be saved as."""

    rows: list[list[str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class _Figures(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Figure] = []
        self._inside = False
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "figure":
            self.found.append(Figure())
            self._inside = True
        if not self._inside:
            return
        if tag == "tr":
            self.found[-1].rows.append([])
        elif tag in ("th", "td"):
            self._cell = []
        elif tag == "a" and "download" in said:
            self.found[-1].links.append(said["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "figure":
            self._inside = False
        if tag in ("th", "td") and self._cell is not None:
            self.found[-1].rows[-1].append("".join(self._cell))
            self._cell = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)


def figures_of(page: str) -> list[Figure]:
    """Return the figures that a page shows."""
    parser = _Figures()
    parser.feed(page)
    return parser.found
