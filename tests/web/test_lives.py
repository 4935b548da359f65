from kithmap.web.lives import follow_log
from kithmap.workshop.joining import Listed
from kithmap.workshop.model import Life
from tests.support.installation import Installation


def followed(installation: Installation, workshop: Listed) -> tuple[Listed, Life]:
    assert installation.main.portal is not None
    return installation.main.portal.call(follow_log, installation.services, workshop)


def test_the_list_learns_what_the_log_knows(installation: Installation) -> None:
    workshop = installation.new_workshop()
    assert followed(installation, workshop) == (workshop, Life.DRAFT)
    installation.ask(workshop, "workshop.open")
    assert followed(installation, workshop) == (workshop, Life.OPEN)
    installation.ask(workshop, "workshop.close")
    closed, life = followed(installation, workshop)
    assert life is Life.CLOSED
    assert closed.closed_at == installation.clock()
    installation.ask(closed, "workshop.reopen", stage="places")
    assert followed(installation, installation.listed(workshop.id)) == (workshop, Life.OPEN)


def test_a_workshop_whose_log_has_not_begun_is_a_draft(installation: Installation) -> None:
    unknown = Listed("none", "a", None, "x", "fern river 10", installation.clock())
    assert followed(installation, unknown)[1] is Life.DRAFT
