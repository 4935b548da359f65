"""A release on disk, in any of the formats."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from kithmap.layer_formats.csv_metadata import csv_metadata
from kithmap.layer_formats.csv_tables import csv_of
from kithmap.layer_formats.flatgeobuf import write_flatgeobuf
from kithmap.layer_formats.formats import FORMATS, Format, file_names
from kithmap.layer_formats.geopackage.whole import write_geopackage
from kithmap.layer_formats.geoparquet import write_geoparquet
from kithmap.layer_formats.graphml import graphml
from kithmap.layer_formats.kml import kml
from kithmap.layer_formats.network_tables import connections_csv, places_csv
from kithmap.layers.geojson import collection, feature_text, members
from kithmap.layers.model import Edition, Header, Layer, ReleaseEdition

Progress = Callable[[float, str], None]
"""Told how much is done, from 0 to 1, and the title of the format that is being written."""

Step = Callable[[float], None]


def in_silence(_done: float, _title: str, /) -> None:
    """Tell nobody."""


def write(form: Format, release: ReleaseEdition, folder: Path, progress: Progress = in_silence) -> list[Path]:
    """Write a release in one format.

    Args:
        form: in which.
        release: an edition of it.
        folder: that there is; files in it that have the same names are written anew.
        progress: told how much of this format is done.

    Returns:
        The files, in the order of :func:`file_names`.
    """
    names = file_names(form, release.header, release.edition, tuple(layer.name for layer in release.layers))
    paths = [folder / name for name in names]
    for path in paths:
        path.unlink(missing_ok=True)
    progress(0, form.title)
    WRITERS[form.key](form, release, paths, lambda done: progress(done, form.title))
    progress(1, form.title)
    return paths


def write_all(
    release: ReleaseEdition,
    folder: Path,
    progress: Progress = in_silence,
    forms: Sequence[Format] = FORMATS,
) -> dict[str, list[Path]]:
    """Write a release in several formats, one after the other; return the files of each, by its key."""
    found: dict[str, list[Path]] = {}
    for number, form in enumerate(forms):
        found[form.key] = write(form, release, folder, partial(_share, progress, number, len(forms)))
    return found


def _share(progress: Progress, number: int, count: int, done: float, title: str) -> None:
    progress((number + done) / count, title)


Writer = Callable[[Format, ReleaseEdition, Sequence[Path], Step], None]


def _geopackage(form: Format, release: ReleaseEdition, paths: Sequence[Path], step: Step) -> None:
    write_geopackage(release, paths[0], british=form.is_on_grid, progress=step)


def _chosen(form: Format, release: ReleaseEdition) -> list[Layer]:
    return [layer for layer in release.layers if layer.name in form.layers]


def _geojson(form: Format, release: ReleaseEdition, paths: Sequence[Path], step: Step) -> None:
    for number, (layer, path) in enumerate(zip(_chosen(form, release), paths, strict=True), 1):
        said = members(release.header, release.edition, layer.name)
        _keep(path, collection(said, map(feature_text, layer.features)))
        step(number / len(paths))


def _csv(form: Format, release: ReleaseEdition, paths: Sequence[Path], step: Step) -> None:
    *tables, beside = paths
    for number, (layer, path) in enumerate(zip(_chosen(form, release), tables, strict=True), 1):
        _keep(path, csv_of(form, layer.name, layer.features))
        step(number / len(paths))
    beside.write_bytes(csv_metadata(form, release, [path.name for path in tables]))


def _network_csv(form: Format, release: ReleaseEdition, paths: Sequence[Path], step: Step) -> None:
    places, connections, beside = paths
    _keep(places, places_csv(release))
    step(1 / 2)
    _keep(connections, connections_csv(release))
    beside.write_bytes(csv_metadata(form, release, [places.name, connections.name]))


def _kml(_form: Format, release: ReleaseEdition, paths: Sequence[Path], _step: Step) -> None:
    _keep(paths[0], kml(release))


def _graphml(_form: Format, release: ReleaseEdition, paths: Sequence[Path], _step: Step) -> None:
    _keep(paths[0], graphml(release))


def _each(write_layer: Callable[[Header, Edition, Layer, Path], None]) -> Writer:
    """Return a writer of a format in which each layer has its own file."""

    def written(form: Format, release: ReleaseEdition, paths: Sequence[Path], step: Step) -> None:
        for number, (layer, path) in enumerate(zip(_chosen(form, release), paths, strict=True), 1):
            write_layer(release.header, release.edition, layer, path)
            step(number / len(paths))

    return written


def _keep(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(pieces)


WRITERS: dict[str, Writer] = {
    "geojson": _geojson,
    "gpkg": _geopackage,
    "gpkg-bng": _geopackage,
    "fgb": _each(write_flatgeobuf),
    "geoparquet": _each(write_geoparquet),
    "kml": _kml,
    "csv": _csv,
    "csv-wkt": _csv,
    "csv-bng": _csv,
    "graphml": _graphml,
    "network-csv": _network_csv,
}
"""Who writes a format, by its key."""
