"""Where a workspace is, what its folders are called, and what `factcheck.toml` says."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from factcheck.errors import InputError, UsageError

CONFIG_NAME = "factcheck.toml"
DATABASE_NAME = "factcheck.db"
KNOWN_KEYS = frozenset({
    "name", "database", "actor", "ignore", "fail_on", "formats", "language", "per_path_ignore",
})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Workspace:
    """A folder with a `factcheck.toml`. All paths are absolute; nothing is created here."""

    root: Path
    config: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return str(self.config.get("name", "workspace"))

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    @property
    def claims(self) -> Path:
        return self.root / "claims"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    @property
    def ledger(self) -> Path:
        """A JSONL file per source: the claims as text."""
        return self.claims / "ledger"

    @property
    def decisions(self) -> Path:
        return self.claims / "decisions.jsonl"

    @property
    def predicates(self) -> Path:
        return self.claims / "predicates.toml"

    @property
    def entities(self) -> Path:
        return self.claims / "entities.toml"

    @property
    def ignore(self) -> tuple[str, ...]:
        return tuple(self.config.get("ignore", ()))

    def ignored_at(self, path: Path) -> tuple[str, ...]:
        """The beginnings of codes that `per_path_ignore` switches off for a file: every pattern is
        matched against its path from the workspace, `*` crossing folders. Raises UsageError for a
        setting of another form."""
        given = self.config.get("per_path_ignore", {})
        forms = isinstance(given, Mapping) and all(
            isinstance(codes, list) and all(isinstance(code, str) for code in codes)
            for codes in given.values()
        )
        if not forms:
            raise UsageError(CONFIG_NAME, "per_path_ignore is no table of lists",
                             'write per_path_ignore = {"drafts/*" = ["FC5"]}')  # fmt: skip
        resolved = path.resolve()
        known = resolved.relative_to(self.root) if resolved.is_relative_to(self.root) else resolved
        return tuple(code.upper() for pattern, codes in given.items()
                     if fnmatchcase(known.as_posix(), pattern) for code in codes)  # fmt: skip

    def database(self, option: str | None = None) -> str:
        """The store's URL: the option, then FACTCHECK_DATABASE, then factcheck.toml, then a file
        in the workspace. A relative SQLite path is taken from the workspace."""
        given = option or os.environ.get("FACTCHECK_DATABASE") or self.config.get("database")
        if not given:
            return f"sqlite:///{self.root / DATABASE_NAME}"
        text = str(given)
        if "://" not in text:
            return f"sqlite:///{(self.root / text).resolve()}"
        return text

    def actor(self, option: str | None = None) -> str:
        """Who is acting: the option, then FACTCHECK_ACTOR, then factcheck.toml. Raises UsageError
        when nobody is named, since every ruling carries a name."""
        given = option or os.environ.get("FACTCHECK_ACTOR") or self.config.get("actor")
        if not given or not str(given).strip():
            raise UsageError("actor", "nobody is named as acting",
                             "give --actor NAME, or set FACTCHECK_ACTOR")  # fmt: skip
        return str(given).strip()


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above `start` that holds a factcheck.toml."""
    for folder in (start, *start.parents):
        if (folder / CONFIG_NAME).is_file():
            return folder
    return None


def open_workspace(start: Path | None = None) -> Workspace:
    """The workspace at or above `start` (default: the current folder). Raises UsageError when
    there is none, InputError when its configuration cannot be read."""
    start = (start or Path.cwd()).resolve()
    root = find_root(start)
    if root is None:
        raise UsageError(str(start), "this is not a factcheck workspace",
                         "run `factcheck init` first, or use `factcheck check FILE`")  # fmt: skip
    return Workspace(root=root, config=read_config(root / CONFIG_NAME))


def read_config(path: Path) -> Mapping[str, Any]:
    """The settings in a factcheck.toml. Unknown keys are refused, so that a typo is noticed."""
    try:
        config = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", "mend the file") from error
    unknown = sorted(set(config) - KNOWN_KEYS)
    if unknown:
        raise UsageError(str(path), f"unknown key {unknown[0]!r}",
                         f"known keys: {', '.join(sorted(KNOWN_KEYS))}")  # fmt: skip
    return config
