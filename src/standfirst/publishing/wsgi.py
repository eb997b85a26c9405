"""The site as a WSGI application: Django, behind the cache of rendered bytes."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standfirst.newsroom.django_settings")
_django = get_wsgi_application()

from standfirst.publishing.serving.edge import Edge  # noqa: E402 (the settings must be loaded first)

application = Edge(_django)
