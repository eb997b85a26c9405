"""A PostgreSQL server of the tests' own, in a temporary folder, from Debian's programs."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs, the newest there is; None where there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parent.parent.name))
    return found[-1].parent if found else None


class PostgreSQL:
    """Starts with the block and ends with it. ``url`` is its DATABASE_URL.

    The server refuses to run as root; started by root it runs as the user postgres.
    """

    def __enter__(self) -> PostgreSQL:
        folder = programs()
        assert folder is not None, "PostgreSQL's programs are absent"
        self.bin = folder
        self.data = Path(tempfile.mkdtemp(prefix="standfirst-postgres-"))
        self.user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self.user:
            os.chown(self.data, self.user.pw_uid, self.user.pw_gid)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._run("initdb", "-D", str(self.data / "db"), "-U", "standfirst", "-A", "trust", "--no-sync", "-E", "UTF8")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories={self.data}"
        self._run("pg_ctl", "-D", str(self.data / "db"), "-w", "-o", options, "-l", str(self.data / "log"), "start")
        self.url = f"postgresql://standfirst@127.0.0.1:{port}/postgres"
        return self

    def __exit__(self, *_: object) -> None:
        self._run("pg_ctl", "-D", str(self.data / "db"), "-m", "immediate", "stop")
        shutil.rmtree(self.data, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        as_user = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if self.user else {}
        subprocess.run(
            [str(self.bin / program), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.data,
            **as_user,  # type: ignore[call-overload]
        )
