"""The first desk: Django's admin over the records. What is history can be read there and not changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from standfirst.errors import StandfirstError
from standfirst.newsroom import models
from standfirst.newsroom.correspondence import inbox
from standfirst.newsroom.editions import edition as day_edition
from standfirst.newsroom.editions import overruling


class ReadOnly(admin.ModelAdmin):
    """Records that only the rooms write."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds them by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes them by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes them by hand."""
        return False


admin.site.register(models.User, UserAdmin)


class FeedInline(admin.TabularInline):
    """A source's feeds, on its page."""

    model = models.Feed
    extra = 0
    fields = ("address", "kind", "active", "failures", "last_error")
    readonly_fields = ("failures", "last_error")


@admin.register(models.Source)
class SourceAdmin(admin.ModelAdmin):
    """Publishers: names, states and licences."""

    list_display = ("name", "domain", "state", "licence", "last_error")
    list_filter = ("state",)
    search_fields = ("name", "domain")
    readonly_fields = ("domain", "slug", "signals", "verdict", "last_error")
    inlines = (FeedInline,)


@admin.register(models.Article)
class ArticleAdmin(ReadOnly):
    """Articles and where they stand."""

    list_display = ("address", "source", "state", "rule", "reason", "first_seen")
    list_filter = ("state", "rule")
    search_fields = ("address",)
    list_select_related = ("source",)
    show_full_result_count = False


@admin.register(models.Publication)
class PublicationAdmin(ReadOnly):
    """What is out. Corrections and withdrawals are made with the commands, so that each leaves its record."""

    list_display = ("headline", "source", "section", "kind", "rule", "published", "withdrawn")
    list_filter = ("kind", "section", "rule")
    search_fields = ("headline", "path")
    list_select_related = ("source",)
    show_full_result_count = False


@admin.register(models.Hold)
class HoldAdmin(ReadOnly):
    """What waits, and what was decided."""

    list_display = ("article", "reasons", "since", "decision", "decided_by")
    list_filter = ("decision",)
    list_select_related = ("article",)


class InboxRecordInline(admin.TabularInline):
    """What became of a message, on its page."""

    model = models.InboxRecord
    extra = 0
    can_delete = False
    fields = readonly_fields = ("at", "state", "who", "note")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Records are appended by what is done, not by hand."""
        return False


@admin.register(models.InboxMessage)
class InboxAdmin(ReadOnly):
    """What the public sent. The actions of the list say that something was dealt with, and leave a record."""

    list_display = ("kind", "state", "text", "about", "contact", "sent", "handled_by")
    list_filter = ("state", "kind", "sent")
    search_fields = ("text", "about")
    list_select_related = ("publication",)
    inlines = (InboxRecordInline,)
    actions = ("mark_done", "mark_open")

    @admin.action(description=_("Record that they were dealt with"))
    def mark_done(self, request: HttpRequest, queryset: Any) -> None:
        """Those that wait are done."""
        for message in queryset.filter(state=models.InboxMessage.State.OPEN):
            inbox.done(message, timezone.now(), who=request.user.get_username())

    @admin.action(description=_("Let them wait again"))
    def mark_open(self, request: HttpRequest, queryset: Any) -> None:
        """Those that are done wait again."""
        for message in queryset.filter(state=models.InboxMessage.State.DONE):
            inbox.reopen(message, timezone.now(), who=request.user.get_username())


@admin.register(models.LetterCount)
class LetterCountAdmin(ReadOnly):
    """What became of the newsletter's letters, in numbers. Readers' addresses are not shown here."""

    list_display = ("day", "every", "sent", "empty", "later", "refused", "uncertain")


@admin.register(models.Edition)
class EditionAdmin(ReadOnly):
    """Each day's front page, with the reason for every place."""

    list_display = ("day", "publications", "made")
    fields = ("day", "made", "told")
    readonly_fields = fields

    @admin.display(description=_("publications"))
    def publications(self, edition: models.Edition) -> int:
        """How many it shows."""
        return len(edition.positions)

    @admin.display(description=_("publications"))
    def told(self, edition: models.Edition) -> str:
        """Its publications in order, each with its reason."""
        rows = models.Publication.objects.filter(withdrawn=None).in_bulk(edition.positions)
        lines = [
            (place.position, rows[place.position].path, rows[place.position].headline, str(place))
            for place in day_edition.kept(edition).places
            if place.position in rows
        ]
        return format_html_join("", '<p>{} · <a href="{}">{}</a> · {}</p>', lines)


@admin.register(models.EditionChoice)
class EditionChoiceAdmin(ReadOnly):
    """An editor's decisions about a day's edition: another can be added, none changed."""

    list_display = ("day", "action", "place", "publication", "who", "at", "reason")
    list_filter = ("action",)
    date_hierarchy = "day"
    fields = ("day", "publication", "action", "place", "reason")
    raw_id_fields = ("publication",)
    list_select_related = ("publication",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Who may add records of this kind, may decide."""
        return bool(request.user.has_perm("newsroom.add_editionchoice"))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which refuses what cannot be carried out."""
        return super().get_form(request, obj, change=change, form=DecisionForm, **kwargs)

    def save_model(self, request: HttpRequest, obj: models.EditionChoice, form: Any, change: bool) -> None:
        """Append the decision in the editor's name, and make the edition again."""
        obj.who = request.user.get_username()
        super().save_model(request, obj, form, change)
        day_edition.store(obj.day, settings.NETWORK, timezone.now())


class DecisionForm(forms.ModelForm):
    """A decision about an edition, checked as the command checks it."""

    def clean(self) -> dict[str, Any]:
        """Refuse a place that is none, a day to come, and what was withdrawn."""
        given: dict[str, Any] = super().clean() or {}
        day, publication, action = (given.get(name) for name in ("day", "publication", "action"))
        if day and publication and action:
            try:
                overruling.check(day, publication, action, settings.NETWORK, timezone.now(), place=given.get("place"))
            except StandfirstError as error:
                raise forms.ValidationError(str(error)) from error
        return given


for history in (models.Round, models.StateRecord, models.Revision, models.Story, models.BriefVersion):
    admin.site.register(history, ReadOnly)
