"""The key that signs the desk's sessions: from the settings, else made once and kept beside the database."""

from __future__ import annotations

import secrets

from standfirst.settings import Settings

FILE = ".secret-key"


def secret_key(settings: Settings) -> str:
    """The network's secret key. A new one is written readable to its owner only.

    In a folder that is no network (a test, a command outside one) the key lives as long as the process.
    """
    if settings.text("secret_key"):
        return settings.text("secret_key")
    path = settings.folder / FILE
    if path.is_file():
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(50)
    if (settings.folder / "standfirst.toml").is_file():
        try:
            with path.open("x", encoding="ascii") as file:
                path.chmod(0o600)
                file.write(key)
        except FileExistsError:
            return path.read_text(encoding="ascii").strip()
    return key
