"""The first desk: Django's admin over the records. What is history can be read there and not changed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from standfirst.newsroom import models


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
    readonly_fields = ("domain", "slug", "signals", "last_error")
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


@admin.register(models.InboxMessage)
class InboxAdmin(admin.ModelAdmin):
    """What the public sent."""

    list_display = ("kind", "text", "contact", "sent", "handled")
    list_filter = ("kind", "handled")
    readonly_fields = ("kind", "publication", "text", "contact", "sent")


for history in (models.Round, models.StateRecord, models.Revision, models.Story, models.BriefVersion, models.Edition):
    admin.site.register(history, ReadOnly)
