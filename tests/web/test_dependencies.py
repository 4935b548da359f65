from starlette.requests import HTTPConnection

from kithmap.people import actions as people
from kithmap.programme import store
from tests.support.installation import Installation


def connection(host: str) -> HTTPConnection:
    return HTTPConnection(
        {"type": "http", "scheme": "http", "server": ("127.0.0.1", 80), "path": "/", "query_string": b"",
         "headers": [(b"host", host.encode())]}
    )  # fmt: skip


def test_links_lead_to_the_host_that_was_asked(installation: Installation) -> None:
    assert installation.services.address(connection("10.0.0.7:8000")) == "http://10.0.0.7:8000"


def test_reading_and_writing_run_in_threads(installation: Installation) -> None:
    portal = installation.main.portal
    assert portal is not None
    before = portal.call(installation.services.read, store.areas)
    installation.new_area("Second")
    assert len(portal.call(installation.services.read, store.areas)) == len(before) + 1


def test_telling_role_changes_of_nobody_is_nothing(installation: Installation) -> None:
    assert installation.main.portal is not None
    installation.main.portal.call(installation.services.tell_role_changes)


def test_wrong_read_tokens_are_counted_and_those_that_are_over_are_not(installation: Installation) -> None:
    now = installation.clock()
    kept, token = installation.do(people.make_read_token, installation.admin, "R", now.date(), now)
    client = installation.browser(page=False)
    for shown, expected in ((token, 200), ("kithmap_x", 401)):
        assert client.get("/ogc", headers={"authorization": f"Bearer {shown}"}).status_code == expected
    installation.do(people.revoke_read_token, installation.admin, kept.id, now)
    statuses = [
        client.get("/ogc", headers={"authorization": f"Bearer {shown}"}).status_code
        for shown in [token] * 70 + ["kithmap_x"] * 60
    ]
    assert statuses == [401] * 129 + [429]
    assert client.get("/ogc").status_code == 200
