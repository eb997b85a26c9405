"""A mail server on loopback (RFC 5321, without extensions), that takes letters, or fails as it is told to."""

from __future__ import annotations

import email
import socketserver
import threading
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import default
from typing import ClassVar

#: What the server does for one recipient: "" takes the letter, a reply is given to the command it begins with.
Rule = Callable[[str], str]


class Server(socketserver.ThreadingTCPServer):
    """Keeps what it took in ``letters``, as (recipient, bytes). A context that serves.

    ``rule(recipient)`` gives ``"RCPT 550 No such user"``, ``"DATA 451 Later"``, ``"END 554 No"``, or where the line
    is dropped: ``"DROP RCPT"``, ``"DROP DATA"`` (in the middle of the text), ``"DROP END"`` (taken, and not said).
    ``sender`` is the reply to MAIL, where that is refused.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, rule: Rule = lambda recipient: "") -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.rule = rule
        self.sender = ""
        self.letters: list[tuple[str, bytes]] = []
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

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        with self.server.lock:
            self.server.sessions += 1
        self.say("220 loopback")
        recipient = rule = ""
        while line := self.rfile.readline(2000):
            command = line.decode("ascii").strip()
            verb = command[:4].upper()
            if verb == "RCPT":
                recipient = command.partition("<")[2].partition(">")[0]
                rule = self.server.rule(recipient)
            if verb == "MAIL" and self.server.sender:
                self.say(self.server.sender)
                continue
            if rule == f"DROP {verb}":
                if verb == "DATA":
                    self.say("354 go on")
                    self.rfile.readline(2000)
                return
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
            else:
                self.say("250 loopback" if verb in ("EHLO", "HELO", "MAIL", "RCPT", "RSET", "NOOP") else "502 no")
