"""The other end of the worker: a small process that forks one disposable child per document.

Runs alone, on the standard library: it is started before anything of the package is imported, so
that a child costs a fork and not a start of Python.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import select
import signal
import sys
import time
from typing import Any, BinaryIO

from factcheck.errors import InputError

JOBS = {
    "html": ("factcheck.sources.html.walk", "walk"),
    "pdf": ("factcheck.sources.pdf.pages", "pages"),
}
"""What a child may be asked to do: module and function, bytes in, plain data out."""
_SIGNALS = {signal.SIGXCPU: "cpu", signal.SIGKILL: "killed"}
CHUNK = 1 << 16


def serve() -> None:
    """Answer requests on standard input until it ends. A request is a line of JSON (job, size,
    limits) and the bytes; an answer is a line of JSON (status, size) and the bytes."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        request = json.loads(line)
        data = source.read(request["size"])
        status, answer = _disposable(request, data)
        head = json.dumps({"status": status, "size": len(answer)})
        target.write(head.encode() + b"\n" + answer)
        target.flush()


def _disposable(request: dict[str, Any], data: bytes) -> tuple[str, bytes]:
    module, function = JOBS[request["job"]]
    try:
        job = getattr(importlib.import_module(module), function)  # before the fork: paid once
    except ImportError as error:
        return "missing", (error.name or str(error)).encode()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _run(job, request["limits"], data, os.fdopen(writing, "wb"))
    os.close(writing)
    status, answer = _collect(reading, child, request["limits"])
    os.close(reading)
    _, ended = os.waitpid(child, 0)
    if status == "done" and os.WIFSIGNALED(ended):
        return _SIGNALS.get(signal.Signals(os.WTERMSIG(ended)), "crashed"), b""
    return (status, answer) if status != "done" else _opened(answer)


def _opened(answer: bytes) -> tuple[str, bytes]:
    """The child's own status is its first byte."""
    return {b"+": "ok", b"-": "refused", b"m": "memory"}.get(answer[:1], "crashed"), answer[1:]


def _collect(reading: int, child: int, limits: dict[str, int]) -> tuple[str, bytes]:
    """What the child wrote, unless it takes too long or writes too much: then it is killed."""
    deadline = time.monotonic() + limits["wall"]
    pieces: list[bytes] = []
    room = limits["output"] + 1
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        piece = os.read(reading, CHUNK) if ready else None
        if piece == b"":
            return "done", b"".join(pieces)
        room -= len(piece or b"")
        if piece is None or room < 0:
            os.kill(child, signal.SIGKILL)
            return ("wall" if piece is None else "output"), b""
        pieces.append(piece)


def _run(job: Any, limits: dict[str, int], data: bytes, target: BinaryIO) -> None:
    """The child's whole life. Never returns."""
    try:
        _confine(limits)
        words = json.dumps(job(data), ensure_ascii=False, separators=(",", ":"))
        answer = b"+" + words.encode("utf-8", "surrogatepass")
    except InputError as refusal:
        answer = b"-" + json.dumps([refusal.why, refusal.hint]).encode()
    except MemoryError:
        answer = b"m"
    except BaseException as error:  # a parser may raise anything; its document is refused
        answer = b"!" + f"{type(error).__name__}: {error}"[:300].encode("utf-8", "replace")
    try:
        target.write(answer)
        target.flush()
    finally:
        os._exit(0)


def _confine(limits: dict[str, int]) -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    wanted = (("RLIMIT_AS", limits["memory"]), ("RLIMIT_CPU", limits["cpu"]),
              ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0), ("RLIMIT_NOFILE", 32))  # fmt: skip
    for name, value in wanted:
        kind = getattr(resource, name)
        _, most = resource.getrlimit(kind)
        if most != resource.RLIM_INFINITY:
            value = min(value, most)
        resource.setrlimit(kind, (value, value))
