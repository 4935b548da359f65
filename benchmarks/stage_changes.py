"""A change of stage: how long until the last of 1,000 phones has it, beside a place on the map, which is ten times smaller.

What goes out is the workshop's whole record with a boundary of 400 corners, stored before anybody is told.
"""

import argparse
import statistics

from benchmarks.load.machine import LEADING_LINE, Result, fan_out, load_program, running, verdict
from benchmarks.load.servers import stage_text

PHONES = 1000
RATE = 2.0
"""Changes a second: far more than any room sees, far fewer than it takes to fill a line."""

GOAL_MS = 100.0


def p99(results: list[Result]) -> float:
    """Return the median of the rounds' p99, in milliseconds."""
    return statistics.median(float(each["last_ms"]["p99"]) for each in results)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=20.0)
    asked = parser.parse_args()
    stages: list[Result] = []
    places: list[Result] = []
    with load_program() as program, running("wide", 100) as server:
        for _ in range(asked.rounds):
            load = (program, server, PHONES, RATE, 0, asked.seconds)
            stages.append(fan_out(*load, line=LEADING_LINE, submit=stage_text()))
            places.append(fan_out(*load))
    print(f"{PHONES} phones, {RATE:g} changes a second, medians of {asked.rounds}:")
    for name, results in (("stage", stages), ("place", places)):
        spread = [each["last_ms"]["p99"] for each in results]
        p50 = statistics.median(each["last_ms"]["p50"] for each in results)
        print(
            f"  {name}: last phone p50 {p50:.2f} ms, p99 {p99(results):.2f} ms [{min(spread):.2f}-{max(spread):.2f}], "
            f"lost {sum(each['lost'] for each in results)}"
        )
    verdict("stage, p99 to the last phone, ms", p99(stages), GOAL_MS)
    print(f"  stage to place: {p99(stages) / p99(places):.2f}")


if __name__ == "__main__":
    main()
