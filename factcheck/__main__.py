"""The program's entry: `factcheck` and `python -m factcheck`. Loads the command line and nothing
else, and answers an interruption even while it loads."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        from factcheck.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("factcheck: stopped; 0 documents done, none half-done\n")
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
