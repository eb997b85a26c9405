"""Pages that ask the public something, and pages that say what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from standfirst.publishing import Network
from standfirst.publishing.pages import Link
from standfirst.publishing.pages.abouts import contact_link
from standfirst.publishing.pages.environment import render


@dataclass(frozen=True, slots=True)
class Said:
    """A page of a few sentences: its title, its paragraphs, and ways on. ``button`` sends a form to ``action``."""

    title: str
    paragraphs: Sequence[str]
    links: Sequence[Link] = ()
    action: str = ""
    button: str = ""


def report(form: object, network: Network) -> str:
    """The page on which a mistake is reported; without a ``form`` it names the contact."""
    return render(
        "report.html",
        network,
        form=form,
        canonical=f"{network.base_url}/report",
        contact=contact_link(network),
        contact_text=network.contact.removeprefix("mailto:"),
    )


def subscribe(form: object, network: Network) -> str:
    """The page on which readers sign up; without a ``form`` it says that nobody can here."""
    return render(
        "subscribe.html",
        network,
        form=form,
        canonical=f"{network.base_url}/subscribe",
        contact=contact_link(network),
        contact_text=network.contact.removeprefix("mailto:"),
    )


def change(form: object, token: str, network: Network) -> str:
    """The page on which a reader chooses anew, or signs off."""
    return render("letter_change.html", network, form=form, token=token)


def confirm(path: str, network: Network) -> str:
    """The page with the button that confirms."""
    return _said(
        network,
        lambda: Said(
            gettext("Do you want the newsletter?"),
            [gettext("Somebody has signed up with your email address. Press the button if it was you.")],
            action=path,
            button=gettext("Yes, send it to me"),
        ),
    )


def stop(path: str, network: Network) -> str:
    """The page with the button that signs off."""
    return _said(
        network,
        lambda: Said(
            gettext("Stop the newsletter?"),
            [gettext("Your email address is deleted, and nothing of it is kept.")],
            action=path,
            button=gettext("Unsubscribe"),
        ),
    )


def sent(name: str, network: Network) -> str:
    """What happens after a form was sent: ``report``, ``rights`` or ``subscribe``."""
    makers = {"report": _reported, "rights": _asked, "subscribe": _signed_up}
    return _said(network, makers[name])


def done(name: str, network: Network) -> str:
    """What was done of a reader's wish: ``confirmed``, ``changed`` or ``stopped``."""
    makers = {"confirmed": _confirmed, "changed": _changed, "stopped": _stopped}
    return _said(network, makers[name])


def _said(network: Network, make: object) -> str:
    return render("letter_said.html", network, said=make)


def _reported() -> Said:
    return Said(
        gettext("Thank you"),
        [
            gettext("Your report is in our inbox. A person compares it with the source."),
            gettext(
                "If it is right, the publication is corrected, says so with the time, and stands among the corrections."
                " If you have left a mail address, we answer there."
            ),
        ],
        [Link("/corrections", gettext("Corrections")), Link("/", gettext("Front page"))],
    )


def _asked() -> Said:
    return Said(
        gettext("Thank you"),
        [
            gettext("Your request is in our inbox. A person reads it and writes to you if anything is unclear."),
            gettext(
                "What is opted out stands in the register from the next round on; what is taken down says so at its"
                " address."
            ),
        ],
        [Link("/rights", gettext("Rights and takedown")), Link("/", gettext("Front page"))],
    )


def _signed_up() -> Said:
    return Said(
        gettext("Check your inbox"),
        [
            gettext("A letter with a link is on its way to you. It may take some minutes."),
            gettext(
                "Nothing else is sent to you until you have followed that link. Without that, your address is deleted"
                " after three days."
            ),
        ],
        [Link("/", gettext("Front page"))],
    )


def _confirmed() -> Said:
    return Said(
        gettext("You are signed up"),
        [
            gettext(
                "The next letter tells you what is published from now on. What came before stands on the front page."
            ),
            gettext("Each letter has links at its end with which you choose other sections, or unsubscribe."),
        ],
        [Link("/", gettext("Front page"))],
    )


def _changed() -> Said:
    return Said(
        gettext("Your choice is kept"),
        [gettext("It holds from the next letter on.")],
        [Link("/", gettext("Front page"))],
    )


def _stopped() -> Said:
    return Said(
        gettext("You are unsubscribed"),
        [gettext("No more letters are sent to you. Your email address is deleted, and nothing of it is kept.")],
        [Link("/feeds", gettext("Feeds")), Link("/", gettext("Front page"))],
    )


__all__ = ["Said", "change", "confirm", "done", "report", "sent", "stop", "subscribe"]
