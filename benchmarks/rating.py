"""A thousand phones rate within one second: how long until the wall's count has each of them?

The product's rules on a SQLite file with full durability, real WebSockets, server and load on a core each. What is timed, for each phone:
from the sending of its rating until the wall has the entry that it became, with the count of answers that includes it. Afterwards the
log is read from zero: one register for each phone, none twice, none lost, and the count the same. The floor, in turns with it, is
a server that neither decides nor stores nor counts, and tells the wall and the phone itself but no other phone.
"""

import argparse
import statistics
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.load.machine import Result, load_program, rate, running, running_in, verdict
from benchmarks.load.servers import ITEM, WORKSHOP
from kithmap.agreement.items import RATING, answers_id
from kithmap.storage.engine import open_database
from kithmap.storage.oplog.sql import SqlLog
from kithmap.sync.content import Content

PHONES = 1000
GOAL_MS = 200.0


def wrong_in_the_log(folder: Path, phones: int) -> list[str]:
    """Return what the log does not say as it should, in words."""
    database = open_database(f"sqlite:///{(folder / 'kithmap.sqlite').as_posix()}")
    content, given = Content(), Counter[str]()
    for entry in SqlLog(database).entries(WORKSHOP, 0):
        content.apply(entry)
        if entry.kind == "rating.give":
            given[entry.person] += 1
    database.close()
    registers = Counter(record.author for record in content.of_kind(RATING))
    count = content.get(answers_id(ITEM))
    found = {
        "phones with one rating in the log": sum(times == 1 for times in given.values()),
        "ratings in the log": given.total(),
        "people with a register": len(registers),
        "registers": registers.total(),
        "the count": count.fields["answered"] if count else 0,
    }
    return [f"{name}: {figure}, and not {phones}" for name, figure in found.items() if figure != phones]


def one_round(program: list[str], phones: int, seconds: float) -> tuple[Result, list[str]]:
    """Let the phones rate in a workshop of their own; return the load's figures, and what is wrong in the log."""
    with tempfile.TemporaryDirectory() as name:
        with running_in(name, "agreeing", phones) as server:
            result = rate(program, server, phones, seconds)
        return result, wrong_in_the_log(Path(name), phones)


def tell(name: str, results: list[Result]) -> float:
    """Print one server's medians; return the p99 in milliseconds."""
    p99 = statistics.median(float(each["shown_ms"]["p99"]) for each in results)
    p50 = statistics.median(float(each["shown_ms"]["p50"]) for each in results)
    longest = max(float(each["shown_ms"]["max"]) for each in results)
    cpu = [each["cpu_s"] for each in results if each["cpu_s"] is not None]
    print(
        f"  {name:8} p50 {p50:.1f} ms, p99 {p99:.1f} ms, longest {longest:.1f} ms; "
        f"processor {statistics.median(cpu) if cpu else float('nan'):.2f} s; "
        f"lost {sum(each['sent'] - each['shown'] for each in results)}, gaps {sum(each['gaps'] for each in results)}"
    )
    return p99


def main() -> int:
    """Measure and print. Returns 1 when a bound is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--phones", type=int, default=PHONES)
    parser.add_argument("--seconds", type=float, default=1.0)
    asked = parser.parse_args()
    ours: list[Result] = []
    floor: list[Result] = []
    wrong: list[str] = []
    with load_program() as program:
        for _ in range(asked.rounds):
            result, found = one_round(program, asked.phones, asked.seconds)
            ours.append(result)
            wrong += found
            if result["answered"] != asked.phones or result["out_of_step"]:
                wrong.append(
                    f"the wall's count ended at {result['answered']}, {result['out_of_step']} steps were not of one"
                )
            with running("bare_count") as server:
                floor.append(rate(program, server, asked.phones, asked.seconds))
    print(f"{asked.phones} phones rate within {asked.seconds:g} s, medians of {asked.rounds}:")
    p99 = tell("kithmap", ours)
    tell("floor", floor)
    verdict("p99 from a phone's sending to the wall's count, ms", p99, GOAL_MS)
    print(
        "\n".join(["  the log:", *wrong])
        if wrong
        else "  the log: one register each, nothing lost, the count the same"
    )
    return 1 if wrong or p99 > GOAL_MS else 0


if __name__ == "__main__":
    sys.exit(main())
