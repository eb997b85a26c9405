"""The addresses of the site. Listings come last: their addresses are parsed by ``view.py``, for all formats."""

from django.contrib import admin
from django.urls import path, re_path

from standfirst.publishing import opml, single, sitemaps, static_files, views

DAY = r"[0-9]{4}/[0-9]{2}/[0-9]{2}"

urlpatterns = [
    path("desk/", admin.site.urls),
    re_path(rf"^content/(?P<day>{DAY})/(?P<name>[^/]+)\Z", single.publication),
    path("p/<uuid:id>", single.short),
    path("static/<path:path>", static_files.serve),
    path("robots.txt", sitemaps.robots),
    path("sitemap.xml", sitemaps.index),
    path("sitemap/<slug:name>.xml", sitemaps.part),
    path("sitemap-news.xml", sitemaps.news),
    path("sources.opml", opml.sources),
    re_path(r"^about/(?P<name>method|marks)\Z", views.about),
    re_path(r"^(?P<name>corrections|rights|sources|feeds|status)\Z", views.about),
    re_path(r"^corrections\.(?P<extension>rss|atom|json|xml|csv)\Z", views.corrections_feed),
    re_path(r"^(?P<path>.*)\Z", views.listing),
]

handler404 = "standfirst.publishing.problems.not_found"
handler500 = "standfirst.publishing.problems.server_error"
