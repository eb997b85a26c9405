"""Certificates for servers on loopback, made with openssl's command."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

MAKE = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=loopback"


def make(folder: Path, name: str = "IP:127.0.0.1") -> tuple[ssl.SSLContext, Path]:
    """A server's context with a new certificate for ``name``, signed by itself; and the certificate."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is absent")
    key, own = folder / "key.pem", folder / "certificate.pem"
    command = [program, *MAKE.split(), "-addext", f"subjectAltName={name}", "-keyout", key, "-out", own]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, key)
    return context, own
