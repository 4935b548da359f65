import asyncio
import logging
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kithmap.app import create_app
from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError
from kithmap.settings import Settings, StorageSettings
from tests.support.installation import AnyAssets, Clock, Installation, page_context

READERS = ("nobody", "participant", "projector", "researcher", "stranger", "facilitator", "admin")
"""Everyone who may come by; a stranger is a facilitator of another area."""

MAY: dict[str, dict[str, int]] = {
    # What everyone may see.
    "GET /": dict.fromkeys(READERS, 200),
    "GET /health": dict.fromkeys(READERS, 200),
    # Pages of those with accounts.
    "GET /account": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 200, "stranger": 200, "facilitator": 200, "admin": 200},
    "GET /people": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 200, "facilitator": 200, "admin": 200},
    "POST /people/invitations": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 422, "facilitator": 422, "admin": 422},
    "POST /people/{me}/roles": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 403, "admin": 303},
    "POST /people/nobody/link": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 403, "admin": 404},
    "POST /people/nobody/end": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 403, "admin": 404},
    "GET /programmes/{programme}": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 200, "stranger": 200, "facilitator": 200, "admin": 200},
    "POST /programmes": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 403, "admin": 422},
    "POST /programmes/{programme}/waves": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 403, "admin": 422},
    "GET /programmes/{programme}/areas/new": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 403, "admin": 200},
    "POST /programmes/{programme}/areas": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 403, "admin": 422},
    "GET /areas/{area}": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 200, "stranger": 403, "facilitator": 200, "admin": 200},
    "GET /api/areas/{area}/basemap": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 200, "stranger": 403, "facilitator": 200, "admin": 200},
    "POST /areas/{area}/boundary": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 422, "admin": 422},
    "POST /areas/{area}/partners": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 422, "admin": 422},
    "POST /areas/{area}/basemap": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 422, "admin": 422},
    "POST /areas/{area}/basemap/fetch": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 422, "admin": 422},
    "GET /areas/{area}/workshops/new": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 200, "admin": 200},
    "POST /areas/{area}/workshops": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 422, "admin": 422},
    # A workshop.
    "GET /w/{workshop}": {"nobody": 401, "participant": 200, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 200, "admin": 200},
    "POST /w/{workshop}/words": {"nobody": 401, "participant": 303, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 403, "admin": 403},
    "GET /console/{workshop}": {"nobody": 303, "participant": 303, "projector": 303, "researcher": 403, "stranger": 403, "facilitator": 200, "admin": 200},
    "GET /projector/{workshop}": {"nobody": 401, "participant": 401, "projector": 200, "researcher": 403, "stranger": 403, "facilitator": 200, "admin": 200},
    "GET /workshops/{workshop}/people": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 200, "admin": 200},
    "POST /workshops/{workshop}/people/x/remove": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 404, "admin": 404},
    "POST /workshops/{workshop}/people/x/words": {"nobody": 401, "participant": 401, "projector": 401, "researcher": 403, "stranger": 403, "facilitator": 404, "admin": 404},
    "GET /api/workshops/{workshop}/entries": {"nobody": 401, "participant": 200, "projector": 200, "researcher": 403, "stranger": 403, "facilitator": 200, "admin": 200},
    "GET /api/workshops/{workshop}/presence": {"nobody": 401, "participant": 200, "projector": 200, "researcher": 403, "stranger": 403, "facilitator": 200, "admin": 200},
    "GET /api/workshops/{workshop}/export.geojson": {"nobody": 401, "participant": 200, "projector": 403, "researcher": 200, "stranger": 403, "facilitator": 200, "admin": 200},
}  # fmt: skip


def browsers(installation: Installation, workshop_id: str) -> dict[str, TestClient]:
    """Return a browser for each reader."""
    workshop = installation.listed(workshop_id)
    elsewhere = installation.new_area("Elsewhere")
    link = page_context(installation.as_admin().get(f"/console/{workshop.id}").text)["projector_link"]
    projector = installation.browser()
    projector.get(link.removeprefix("http://testserver"))
    return {
        "nobody": installation.browser(),
        "participant": installation.joined(workshop),
        "projector": projector,
        "researcher": installation.signed_in(installation.colleague(Role.RESEARCHER)),
        "stranger": installation.signed_in(installation.colleague(Role.FACILITATOR, elsewhere)),
        "facilitator": installation.signed_in(installation.colleague(Role.FACILITATOR)),
        "admin": installation.as_admin(),
    }


def test_who_may_what(installation: Installation) -> None:
    workshop = installation.new_workshop()
    everyone = browsers(installation, workshop.id)
    names = {
        "workshop": workshop.id,
        "area": installation.area.id,
        "programme": installation.programme.id,
        "me": installation.admin.id,
    }
    found = {
        route: {
            reader: browser.request(*route.format(**names).split(" ")).status_code
            for reader, browser in everyone.items()
        }
        for route in MAY
    }
    assert found == MAY


def test_everyone_is_asked_about_every_route() -> None:
    assert all(tuple(answers) == READERS for answers in MAY.values())


def test_a_second_start_finds_what_the_first_one_kept(tmp_path: Path) -> None:
    settings = Settings(storage=StorageSettings(data_folder=tmp_path))
    first = create_app(settings, assets=AnyAssets())
    signed = first.state.services.signing.sign("seat", "x")
    with TestClient(first) as client:
        assert client.get("/health").status_code == 200
    second = create_app(settings, assets=AnyAssets())
    assert second.state.services.signing.read("seat", signed) == "x"
    with TestClient(second) as client:
        assert client.get("/health").status_code == 200


@pytest.mark.postgresql
def test_the_same_application_serves_from_postgresql(tmp_path: Path, postgresql: str) -> None:
    with Installation(tmp_path, Clock(), database=postgresql).running() as installation:
        workshop = installation.new_workshop()
        installation.ask(workshop, "workshop.open")
        phone = installation.joined(workshop, "Ann")
        assert page_context(phone.get(f"/w/{workshop.id}").text)["role"] == "participant"
        person = page_context(phone.get(f"/w/{workshop.id}").text)["person"]
        admin = installation.as_admin()
        assert admin.post(f"/workshops/{workshop.id}/people/{person}/remove").status_code == 303
        assert phone.get(f"/w/{workshop.id}").status_code == 403
        assert "Oakham" in admin.get(f"/programmes/{installation.programme.id}").text


def test_links_and_codes_carry_the_public_address(tmp_path: Path) -> None:
    address = "https://map.example.org"
    with Installation(tmp_path, Clock(), public_address=address).running() as installation:
        workshop = installation.new_workshop()
        context = page_context(installation.as_admin().get(f"/console/{workshop.id}").text)
        assert context["join_link"].startswith(f"{address}/j/")
        assert context["join_address"] == "map.example.org"
        answer = installation.browser().post(
            "/join", data={"code": workshop.code}, headers={"origin": address}
        )
        assert answer.status_code == 303


def test_a_database_s_address_that_is_none_is_said_at_the_start(tmp_path: Path) -> None:
    storage = StorageSettings.model_validate({"data_folder": tmp_path, "database_url": "nonsense://x"})
    with pytest.raises(BadInputError, match="not understood"):
        create_app(Settings(storage=storage))


def test_nobody_s_name_words_or_tokens_are_logged(
    installation: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    workshop = installation.new_workshop(title="Secret garden")
    phone = installation.joined(workshop, "Anneliese")
    words = page_context(phone.get(f"/w/{workshop.id}").text)["words"]
    installation.browser().post("/sign-in", data={"name": "Anneliese", "password": "hunter2hunter2"})
    installation.browser().post("/join", data={"code": "wrong code 11"})
    ours = [
        record.getMessage()
        for record in caplog.records
        if not record.name.startswith(("asyncio", "httpx", "python_multipart"))
    ]
    for secret in ("Anneliese", words, "hunter2", "Secret garden", "wrong code"):
        assert not any(secret in message for message in ours)


def test_other_processes_changes_are_looked_for(installation: Installation) -> None:
    names = [task.get_coro().__qualname__ for task in _tasks(installation)]  # type: ignore[union-attr]
    assert "_look_at_roles" in names


def _tasks(installation: Installation) -> list[asyncio.Task[object]]:
    async def tasks() -> list[asyncio.Task[object]]:
        return list(asyncio.all_tasks())

    assert installation.main.portal is not None
    return installation.main.portal.call(tasks)
