"""A thousand phones join at once a map of 2,000 features: socket, hello, catch-up, and the snapshot over HTTP. Then: memory."""

import argparse
import statistics
import tempfile

from benchmarks.load.held import holding
from benchmarks.load.machine import join, load_program, running, running_in, verdict

PHONES = 1000
FEATURES = 2000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with load_program() as program, running("kithmap", FEATURES) as server:
        results = [join(program, server, PHONES) for _ in range(rounds)]
        last = [each["ready_ms"]["max"] for each in results if each["ready_ms"]]
        print(f"{PHONES} phones at once, a map of {FEATURES} features, medians of {rounds}:")
        print(
            f"  last ready {statistics.median(last):.0f} ms [{min(last):.0f}-{max(last):.0f}], "
            f"not ready {sum(PHONES - each['ready'] for each in results)}, "
            f"snapshot {results[0]['snapshot_bytes']} bytes, server's time {results[0]['cpu_s']} s"
        )
        verdict("last ready, ms", statistics.median(last), 1000)
    print("memory:")
    with tempfile.TemporaryDirectory() as folder:
        with running_in(folder, "kithmap", FEATURES):
            # Only fills the database: what that and its first migration take is not what a server at rest holds.
            pass
        with running_in(folder, "kithmap", FEATURES) as server, holding(server, 1):
            at_rest = server.memory_kib()
            with holding(server, PHONES):
                held = server.memory_kib()
    if at_rest is None or held is None:
        print("  measured on Linux only")
        return
    verdict("KiB a line", (held - at_rest) / PHONES, 40)
    verdict(f"MB at rest, with {FEATURES} features open", at_rest * 1024 / 1e6, 100)


if __name__ == "__main__":
    main()
