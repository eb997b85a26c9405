"""The form with which a reader chooses, and asks for the letter."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from standfirst.newsroom.correspondence import letters
from standfirst.publishing.posting import PublicForm


class Choices(PublicForm):
    """What of the network, and how often. ``sections`` are the network's (slug, name)."""

    every = forms.ChoiceField(
        label=gettext_lazy("How often"),
        choices=[
            (letters.DAILY, gettext_lazy("Every day")),
            (letters.WEEKLY, gettext_lazy("Once a week")),
        ],
        initial=letters.DAILY,
        widget=forms.RadioSelect,
    )
    sections = forms.MultipleChoiceField(
        label=gettext_lazy("Sections"),
        help_text=gettext_lazy("Choose none to get everything."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *arguments: Any, sections: tuple[tuple[str, str], ...] = (), **values: Any) -> None:
        super().__init__(*arguments, **values)
        self.fields["sections"].choices = sections  # type: ignore[attr-defined]
        if not sections:
            del self.fields["sections"]

    def chosen(self, sections: tuple[tuple[str, str], ...]) -> list[str]:
        """The sections as they are kept."""
        return letters.known(self.cleaned_data.get("sections", ()), [slug for slug, _ in sections])


class SignUp(Choices):
    """The same with a mail address, first."""

    address = forms.EmailField(
        label=gettext_lazy("Your email address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    field_order = ("address", "every", "sections")


__all__ = ["Choices", "SignUp"]
