"""The addresses of the site. Listings come last: their addresses are parsed by ``view.py``, for all formats."""

from django.contrib import admin
from django.urls import path, re_path

from standfirst.publishing import archive, inbox, opml, single, sitemaps, static_files, views
from standfirst.publishing.api.views import answer
from standfirst.publishing.letters import views as letters

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
    re_path(r"^(?P<name>corrections|reader|sources|feeds|status)\Z", views.about),
    path("report", inbox.report),
    path("rights", inbox.rights),
    re_path(r"^(?P<name>report|rights)/sent\Z", inbox.sent),
    path("subscribe", letters.subscribe),
    path("subscribe/sent", letters.sent),
    path("letter/confirm/<str:token>", letters.confirm),
    path("letter/change/<str:token>", letters.change),
    path("letter/stop/<str:token>", letters.stop),
    re_path(r"^letter/(?P<name>confirmed|changed|stopped)\Z", letters.done),
    re_path(r"^corrections\.(?P<extension>rss|atom|json|xml|csv)\Z", views.corrections_feed),
    re_path(r"^api(?P<path>/(?s:.*))?\Z", answer),
    path("editions", archive.editions),
    re_path(r"^(?P<year>[0-9]{4})(?:/(?P<month>[0-9]{2}))?\Z", archive.editions),
    re_path(r"^(?P<path>.*)\Z", views.listing),
]

handler404 = "standfirst.publishing.problems.not_found"
handler500 = "standfirst.publishing.problems.server_error"
