"""The build's folder: files put into it whole or not at all, and what no build has put there any more taken away.

Only files of the folder's own manifest are ever removed. A build that was killed leaves a journal of the files it
had put there newly, so that the next one knows them as its own.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from pathlib import Path
from types import TracebackType

from standfirst.errors import StandfirstError, UsageError
from standfirst.publishing.building import manifest
from standfirst.publishing.building.manifest import Kept

JOURNAL, PART = ".build-journal", ".build-part"


class Tree:
    """A folder that a build writes; a context that holds it alone. Paths are relative, with ``/``.

    Raises :class:`UsageError` for a folder that holds something else than a build, :class:`StandfirstError` where
    another build is at work in it or it cannot be written to.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = str(folder)
        self.files: dict[str, Kept] = {}
        self.written = self.kept = self.removed = self.bytes = 0
        self._folders: set[str] = set()

    def __enter__(self) -> Tree:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._refuse_foreign()
            self._lock = os.open(self.folder, os.O_RDONLY | os.O_CLOEXEC)
        except OSError as error:
            raise StandfirstError(str(self.folder), f"it cannot be written to: {error.strerror}") from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._lock)
            raise StandfirstError(str(self.folder), "another build is at work in it", "Wait until it ends.") from error
        self.old = manifest.load(self.folder)
        self._stray = self._journalled()
        self._journal = os.open(self.folder / JOURNAL, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.close(self._journal)
        os.close(self._lock)

    def has(self, path: str, version: str) -> bool:
        """Whether the file is there already in this very version; it is then kept."""
        old = self.old.get(path)
        if old is None or old.version != version or not version or path in self.files:
            return path in self.files
        there = self._there(path, old.size)
        if there:
            self.files[path] = old
            self.kept += 1
        return there

    def put(self, path: str, body: bytes, media_type: str, *, version: str = "", status: int = 200) -> None:
        """Let the file hold ``body``. It is written only where it is another, and then at one stroke."""
        digest = hashlib.sha256(body).hexdigest()
        kept = Kept(digest, len(body), version or digest[:32], media_type, status)
        old = self.old.get(path)
        self.files[path] = kept
        if old is not None and old.sha256 == digest and self._there(path, len(body)):
            self.kept += 1
            return
        if old is None and path not in self._stray:
            os.write(self._journal, path.encode(errors="surrogateescape") + b"\n")
        self._write(path, body)
        self.written += 1
        self.bytes += len(body)

    def read(self, path: str) -> bytes:
        """The bytes of one of the build's files."""
        return Path(f"{self.root}/{path}").read_bytes()

    def finish(self, data_version: int) -> None:
        """Take away what this build has not put there, then write the manifest."""
        known = {*self.old, *self._stray}
        if self._stray:  # what was being written when that build was killed
            for parent in {path.rpartition("/")[0] for path in known}:
                Path(f"{self.root}/{parent}/{PART}").unlink(missing_ok=True)
        for path in sorted(known - set(self.files)):
            self._remove(path)
        self._write(manifest.FILE, manifest.dumped(self.files, data_version))
        (self.folder / JOURNAL).unlink()

    def _there(self, path: str, size: int) -> bool:
        try:
            return os.stat(f"{self.root}/{path}").st_size == size  # noqa: PTH116 (a Path costs more than the call)
        except OSError:
            return False

    def _write(self, path: str, body: bytes) -> None:
        parent = path.rpartition("/")[0]
        # Beside its place: file systems lay a folder's files together, and slow down where one folder makes them all.
        part = f"{self.root}/{parent}/{PART}"
        try:
            if parent not in self._folders:
                self._make(parent)
            file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o644)
            try:
                written = 0
                while written < len(body):
                    written += os.write(file, body[written:] if written else body)
            finally:
                os.close(file)
            os.replace(part, f"{self.root}/{path}")  # noqa: PTH105
        except OSError as error:
            raise StandfirstError(f"{self.root}/{path}", f"it cannot be written: {error.strerror}") from error

    def _make(self, folder: str) -> None:
        """Make a folder; most stand in one that there is."""
        try:
            os.mkdir(f"{self.root}/{folder}")  # noqa: PTH102 (a Path costs more than the call)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(f"{self.root}/{folder}", exist_ok=True)  # noqa: PTH103
        self._folders.add(folder)

    def _remove(self, path: str) -> None:
        """Remove a file, and the folders that it leaves empty."""
        try:
            Path(f"{self.root}/{path}").unlink()
        except FileNotFoundError:
            return
        except OSError as error:
            raise StandfirstError(f"{self.root}/{path}", f"it cannot be removed: {error.strerror}") from error
        self.removed += 1
        parent = path.rpartition("/")[0]
        while parent:
            try:
                Path(f"{self.root}/{parent}").rmdir()
            except OSError:  # something is in it
                return
            parent = parent.rpartition("/")[0]

    def _refuse_foreign(self) -> None:
        """Nobody's files are written over: the folder is empty, or a build's."""
        names = {entry.name for entry in os.scandir(self.folder)}
        if names and not names & {manifest.FILE, JOURNAL}:
            raise UsageError(str(self.folder), "it holds files that no build has made", "Name an empty folder.")

    def _journalled(self) -> set[str]:
        path = self.folder / JOURNAL
        if not path.is_file():
            return set()
        names = path.read_bytes().decode(errors="surrogateescape").splitlines()
        return {name for name in names if name and not name.startswith("/") and ".." not in name.split("/")}


__all__ = ["Tree"]
