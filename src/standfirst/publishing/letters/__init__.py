"""Letters: the newsletter as mail, and the pages on which readers sign up and off. No mail is sent here."""

from __future__ import annotations

from dataclasses import dataclass, replace

#: Where a letter has the signed name of its reader; one text is made for all who chose alike.
HERE = "name-of-this-reader"


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail without its addresses: subject, HTML and text, and the positions of the publications in it.

    ``left_out`` counts the publications for which there was no room. ``stop`` is the address that signs off with one
    click (RFC 8058), "" in a letter that nobody has subscribed to.
    """

    subject: str
    text: str
    html: str = ""
    positions: tuple[int, ...] = ()
    left_out: int = 0
    stop: str = ""

    def to(self, token: str) -> Letter:
        """The letter with the links of one reader."""
        return replace(
            self,
            text=self.text.replace(HERE, token),
            html=self.html.replace(HERE, token),
            stop=self.stop.replace(HERE, token),
        )


__all__ = ["HERE", "Letter"]
