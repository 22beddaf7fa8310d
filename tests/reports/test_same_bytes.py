"""The same ledger gives the same bytes: in another process, hash seed, time zone and locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.reports import FORMATS, build, render
from tests.reports import sample

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("format", FORMATS)
def test_two_processes_write_the_same_bytes(format: str) -> None:
    written = [
        _in_a_process(format, seed, zone) for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert written[0] == written[1]
    assert written[0] == render(build(sample.ledger()), format).encode()


def _in_a_process(format: str, seed: str, zone: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.reports.sample", format],
        capture_output=True, check=True, cwd=ROOT, env=environment,
    )  # fmt: skip
    return done.stdout
