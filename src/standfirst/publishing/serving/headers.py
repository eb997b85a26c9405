"""Headers of every answer: what a page may load, who may read it from another site, what a browser may ask.

Public pages load nothing but their own files; the desk (Django's admin) a little more. What is read (GET, HEAD) may be
read from any site by the Fetch standard's protocol (CORS), without credentials; what answers a form that was sent may
not, nor anything of the desk's.
"""

from __future__ import annotations

from collections.abc import Mapping

from standfirst.publishing.serving.desk import PREFIX

# Publishers should see who sends them readers: the origin goes with links, the path does not.
COMMON: Mapping[str, str] = {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
}
PUBLIC: Mapping[str, str] = {
    **COMMON,
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'",
}
DESK: Mapping[str, str] = {
    **COMMON,
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}
#: Methods that only read.
READING = ("GET", "HEAD", "OPTIONS")
READ: Mapping[str, str] = {
    **PUBLIC,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": ", ".join(("Link", "ETag", "Last-Modified")),
}
#: A drawing opened by itself is a document: it runs nothing and loads nothing.
DRAWING: Mapping[str, str] = {
    **READ,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
}
#: What a browser is told that asks before it asks. The headers are those that a reader of feeds sends.
PREFLIGHT: Mapping[str, str] = {
    **READ,
    "Allow": ", ".join(READING),
    "Access-Control-Allow-Methods": ", ".join(READING),
    "Access-Control-Allow-Headers": ", ".join(("Accept", "Accept-Language", "If-Modified-Since", "If-None-Match")),
    "Access-Control-Max-Age": "86400",
    "Cache-Control": "public, max-age=86400",
}


def for_path(path: str, method: str = "GET") -> Mapping[str, str]:
    """The headers that an answer at ``path`` carries to a request by ``method``."""
    if path.startswith(PREFIX):
        return DESK
    if path.startswith("/static/") and path.endswith(".svg"):
        return DRAWING
    return READ if method in READING else PUBLIC


def preflight(path: str) -> Mapping[str, str]:
    """The headers of the answer to ``OPTIONS`` (204, without a body); none under the desk, which answers itself."""
    return {} if path.startswith(PREFIX) else PREFLIGHT
