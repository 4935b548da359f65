"""Where two lists of changes or records differ, in plain words that name ids and fields and repeat nobody's words."""

from collections.abc import Iterable
from dataclasses import dataclass

import orjson

from kithmap.basics.records import Changes, Record
from kithmap.sync.entry import Json, change_to_json, record_to_json


@dataclass(frozen=True, slots=True)
class _Words:
    """What to say of an id that stands on one side only."""

    only_stored: str
    only_computed: str


CHANGES = _Words("was changed, and would be left alone now", "was left alone, and would be changed now")
RECORDS = _Words("should not be there", "is missing")


def differences_of_changes(stored: Changes, computed: Changes) -> list[str]:
    """Say where an entry's stored changes differ from those that the rules make now."""
    before = [_plain(change_to_json(change)) for change in stored]
    after = [_plain(change_to_json(change)) for change in computed]
    if before == after:
        return []
    words = _differences(_changes_by_id(before), _changes_by_id(after), CHANGES)
    return words or ["the same changes come in another order"]


def differences_of_records(stored: Iterable[Record], computed: Iterable[Record]) -> list[str]:
    """Say where stored records differ from those that the entries make; their order does not matter."""
    return _differences(_records_by_id(stored), _records_by_id(computed), RECORDS)


def _differences(stored: dict[str, Json], computed: dict[str, Json], words: _Words) -> list[str]:
    said = [f"{each} {words.only_stored}" for each in stored.keys() - computed.keys()]
    said += [f"{each} {words.only_computed}" for each in computed.keys() - stored.keys()]
    said += [
        f"{each} differs in {', '.join(_differing_parts(stored[each], computed[each]))}"
        for each in stored.keys() & computed.keys()
        if stored[each] != computed[each]
    ]
    return sorted(said)


def _differing_parts(stored: Json, computed: Json) -> list[str]:
    one, other = _parts(stored), _parts(computed)
    return sorted(
        part
        for part in one.keys() | other.keys()
        if (part in one, one.get(part)) != (part in other, other.get(part))
    )


def _parts(record: Json) -> Json:
    """Lay a record's fields beside its other parts; of a removal, only that it is one."""
    others = {f"its {part}": value for part, value in record.items() if part != "fields"}
    return {**record.get("fields", {}), **others}


def _changes_by_id(changes: list[Json]) -> dict[str, Json]:
    return {
        change["put"]["id"] if "put" in change else next(iter(change.values())): change.get(
            "put", {"removal": next(iter(change))}
        )
        for change in changes
    }


def _records_by_id(records: Iterable[Record]) -> dict[str, Json]:
    return {record.id: _plain(record_to_json(record)) for record in records}


def _plain(written: Json) -> Json:
    """Return JSON values as they are after writing and reading: a rule may give a tuple where the log has a list."""
    plain: Json = orjson.loads(orjson.dumps(written))
    return plain
