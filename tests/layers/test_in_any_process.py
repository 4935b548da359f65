"""The same ground gives the same release in every process, whatever order its sets and hashes take there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

BUILT = """
from kithmap.layers.build import editions
from kithmap.layers.checks import findings
from kithmap.layers.release import checksum_of
from tests.support.evenings import evening
from tests.support.grounds import ground, mapped

found = evening(5)
of = ground(mapped(found.content, found.quotable))
print(checksum_of(editions(of)), [each.key for each in findings(of)])
"""


@pytest.mark.processes
def test_every_process_builds_the_same_release_and_finds_the_same() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", BUILT],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "server")]),
            },
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
