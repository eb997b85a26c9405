"""What is in the way of a line to a mail server: an exception of the standard library → the reason and the way out."""

from __future__ import annotations

import smtplib
import socket
import ssl

#: Where a server waits for encryption from the first byte, and where it begins in the clear (RFC 8314).
TLS_PORT, STARTTLS_PORT = 465, 587


def told(error: Exception, security: str) -> tuple[str, str]:
    """Why the line could not be opened, and what to do. ``security`` is the setting ``smtp_security``."""
    if isinstance(error, smtplib.SMTPServerDisconnected) and isinstance(error.__context__, TimeoutError):
        error = error.__context__  # smtplib hides that nothing came
    match error:
        case smtplib.SMTPAuthenticationError():
            reason = f"the mail server refuses the sign-in: {reply(error.smtp_code, error.smtp_error)}"
            return reason, "Set smtp_user and STANDFIRST_SMTP_PASSWORD as the server knows them."
        case smtplib.SMTPNotSupportedError() if "STARTTLS" in str(error):
            way_out = f'Where its port is {TLS_PORT}, set smtp_security = "tls"; else ask who runs it.'
            return "the mail server offers no STARTTLS, and without it nothing is sent", way_out
        case smtplib.SMTPNotSupportedError():
            way_out = "Many offer it on an encrypted line alone: see smtp_security. Or leave smtp_user empty."
            return "the mail server offers no sign-in on this line", way_out
        case ssl.SSLCertVerificationError():
            way_out = (
                "Set smtp_host to the name that stands in the certificate; where the authority is your own, name its"
                " certificate in the environment: SSL_CERT_FILE."
            )
            return f"the mail server's certificate is not trusted: {error.verify_message}", way_out
        case ssl.SSLError() if security == "tls":
            way_out = f'Set smtp_security = "starttls" (port {STARTTLS_PORT}), or smtp_port = {TLS_PORT}.'
            return f"the mail server does not begin with encryption on this port: {_first(error)}", way_out
        case ssl.SSLError():
            return f"the line to the mail server cannot be encrypted: {_first(error)}", "Ask who runs it."
        case socket.gaierror():
            return f"no mail server is known by this name: {_first(error)}", "See smtp_host."
        case ConnectionRefusedError():
            return "no mail server answers: nothing listens there", "See smtp_host and smtp_port; is it running?"
        case TimeoutError():
            way_out = (
                "See smtp_host and smtp_port; a firewall may be in the way, or the server waits for encryption from"
                f' the first byte (port {TLS_PORT}): smtp_security = "tls".'
            )
            return "the mail server does not answer in time", way_out
        case smtplib.SMTPServerDisconnected():
            return f"the mail server breaks off: {_first(error)}", "See smtp_port and smtp_security."
        case smtplib.SMTPResponseException():
            reason = f"the mail server does not take the line: {reply(error.smtp_code, error.smtp_error)}"
            return reason, "Ask who runs it."
    return f"the mail server does not answer as it should: {_first(error)}", "See smtp_host."


def reply(code: int, text: bytes | str) -> str:
    """A server's reply as one line of at most 200 characters."""
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    whole = " ".join("".join(each if each.isprintable() else " " for each in said).split())
    return f"{code} {whole}"[:200].strip()


def _first(error: Exception) -> str:
    """An exception's own words, on one line."""
    if isinstance(error, ssl.SSLError) and (code := getattr(error, "reason", "")):
        return str(code).lower().replace("_", " ")
    return " ".join(str(getattr(error, "strerror", None) or error).split())[:200]


__all__ = ["reply", "told"]
