"""Databases for the suites of this folder: an SQLite file, and PostgreSQL where it is installed."""

from __future__ import annotations

import glob
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest


def as_postgres() -> dict[str, object]:
    """PostgreSQL refuses to run as root: run it as its own user then."""
    return {"user": "postgres"} if os.geteuid() == 0 else {}


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """URL of a server of our own, reached through a socket, or a skip with the reason."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
    if not found:
        pytest.skip("PostgreSQL is not installed: no pg_ctl under /usr/lib/postgresql/*/bin")
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install '.[postgres]'")
    folder = Path(tempfile.mkdtemp(prefix="factcheck-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, pwd.getpwnam("postgres").pw_uid)
    run = {**as_postgres(), "check": True, "capture_output": True, "cwd": folder}
    initdb = [f"{found[-1]}/initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "postgres",
              "-E", "UTF8", "--locale=C.UTF-8", "-N"]  # fmt: skip
    options = f"-F -c listen_addresses='' -c unix_socket_directories={folder}"
    control = [f"{found[-1]}/pg_ctl", "-D", str(folder / "data"), "-w", "-l", str(folder / "log")]
    subprocess.run(initdb, **run)  # type: ignore[call-overload]
    subprocess.run([*control, "-o", options, "start"], **run)  # type: ignore[call-overload]
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **run)  # type: ignore[call-overload]
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database, once for every kind that a store may lie in."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'factcheck.db'}"
    server: str = request.getfixturevalue("postgresql")
    import psycopg

    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type, call-overload, unused-ignore]
    return server.replace("/postgres?", f"/{name}?")
