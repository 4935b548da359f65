import io
import sys

import pytest
import typer

from kithmap.basics.errors import KithmapError
from kithmap.cli.saying import can_show, plainly, say


def old_terminal(monkeypatch: pytest.MonkeyPatch) -> io.TextIOWrapper:
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", terminal)
    return terminal


def test_an_old_terminal_shows_what_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = old_terminal(monkeypatch)
    say("Zoë – ██")
    terminal.flush()
    assert terminal.buffer.getvalue().startswith("Zoë – ??".encode("cp1252"))  # type: ignore[attr-defined]
    assert not can_show("██")


def test_errors_are_sentences_and_end_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    @plainly
    def fails() -> None:
        raise KithmapError("There is no such area.")

    with pytest.raises(typer.Exit) as ended:
        fails()
    assert ended.value.exit_code == 1
    assert capsys.readouterr().err == "There is no such area.\n"
