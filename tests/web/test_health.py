from kithmap import __version__
from tests.support.installation import Installation


def test_a_server_that_is_well_says_so(installation: Installation) -> None:
    answer = installation.browser(page=False).get("/health")
    assert answer.json() == {"status": "ok", "version": __version__}
