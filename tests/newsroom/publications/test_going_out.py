"""From a worker's result to what is out: states, keys, publications, revisions, withdrawals, queue."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from standfirst.editing import Filing, Mark, Outcome
from standfirst.errors import NotFoundError, UsageError
from standfirst.gathering import Failure
from standfirst.newsroom import counts, queue, stories
from standfirst.newsroom.finding import search
from standfirst.newsroom.models import (
    Article,
    BriefVersion,
    Hold,
    Publication,
    PublicationContent,
    Revision,
    SourceText,
    StateRecord,
)
from standfirst.newsroom.publications import changing, corrections, going_out, optouts, saying
from standfirst.newsroom.publications.saying import said_by
from standfirst.newsroom.settle import settle
from standfirst.newsroom.sources import switch
from standfirst.newsroom.tasks import Result
from standfirst.reading import NotArticle
from tests.newsroom import results
from tests.newsroom.factory import make_source
from tests.newsroom.results import LEAD, NO_SNIPPET, bring, discover, result

pytestmark = pytest.mark.django_db
ONE, TWO = "https://channel-6.example/pier", "https://channel-6.example/pier-again"


@pytest.fixture
def settings(settings_of):
    return settings_of()


@pytest.fixture
def feed():
    return make_source().feeds.get()


def publish(row: Article, settings, now, **changes) -> Publication:
    """Settle a good result of ``row`` and let it go out."""
    assert bring(row, settings, now, **changes) is None
    article = Article.objects.select_related("source").get(pk=row.pk)
    outcome = going_out.publish(article, stories.place([article], ["x"])[article.pk], settings, now)
    assert outcome.outcome in ("brief", "card"), outcome
    return Publication.objects.get(article=row.pk)


def found(word: str) -> int:
    return len(search.positions(search.parse(word)))


class TestSettling:
    def test_a_good_result_is_edited_with_text_brief_and_keys(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        assert bring(row, settings, now) is None
        row.refresh_from_db()
        assert (row.state, row.leased_by, row.visits) == ("edited", "", 1)
        assert SourceText.objects.get().text_hash == row.text_hash
        assert BriefVersion.objects.get().outcome == "brief"
        assert set(row.keys.values_list("kind", flat=True)) == {"folded", "canonical", "text"}

    def test_a_result_that_comes_twice_counts_once(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        bring(row, settings, now)
        assert settle(result(row), settings, now) is None
        assert BriefVersion.objects.count() == 1

    def test_the_same_text_at_another_address_is_a_duplicate_of_the_first(self, feed, now, settings):
        one, two = discover(feed, now, ONE, TWO)
        bring(one, settings, now)
        row = bring(two, settings, now)
        assert (row.outcome, row.of) == ("duplicate", ONE)
        two.refresh_from_db()
        assert (two.state, two.duplicate_of_id) == ("duplicate", one.pk)

    def test_no_article_is_named(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        told = settle(Result(str(row.pk), not_article=NotArticle(ONE, "listing", "It lists articles.")), settings, now)
        assert (told.outcome, told.rule) == ("not-article", "listing")

    def test_a_failure_is_tried_again_until_it_is_left(self, feed, now, settings):
        failure = Failure(ONE, "timeout", "It did not answer in 30 s.")
        (row,) = discover(feed, now, ONE)
        for attempt in range(1, 5):
            Article.objects.filter(pk=row.pk).update(leased_by="test/1")
            told = settle(Result(str(row.pk), failure=failure), settings, now)
            assert told.outcome == "failed"
            assert (told.until is None) == (attempt == 4)

    def test_waiting_is_no_try(self, feed, now, settings):
        until = now + timedelta(minutes=30)
        (row,) = discover(feed, now, ONE)
        told = settle(
            Result(
                str(row.pk),
                failure=Failure(ONE, "robots-unreachable", "robots.txt answers 503.", "waiting", until=until),
            ),
            settings,
            now,
        )
        row.refresh_from_db()
        assert (told.outcome, told.until, row.state, row.due, row.attempts) == (
            "waiting",
            until,
            "discovered",
            until,
            0,
        )


class TestGoingOut:
    def test_a_brief_with_permalink_counts_search_and_version(self, feed, now, settings):
        version = counts.data_version()
        (row,) = discover(feed, now, ONE)
        publication = publish(row, settings, now)
        assert publication.kind == "brief"
        assert publication.path == "/content/2026/11/22/council-closes-pier-3.html"
        assert publication.position == int(now.timestamp() * 1e6)
        assert publication.lead == LEAD
        assert counts.of("all") == counts.of("section", "politics-and-government") == counts.of("mark", "summary") == 1
        assert counts.data_version() > version
        assert found("rust") == 1
        assert Article.objects.get().due == now + timedelta(hours=1)

    def test_what_another_round_published_is_not_published_again(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        bring(row, settings, now)
        stale = Article.objects.select_related("source").get()
        placed = stories.place([stale], ["x"])[stale.pk]
        fresh = Article.objects.select_related("source").get()
        assert going_out.publish(fresh, placed, settings, now).outcome == "brief"
        assert going_out.publish(stale, placed, settings, now) is None
        assert Publication.objects.count() == counts.of("all") == 1

    def test_collisions_move_on(self, feed, now, settings):
        one, two = discover(feed, now, ONE, TWO)
        first = publish(one, settings, now)
        second = publish(two, settings, now, lead="Another story of the same headline entirely. " * 20)
        assert second.path == "/content/2026/11/22/council-closes-pier-3-2.html"
        assert second.position == first.position + 1

    def test_the_day_is_the_network_s(self, feed, now, settings_of):
        (row,) = discover(feed, now, ONE)
        late = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
        assert publish(row, settings_of(time_zone="Asia/Tokyo"), late).path.startswith("/content/2026/11/23/")

    def test_a_right_makes_a_card_that_names_it(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        publication = publish(row, settings, now, rights=NO_SNIPPET)
        assert (publication.kind, publication.rule) == ("card", "robots-meta")

    def test_a_held_brief_waits_with_its_reason(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        settle(result(row, outcome=Outcome("held", "no-date", "The source gives no date.")), settings, now)
        article = Article.objects.select_related("source").get()
        told = going_out.publish(article, None, settings, now)
        assert (told.outcome, told.rule) == ("held", "no-date")
        assert Publication.objects.count() == 0
        assert Hold.objects.get().reasons == [["no-date", "The source gives no date."]]


class TestGrouping:
    CRIME = "Tom Byrne, 51, was arrested and charged with fraud and robbery in Harwick on Tuesday, prosecutors said. "

    def test_marks_are_asked_again_with_the_story(self, feed, now, settings):
        other = make_source("harwick-courier", "Harwick Courier").feeds.get()
        (one,) = discover(feed, now, ONE)
        first = publish(one, settings, now, lead=self.CRIME)
        (two,) = discover(other, now, "https://harwick-courier.example/byrne")
        second = publish(two, settings, now, lead=self.CRIME)
        assert first.story == second.story
        assert stories.of(second).relation == "copies"
        reasons = {mark.code: mark.reason for mark in said_by(second).marks}
        assert "the other reports carry the same text" in reasons["one-source"]
        alone = {mark.code: mark.reason for mark in said_by(first).marks}
        assert "no second independent source" in alone["one-source"]

    def test_once_the_text_is_gone_marks_stay_as_they_were(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        publication = publish(row, settings, now, lead=self.CRIME)
        SourceText.objects.all().delete()
        corrections.correct(publication, now, who="mara", note="He is 52.", headline="Man arrested in Harwick")
        publication.refresh_from_db()
        assert {"one-source", "corrected"} <= set(publication.marks)
        corrections.refile(publication, "oddities", now, who="mara")
        reasons = {mark.code: mark.reason for mark in said_by(Publication.objects.get()).marks}
        assert reasons["corrected"] == "He is 52."


class TestChanging:
    def test_a_corrected_figure_makes_a_revision_and_the_mark(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        before = publish(row, settings, now)
        Article.objects.update(leased_by="test/1")
        later = now + timedelta(hours=1)
        told = bring(row, settings, later, lead=LEAD.replace("11 of its 48", "12 of its 48"))
        assert (told.outcome, told.rule) == ("revised", "correction")
        after = Publication.objects.get()
        assert (after.id, after.path, after.position) == (before.id, before.path, before.position)
        assert (after.corrected, after.marks) == (later, ["summary", "corrected"])
        assert Revision.objects.get().correction
        assert counts.of("all") == 1
        assert counts.of("mark", "corrected") == 1

    def test_a_removed_article_is_withdrawn(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        publish(row, settings, now)
        Article.objects.update(leased_by="test/1")
        assert settle(Result(str(row.pk), failure=results.GONE), settings, now).outcome == "withdrawn"
        publication = Publication.objects.get()
        assert publication.withdrawn
        assert not PublicationContent.objects.exists()
        assert counts.of("all") == found("rust") == 0

    def test_what_is_out_stays_while_its_page_cannot_be_reached(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        publish(row, settings, now)
        Article.objects.update(leased_by="test/1")
        settle(Result(str(row.pk), failure=Failure(ONE, "timeout", "No answer.")), settings, now)
        assert Publication.objects.get().withdrawn is None
        assert Article.objects.get().state == "published"

    def test_new_rights_make_a_card(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        publish(row, settings, now)
        Article.objects.update(leased_by="test/1")
        bring(row, settings, now, lead=LEAD + " More.", rights=NO_SNIPPET)
        publication = Publication.objects.get()
        assert (publication.kind, publication.lead, publication.rule) == ("card", "", "robots-meta")
        assert found("rust") == 0

    def test_an_opt_out_makes_cards_of_briefs(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        out = publish(row, settings, now, standfirst="Pier 3 is shut from March.")
        assert said_by(out).original.standfirst == "Pier 3 is shut from March."
        switch(feed.source, "opted-out")
        assert [told.rule for told in optouts.apply(now)] == ["opt-out"]
        publication = Publication.objects.get()
        assert (publication.kind, publication.rule, publication.lead) == ("card", "opt-out", "")
        assert said_by(publication).statements == ()
        assert said_by(publication).original.standfirst == ""
        assert optouts.apply(now) == []

    def test_an_opt_out_leaves_no_mark_or_word_that_was_found_in_the_text(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        lead = "The murder trial of Ada Mwangi, accused of the murder of her brother, opens in Harwick on Friday."
        out = publish(row, settings, now, lead=lead, kind="press-release", title="Murder trial opens in Harwick")
        place = said_by(out).statements[0].evidence
        filing = Filing("crime-and-justice", 0.8, "", (("02000000", 0.8),), ("its section: Courts", "words: murder"))
        marks = (*said_by(out).marks, Mark("speculation", "Hedged.", place))
        saying.keep(out, replace(said_by(out), marks=marks, filing=filing))
        assert "one-source" in out.marks
        switch(feed.source, "opted-out")
        optouts.apply(now)
        said = said_by(Publication.objects.get())
        assert [mark.code for mark in said.marks] == ["press-release"]
        assert (said.filing.section, said.filing.evidence, said.filing.topics) == (
            "crime-and-justice", ("its section: Courts",), ()
        )  # fmt: skip

    def test_new_rights_leave_no_word_of_an_earlier_filing(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        out = publish(row, settings, now)
        filed = replace(said_by(out).filing, evidence=("tag: Council", "words: vote, council", "topic: local election"))
        saying.keep(out, replace(said_by(out), filing=filed))
        Article.objects.update(leased_by="test/1")
        bring(row, settings, now, lead=LEAD + " More.", rights=NO_SNIPPET)
        assert said_by(Publication.objects.get()).filing.evidence == ("tag: Council",)

    def test_withdrawing_twice_is_once(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        publication = publish(row, settings, now)
        for _ in range(2):
            changing.withdraw(Publication.objects.get(), "Asked for.", now, who="mara")
        assert counts.of("all") == 0
        assert StateRecord.objects.filter(state="withdrawn").count() == 1
        with pytest.raises(UsageError, match="withdrawn"):
            corrections.correct(Publication.objects.get(pk=publication.pk), now, who="mara", note="x")


class TestEditors:
    def hold(self, feed, now, settings, **changes) -> Hold:
        (row,) = discover(feed, now, ONE)
        article = results.reading(str(row.pk), address=row.address, **changes)
        settle(result(row, article, Outcome("held", "no-date", "The source gives no date.")), settings, now)
        going_out.publish(Article.objects.select_related("source").get(), None, settings, now)
        return queue.waiting()[0]

    def test_approval_publishes_with_the_editor_s_name(self, feed, now, settings):
        publication = queue.approve(
            self.hold(feed, now, settings), settings, now, who="mara", section="weather-and-environment"
        )
        assert publication.section == "weather-and-environment"
        assert said_by(publication).checked_by == "mara"
        assert queue.waiting() == []
        assert StateRecord.objects.filter(state="published").get().who == "mara"

    def test_without_a_date_nothing_goes_out_until_one_is_given(self, feed, now, settings):
        hold = self.hold(feed, now, settings, published=None)
        with pytest.raises(UsageError, match="no date"):
            queue.approve(hold, settings, now, who="mara")
        assert Publication.objects.count() == 0
        queue.approve(queue.waiting()[0], settings, now, who="mara", date=now)
        assert Publication.objects.get().source_published == now

    def test_a_killed_one_never_goes_out(self, feed, now, settings):
        hold = self.hold(feed, now, settings)
        queue.kill(hold, now, who="mara", reason="Private.")
        assert Article.objects.get().state == "killed"
        with pytest.raises(NotFoundError):
            queue.open_hold(hold.pk)

    def test_a_correction_drops_a_statement_and_is_found_by_every_name(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        publication = publish(row, settings, now)
        for name in (str(publication.id), publication.path, f"http://localhost:8000{publication.path}", ONE):
            assert corrections.find(name) == publication
        with pytest.raises(UsageError, match="no statement would be left"):
            corrections.correct(publication, now, who="mara", note="Wrong.", drop=(1,))
        corrections.correct(publication, now, who="mara", note="It is Pier 2.", headline="Council closes Pier 2")
        publication.refresh_from_db()
        assert publication.headline == "Council closes Pier 2"
        assert "corrected" in publication.marks
        assert publication.path.endswith("council-closes-pier-3.html")

    def test_refiling_moves_the_counts_and_keeps_the_path(self, feed, now, settings):
        (row,) = discover(feed, now, ONE)
        publication = publish(row, settings, now)
        corrections.refile(publication, "travel-and-leisure", now, who="mara")
        publication.refresh_from_db()
        assert (publication.section, publication.first_section) == ("travel-and-leisure", "politics-and-government")
        assert counts.of("section", "politics-and-government") == 0
        assert counts.of("section", "travel-and-leisure") == 1
        assert "corrected" not in publication.marks
