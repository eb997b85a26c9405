"""Runs all tests: once on SQLite, then those that touch the database again on PostgreSQL, where it is present.

python -m tests.everything [pytest's arguments]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.postgres import PostgreSQL, programs

DATABASE_ROOMS = ("newsroom", "publishing", "production", "cli")


def main(arguments: list[str]) -> int:
    """Run both passes; the exit status is the first that failed."""
    root = Path(__file__).parent
    pytest = [sys.executable, "-m", "pytest", *arguments]
    print("== all tests, on SQLite", flush=True)
    status = subprocess.run(pytest, cwd=root.parent, check=False).returncode
    if status:
        return status
    if programs() is None:
        print("== PostgreSQL is absent: its pass is skipped", flush=True)
        return 1 if os.environ.get("STANDFIRST_CI") else 0
    print("== the tests of the database again, on PostgreSQL", flush=True)
    with PostgreSQL() as server:
        rooms = [str(root / room) for room in DATABASE_ROOMS]
        environment = {**os.environ, "DATABASE_URL": server.url}
        return subprocess.run(
            [*pytest, "-m", "django_db and not browser", *rooms], cwd=root.parent, env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
