"""Parsers of other people's making run in a disposable process with limits, one per document.

A parser in C may hang, eat memory or abort; the process that called it must not.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
import threading
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from factcheck.errors import InputError

if TYPE_CHECKING:
    from subprocess import Popen

Job = Literal["html", "pdf"]
Json = Any

_PACKAGE = Path(__file__).resolve().parent.parent
# stand-ins for the packages, so that their __init__ files load nothing in the worker
_START = """
import json, sys, types
paths, package = json.loads(sys.argv[1])
sys.path[:] = paths
for name in ("factcheck", "factcheck.sources"):
    module = types.ModuleType(name)
    module.__path__ = [package if name == "factcheck" else package + "/sources"]
    sys.modules[name] = module
from factcheck.sources.worker_server import serve
serve()
"""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What one document may cost: seconds on the clock and of processor time, bytes of memory and
    of answer."""

    wall: int = 15
    cpu: int = 10
    memory: int = 1 << 30
    output: int = 8_000_000


def run(job: Job, data: bytes, name: str, limits: Limits | None = None) -> Json:
    """What the job makes of the bytes. Raises InputError with one line when it refuses them,
    crashes or goes beyond a limit."""
    wanted = limits or Limits()
    status, answer = _server().ask(job, data, wanted)
    if status == "ok":
        return json.loads(answer)
    if status == "refused":
        why, hint = json.loads(answer)
        raise InputError(name, why, hint)
    if status == "missing":
        raise InputError(name, f"reading it needs {answer.decode()}, which is not installed",
                         f"pip install 'factcheck[{job}]'")  # fmt: skip
    raise InputError(name, *_failure(status, wanted))


def _failure(status: str, limits: Limits) -> tuple[str, str]:
    too_long = f"took longer than {limits.cpu} s of CPU ({limits.wall} s wall)"
    reasons = {
        "cpu": too_long,
        "wall": too_long,
        "killed": too_long,
        "memory": f"needs more than {limits.memory >> 20} MB of memory",
        "output": f"gives more than {limits.output / 1e6:g} MB",
    }
    return reasons.get(status, "damaged: its parser failed"), "save it as plain text"


class _Server:
    """The process that forks the children. One per process of ours; a lock keeps threads apart."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: Popen[bytes] | None = None
        self._owner = 0
        atexit.register(self.close)

    def ask(self, job: Job, data: bytes, limits: Limits) -> tuple[str, bytes]:
        head = json.dumps({"job": job, "size": len(data), "limits": asdict(limits)}).encode()
        with self._lock:
            process = self._running()
            source, target = process.stdout, process.stdin
            assert source is not None and target is not None
            try:
                target.write(head + b"\n")
                target.write(data)
                target.flush()
                answer = json.loads(source.readline())
                return str(answer["status"]), source.read(answer["size"])
            except (OSError, ValueError):
                self.close()
                return "crashed", b""

    def _running(self) -> Popen[bytes]:
        import subprocess  # not needed for plain text

        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            arguments = json.dumps([sys.path, str(_PACKAGE)])
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", _START, arguments], stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, start_new_session=True,
            )  # fmt: skip
            self._owner = os.getpid()
        return self._process

    def close(self) -> None:
        """End the server. Its process sees the end of its input and stops by itself."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        process.kill()
        process.wait()


@cache
def _server() -> _Server:
    """The one server of this process, started on first use."""
    return _Server()
