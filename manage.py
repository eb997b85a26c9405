"""Django's own commands, for those who work on Standfirst (makemigrations, shell)."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standfirst.newsroom.django_settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
