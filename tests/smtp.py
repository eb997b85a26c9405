"""A mail server on loopback (RFC 5321) that takes letters, or fails as it is told to; with STARTTLS, TLS and AUTH."""

from __future__ import annotations

import email
import socketserver
import ssl
import threading
from base64 import b64decode
from collections.abc import Callable, Mapping
from contextlib import suppress
from email.message import EmailMessage
from email.policy import default
from typing import ClassVar

#: What the server does for one recipient: "" takes the letter, a reply is given to the command it begins with.
Rule = Callable[[str], str]


class Server(socketserver.ThreadingTCPServer):
    """Keeps what it took in ``letters``, as (recipient, bytes). A context that serves.

    ``rule(recipient)`` gives ``"RCPT 550 No such user"``, ``"DATA 451 Later"``, ``"END 554 No"``, or where the line
    is dropped: ``"DROP RCPT"``, ``"DROP DATA"`` (in the middle of the text), ``"DROP END"`` (taken, and not said).
    ``sender`` is the reply to MAIL, where that is refused, or ``"DROP MAIL"``.

    With ``context`` lines are encrypted, from the first byte on where ``implicit``, else by STARTTLS. With ``users``
    (name → password) it takes mail from who has signed in, by one of ``mechanisms`` and on an encrypted line alone if
    there is a context. ``heard`` holds every command that came in the clear.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self,
        rule: Rule = lambda recipient: "",
        *,
        context: ssl.SSLContext | None = None,
        implicit: bool = False,
        users: Mapping[str, str] | None = None,
        mechanisms: str = "PLAIN LOGIN",
    ) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.rule, self.context, self.implicit = rule, context, implicit
        self.users, self.mechanisms = users or {}, mechanisms
        self.sender = ""
        self.letters: list[tuple[str, bytes]] = []
        self.heard: list[str] = []
        self.sessions = 0
        self.lock = threading.Lock()

    @property
    def port(self) -> int:
        return self.server_address[1]

    def mails(self) -> list[EmailMessage]:
        """The letters that were taken, parsed strictly."""
        return [email.message_from_bytes(body, policy=default.clone(raise_on_defect=True)) for _, body in self.letters]

    def __enter__(self) -> Server:
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()


class Session(socketserver.StreamRequestHandler):
    """One session."""

    server: Server
    timeout: ClassVar[int] = 20
    encrypted = False
    user = ""

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def encrypt(self) -> None:
        assert self.server.context
        self.connection = self.server.context.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
        self.encrypted = True

    def finish(self) -> None:
        super().finish()
        self.connection.close()

    def handle(self) -> None:
        with self.server.lock:
            self.server.sessions += 1
        with suppress(ssl.SSLError, ConnectionError):  # a client that does not trust us
            if self.server.implicit:
                self.encrypt()
            self.say("220 loopback")
            self.serve()

    def serve(self) -> None:
        recipient, rule = "", self.server.sender
        while line := self.rfile.readline(2000):
            command = line.decode("ascii", "replace").strip()
            verb = command[:4].upper()
            if not self.encrypted:
                self.server.heard.append(command)
            if verb == "RCPT":
                recipient = command.partition("<")[2].partition(">")[0]
                rule = self.server.rule(recipient)
            if rule == f"DROP {verb}":
                if verb == "DATA":
                    self.say("354 go on")
                    self.rfile.readline(2000)
                return
            if verb == "MAIL" and (refusal := self.server.sender or self.stranger()):
                self.say(refusal)
                continue
            if rule.startswith(f"{verb} "):
                self.say(rule.removeprefix(f"{verb} "))
            elif verb == "DATA":
                self.say("354 go on")
                body = b"".join(iter(lambda: self.rfile.readline(2000), b".\r\n")).replace(b"\r\n..", b"\r\n.")
                if rule.startswith("END "):
                    self.say(rule.removeprefix("END "))
                    continue
                with self.server.lock:
                    self.server.letters.append((recipient, body))
                if rule == "DROP END":
                    return
                self.say("250 taken")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            elif not self.extended(verb, command):
                self.say("250 loopback" if verb in ("HELO", "MAIL", "RCPT", "RSET", "NOOP") else "502 no")

    def extended(self, verb: str, command: str) -> bool:
        """Answer EHLO, STARTTLS and AUTH; whether it was one of them, and offered."""
        offers = self.offers()
        if verb == "EHLO":
            self.say("\r\n".join(f"250-{each}" for each in ("loopback", *offers)) + "\r\n250 8BITMIME")
        elif verb == "STAR" and "STARTTLS" in offers:
            self.say("220 go on")
            self.encrypt()
        elif verb == "AUTH" and any(each.startswith("AUTH") for each in offers):
            self.sign_in(*command.split()[1:])
        else:
            return False
        return True

    def offers(self) -> list[str]:
        """The extensions of this line, as it is by now."""
        waits = self.server.context is not None and not self.encrypted
        found = ["STARTTLS"] if waits else []
        return found + ([f"AUTH {self.server.mechanisms}"] if self.server.users and not waits else [])

    def stranger(self) -> str:
        return "530 5.7.0 Sign in first" if self.server.users and not self.user else ""

    def sign_in(self, mechanism: str, first: str = "") -> None:
        """AUTH PLAIN and LOGIN (RFC 4954, RFC 4616)."""
        if mechanism == "LOGIN":
            name = b64decode(first).decode()
            self.say("334 UGFzc3dvcmQ6")
            password = b64decode(self.rfile.readline(2000)).decode()
        else:
            _, name, password = b64decode(first).decode().split("\0")
        if self.server.users.get(name) == password:
            self.user = name
            self.say("235 2.7.0 welcome")
        else:
            self.say("535 5.7.8 Name or password is wrong")
