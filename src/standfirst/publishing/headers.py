"""Security headers: public pages load nothing but their own files; the desk (Django's admin) a little more."""

from __future__ import annotations

from collections.abc import Mapping

from standfirst.publishing.desk import PREFIX

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


def for_path(path: str) -> Mapping[str, str]:
    """The headers that an answer at ``path`` carries."""
    return DESK if path.startswith(PREFIX) else PUBLIC
