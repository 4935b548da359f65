"""Whatever is asked by the API definition, rightly or wrongly: an answer that the definition describes, and never a failure."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.core import NOT_SET
from schemathesis.core.failures import Failure, FailureGroup

from tests.support.installation import Installation
from tests.support.ogc import SLUG

PATHS = (
    "/",
    "/api",
    "/collections/{collectionId}",
    "/collections/{collectionId}/queryables",
    "/collections/{collectionId}/items/{featureId}",
    f"/collections/{SLUG}.assets/items",
    f"/collections/{SLUG}.connection_table/items",
)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_that_is_asked_makes_the_server_fail(published: Installation, path: str) -> None:
    client = published.browser(page=False)
    schema = schemathesis.openapi.from_dict(client.get("/ogc/api").json())
    operation = schema[path]["get"]
    wrong = operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)

    @settings(max_examples=30, suppress_health_check=list(HealthCheck), database=None)
    @given(operation.as_strategy() | wrong)
    def ask(case: Any) -> None:
        if "featureId" in (case.path_parameters or {}):
            case.path_parameters["featureId"] = "a-hall"
        kwargs = case.as_transport_kwargs(base_url="http://testserver/ogc")
        sent = {name: kwargs.get(name) for name in ("method", "url", "params")}
        answer = client.request(**{name: each for name, each in sent.items() if each not in (None, NOT_SET)})
        assert answer.status_code in (200, 400, 404, 405), (sent, answer.text)
        operation.validate_response(schemathesis.Response.from_any(answer))

    ask()


def test_an_answer_that_is_not_as_described_is_noticed(published: Installation) -> None:
    client = published.browser(page=False)
    operation = schemathesis.openapi.from_dict(client.get("/ogc/api").json())[PATHS[-1]]["get"]
    asked = [schemathesis.Response.from_any(client.get(f"/ogc{PATHS[-1]}")) for _ in range(2)]
    operation.validate_response(asked[0])
    asked[1].content = b'{"type": "FeatureCollection"}'
    with pytest.raises((Failure, FailureGroup)):
        operation.validate_response(asked[1])
