from kithmap.basemap.model import BasemapError, Bounds, Kind, tile_zooms
from kithmap.basics.errors import BadInputError


def test_a_tile_of_zoom_z_is_drawn_for_map_zoom_z_plus_one() -> None:
    assert tile_zooms(range(12, 20)) == (11, 18)


def test_bounds_list_their_edges_as_geojson_does() -> None:
    assert Bounds(-1.0, 51.0, 1.0, 53.0).as_list() == [-1.0, 51.0, 1.0, 53.0]


def test_a_refused_basemap_is_bad_input_with_a_sentence() -> None:
    error = BasemapError("The file is empty.")
    assert isinstance(error, BadInputError)
    assert error.message == "The file is empty."


def test_kinds_can_be_written_as_class_names() -> None:
    assert all(kind.isascii() and kind.isalpha() and kind.islower() for kind in Kind)
