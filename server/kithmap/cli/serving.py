"""Starting the server: the line it listens on, what is printed for whoever started it, and the demo programme."""

import asyncio
import io
import socket
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import segno
import typer
import uvicorn
from fastapi import FastAPI

from kithmap.app import create_app
from kithmap.basics.clock import system_clock
from kithmap.basics.errors import KithmapError
from kithmap.cli.saying import can_show, say
from kithmap.demo.told import told_workshop
from kithmap.live.collector import settle
from kithmap.live.uvicorn_protocol import server_options
from kithmap.people.actions import admin_link, first_link
from kithmap.release_package.api.desk import ReleaseFilesDesk
from kithmap.settings import Settings
from kithmap.web.dependencies import Services
from kithmap.workshop.actions import join_token
from kithmap.workshop.joining import Listed

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - asked for by --lan

SOMEWHERE_ELSE = "192.0.2.1"
"""An address kept for documentation (RFC 5737): the system tells by which of ours it would be reached; nothing is sent."""


class CannotListenError(KithmapError):
    """The port cannot be listened on."""

    code = "cannot_listen"


class RoomServer(uvicorn.Server):
    """Looks after its rooms when it starts and when it stops."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and lay aside what stays for good, so that no search for garbage holds up a room."""
        await super().startup(sockets)
        settle()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Answer the pages that wait for something new, which it would wait for and then cut off, and stop."""
        state = self.config.app.state  # type: ignore[union-attr]
        services: Services = state.services
        services.rooms.stop_waiting()
        files: ReleaseFilesDesk = state.release_files
        files.stop_waiting()
        await super().shutdown(sockets)


def serve_programme(settings: Settings, *, lan: bool, port: int) -> None:
    """Serve until stopped."""
    with _listen(lan=lan, port=port) as line:
        address = _address(line, lan=lan)
        app = create_app(_public(settings, address, lan=lan))
        services: Services = app.state.services
        with services.database.session() as session:
            token = first_link(session, services.clock())
        _welcome(address, lan=lan)
        if token is not None:
            _tell_link("Sign in as admin (works once, within a day):", f"{address}/sign-in/{token}")
        _run(app, line)


def serve_demo(settings: Settings, *, lan: bool, port: int) -> None:
    """Make the demo programme if it is not there yet, and serve it until stopped."""
    with _listen(lan=lan, port=port) as line:
        address = _address(line, lan=lan)
        settings = _public(settings, address, lan=lan)
        app = create_app(settings)
        services: Services = app.state.services
        with services.database.session() as session:
            workshop = told_workshop(session)
        if workshop is None:
            workshop = _seed_apart(settings)
        with services.database.session() as session:
            token = admin_link(session, None, services.clock())
        _welcome(address, lan=lan)
        _tell_link("Facilitator: sign in (works once, within a day):", f"{address}/sign-in/{token}")
        _tell_workshop(services, workshop, address)
        _run(app, line)


def _seed_apart(settings: Settings) -> Listed:
    """Fill the installation in a process of its own: what drawing a town needs goes back to the system with it."""
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        return apart.submit(fill_demo, settings).result()


def fill_demo(settings: Settings) -> Listed:
    """Fill the installation by an application of its own, whose clock follows the story.

    Returns:
        The open workshop.
    """
    from kithmap.demo.seed import StoryClock, seed  # noqa: PLC0415 - the town's drawing needs half a second to load

    async def fill() -> Listed:
        clock = StoryClock(system_clock())
        app = create_app(settings, clock=clock)
        async with app.router.lifespan_context(app):
            return await seed(app.state.services, clock, app.state.basemap_folder, say)

    return asyncio.run(fill())


def _listen(*, lan: bool, port: int) -> socket.socket:
    host = EVERYWHERE if lan else LOOPBACK
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise CannotListenError(
            f"Port {port} cannot be used ({error.strerror}). Perhaps Kithmap runs already; "
            f"another port will do: --port {port + 1}"
        ) from None


def _address(line: socket.socket, *, lan: bool) -> str:
    port = line.getsockname()[1]
    return f"http://{own_address() if lan else LOOPBACK}:{port}"


def own_address() -> str:
    """Return the address by which other machines on the network reach this one; the loopback one without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((SOMEWHERE_ELSE, 9))
        except OSError:
            return LOOPBACK
        return str(probe.getsockname()[0])


def _public(settings: Settings, address: str, *, lan: bool) -> Settings:
    """Put the network's address into links and QR codes, unless another one was set."""
    if not lan or settings.server.public_address:
        return settings
    return replace(settings, server=settings.server.model_copy(update={"public_address": address}))


def _welcome(address: str, *, lan: bool) -> None:
    say()
    say(f"Kithmap is running at {address}")
    if lan:
        say("Phones on the same network reach it there:")
        _tell_qr(address)
    say("Press Ctrl+C to stop.")


def _tell_link(words: str, link: str) -> None:
    say()
    say(words)
    typer.secho(f"  {link}", bold=True)


def _tell_workshop(services: Services, workshop: Listed, address: str) -> None:
    link = f"{address}/j/{join_token(services.signing, workshop.id)}"
    say()
    say(f"Participants join “{workshop.title}”")
    typer.secho(f"  at {address} with the code {workshop.code.upper()}", bold=True)
    say(f"  or by {link}")
    _tell_qr(link)


def _tell_qr(text: str) -> None:
    """Draw a QR code with half blocks, where the terminal has them."""
    drawn = io.StringIO()
    segno.make(text, error="l", boost_error=False).terminal(drawn, border=1, compact=True)
    if can_show(drawn.getvalue()):
        say(drawn.getvalue())


def _run(app: FastAPI, line: socket.socket) -> None:
    # No access log: addresses hold links' tokens, and who asked for what is nobody's business.
    config = uvicorn.Config(app, **server_options(), log_level="warning", access_log=False)
    RoomServer(config).run(sockets=[line])
