"""Bringing a database's tables to the form that this code knows.

Migrations stand in ``migrations/versions``, one after another; the id of each is the name of its file. A fresh database
goes through all of them, so that there is one way to a table and not two.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from kithmap.basics.errors import UnavailableError
from kithmap.storage.database import Database, Kind

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"

LOCK = 5_418_736_201
"""The number of PostgreSQL's advisory lock under which processes that start at once take turns. Any number is as good."""


class NewerDatabaseError(UnavailableError):
    """The database was last used by a newer Kithmap."""

    code = "newer_database"


def known() -> list[str]:
    """Return the migrations that this code has, oldest first."""
    return sorted(file.stem for file in (FOLDER / "versions").glob("[0-9]*.py"))


def migrate(database: Database) -> list[str]:
    """Run the migrations that are missing. Several processes may do so at once: one works, the others wait.

    Returns:
        The migrations that were run, oldest first.

    Raises:
        NewerDatabaseError: if the database has migrations that this code does not know. It is left as it is.
        UnavailableError: if the database does not answer.
    """
    with database.connection() as connection:
        if _present(connection) == known()[-1]:
            # Most starts: alembic takes a quarter of a second to load.
            return []
    return _upgrade(database)


def _upgrade(database: Database) -> list[str]:
    from alembic import command  # noqa: PLC0415 - see above

    with database.changing_tables() as connection:
        if database.kind is Kind.POSTGRESQL:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        before = _present(connection)
        command.upgrade(configuration(connection), "head")
        return _following(before)


def downgrade(database: Database, to: str | None) -> None:
    """Undo migrations, with what is kept in their tables. For those who write migrations, and their tests.

    Args:
        database: whose tables change.
        to: the migration to stop at, which stays; None to undo all.
    """
    from alembic import command  # noqa: PLC0415 - see above

    with database.changing_tables() as connection:
        command.downgrade(configuration(connection), to or "base")


def _present(connection: Connection) -> str | None:
    """Return the last migration that the database went through."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    present: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if present is not None and present not in known():
        raise NewerDatabaseError(
            f"This database was used by a newer Kithmap (it has {present}). Nothing was changed. "
            "Please install the newer Kithmap, or choose another database."
        )
    return present


def _following(present: str | None) -> list[str]:
    return [name for name in known() if present is None or name > present]


def configuration(connection: Connection) -> "Config":
    """Return alembic's configuration for a connection whose transaction is open."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    # A per cent sign in the path would be read as the start of a name.
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
