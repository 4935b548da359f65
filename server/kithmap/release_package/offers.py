"""The files of a release that can be taken away: every format, the whole as one package, and what tells how to use them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kithmap.basics.words import said
from kithmap.layer_formats.formats import FORMATS, Format, file_names, stem_of
from kithmap.layers.model import Edition, Header, LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.release_package.citation import CITATION


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file, or of files that are made together.

    Attributes:
        key: names it in addresses and on the command line; never another one.
        title: what people call it.
        words: when to take it.
    """

    key: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that can be taken away, whether it is made already or not.

    Attributes:
        name: under which it is found and saved; no two of an edition have the same.
        sort: of which it is.
        media_type: of its content.
        part: which of the sort's files it is, in words; empty where it is the only one.
    """

    name: str
    sort: Sort
    media_type: str
    part: str = ""


PACKAGE = Sort(
    "package",
    said("Everything in one package"),
    said(
        "A zip file with all layers, the glossary, the data dictionary, the workshops' records and how to cite them. "
        "Take this one to keep, to hand on or to put into an archive."
    ),
)
REPORT = Sort(
    "report",
    said("Report"),
    said("One page to read and to print, with a map, that needs no network."),
)
DICTIONARY = Sort(
    "dictionary",
    said("Data dictionary"),
    said("What every column means, as a table and as a page."),
)
CITING = Sort(
    "citation",
    said("How to cite it"),
    said("For citation programs: a CITATION.cff and an entry for BibTeX."),
)

SORTS = (PACKAGE, REPORT, *(Sort(each.key, each.title, each.words) for each in FORMATS), DICTIONARY, CITING)
"""In the order in which they are offered."""

PACKED = ("geojson", "gpkg", "csv")
"""The formats that the package holds."""

MAKING = (
    *(each.key for each in FORMATS),
    DICTIONARY.key,
    CITING.key,
    REPORT.key,
    PACKAGE.key,
)
"""In the order in which they are made: the package is made of others."""

ZIP = "application/zip"
MARKDOWN = "text/markdown; charset=utf-8"
CSV = "text/csv; charset=utf-8"


def sort_of(key: str) -> Sort | None:
    """Return the sort of a key, or None."""
    return next((each for each in SORTS if each.key == key), None)


def offered(header: Header, edition: Edition, layers: Sequence[LayerName]) -> list[Offered]:
    """Return the files of an edition, in the order in which they are offered.

    Args:
        header: of the release.
        edition: for whom.
        layers: those that the release has.
    """
    return [file for sort in SORTS for file in of_sort(sort, header, edition, layers)]


def of_sort(sort: Sort, header: Header, edition: Edition, layers: Sequence[LayerName]) -> Iterator[Offered]:
    """Yield the files of one sort."""
    stem = stem_of(header, edition)
    if sort is PACKAGE:
        yield Offered(f"{stem}.zip", sort, ZIP)
    elif sort is REPORT:
        yield Offered(f"{stem}-report.html", sort, "text/html; charset=utf-8")
    elif sort is DICTIONARY:
        yield Offered(f"{stem}-data-dictionary.csv", sort, CSV, said("as a table"))
        yield Offered(f"{stem}-data-dictionary.md", sort, MARKDOWN, said("as a page"))
    elif sort is CITING:
        yield Offered(CITATION, sort, "application/yaml", "CITATION.cff")
        yield Offered(f"{stem}.bib", sort, "application/x-bibtex", "BibTeX")
    else:
        yield from _of_format(sort, header, edition, tuple(layers))


def names_of(sort: Sort, header: Header, edition: Edition, layers: Sequence[LayerName]) -> list[str]:
    """Return what the files of one sort are called, in the order in which they are made."""
    return [each.name for each in of_sort(sort, header, edition, layers)]


def _of_format(
    sort: Sort, header: Header, edition: Edition, layers: tuple[LayerName, ...]
) -> Iterator[Offered]:
    form = next(each for each in FORMATS if each.key == sort.key)
    for name in file_names(form, header, edition, layers):
        yield Offered(name, sort, _media_type(form, name), _part(form, name, header, edition))


def _media_type(form: Format, name: str) -> str:
    return form.media_type if name.endswith(form.suffix) else "application/json"


def _part(form: Format, name: str, header: Header, edition: Edition) -> str:
    """Return which file it is, by what stands in its name between the release's and the format's."""
    stem = stem_of(header, edition)
    if form.beside and name == f"{stem}-{form.beside}":
        return said("what their columns are, for programs")
    between = name.removeprefix(stem).removesuffix(f"{form.middle}{form.suffix}").removeprefix("-")
    schema = next((each for each in SCHEMAS.values() if each.name.value == between), None)
    return between if schema is None else schema.title
