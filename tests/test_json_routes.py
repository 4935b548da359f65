"""Whatever is sent to the JSON routes, rightly or wrongly formed: an answer with words, and never a failure."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.core import NOT_SET
from starlette.testclient import TestClient

from tests.support.installation import Installation, installed


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, migrated_database: Path) -> Iterator[Installation]:
    with installed(tmp_path_factory.mktemp("schema") / "data", migrated_database) as running:
        yield running


OPERATIONS = (
    "GET /health",
    "GET /api/areas/{area_id}/basemap",
    "GET /api/guides",
    "GET /api/guides/run-sheet",
    "GET /api/layers/{slug}/versions/{version}/files",
    "GET /api/workshops/{workshop}/duplicates",
    "GET /api/workshops/{workshop}/entries",
    "GET /api/workshops/{workshop}/export.geojson",
    "GET /api/workshops/{workshop}/held-back",
    "GET /api/workshops/{workshop}/joined",
    "GET /api/workshops/{workshop}/news",
    "GET /api/workshops/{workshop}/offered",
    "GET /api/workshops/{workshop}/paper/grid",
    "GET /api/workshops/{workshop}/photos/{photo}",
    "POST /api/workshops/{workshop}/operations",
    "GET /api/workshops/{workshop}/presence",
    "POST /api/workshops/{workshop}/presence",
    "GET /api/workshops/{workshop}/reflections",
    "GET /api/workshops/{workshop}/reflections.csv",
    "GET /api/workshops/{workshop}/removed",
    "GET /api/workshops/{workshop}/seated",
    "GET /api/workshops/{workshop}/snapshots/{number}",
    "GET /basemaps/{area_id}.json",
    "GET /basemaps/{area_id}/{version}/{theme}/whole.svg",
    "GET /basemaps/{area_id}/{version}/{theme}/{z}/{x}/{y}.svg",
    "GET /layers/{slug}/versions/{version}/files/{name}",
    "GET /layers/{slug}/versions/{version}/report.html",
)


TAKE_BYTES = ("POST /api/workshops/{workshop}/photos/{photo}",)
"""Routes that take a file and no JSON: the tests of photos send them whole, broken and disguised ones."""


def test_every_json_route_is_asked(asked: Installation) -> None:
    described = {
        f"{method.upper()} {path}"
        for path, methods in asked.app.openapi()["paths"].items()
        for method in methods
    }
    assert described == {*OPERATIONS, *TAKE_BYTES}


@pytest.mark.parametrize("route", OPERATIONS)
def test_no_request_makes_the_server_fail(asked: Installation, route: str) -> None:
    method, path = route.split(" ")
    operation = schemathesis.openapi.from_dict(asked.app.openapi())[path][method]
    workshop = asked.new_workshop()
    client = asked.as_admin(page=False)
    cases = st.one_of(
        operation.as_strategy(), operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)
    )

    @settings(max_examples=25, suppress_health_check=list(HealthCheck), database=None)
    @given(cases, st.booleans())
    def ask(case: Any, known: bool) -> None:
        if known and "workshop" in (case.path_parameters or {}):
            case.path_parameters["workshop"] = workshop.id
        answer = _send(client, case)
        assert answer.status_code < 500, (case, answer.text)
        if answer.status_code >= 400:
            told = answer.json()
            assert set(told) == {"code", "message"}
            assert told["message"]

    ask()


def _send(client: TestClient, case: Any) -> Any:
    kwargs = case.as_transport_kwargs(base_url="http://testserver")
    sent = {name: value for name, value in kwargs.items() if value is not None and value is not NOT_SET}
    cookies = sent.pop("cookies", None)
    if cookies:
        sent["headers"] = {
            **sent.get("headers", {}),
            "cookie": "; ".join(f"{k}={v}" for k, v in cookies.items()),
        }
    return client.request(**sent)
