import pytest
from typer.testing import CliRunner

from kithmap.cli import app
from tests.support.installation import Installation
from tests.support.layer_desk import Table


@pytest.fixture
def table(installation: Installation) -> Table:
    return Table.of(installation)


def ask(table: Table, *more: str) -> tuple[int, str]:
    folder = str(table.installation.folder)
    found = CliRunner().invoke(app, ["rebuild", "oakham-baseline", *more, "--data", folder])
    return found.exit_code, found.output


def test_a_release_is_built_again_and_compared(table: Table) -> None:
    evening = table.evening()
    evening.asset("The hall", -0.73, 52.67)
    evening.meeting("The bench", -0.72, 52.665, seat=1, precision="100m")
    evening.close()
    table.send()
    assert ask(table)[0] == 1
    table.publish()
    assert ask(table) == (0, "oakham-baseline-1.0.0: as it was published, byte by byte.\n")
    code, said = ask(table, "--version", "2.0.0")
    assert code == 1
    assert "no version 2.0.0. The newest is 1.0.0." in " ".join(said.split())

    evening.by(1, "person.withdraw", person=evening.people[1].person)
    code, said = ask(table, "--version", "1.0.0")
    assert code == 1
    assert "public, meeting_places: 1 cannot be given any more." in said
    assert "partners, meeting_places: 1 cannot be given any more." in said
    assert "What is out stays as it is" in " ".join(said.split())
