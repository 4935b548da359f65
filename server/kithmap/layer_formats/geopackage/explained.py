"""What a GeoPackage tells of itself: the release, its licence, what each column means, and which values codes may have.

Source: OGC GeoPackage Encoding Standard 1.3, extensions "metadata" (annex F.8) and "schema" (annex F.9). The same stands in two plain
tables besides, ``release`` and ``data_dictionary``: who opens the file in a program that knows no extensions reads them there.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import orjson

from kithmap.layer_formats.arrow import ID
from kithmap.layer_formats.dataset import MEDIA_TYPE, STANDARD, address_of, dataset, notes
from kithmap.layers.model import Header, LayerName, ReleaseEdition
from kithmap.layers.schema import SCHEMAS, Column, Type

TABLES = """
CREATE TABLE IF NOT EXISTS gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
CREATE TABLE IF NOT EXISTS gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);
CREATE TABLE IF NOT EXISTS gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata (id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata (id)
);
"""
EXTENSIONS = {
    "gpkg_schema": ("gpkg_data_columns", "gpkg_data_column_constraints"),
    "gpkg_metadata": ("gpkg_metadata", "gpkg_metadata_reference"),
}
"""Tables of each extension."""

DEFINITIONS = {
    "gpkg_schema": "http://www.geopackage.org/spec130/#extension_schema",
    "gpkg_metadata": "http://www.geopackage.org/spec130/#extension_metadata",
}


def explain(file: sqlite3.Connection, release: ReleaseEdition, crs: str) -> None:
    """Write what a file tells of itself, beside its layers."""
    file.executescript(f"BEGIN;{TABLES}COMMIT;")
    for extension, tables in EXTENSIONS.items():
        file.executemany(
            "INSERT INTO gpkg_extensions VALUES (?, NULL, ?, ?, 'read-write')",
            [(table, extension, DEFINITIONS[extension]) for table in tables],
        )
    _metadata(file, release, crs)
    names = [layer.name for layer in release.layers]
    _columns(file, names)
    attributes_table(file, "release", "About this release", ("name", "value"), _about(release, crs))
    attributes_table(file, "data_dictionary", "Data dictionary", DICTIONARY, _dictionary(names))


def _metadata(file: sqlite3.Connection, release: ReleaseEdition, crs: str) -> None:
    said = orjson.dumps(dataset(release.header, release.edition, crs), option=orjson.OPT_INDENT_2).decode()
    written = file.execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES ('dataset', ?, ?, ?)",
        (STANDARD, MEDIA_TYPE, said),
    )
    file.execute(
        "INSERT INTO gpkg_metadata_reference (reference_scope, timestamp, md_file_id) VALUES ('geopackage', ?, ?)",
        (moment_of(release.header), written.lastrowid),
    )


def moment_of(header: Header) -> str:
    """Return the beginning of the day of publishing, as the standard writes moments."""
    return f"{header.day.isoformat()}T00:00:00.000Z"


def _columns(file: sqlite3.Connection, names: Iterable[LayerName]) -> None:
    values: dict[str, Column] = {}
    for name in names:
        for column in SCHEMAS[name].columns:
            # One of several codes is no value of its own, so that it is bound by no list.
            bound = column.name if column.values and column.type is Type.CODE else None
            if bound:
                values[bound] = column
            file.execute(
                "INSERT INTO gpkg_data_columns (table_name, column_name, description, constraint_name) VALUES (?, ?, ?, ?)",
                (name.value, column.name, column.words, bound),
            )
    for bound, column in values.items():
        file.executemany(
            "INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) "
            "VALUES (?, 'enum', ?, ?)",
            [(bound, value, words) for value, words in (column.values or {}).items()],
        )


def _about(release: ReleaseEdition, crs: str) -> Iterator[tuple[str, str]]:
    header = release.header
    yield "title", header.title
    yield "version", str(header.version)
    yield "published", header.day.isoformat()
    yield "address", address_of(header)
    yield "note", header.note
    yield "licence", f"{header.licence.title}: {header.licence.address}"
    yield "creators", "; ".join(header.creators)
    yield "attribution", header.attribution
    yield "glossary", header.glossary.address if header.glossary else ""
    yield from notes(header, release.edition, crs).items()


DICTIONARY = ("layer", "column", "type", "unit", "always", "meaning", "value", "value_meaning")
"""A row for each column of each layer, and one for each value of a column of codes."""


def _dictionary(names: Iterable[LayerName]) -> Iterator[tuple[str, ...]]:
    for name in names:
        yield name.value, ID, Type.TEXT.value, "", "true", "Names the row, in every release.", "", ""
        for column in SCHEMAS[name].columns:
            always = "true" if column.always else "false"
            yield name.value, column.name, column.type.value, column.unit, always, column.words, "", ""
            for value, words in (column.values or {}).items():
                yield name.value, column.name, column.type.value, column.unit, always, "", value, words


def attributes_table(
    file: sqlite3.Connection, name: str, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Add a table without geometry, all of text, and make it known."""
    declared = ", ".join(f'"{column}" TEXT' for column in columns)
    file.execute(f'CREATE TABLE "{name}" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {declared})')
    listed, places = ", ".join(f'"{column}"' for column in columns), ", ".join("?" for _ in columns)
    file.executemany(f'INSERT INTO "{name}" ({listed}) VALUES ({places})', rows)  # noqa: S608 - names of our own
    make_known(file, name, title)


def make_known(file: sqlite3.Connection, name: str, title: str) -> None:
    """List a table without geometry among what the file holds."""
    file.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?, 'attributes', ?, '', 0)",
        (name, title),
    )
