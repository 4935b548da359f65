"""Live fan-out: how long from an author's send until the last phone has it, and what a delivery costs the server.

Every edit is validated, numbered and on the disk before anybody is told. The floor, measured in turns with it, does none of
that on the same server stack. Server and load have a core each.
"""

import argparse
import statistics

from benchmarks.load.machine import Result, Running, fan_out, load_program, running, verdict

RATE = 10.0
IN_FLIGHT = 32
SATURATED_SECONDS = 3.0
"""Some thousand edits: enough for a mean."""


def median(results: list[Result], *names: str) -> float:
    """Return the median of one figure."""
    values = []
    for each in results:
        value = each
        for name in names:
            value = value[name]
        values.append(float(value))  # type: ignore[arg-type]
    return statistics.median(values)


def in_turns(
    program: list[str], servers: dict[str, Running], rounds: int, phones: int, in_flight: int, seconds: float
) -> dict[str, list[Result]]:
    """Measure A, B, A, B, so that a busy minute of the machine meets both."""
    results: dict[str, list[Result]] = {name: [] for name in servers}
    for _ in range(rounds):
        for name, server in servers.items():
            results[name].append(fan_out(program, server, phones, RATE, in_flight, seconds))
    return results


def tell(name: str, results: list[Result]) -> None:
    """Print one server's medians."""
    spread = [each["last_ms"]["p99"] for each in results]
    print(
        f"  {name:8} last phone p50 {median(results, 'last_ms', 'p50'):6.2f} ms  p99 {statistics.median(spread):6.2f} ms "
        f"[{min(spread):.2f}-{max(spread):.2f}]  cpu {median(results, 'cpu_ms'):6.3f} ms/1,000  "
        f"lost {sum(each['lost'] for each in results)}  out of order {sum(each['gaps'] for each in results)}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    # Ten edits a second: a hundredth of fewer than a hundred edits would be the single worst one.
    parser.add_argument("--seconds", type=float, default=20.0)
    asked = parser.parse_args()
    with load_program() as program, running("kithmap", 100) as ours, running("bare") as floor:
        servers = {"kithmap": ours, "bare": floor}
        for phones, goal in ((50, 5.0), (1000, 20.0)):
            print(f"{phones} phones, {RATE:g} edits a second, medians of {asked.rounds}:")
            results = in_turns(program, servers, asked.rounds, phones, 0, asked.seconds)
            for name, each in results.items():
                tell(name, each)
            p99 = median(results["kithmap"], "last_ms", "p99")
            verdict("p99 to the last phone, ms", p99, goal)
            if phones > 50:
                verdict("p99 to the floor's", p99 / median(results["bare"], "last_ms", "p99"), 1.3)
        print(f"1,000 phones, {IN_FLIGHT} edits under way all the time, medians of {asked.rounds}:")
        results = in_turns(
            program, servers, asked.rounds, 1000, IN_FLIGHT, min(asked.seconds, SATURATED_SECONDS)
        )
        for name, each in results.items():
            tell(name, each)
        verdict("server's ms for 1,000 deliveries", median(results["kithmap"], "cpu_ms"), 1.0)
        verdict(
            "to the floor's", median(results["kithmap"], "cpu_ms") / median(results["bare"], "cpu_ms"), 0.5
        )


if __name__ == "__main__":
    main()
