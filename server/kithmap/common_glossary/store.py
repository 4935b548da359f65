"""Every query about rounds, groups and answers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from kithmap.basics.errors import ConflictError
from kithmap.common_glossary.model import Answer, Group, Held, Phase, Round, Sheet, Source
from kithmap.common_glossary.tables import (
    CommonAnswerRow,
    CommonApartRow,
    CommonGroupRow,
    CommonMemberRow,
    CommonRoundRow,
)
from kithmap.glossary.model import Match, Version

# Rounds.


def rounds(session: Session, programme_id: str) -> list[Round]:
    """Return a programme's rounds, the newest first."""
    wanted = select(CommonRoundRow).where(CommonRoundRow.programme == programme_id)
    return [_round(row) for row in session.exec(wanted.order_by(col(CommonRoundRow.number).desc()))]


def newest_round(session: Session, programme_id: str) -> Round | None:
    """Return the round that goes on, or else the one that ended last."""
    return next(iter(rounds(session, programme_id)), None)


def round_for_change(session: Session, round_id: str) -> Round | None:
    """Return a round, and let others who would change it wait until this transaction ends."""
    row = session.exec(select(CommonRoundRow).where(CommonRoundRow.id == round_id).with_for_update()).first()
    return None if row is None else _round(row)


def add_round(session: Session, round_: Round, now: datetime) -> None:
    """Store a new round.

    Raises:
        ConflictError: if somebody else began it a moment ago.
    """
    row = CommonRoundRow(
        id=round_.id, programme=round_.programme, number=round_.number, begun_at=now, **_columns(round_)
    )
    session.add(row)
    try:
        session.flush()
    except IntegrityError:
        raise ConflictError("Somebody began this round a moment ago. Please open it again.") from None


def set_round(session: Session, round_: Round) -> None:
    """Store what a round has become."""
    session.exec(update(CommonRoundRow).where(col(CommonRoundRow.id) == round_.id).values(**_columns(round_)))


# All that stands in one.


def sheet(session: Session, round_: Round) -> Sheet:
    """Return all that stands in a round."""
    members: dict[str, dict[Held, Match]] = defaultdict(dict)
    rows = session.exec(
        select(CommonMemberRow)
        .where(CommonMemberRow.round == round_.id)
        .order_by(CommonMemberRow.area, CommonMemberRow.concept)
    )
    for row in rows:
        members[row.group][row.area, row.concept] = Match(row.match)
    groups = session.exec(
        select(CommonGroupRow).where(CommonGroupRow.round == round_.id).order_by(CommonGroupRow.id)
    )
    return Sheet(
        round_,
        tuple(_group(row, members[row.id]) for row in groups),
        tuple(_answers(session, round_.id)),
        _apart(session, round_.id),
    )


def _answers(session: Session, round_id: str) -> Iterable[Answer]:
    wanted = (
        select(CommonAnswerRow)
        .join(CommonGroupRow, col(CommonGroupRow.id) == col(CommonAnswerRow.group))
        .where(CommonGroupRow.round == round_id)
        .order_by(CommonAnswerRow.group, CommonAnswerRow.area)
    )
    for row in session.exec(wanted):
        yield Answer(row.group, row.area, row.accepts, row.reason, row.revision, row.role, row.at)


def _apart(session: Session, round_id: str) -> frozenset[frozenset[Held]]:
    rows = session.exec(select(CommonApartRow).where(CommonApartRow.round == round_id))
    return frozenset(
        frozenset(((row.one_area, row.one_concept), (row.other_area, row.other_concept))) for row in rows
    )


# Groups.


def set_group(session: Session, round_id: str, group: Group, now: datetime) -> None:
    """Store a group, a new one or in place of what it was.

    Raises:
        ConflictError: if one of its concepts is in another group.
    """
    row = CommonGroupRow(
        id=group.id,
        round=round_id,
        label=group.label,
        definition=group.definition,
        taken_from=group.taken_from,
        revision=group.revision,
        concept=group.concept,
        changed_at=now,
    )
    session.merge(row)
    session.flush()
    session.exec(delete(CommonMemberRow).where(col(CommonMemberRow.group) == group.id))
    session.add_all(
        CommonMemberRow(round=round_id, area=area, concept=concept, group=group.id, match=match.value)
        for (area, concept), match in group.members.items()
    )
    try:
        session.flush()
    except IntegrityError:
        raise ConflictError(
            "One of these words is in another group already. Nothing was changed. Please look again."
        ) from None


def remove_group(session: Session, group_id: str) -> None:
    """Remove a group with the answers to it; its concepts are free again."""
    for table in (CommonMemberRow, CommonAnswerRow):
        session.exec(delete(table).where(col(table.group) == group_id))
    session.exec(delete(CommonGroupRow).where(col(CommonGroupRow.id) == group_id))


def set_concepts(session: Session, concept_of: Iterable[tuple[str, str]]) -> None:
    """Store which common concept each group became."""
    for group_id, concept in concept_of:
        session.exec(update(CommonGroupRow).where(col(CommonGroupRow.id) == group_id).values(concept=concept))


def set_apart(session: Session, round_id: str, pairs: Iterable[frozenset[Held]]) -> None:
    """Store that concepts are not the same, two by two."""
    for pair in pairs:
        (one_area, one_concept), (other_area, other_concept) = sorted(pair)
        session.merge(
            CommonApartRow(
                round=round_id,
                one_area=one_area,
                one_concept=one_concept,
                other_area=other_area,
                other_concept=other_concept,
            )
        )


def forget_apart(session: Session, round_id: str) -> None:
    """Forget what is not the same in a round: all of it may be proposed again."""
    session.exec(delete(CommonApartRow).where(col(CommonApartRow.round) == round_id))


# Answers.


def set_answer(session: Session, answer: Answer, account_id: str) -> None:
    """Store what an area says, in place of what it said before.

    Args:
        session: the transaction.
        answer: what it says.
        account_id: of who said it, for whoever has to look into it; no page shows it.
    """
    row = CommonAnswerRow(
        group=answer.group,
        area=answer.area,
        accepts=answer.accepts,
        reason=answer.reason,
        revision=answer.revision,
        role=answer.role,
        account=account_id,
        at=answer.at,
    )
    session.merge(row)


def copy_answers(session: Session, from_group: str, to_group: str) -> None:
    """Store for a group what areas said of the one that it was made from."""
    rows = session.exec(select(CommonAnswerRow).where(CommonAnswerRow.group == from_group)).all()
    session.add_all(CommonAnswerRow(**{**row.model_dump(), "group": to_group}) for row in rows)


# Rows and records.


def _columns(round_: Round) -> dict[str, Any]:
    return {
        "phase": round_.phase.value,
        "share_of": round_.share[0],
        "share_among": round_.share[1],
        "sources": [
            {
                "area": each.area,
                "name": each.name,
                "glossary": each.glossary,
                "base": each.base,
                "version": str(each.version or ""),
            }
            for each in round_.sources
        ],
        "opened_at": round_.opened_at,
        "released": str(round_.released or ""),
    }


def _round(row: CommonRoundRow) -> Round:
    return Round(
        row.id,
        row.programme,
        row.number,
        Phase(row.phase),
        (row.share_of, row.share_among),
        tuple(_source(each) for each in row.sources),
        row.opened_at,
        _version(row.released),
    )


def _source(written: dict[str, str]) -> Source:
    known = Source(written["area"], written["name"], written["glossary"], written["base"])
    return replace(known, version=_version(written["version"]))


def _version(text: str) -> Version | None:
    return Version.parse(text) if text else None


def _group(row: CommonGroupRow, members: dict[Held, Match]) -> Group:
    return Group(row.id, members, row.label, row.definition, row.taken_from, row.revision, row.concept)
