"""The vectors that the page's tests read are true of the engine: the same samples, decoded and folded in Python."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError
from kithmap.sync.audience import Touched, Viewer, seen
from kithmap.sync.entry import change_from_json, record_from_json
from kithmap.sync.protocol import PROTOCOL_VERSION, SERVER, decode, encode

FOLDER = Path(__file__).parent / "vectors"


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def named(vectors: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(vector, id=vector["name"]) for vector in vectors]


@pytest.mark.parametrize("vector", named(read("folds.json")))
def test_a_fold_leads_where_the_vector_says(vector: dict[str, Any]) -> None:
    start = vector["start"] or {"number": None, "records": []}
    records, number = by_id(start["records"]), start["number"]
    snapshots = {snapshot["number"]: snapshot["records"] for snapshot in vector["snapshots"]}
    for message in vector["messages"]:
        if message["type"] == "catch_up":
            if message["snapshot"] is not None:
                records = by_id(snapshots[message["snapshot"]])
        elif message["number"] != number + 1:
            continue
        for change in message["changes"]:
            if "put" in change:
                records[change["put"]["id"]] = change["put"]
            else:
                records.pop(change["remove"], None)
        number = message["number"]
    expected = vector["expected"]
    assert by_id([{"stands_on": [], **record} for record in records.values()]) == by_id(expected["records"])
    assert number == expected["number"]


def by_id(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in records}


@pytest.mark.parametrize("vector", named(read("projections.json")))
def test_a_change_is_told_to_a_viewer_as_the_vector_says(vector: dict[str, Any]) -> None:
    before = vector["before"] and record_from_json(vector["before"])
    viewer = Viewer(vector["viewer"]["person"], Role(vector["viewer"]["role"]))
    told = seen(Touched(change_from_json(vector["change"]), before), viewer)
    assert (None if told is None else told.model_dump(mode="json")) == vector["seen"]


def test_the_samples_are_of_this_version_of_the_protocol() -> None:
    assert read("protocol.json")["protocol"] == PROTOCOL_VERSION


@pytest.mark.parametrize("sample", named(read("protocol.json")["client"]["valid"]))
def test_a_valid_message_of_a_page_is_read(sample: dict[str, Any]) -> None:
    decode(json.dumps(sample["message"]))


@pytest.mark.parametrize("sample", named(read("protocol.json")["client"]["invalid"]))
def test_an_invalid_message_of_a_page_is_refused(sample: dict[str, Any]) -> None:
    with pytest.raises(BadInputError):
        decode(sample["text"] if "text" in sample else json.dumps(sample["message"]))


@pytest.mark.parametrize("sample", named(read("protocol.json")["server"]["valid"]))
def test_a_valid_message_of_the_server_is_what_the_server_writes(sample: dict[str, Any]) -> None:
    text = json.dumps(sample["message"])
    assert json.loads(encode(SERVER.validate_json(text))) == sample["message"]


@pytest.mark.parametrize("sample", named(read("protocol.json")["server"]["invalid"]))
def test_an_invalid_message_of_the_server_is_none_of_the_protocol(sample: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SERVER.validate_json(sample["text"] if "text" in sample else json.dumps(sample["message"]))


def test_every_kind_of_message_has_samples() -> None:
    samples = read("protocol.json")
    for side, kinds in {
        "client": {"hello", "submit", "fetch", "presence", "ping"},
        "server": {"welcome", "catch_up", "entry", "already", "refused", "presence", "pong", "closing"},
    }.items():
        valid = {sample["message"]["type"] for sample in samples[side]["valid"]}
        assert valid == kinds
        invalid = {
            sample["message"].get("type") for sample in samples[side]["invalid"] if "message" in sample
        }
        assert kinds - {"ping", "pong"} <= invalid
