"""The sixteen rules of the editorial method as readers meet them: what each is called and what it asks of a brief."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from standfirst.publishing.pages.labels import Text

#: Name and sentence of each rule, in the order of their numbers. Figures are the operator's to choose, and left out.
RULES: tuple[tuple[Text, Text], ...] = (
    (
        gettext_lazy("Answer the headline"),
        gettext_lazy("If it asks or teases, the first statement answers it or says that the source does not."),
    ),
    (
        gettext_lazy("Who, what, when, where early"),
        gettext_lazy("A name, what happened, and a date or place stand among the first words."),
    ),
    (
        gettext_lazy("Names"),
        gettext_lazy("Every name stands in the source, and nobody has a title that the source does not give."),
    ),
    (
        gettext_lazy("Numbers"),
        gettext_lazy("Every figure stands in the source, beside the same thing."),
    ),
    (
        gettext_lazy("Dates"),
        gettext_lazy("A weekday gets its date, counted from the source’s own."),
    ),
    (
        gettext_lazy("Quoted speech"),
        gettext_lazy("It is the source’s word for word, and so is the speaker."),
    ),
    (
        gettext_lazy("Attribution stays"),
        gettext_lazy("“Police said”, “alleged” and “may” are neither lost nor made stronger."),
    ),
    (
        gettext_lazy("“Not” stays"),
        gettext_lazy("Nothing that the source denies is affirmed, nor the other way round."),
    ),
    (
        gettext_lazy("One story"),
        gettext_lazy("Every statement comes from one article."),
    ),
    (
        gettext_lazy("Specific"),
        gettext_lazy("Names, numbers, dates and places stand throughout, and most of the article’s main facts."),
    ),
    (
        gettext_lazy("No filler"),
        gettext_lazy("No empty phrases, nothing twice, nothing without a passage of the source."),
    ),
    (
        gettext_lazy("Length"),
        gettext_lazy("Long enough to tell what happened, and a small part of the source."),
    ),
    (
        gettext_lazy("Copying"),
        gettext_lazy("The source’s words are set as quotations; ours repeat no long run of them."),
    ),
    (
        gettext_lazy("Opinion apart"),
        gettext_lazy("Judgements stand only in quotations; comment is marked as comment."),
    ),
    (
        gettext_lazy("Say what is missing"),
        gettext_lazy("What news of this kind needs and the source lacks is listed."),
    ),
    (
        gettext_lazy("No debris"),
        gettext_lazy("No placeholders, markup, or garbled letters."),
    ),
)

__all__ = ["RULES"]
