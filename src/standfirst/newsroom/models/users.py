"""The people who sign in to the desk. Our own model from the first migration, so that it can grow."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An editor or operator."""
