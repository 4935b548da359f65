"""Rebuilding a workshop from its log: every operation decided again, and compared with what was stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kithmap.basics.actors import Actor
from kithmap.basics.errors import Refused
from kithmap.basics.operations import Asked
from kithmap.basics.records import Changes
from kithmap.sync.content import Content
from kithmap.sync.entry import Entry, versioned
from kithmap.sync.rules import Rules


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry whose operation, decided again, does not give what was stored.

    Attributes:
        number: the entry's number.
        kind: its operation's kind.
        words: what differs, without anybody's words.
    """

    number: int
    kind: str
    words: str


@dataclass(slots=True)
class ReplayReport:
    """What a replay found.

    Attributes:
        content: the records after the last entry, from the stored changes.
        entries: how many entries were read.
        redacted: how many of them are blanked, and so are taken as they stand.
        differences: where the rules of today give something else.
    """

    content: Content = field(default_factory=Content)
    entries: int = 0
    redacted: int = 0
    differences: list[Difference] = field(default_factory=list)


def replay(entries: Iterable[Entry], rules: Rules) -> ReplayReport:
    """Decide every entry of a log again, from zero.

    Args:
        entries: the whole log, in order.
        rules: the rules to decide by.

    Raises:
        ValueError: if a number is missing.
    """
    report = ReplayReport()
    for entry in entries:
        if entry.payload is None:
            report.redacted += 1
        elif (words := _difference(entry, report.content, rules, blanked=report.redacted > 0)) is not None:
            report.differences.append(Difference(entry.number, entry.kind, words))
        report.content.apply(entry)
        report.entries += 1
    return report


def _difference(entry: Entry, content: Content, rules: Rules, *, blanked: bool) -> str | None:
    asked = Asked(entry.operation, Actor(entry.person, entry.role), entry.at)
    try:
        changes = versioned(rules.decide(content, entry.kind, dict(entry.payload or {}), asked), entry.number)
    except Refused as refused:
        return f"it was accepted then and would be refused now ({refused.reason})"
    if comparable(changes) == comparable(entry.changes):
        return None
    return None if blanked and len(entry.changes) < len(changes) else "its changes are not the ones that were stored"


def comparable(changes: Changes) -> Changes:
    """Return changes in a form in which equal ones are equal: fields as plain dictionaries."""
    return tuple(
        replace(change, record=replace(change.record, fields=dict(change.record.fields)))
        if hasattr(change, "record")
        else change
        for change in changes
    )
