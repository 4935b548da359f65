"""A private PostgreSQL for tests: made in a temporary folder, reached by a socket in it, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import quote

import psycopg
from psycopg.sql import SQL, Identifier

# Debian keeps the server's programs out of the path, a folder for each major version.
DEBIAN = Path("/usr/lib/postgresql")

# Durability costs time and proves nothing here: no test pulls the plug on the database itself.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}


class PostgreSQLMissingError(Exception):
    """There is no server to be had here; the message says why."""


@dataclass
class PostgreSQLServer:
    """A running server.

    Attributes:
        address: how psycopg reaches its database `postgres`, as `postgresql://...`.
    """

    address: str
    _numbers: Iterator[int] = field(default_factory=count)

    @contextmanager
    def database(self) -> Iterator[str]:
        """Make an empty database; yield its address for SQLAlchemy; drop it, with whoever is still connected."""
        name = f"kithmap_{os.getpid()}_{next(self._numbers)}"
        self._tell("CREATE DATABASE {}", name)
        try:
            yield self._address_of(name)
        finally:
            self._tell("DROP DATABASE {} WITH (FORCE)", name)

    def _tell(self, statement: LiteralString, database: str) -> None:
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(SQL(statement).format(Identifier(database)))

    def _address_of(self, name: str) -> str:
        start, _, options = self.address.partition("?")
        server = start.rpartition("/")[0].removeprefix("postgresql://")
        return f"postgresql+psycopg://{server}/{name}" + (f"?{options}" if options else "")


def find_programs(environment: Mapping[str, str] = os.environ, debian: Path = DEBIAN) -> Path | None:
    """Return the folder of `initdb` and `postgres`: the newest of Debian's, else the one on the path."""
    # The path may lead to a wrapper; the programs themselves lie together in the folder of their version.
    versions = [folder for folder in debian.glob("*/bin") if (folder / "initdb").exists()]
    if versions:
        return max(versions, key=lambda folder: float(folder.parent.name))
    program = shutil.which("initdb", path=environment.get("PATH"))
    return Path(program).resolve().parent if program else None


@contextmanager
def running_server(programs: Path | None) -> Iterator[PostgreSQLServer]:
    """Start a server, yield it, and stop it.

    Raises:
        PostgreSQLMissingError: if it cannot be started here, and why.
    """
    if os.name == "nt":
        raise PostgreSQLMissingError("A private PostgreSQL is started on Unix only")
    if programs is None:
        raise PostgreSQLMissingError("PostgreSQL's programs are not installed")
    identity = _unprivileged()
    # Its own temporary folder: pytest's are closed to everybody else, and a socket's path must be short.
    with tempfile.TemporaryDirectory(prefix="kithmap-pg-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        if identity:
            shutil.chown(folder, identity["user"])
        _initialise(programs, folder, identity)
        with _serving(programs, folder, identity):
            yield PostgreSQLServer(f"postgresql://kithmap@/postgres?host={quote(temporary, safe='')}")


def _unprivileged() -> dict[str, Any]:
    """Return who is to run the server: PostgreSQL refuses to be run by an administrator."""
    if os.geteuid() != 0:
        return {}
    try:
        import pwd  # noqa: PLC0415 - absent on Windows

        account = pwd.getpwnam("postgres")
    except KeyError:
        raise PostgreSQLMissingError(
            "PostgreSQL refuses to run as root, and there is no user postgres"
        ) from None
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _initialise(programs: Path, folder: Path, identity: dict[str, Any]) -> None:
    words = ["--username=kithmap", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    answer = subprocess.run(
        [programs / "initdb", "-D", folder / "store", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        **identity,
    )
    if answer.returncode:
        raise PostgreSQLMissingError(f"initdb failed: {answer.stderr.strip()}")


@contextmanager
def _serving(programs: Path, folder: Path, identity: dict[str, Any]) -> Iterator[None]:
    with (folder / "store" / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.writelines(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
        file.write(f"unix_socket_directories = '{folder}'\n")
    log = folder / "server.log"
    control: list[Path | str] = [programs / "pg_ctl", "-D", folder / "store", "-l", log, "-s", "-w"]
    started = subprocess.run([*control, "start"], cwd=folder, check=False, **identity)
    if started.returncode:
        raise PostgreSQLMissingError(f"PostgreSQL did not start: {log.read_text(encoding='utf-8')}")
    try:
        yield
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], cwd=folder, check=True, **identity)
