"""The program's entry: `factcheck` and `python -m factcheck`. Loads the command line and nothing
else, and answers an interruption even while it loads."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller, as in `factcheck … >&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    try:
        from factcheck.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("factcheck: stopped; 0 documents done, none half-done\n")
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
