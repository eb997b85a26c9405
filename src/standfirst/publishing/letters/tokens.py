"""The names of readers as links carry them: signed with the network's secret, so that nobody can make one up."""

from __future__ import annotations

from uuid import UUID

from django.core.signing import BadSignature, Signer, TimestampSigner

from standfirst.newsroom.correspondence.letters import CONFIRM_WITHIN

#: Never in a signature's own characters; stands in addresses as it is, and begins no extension.
SEPARATOR = "~"


def reader(id: UUID) -> str:
    """For the links of every letter: they hold as long as the reader does."""
    return Signer(salt="letter/reader", sep=SEPARATOR).sign(id.hex)


def confirming(id: UUID) -> str:
    """For the link that confirms a sign-up: it holds for some days."""
    return TimestampSigner(salt="letter/confirm", sep=SEPARATOR).sign(id.hex)


def read(token: str) -> UUID | None:
    """The reader that :func:`reader` has named; None for any other text."""
    try:
        return UUID(hex=Signer(salt="letter/reader", sep=SEPARATOR).unsign(token))
    except (BadSignature, ValueError):
        return None


def read_confirming(token: str) -> UUID | None:
    """The reader that :func:`confirming` has named, in time; None for any other text."""
    try:
        signer = TimestampSigner(salt="letter/confirm", sep=SEPARATOR)
        return UUID(hex=signer.unsign(token, max_age=CONFIRM_WITHIN))
    except (BadSignature, ValueError):
        return None


__all__ = ["confirming", "read", "read_confirming", "reader"]
