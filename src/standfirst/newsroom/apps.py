"""The newsroom as a Django app."""

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """Records, policy, search, inbox and desk."""

    name = "standfirst.newsroom"
    label = "newsroom"
    verbose_name = "Newsroom"
    default_auto_field = "django.db.models.BigAutoField"
