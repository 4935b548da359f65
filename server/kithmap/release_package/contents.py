"""What stands in a package: every file but the layers themselves, and what each of all of them is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kithmap.glossary.folder import ATTRIBUTES, as_folder
from kithmap.glossary.model import Release
from kithmap.layers.model import Edition, LayerName
from kithmap.layers.published import PublishedRelease
from kithmap.layers.schema import SCHEMAS
from kithmap.release_package.citation import CITATION, bibtex, citation_file
from kithmap.release_package.codebook import CODEBOOK, codebook
from kithmap.release_package.descriptor import DESCRIPTOR, Json, glossary_schemas, table_schema
from kithmap.release_package.dictionary import columns_of, dictionary_csv, dictionary_markdown
from kithmap.release_package.licence_text import LICENCE, licence_text
from kithmap.release_package.readme import README, Told, readme
from kithmap.release_package.record_page import PAGE, record_page
from kithmap.release_package.record_tables import TABLES, record_files
from kithmap.release_package.workshop_record import WorkshopRecord

BIBTEX = "citation.bib"
DICTIONARY = "data_dictionary.csv"
DICTIONARY_PAGE = "data_dictionary.md"
CHECKSUMS = "SHA256SUMS"
LAYERS = "layers/"
GLOSSARY = "glossary/"
WORKSHOPS = "workshops/"

Files = Mapping[str, bytes]
"""Contents by path, with slashes."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a package holds beside the layers.

    Attributes:
        glossary: the release by which kinds are called; None where there was none.
        records: of the workshops that the release was built from, in the order of its sources.
        why_withheld: why something is left out, in words, by the keys of a privacy report.
    """

    glossary: Release | None
    records: tuple[WorkshopRecord, ...]
    why_withheld: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Described:
    """What a file of data is.

    Attributes:
        title: what people call it.
        media_type: of its content.
        schema: as Table Schema, for tables; None for others.
    """

    title: str
    media_type: str
    schema: Json | None = None


def texts(published: PublishedRelease, edition: Edition, beside: Beside) -> dict[str, bytes]:
    """Write every file of a package but the layers, the descriptor and the checksums.

    Args:
        published: the release.
        edition: for whom.
        beside: what goes with it.

    Returns:
        Contents by path. The same arguments give the same bytes.
    """
    header = published.header
    layers = tuple(published.editions[edition].counts)
    files = {
        LICENCE: licence_text(header).encode(),
        CITATION: citation_file(header).encode(),
        BIBTEX: bibtex(header).encode(),
        DICTIONARY: dictionary_csv(layers),
        DICTIONARY_PAGE: dictionary_markdown(layers).encode(),
        **record_files(beside.records),
        PAGE: record_page(beside.records, header.threshold).encode(),
        **_glossary(beside.glossary, header.area),
    }
    told = Told(_files_in_words(beside), beside.why_withheld)
    return {README: readme(published, edition, told).encode(), **files}


def _glossary(release: Release | None, area: str) -> dict[str, bytes]:
    if release is None:
        return {}
    files = as_folder(release, area).items()
    folder = {f"{GLOSSARY}{path}": content for path, content in files if path != ATTRIBUTES}
    return {CODEBOOK: codebook(release).encode(), **folder}


def _files_in_words(beside: Beside) -> dict[str, str]:
    with_glossary = {
        CODEBOOK: "every indicator with its questions, to read",
        GLOSSARY: "the area's glossary as it was when this was published: terms, indicators, questions, and as SKOS",
    }
    return {
        LAYERS: "the layers: all in one GeoPackage, and each as GeoJSON and as a table",
        DICTIONARY_PAGE: "what every column means, to read; `data_dictionary.csv` says the same as a table",
        WORKSHOPS: "what each workshop agreed and how, and how it went: `record.md` to read, tables beside it",
        **(with_glossary if beside.glossary is not None else {}),
        LICENCE: "on what terms you may use this",
        CITATION: "how to cite it, for citation programs; `citation.bib` for BibTeX",
        DESCRIPTOR: "every file and column of data for programs, as a Frictionless Data Package",
        CHECKSUMS: "the checksum of every file",
    }


def described(layers: Sequence[tuple[str, str, LayerName | None]], beside: Beside) -> dict[str, Described]:
    """Return what each file of data is, by path, in the order in which they are listed.

    Args:
        layers: of each file in the folder of layers: its name, its media type, and whose table it is; None for what is no table
            of one layer.
        beside: what goes with them.
    """
    found = {f"{LAYERS}{name}": _layer(name, media, of) for name, media, of in layers}
    for table in TABLES:
        refers = table.refers and (table.refers[0], f"{WORKSHOPS}{table.refers[1]}", table.refers[2])
        schema = table_schema(table.columns, table.key, _as_resource(refers))
        found[table.path] = Described(f"{table.title}. {table.words}", "text/csv", schema)
    if beside.glossary is not None:
        for path, schema in glossary_schemas(beside.glossary).items():
            found[f"{GLOSSARY}{path}"] = Described(_title_of(path), "text/csv", _in_folder(schema))
    return found


def _layer(name: str, media: str, of: LayerName | None) -> Described:
    if of is None:
        return Described(name, media)
    schema = SCHEMAS[of]
    return Described(f"{schema.title}. {schema.words}", media, table_schema(columns_of(schema), ("id",)))


def _as_resource(refers: Sequence[str]) -> Sequence[str]:
    """Return a reference whose table is called as in the descriptor."""
    if not refers:
        return ()
    column, path, other = refers
    return column, path.replace("/", "-"), other


def _in_folder(schema: Json) -> Json:
    """Return a schema of a glossary's table whose references go to tables in the glossary's folder."""
    references = [
        {**each, "reference": {**each["reference"], "resource": f"glossary-{each['reference']['resource']}"}}
        for each in schema.get("foreignKeys", [])
    ]
    return {**schema, "foreignKeys": references} if references else schema


def _title_of(path: str) -> str:
    return f"Glossary: {path.removesuffix('.csv')}"
