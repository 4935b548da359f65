import io
import sys

import pytest

from kithmap.cli.progress import shown


class Terminal(io.StringIO):
    """Somebody who looks on."""

    def isatty(self) -> bool:
        return True


def test_nothing_is_shown_where_nobody_looks_on(capsys: pytest.CaptureFixture[str]) -> None:
    with shown("Copying") as step:
        step(0.5, "the database")
    assert capsys.readouterr() == ("", "")


def test_somebody_who_looks_on_sees_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with shown("Copying") as step:
        step(0.25, "the database")
    assert "Copying: the database" in terminal.getvalue()
