"""What the command line prints: sentences, and errors without a traceback."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from kithmap.basics.errors import KithmapError

P = ParamSpec("P")


def say(words: str = "") -> None:
    """Print a line. Signs that a terminal cannot show (old Windows consoles) become question marks, not an error."""
    encoding = sys.stdout.encoding or "utf-8"
    typer.echo(words.encode(encoding, "replace").decode(encoding))


def can_show(words: str) -> bool:
    """Tell whether the terminal can show all of these signs."""
    try:
        words.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def plainly(command: Callable[P, None]) -> Callable[P, None]:
    """Make a command tell its errors in their own words and end with 1."""

    @wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except KithmapError as error:
            typer.secho(error.message, fg=typer.colors.RED, err=True)
            raise typer.Exit(1) from None

    return told
