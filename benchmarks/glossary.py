"""A large glossary: how long until its differences are found and all its forms are written.

Five thousand concepts in three languages, each with notes, other words, relations and a decision; between the two versions a tenth
of them reads differently, means something else, came or went. What is timed as a whole: the differences, in data and in plain words;
the vocabulary as Turtle, JSON-LD and RDF/XML; the tables of concepts, indicators and questions; the stored document. In turns with
it the floor: Python's own json.dumps of what that document holds.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.load.machine import verdict
from kithmap.glossary.changes import differences
from kithmap.glossary.document import as_document, from_document
from kithmap.glossary.exports import concepts_csv, indicators_csv, questionnaire_csv
from kithmap.glossary.in_words import differences_in_words
from kithmap.glossary.model import (
    Concept,
    Decision,
    Indicator,
    Match,
    Organisation,
    Release,
    Scheme,
    Status,
    Version,
)
from kithmap.glossary.skos import as_skos

CONCEPTS = 5000
INDICATORS = 50
BRANCHING = 12
GOAL_S = 2.0
DAY = date(2026, 5, 1)
MAKER = Organisation("https://example.org/makers", "The makers")
SCHEME = Scheme(
    "https://example.org/glossary/",
    {"en": "Words we agree on", "cy": "Geiriau", "ur": "الفاظ"},
    {"en": "What we mean by our words."},
    MAKER,
    MAKER,
    "https://creativecommons.org/licenses/by/4.0/",
    "en",
    DAY,
)
SENTENCE = "A place or a group that people here name when they tell where neighbours meet, help and hear of each other."
MEANINGS = {"cy": "Lle neu grŵp y mae pobl yma yn ei enwi.", "ur": "وہ جگہ جہاں پڑوسی ملتے ہیں"}


def concept(number: int) -> Concept:
    """Return one of many concepts, in a hierarchy of a few levels."""
    name = f"meeting kind {number}"
    above = (number - 1) // BRANCHING
    decision = Decision(
        workshop="01900000-0000-7000-8000-00000000aaaa",
        item=f"item {number}",
        on=DAY + timedelta(days=number % 200),
        outcome="adopted_with_dissent" if number % 5 == 0 else "adopted",
        counts={"support": 14, "accept": 5, "cannot_accept": number % 2},
        sentence="20 of 24 answered; 19 of 20 support or accept it, and 75 in 100 were needed.",
        minority=("Here it is called something else.",) if number % 5 == 0 else (),
        room="The room was older than the area.",
    )
    return Concept(
        id=f"meeting_kind_{number}",
        label={"en": name, "cy": f"math cyfarfod {number}", "ur": f"ملاقات {number}"},
        definition={"en": f"{SENTENCE} Number {number}.", **MEANINGS},
        alt={"en": (f"gathering {number}", f"get-together {number}")},
        scope={"en": "Use it for what people do, not for the building."},
        example={"en": "The hall on Fern Street; the bench by the brook"},
        broader=(f"meeting_kind_{above}",) if number else (),
        related=(f"meeting_kind_{number - 7}",) if number % 10 == 0 and number > 100 else (),
        matches={Match.CLOSE: (f"https://example.com/terms/{number}",)},
        consult=("A handbook of meeting, chapter 3",),
        first=Version(1, 0, 0),
        decisions=(decision,),
    )


def indicator(number: int) -> Indicator:
    """Return one of many indicators."""
    own = replace(concept(number), id=f"indicator_{number}", broader=(), related=(f"meeting_kind_{number}",))
    return Indicator(
        concept=replace(own, label={"en": f"How often people meet, {number}"}),
        about=f"meeting_kind_{number}",
        rights="ours",
        source="The makers",
        licence="CC BY 4.0",
        attribution="",
        questions=(("often", "How often do you meet people there?"), ("whom", "Whom do you meet there?")),
        answers={"list": ["daily", "weekly", "rarely", "never"], "from": 1},
        mode="on paper or on a phone",
        direction="up",
        compute={"function": "percent_of", "answers": [1, 2]},
        also={},
        limits="It counts people, not meetings.",
        benchmark="",
    )


def first_release(concepts: int) -> Release:
    """Return the earlier version."""
    made = tuple(sorted(map(concept, range(concepts)), key=lambda each: each.id))
    return Release(SCHEME, Version(1, 0, 0), DAY, made, tuple(map(indicator, range(INDICATORS))))


def second_release(first: Release) -> Release:
    """Return the later version: of every ten concepts one differs, and of those each in one of five ways."""
    changed: list[Concept] = []
    for place, known in enumerate(first.concepts):
        meant = {**known.definition, "en": f"{SENTENCE} Not a shop."}
        match place % 50:
            case 1:
                changed.append(replace(known, definition=meant))
            case 11:
                changed.append(replace(known, definition=meant, meaning=2))
            case 21:
                changed.append(replace(known, status=Status.WITHDRAWN))
            case 31:
                changed.append(replace(known, status=Status.WITHDRAWN, replaced_by=("meeting_kind_0",)))
            case 41:
                changed += [known, replace(known, id=f"{known.id}_new", broader=(), related=())]
            case _:
                changed.append(known)
    made = tuple(sorted(changed, key=lambda each: each.id))
    return replace(first, version=Version(2, 0, 0), previous=first.version, concepts=made)


def words_of_differences(first: Release, second: Release) -> list[str]:
    """Return the differences as they are read."""
    found = differences(first.concepts, second.concepts, first.indicators, second.indicators)
    return differences_in_words(found, {each.id: each for each in (*first.concepts, *second.concepts)}, "en")


def main() -> int:
    """Measure and print. Returns 1 when the bound is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    first = first_release(CONCEPTS)
    second = second_release(first)
    document = json.loads(as_document(second))
    steps: dict[str, Callable[[], object]] = {
        "differences, and in words": lambda: words_of_differences(first, second),
        "Turtle": lambda: as_skos(second, "turtle"),
        "JSON-LD": lambda: as_skos(second, "json-ld"),
        "RDF/XML": lambda: as_skos(second, "xml"),
        "CSV, three tables": lambda: (
            concepts_csv(second),
            indicators_csv(second, "Fernside"),
            questionnaire_csv(second),
        ),
        "JSON, as it is stored": lambda: as_document(second),
        "floor: json.dumps": lambda: json.dumps(document, ensure_ascii=False, indent=1).encode(),
        "beside it: reading the stored document": lambda: from_document(as_document(second)),
    }
    seconds: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, step in steps.items():
            began = time.perf_counter()
            step()
            seconds[name].append(time.perf_counter() - began)
    return tell(len(second.concepts), len(json.dumps(document)), seconds)


def tell(concepts: int, size: int, seconds: dict[str, list[float]]) -> int:
    """Print the medians. Returns 1 when the bound is missed."""
    print(
        f"{concepts} concepts and {INDICATORS} indicators, {size / 1e6:.1f} MB, medians of {len(next(iter(seconds.values())))}:"
    )
    medians = {name: statistics.median(each) for name, each in seconds.items()}
    for name, median in medians.items():
        print(
            f"  {name}: {median * 1e3:.0f} ms [{min(seconds[name]) * 1e3:.0f}-{max(seconds[name]) * 1e3:.0f}]"
        )
    *timed, floor, _ = medians.values()
    verdict("differences and every form, s", sum(timed), GOAL_S)
    print(f"  to the floor: {sum(timed) / floor:.1f}")
    return 0 if sum(timed) <= GOAL_S else 1


if __name__ == "__main__":
    sys.exit(main())
