"""The forms of the sentences that our rules write down in English, as ``reasons.py`` finds them again.

A gap is a value that the rule put in. What a rule words anew gets a form here; a test says where one lacks.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop, pgettext_lazy

from standfirst.publishing.pages.labels import Text

#: The forms of sentences. Where one form covers another's sentences, the narrower stands first.
FORMS = (
    # marks
    gettext_noop("The byline names its writer as “%(words)s”."),
    gettext_noop("The byline names %(agency)s."),
    gettext_noop("The byline says “%(words)s”."),
    gettext_noop("The report begins with the dateline of %(agency)s."),
    gettext_noop("The report ends with the credit of %(agency)s."),
    gettext_noop("It reads as comment (a model's judgement)."),
    gettext_noop("It reads as comment (a model's judgement): %(reasons)s."),
    gettext_noop("It reads as comment (a model's judgement, %(share)s sure)."),
    gettext_noop("It reads as comment (a model's judgement, %(share)s sure): %(reasons)s."),
    gettext_noop("Slanted passages: %(passages)s."),
    gettext_noop("The source calls it %(what)s."),
    gettext_noop("The source calls it %(what)s (%(found)s)."),
    gettext_noop("The source declares it %(what)s."),
    gettext_noop("The source declares it %(what)s (%(found)s)."),
    gettext_noop("The source labels it “%(words)s”."),
    gettext_noop("The source's section is “%(words)s”."),
    gettext_noop("The source's keyword is “%(words)s”."),
    gettext_noop("The source's address files it under “%(words)s”."),
    gettext_noop("The source's title begins with “%(words)s”."),
    gettext_noop("The source's title calls it a review: “%(words)s”."),
    gettext_noop("The publisher (%(host)s) writes of itself, and ends as releases do: “%(words)s”."),
    gettext_noop("The publisher (%(host)s) prints satire."),
    gettext_noop("The headline asks what will be, and the source confirms nothing; %(hedged)s of its first %(all)s"
                 " sentences are hedged."),
    gettext_noop("Hedged or unconfirmed claims carry the article: %(hedged)s of its first %(all)s sentences are"
                 " hedged."),
    gettext_noop("The page states that it is not accessible for free."),
    gettext_noop("The page ends at a paywall; only its open part was read."),
    gettext_noop("A sensitive matter (%(matter)s), and no second independent source reports it here."),
    gettext_noop("A sensitive matter (%(matter)s), and the other reports carry the same text."),
    gettext_noop("Corrected once since it was published; the changes are listed."),
    gettext_noop("Corrected %(count)s times since it was published; the changes are listed."),
    # rights
    gettext_noop("The publisher has opted out of briefs (%(place)s)."),
    gettext_noop("The publisher has opted out of summaries."),
    gettext_noop("The publisher asks for %(word)s in %(place)s."),
    gettext_noop("The publisher reserves text and data mining (TDMRep) in %(place)s, and no licence is recorded."),
    gettext_noop("The publisher's RSL licence in %(place)s cannot be read for now, so its terms are not known."),
    gettext_noop("The publisher's RSL licence in %(place)s prohibits %(uses)s; none is recorded here."),
    gettext_noop("The publisher's RSL licence in %(place)s permits only %(uses)s; none is recorded here."),
    gettext_noop("The publisher's RSL licence in %(place)s asks for payment (%(payment)s); none is recorded here."),
    gettext_noop("The publisher's RSL licence in %(place)s is for %(users)s users only; none is recorded here."),
    gettext_noop("The publisher's RSL licence in %(place)s is not for commercial users; none is recorded here."),
    gettext_noop("The publisher's RSL licence in %(place)s has to be obtained from a licence server; none is recorded"
                 " here."),
    gettext_noop("The source's rights allow a card only."),
    # rules
    gettext_noop("The source is %(what)s of %(size)s %(unit)s; a brief needs %(least)s."),
    gettext_noop("The source has %(size)s %(unit)s; a brief needs %(least)s."),
    gettext_noop("A sentence of %(size)s %(unit)s; %(most)s is the most."),
    gettext_noop("The brief would have %(size)s %(unit)s; it needs at least %(least)s."),
    gettext_noop("The brief would have %(size)s %(unit)s; it may have at most %(most)s."),
    gettext_noop("%(size)s %(unit)s; %(least)s is the least."),
    gettext_noop("%(size)s %(unit)s; %(most)s is the most."),
    gettext_noop("%(size)s %(unit)s are more than %(share)s of the source's %(all)s."),
    gettext_noop("%(things)s names, numbers, dates and places in %(size)s words; one in %(every)s is due."),
    gettext_noop("The brief has %(told)s of the article's %(all)s most salient facts."),
    gettext_noop("%(told)s of the article's %(all)s salient facts."),
    gettext_noop("Which day “%(words)s” means cannot be told."),
    gettext_noop("“%(words)s” cannot be resolved: the source gives no date."),
    gettext_noop("“%(words)s” evaluates outside quotation marks."),
    gettext_noop("Words of the source quoted here evaluate: %(passages)s."),
    gettext_noop("Not recognised in the first %(count)s words: %(lacks)s."),
    gettext_noop("The first %(count)s words lack %(lacks)s."),
    # changes
    gettext_noop("The summary was withdrawn; the card stays."),
    gettext_noop("The source first said %(before)s; it now says %(after)s."),
    gettext_noop("Given before: %(before)s. The source now says: %(after)s."),
    gettext_noop("The source changed its article; the summary follows it."),
    gettext_noop("The publisher has removed the article."),
)  # fmt: skip

#: Words that rules put into those sentences, by the places that hold nothing else.
INSIDE: dict[str, dict[str, Text]] = {
    "what": {
        "comment": pgettext_lazy("the source calls it", "comment"),
        "a review": pgettext_lazy("the source calls it", "a review"),
        "sponsored content": pgettext_lazy("the source calls it", "sponsored content"),
        "a press release": pgettext_lazy("the source calls it", "a press release"),
        "satire": pgettext_lazy("the source calls it", "satire"),
        "a video": pgettext_lazy("the source is … of 90 words", "a video"),
        "a gallery": pgettext_lazy("the source is … of 90 words", "a gallery"),
        "a live blog": pgettext_lazy("the source is … of 90 words", "a live blog"),
        "an article": pgettext_lazy("the source is … of 90 words", "an article"),
    },
    "matter": {
        "death": pgettext_lazy("sensitive matter", "death"),
        "crime": pgettext_lazy("sensitive matter", "crime"),
        "health advice": pgettext_lazy("sensitive matter", "health advice"),
        "election": pgettext_lazy("sensitive matter", "election"),
        "markets": pgettext_lazy("sensitive matter", "markets"),
    },
    "unit": {
        "words": pgettext_lazy("90 …", "words"),
        "letters": pgettext_lazy("90 …", "letters"),
    },
    "reasons": {
        "speaks in the first person": pgettext_lazy("reads as comment: it …", "speaks in the first person"),
        "speaks for “we”": pgettext_lazy("reads as comment: it …", "speaks for “we”"),
        "speaks to the reader": pgettext_lazy("reads as comment: it …", "speaks to the reader"),
        "says what should be done": pgettext_lazy("reads as comment: it …", "says what should be done"),
        "argues with the reader": pgettext_lazy("reads as comment: it …", "argues with the reader"),
        "uses words of judgement": pgettext_lazy("reads as comment: it …", "uses words of judgement"),
        "asks its readers questions": pgettext_lazy("reads as comment: it …", "asks its readers questions"),
        "exclaims": pgettext_lazy("reads as comment: it …", "exclaims"),
        "attributes little of what it says to anybody": pgettext_lazy(
            "reads as comment: it …", "attributes little of what it says to anybody"
        ),
    },
    "lacks": {
        "a named entity": pgettext_lazy("the first words lack …", "a named entity"),
        "a finite verb": pgettext_lazy("the first words lack …", "a finite verb"),
        "a date or place": pgettext_lazy("the first words lack …", "a date or place"),
    },
}
#: Gaps that hold several such words, and what divides them.
SEVERAL = {"reasons": "; ", "lacks": " and "}
#: Gaps that hold words of the source, each in its quotation marks; no other gap holds the end of a sentence.
QUOTED = frozenset({"passages"})
