"""The site as a WSGI application: Django, behind the cache of rendered bytes."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standfirst.newsroom.django_settings")
_django = get_wsgi_application()

from standfirst.publishing.serving.edge import Edge  # noqa: E402 (the settings must be loaded first)

application = Edge(_django)

# What was loaded stays. A full collection, of which there is one every few hundred requests, would look at all of it,
# and the answer that it falls into would wait for forty milliseconds.
gc.collect()
gc.freeze()
