import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in import geopackage
from kithmap.bringing_in.geopackage import from_geopackage
from kithmap.bringing_in.model import MOST_ROWS, Coordinates

Tamper = Callable[[sqlite3.Connection], object]

HEAD = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER,
    definition TEXT, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT, last_change TEXT,
    min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, '', ''), ('BNG', 27700, 'EPSG', 27700, '', ''),
    ('none', -1, 'NONE', -1, '', ''), ('lambert', 2154, 'EPSG', 2154, '', ''), ('own', 9001, 'Somebody', 5, '', '');
"""


def blob(wkt: str = "POINT (-0.73 52.67)") -> bytes:
    return b"GP\x00\x01" + (4326).to_bytes(4, "little") + shapely.to_wkb(shapely.from_wkt(wkt), byte_order=1)


def layer(database: sqlite3.Connection, name: str = "places", srs: int = 4326) -> None:
    quoted = '"' + name.replace('"', '""') + '"'
    database.execute(f"CREATE TABLE {quoted} (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, stars REAL)")
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES (?, 'features', ?)", (name, srs)
    )
    database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)", (name, srs))
    database.execute(f"INSERT INTO {quoted} (geom, name, stars) VALUES (?, 'Hall', 4.5)", (blob(),))


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., bytes]:
    def make(*tampers: Tamper, plain: bool = True) -> bytes:
        path = tmp_path / "places.gpkg"
        path.unlink(missing_ok=True)
        database = sqlite3.connect(path)
        try:
            database.executescript(HEAD)
            if plain:
                layer(database)
            for tamper in tampers:
                tamper(database)
            database.commit()
        finally:
            database.close()
        return path.read_bytes()

    return make


def test_the_rows_of_a_layer_are_read_with_their_shapes(made: Callable[..., bytes]) -> None:
    (table,) = from_geopackage(made())
    assert (table.name, table.columns, table.coordinates) == (
        "places",
        ("fid", "name", "stars"),
        Coordinates.DEGREES,
    )
    (row,) = table.rows
    assert row.cells == ("1", "Hall", "4.5")
    assert row.shape == {"type": "Point", "coordinates": (-0.73, 52.67)}


def test_a_file_that_keeps_a_log_beside_it_is_read(made: Callable[..., bytes]) -> None:
    content = made(lambda database: database.execute("PRAGMA journal_mode = WAL").fetchall())
    assert len(from_geopackage(content)[0].rows) == 1


@pytest.mark.parametrize(("srs", "system"), [(27700, Coordinates.BRITISH_GRID), (-1, None), (777, None)])
def test_a_layer_says_in_what_its_numbers_are(
    made: Callable[..., bytes], srs: int, system: Coordinates | None
) -> None:
    (table,) = from_geopackage(made(lambda database: layer(database, "x", srs), plain=False))
    assert table.coordinates is system


@pytest.mark.parametrize("srs", [2154, 9001])
def test_a_layer_in_unknown_coordinates_cannot_be_used_and_others_can(
    made: Callable[..., bytes], srs: int
) -> None:
    tables = from_geopackage(made(lambda database: layer(database, "x", srs)))
    assert [len(table.rows) for table in tables] == [1, 0]
    assert "WGS 84" in tables[1].left[0].says


def test_hostile_names_of_tables_and_columns_are_names(made: Callable[..., bytes]) -> None:
    name = 'x"; DROP TABLE gpkg_contents; --'

    def tamper(database: sqlite3.Connection) -> None:
        layer(database, name)
        quoted = '"' + name.replace('"', '""') + '"'
        database.execute(f'ALTER TABLE {quoted} ADD COLUMN "a""b\' OR 1=1" TEXT DEFAULT \'<b>\'')

    tables = from_geopackage(made(tamper))
    assert tables[1].name == name
    assert tables[1].columns == ("fid", "name", "stars", "a\"b' OR 1=1")


def _endless(database: sqlite3.Connection) -> None:
    """A layer that is a program: a view that counts for ever."""
    database.execute(
        "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT i AS fid, NULL AS geom, 'x' AS name FROM n"
    )
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('endless', 'features', 4326)"
    )
    database.execute("INSERT INTO gpkg_geometry_columns VALUES ('endless', 'geom', 'POINT', 4326, 0, 0)")


def _endless_contents(database: sqlite3.Connection) -> None:
    """A list of layers that is one."""
    database.execute("ALTER TABLE gpkg_contents RENAME TO other")
    database.execute(
        "CREATE VIEW gpkg_contents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT 'places' AS table_name, 'features' AS data_type, 4326 AS srs_id FROM n WHERE i < 0"
    )


def test_a_view_is_no_layer_whatever_the_list_says(made: Callable[..., bytes]) -> None:
    assert [table.name for table in from_geopackage(made(_endless))] == ["places"]
    with pytest.raises(BadInputError, match="no table of places"):
        from_geopackage(made(_endless, plain=False))
    with pytest.raises(BadInputError, match="no GeoPackage"):
        from_geopackage(made(_endless_contents))


def test_a_virtual_table_is_no_layer(made: Callable[..., bytes]) -> None:
    def tamper(database: sqlite3.Connection) -> None:
        database.execute("CREATE VIRTUAL TABLE tree USING rtree(id, west, east, south, north)")
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('tree', 'features', 4326)"
        )
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('tree', 'west', 'POINT', 4326, 0, 0)")

    assert [table.name for table in from_geopackage(made(tamper))] == ["places"]


def test_columns_that_are_worked_out_are_not_read_and_triggers_do_not_fire(
    made: Callable[..., bytes],
) -> None:
    def tamper(database: sqlite3.Connection) -> None:
        database.execute("ALTER TABLE places ADD COLUMN bomb BLOB AS (zeroblob(2000000000))")
        database.execute("CREATE TRIGGER t AFTER INSERT ON places BEGIN DELETE FROM gpkg_contents; END")

    (table,) = from_geopackage(made(tamper))
    assert "bomb" not in table.columns


def test_what_takes_longer_than_reading_does_is_stopped(
    made: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geopackage, "MOST_SECONDS", -1.0)
    monkeypatch.setattr(geopackage, "STEPS_BETWEEN_LOOKS", 1)
    with pytest.raises(BadInputError, match="cannot be read"):
        from_geopackage(made())


def test_nothing_on_the_disk_is_touched(made: Callable[..., bytes], tmp_path: Path) -> None:
    content = made(lambda database: database.execute("PRAGMA journal_mode = WAL").fetchall())
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    from_geopackage(content)
    assert list(tmp_path.iterdir()) == []


def test_a_million_rows_are_refused_in_bounded_time(made: Callable[..., bytes]) -> None:
    def tamper(database: sqlite3.Connection) -> None:
        database.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
            "INSERT INTO places (geom, name) SELECT (SELECT geom FROM places), 'x' FROM n"
        )

    content = made(tamper)
    began = time.process_time()
    with pytest.raises(TooLargeError, match=f"more than {MOST_ROWS}"):
        from_geopackage(content)
    assert time.process_time() - began < 20


def test_rows_without_a_shape_are_left_out(made: Callable[..., bytes]) -> None:
    def tamper(database: sqlite3.Connection) -> None:
        database.execute(
            "INSERT INTO places (geom, name) VALUES (NULL, 'Nowhere'), ('text', 'Words'), (x'00', 'Bytes')"
        )

    (table,) = from_geopackage(made(tamper))
    assert [each.row for each in table.left] == [2, 3, 4]


def test_another_database_or_a_damaged_one_is_refused(made: Callable[..., bytes]) -> None:
    content = made()
    other = made(lambda database: database.execute("DROP TABLE gpkg_contents"))
    broken = bytearray(content)
    broken[100:400] = b"\xff" * 300
    for each in (
        other,
        bytes(broken),
        content[:3000],
        b"SQLite format 3\x00",
        b"SQLite format 3\x00" + b"\x00" * 2000,
    ):
        with pytest.raises(BadInputError):
            from_geopackage(each)


@pytest.mark.parametrize("seed", range(40))
def test_a_file_in_which_bytes_were_changed_is_read_or_refused(made: Callable[..., bytes], seed: int) -> None:
    content = bytearray(made())
    for place in range(seed * 131 % 97, len(content), 997):
        content[place] = (content[place] + seed + 1) % 256
    try:
        from_geopackage(bytes(content))
    except (BadInputError, TooLargeError) as refused:
        told = refused.message
        assert told
