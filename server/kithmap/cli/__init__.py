"""The command line: ``kithmap serve``, ``kithmap demo`` and what looks after a programme's data.

What is heavy is imported by the command that needs it, so that ``kithmap --version`` answers at once.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kithmap import __version__
from kithmap.cli.saying import plainly, say

if TYPE_CHECKING:
    from kithmap.settings import Settings

app = typer.Typer(
    help="Community mapping workshops on a shared live map.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
basemap = typer.Typer(help="The ground under an area's map.", no_args_is_help=True)
app.add_typer(basemap, name="basemap")
guides = typer.Typer(help="Guides to lead a workshop by.", no_args_is_help=True)
app.add_typer(guides, name="guides")

glossary = typer.Typer(help="Released glossaries as folders of files.", no_args_is_help=True)
app.add_typer(glossary, name="glossary")

Data = Annotated[
    Path | None,
    typer.Option("--data", help="Folder for the database and everything else.", show_default="data"),
]
Lan = Annotated[
    bool, typer.Option("--lan", help="Let phones on the same network in, and show the address they use.")
]
Port = Annotated[
    int, typer.Option("--port", min=0, max=65_535, help="Where to listen; 0 takes any free one.")
]
Dev = Annotated[
    bool, typer.Option("--dev", help="Show the parts of the pages one by one at /dev/components.")
]
Workshop = Annotated[str, typer.Argument(help="The workshop's id or its code, such as 'fern river 42'.")]

DEMO_FOLDER = Path("data") / "demo"
"""Apart from a programme's own data, so that the invented town is never among real areas."""


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, help="Tell which version this is.")
    ] = False,
) -> None:
    """Community mapping workshops on a shared live map."""
    if version:
        say(f"kithmap {__version__}")
        raise typer.Exit


@app.command()
@plainly
def serve(data: Data = None, lan: Lan = False, port: Port = 8000, dev: Dev = False) -> None:
    """Serve a programme. The first time, a link to sign in as its admin is shown."""
    from kithmap.cli.serving import serve_programme  # noqa: PLC0415 - see above

    serve_programme(_settings(data, dev=dev), lan=lan, port=port)


@app.command()
@plainly
def demo(data: Data = None, lan: Lan = False, port: Port = 8000, dev: Dev = False) -> None:
    """Serve an invented town with seven areas, a finished workshop and an open one. It is made the first time."""
    from kithmap.cli.serving import serve_demo  # noqa: PLC0415

    serve_demo(_settings(data or DEMO_FOLDER, dev=dev), lan=lan, port=port)


@app.command()
@plainly
def migrate(data: Data = None) -> None:
    """Bring the database's tables up to date. ``serve`` does so by itself."""
    from kithmap.cli.upkeep import migrate_database  # noqa: PLC0415

    migrate_database(_settings(data))


@app.command(name="sign-in-link")
@plainly
def sign_in_link(
    name: Annotated[str | None, typer.Option("--name", help="Whom it signs in; an admin by default.")] = None,
    address: Annotated[
        str, typer.Option("--address", help="The address at which the server is reached.")
    ] = "http://127.0.0.1:8000",
    data: Data = None,
) -> None:
    """Make a link that signs somebody in, once, within a day."""
    from kithmap.cli.upkeep import make_sign_in_link  # noqa: PLC0415

    say(make_sign_in_link(_settings(data), name, address))


@app.command()
@plainly
def replay(workshop: Workshop, data: Data = None) -> None:
    """Rebuild a workshop from its log and report whatever differs from what is stored."""
    from kithmap.cli.upkeep import replay_log  # noqa: PLC0415

    if not replay_log(_settings(data), workshop):
        raise typer.Exit(1)


@app.command()
@plainly
def export(
    name: Annotated[
        str,
        typer.Argument(
            metavar="AREA|WORKSHOP",
            help="An area with published layers, by name or id; or one workshop, by id or code, for its map alone.",
        ),
    ],
    wave: Annotated[
        str | None, typer.Option("--wave", help="The wave's name or id.", show_default="the only one")
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="package, report, geojson, gpkg, csv, kml ...; or all. Another word tells what there is.",
            show_default="package; of a workshop, geojson",
        ),
    ] = None,
    version: Annotated[
        str | None, typer.Option("--version", help="Such as 1.2.0.", show_default="the newest")
    ] = None,
    edition: Annotated[
        str | None, typer.Option("--edition", help="public or partners.", show_default="public")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The file to write, or the folder to write into.",
            show_default="the current folder; a workshop's map is printed",
        ),
    ] = None,
    data: Data = None,
) -> None:
    """Save an area's published layers; or a workshop's map: all but what stays with facilitators, and nobody's name."""
    from kithmap.cli.releases import Wanted  # noqa: PLC0415
    from kithmap.cli.releases import export as save  # noqa: PLC0415

    save(_settings(data), Wanted(name, wave, version, edition, form, output))


@app.command()
@plainly
def rebuild(
    slug: Annotated[
        str, typer.Argument(metavar="LAYERS", help="As their address names them, such as oakham-baseline.")
    ],
    version: Annotated[
        str | None, typer.Option("--version", help="Such as 1.2.0.", show_default="the newest")
    ] = None,
    data: Data = None,
) -> None:
    """Build published layers again from the log, and tell whether they are the same, byte by byte."""
    from kithmap.cli.rebuilding import rebuild_layers  # noqa: PLC0415

    if not rebuild_layers(_settings(data), slug, version):
        raise typer.Exit(1)


@app.command()
@plainly
def backup(
    target: Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")],
    data: Data = None,
) -> None:
    """Copy the database, photos, basemaps and your own guides into one file, while the server runs."""
    from kithmap.cli.backups import back_up  # noqa: PLC0415

    back_up(_settings(data), target)


@app.command()
@plainly
def restore(
    backup: Annotated[Path, typer.Argument(help="A file that kithmap backup wrote.")],
    data: Annotated[
        Path | None,
        typer.Option("--data", help="A new folder for it; nothing is written over.", show_default="data"),
    ] = None,
) -> None:
    """Go back to a backup, in a new data folder, once all of it was compared with its checksums."""
    from kithmap.cli.backups import restore as bring_back  # noqa: PLC0415

    bring_back(_settings(data), backup)


@app.command()
@plainly
def tidy(data: Data = None) -> None:
    """Erase what people withdrew and names whose time is over; to be run once a day. The server may go on running."""
    from kithmap.cli.tidying import tidy as tidy_all  # noqa: PLC0415

    if not tidy_all(_settings(data)):
        raise typer.Exit(1)


@basemap.command()
@plainly
def build(
    file: Annotated[Path, typer.Argument(help="An OpenStreetMap file: .osm.pbf, .osm, .osm.gz or .osm.bz2.")],
    area: Annotated[str, typer.Option("--area", help="The area's name, or its id.")],
    data: Data = None,
) -> None:
    """Build an area's basemap from an OpenStreetMap file."""
    from kithmap.cli.upkeep import build_basemap  # noqa: PLC0415

    build_basemap(_settings(data), file, area)


@guides.command()
@plainly
def check(
    folder: Annotated[Path, typer.Argument(help="The folder of guides: files such as 02_mapping_places.md.")],
) -> None:
    """Check guides that you wrote, and say what is wrong by file, step and field."""
    from kithmap.cli.guides import check_guides  # noqa: PLC0415

    if not check_guides(folder):
        raise typer.Exit(1)


@glossary.command(name="export")
@plainly
def export_glossary(
    name: Annotated[str, typer.Argument(metavar="GLOSSARY", help="Its name, as it stands in its address.")],
    folder: Annotated[
        Path, typer.Argument(help="New, empty, or with an earlier version of the same glossary.")
    ],
    version: Annotated[
        str | None, typer.Option("--version", help="Such as 1.2.0.", show_default="the newest")
    ] = None,
    data: Data = None,
) -> None:
    """Write a version of a glossary into a folder, a file for each term, to keep it under version control."""
    from kithmap.cli.glossary import export_glossary as write  # noqa: PLC0415

    write(_settings(data), name, version, folder)


@glossary.command(name="import")
@plainly
def import_glossary(
    folder: Annotated[Path, typer.Argument(help="As kithmap glossary export writes it.")],
    area: Annotated[
        str | None, typer.Option("--area", help="Whose it becomes if it is not here yet: a name or an id.")
    ] = None,
    programme: Annotated[
        str | None,
        typer.Option("--programme", help="Whose common glossary it becomes if it is not here yet."),
    ] = None,
    data: Data = None,
) -> None:
    """Take in a version from a folder, if it is as it was released and follows those that are here."""
    from kithmap.cli.glossary import import_glossary as take  # noqa: PLC0415

    take(_settings(data), folder, area, programme)


def _settings(data: Path | None, *, dev: bool = False) -> "Settings":
    from kithmap.settings import ServerSettings, Settings, StorageSettings  # noqa: PLC0415

    server = ServerSettings(component_gallery=True) if dev else ServerSettings()
    storage = StorageSettings() if data is None else StorageSettings(data_folder=data)
    return Settings(storage=storage, server=server)
