"""Failures that stop a run: what, why, what to do, and the exit code scripts rely on."""

from __future__ import annotations


class FactcheckError(Exception):
    """A failure the user sees as one line: ``factcheck: WHAT: WHY (WHAT TO DO)``.

    `what` names the thing concerned (a file, an option, an id), `why` the cause, `hint` the next
    step (may be empty). `exit_code` is the documented code of the class.
    """

    exit_code = 1

    def __init__(self, what: str, why: str, hint: str = "") -> None:
        super().__init__(what, why, hint)
        self.what = what
        self.why = why
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.what}: {self.why}" + (f" ({self.hint})" if self.hint else "")


class UsageError(FactcheckError):
    """The command was called wrongly: unknown option value, ambiguous id, missing actor."""

    exit_code = 2


class InputError(FactcheckError):
    """A document or record was refused or could not be read. Nothing of it is kept."""

    exit_code = 3


class StaleError(FactcheckError):
    """Somebody else decided first, or the text is not the one that was reviewed."""

    exit_code = 4


class StoreUnavailable(FactcheckError):
    """The store is busy, full, read-only or unreachable. Nothing was changed."""

    exit_code = 5


class IntegrityError(FactcheckError):
    """The store or the ledger is damaged, foreign or newer than this program."""

    exit_code = 6


class NetworkRefused(FactcheckError):
    """A network request was refused or failed."""

    exit_code = 7
