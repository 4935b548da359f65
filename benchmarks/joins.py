"""A thousand phones join at once a map of 2,000 features: socket, hello, catch-up, and the snapshot over HTTP. Then: memory."""

import argparse
import statistics

from benchmarks.load.held import holding
from benchmarks.load.machine import join, load_program, running, verdict

PHONES = 1000
FEATURES = 2000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with load_program() as program, running("kithmap", FEATURES) as server:
        at_rest = server.memory_kib()
        results = [join(program, server, PHONES) for _ in range(rounds)]
        last = [each["ready_ms"]["max"] for each in results if each["ready_ms"]]
        print(f"{PHONES} phones at once, a map of {FEATURES} features, medians of {rounds}:")
        print(
            f"  last ready {statistics.median(last):.0f} ms [{min(last):.0f}-{max(last):.0f}], "
            f"not ready {sum(PHONES - each['ready'] for each in results)}, "
            f"snapshot {results[0]['snapshot_bytes']} bytes, server's time {results[0]['cpu_s']} s"
        )
        verdict("last ready, ms", statistics.median(last), 1000)
    with running("kithmap", FEATURES) as server:
        at_rest = server.memory_kib()
        with holding(server, PHONES):
            held = server.memory_kib()
        if at_rest is None or held is None:
            print("memory is measured on Linux only")
            return
        print("memory:")
        verdict("KiB a line", (held - at_rest) / PHONES, 40)
        verdict(f"MB at rest, with {FEATURES} features", at_rest / 1000, 100)


if __name__ == "__main__":
    main()
