"""Publishing as a Django app: it has templates and addresses, and no records of its own."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Pages and formats."""

    name = "standfirst.publishing"
    label = "publishing"
    verbose_name = "Publishing"

    def ready(self) -> None:
        """Refuse a look that cannot be, before anything is served or built."""
        from standfirst.publishing.looks.assets import look

        look()
