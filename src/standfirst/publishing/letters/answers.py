"""The answer to a sign-up: a link that confirms, or for who is known already one that changes. Text alone."""

from __future__ import annotations

from django.utils.translation import gettext, override

from standfirst.publishing import Network
from standfirst.publishing.letters import Letter, text
from standfirst.publishing.xml import line


def confirming(network: Network, token: str, imprint: tuple[str, ...] = ()) -> Letter:
    """The letter with the link that confirms. It holds nothing that whoever filled in the form could have written."""
    with override(network.language):
        return _letter(
            network,
            gettext("Please confirm: the newsletter of %(name)s"),
            [
                gettext("Somebody, perhaps you, has signed up for the newsletter of %(name)s with this email address."),
                gettext("If it was you, follow this link within three days, and press the button there:"),
            ],
            f"{network.base_url}/letter/confirm/{token}",
            [gettext("If it was not you, do nothing. You get no more letters, and your address is deleted.")],
            imprint,
        )


def known(network: Network, token: str, imprint: tuple[str, ...] = ()) -> Letter:
    """The letter to somebody who gets the newsletter already."""
    with override(network.language):
        return _letter(
            network,
            gettext("You get the newsletter of %(name)s already"),
            [
                gettext("Somebody, perhaps you, has signed up for the newsletter of %(name)s with this email address."),
                gettext(
                    "You get it already, and nothing was changed. Here you choose sections and days, or unsubscribe:"
                ),
            ],
            f"{network.base_url}/letter/change/{token}",
            [],
            imprint,
        )


def _letter(
    network: Network, subject: str, before: list[str], link: str, after: list[str], imprint: tuple[str, ...]
) -> Letter:
    name = {"name": line(network.name)}
    blocks = [text.filled(each % name) for each in before]
    blocks += [link, *(text.filled(each) for each in after)]
    blocks.append("-- \n" + "\n".join([text.filled(network.name), network.base_url, *map(text.filled, imprint)]))
    return Letter(subject=line(subject % name), text=text.clean("\n\n".join(blocks) + "\n"))


__all__ = ["confirming", "known"]
