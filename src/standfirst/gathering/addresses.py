"""Addresses: as typed, as asked for, as identity. Pure functions of text; nothing here looks anything up.

Normalisation follows RFC 3986, sections 5.2.4 and 6.2.2 to 6.2.3; international host names become ASCII as
UTS 46 says. Every function raises :class:`~standfirst.errors.UsageError` for what is no web address.
"""

from __future__ import annotations

import ipaddress
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from standfirst.errors import UsageError

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

MAX_LENGTH = 2000  # what a record of an address holds
DEFAULT_PORTS = {"http": 80, "https": 443}
#: Characters that stand in an address as they are: reserved, unreserved, and the sign of what is encoded already.
KEEP = "!#$%&'()*+,/:;=?@[]~"
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
ENCODED = re.compile(r"%([0-9A-Fa-f]{2})")
HOST_NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\.?")

#: Query parameters that say where a reader came from, never what the page is.
# fmt: off
TRACKING = frozenset({
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid",
    "igsh", "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "ref", "ref_src", "ref_url", "referrer", "referer", "cmp",
    "cmpid", "icid", "ocid", "smid", "smtyp", "s_cid", "ncid", "cid_source", "xtor", "wt_mc", "wt.mc_id",
    "guccounter", "guce_referrer", "guce_referrer_sig", "__twitter_impression", "spm", "share_id", "amp",
    "outputtype", "rss_id",
})
# fmt: on
TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "hss_", "vero_", "oly_", "at_", "hsa_")
AMP_SUFFIXES = ("/amp", ".amp", "/amp.html")


class Parts(NamedTuple):
    """An address taken apart: ASCII, scheme and host in lower case, ``port`` None where it is the scheme's own."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: str
    fragment: str

    @property
    def authority(self) -> str:
        """Host, and port where it is not the scheme's own; IPv6 addresses in brackets."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port is None else f"{name}:{self.port}"

    def __str__(self) -> str:
        query = f"?{self.query}" if self.query else ""
        fragment = f"#{self.fragment}" if self.fragment else ""
        return f"{self.scheme}://{self.authority}{self.path}{query}{fragment}"


def normalise(typed: str) -> str:
    """An address as a person types it or a feed carries it, as one that can be asked for.

    ``example.org/news`` gets ``https://`` (an IP address or localhost ``http://``), ``feed:`` is taken off,
    spaces and letters of other scripts are encoded.

    Raises :class:`UsageError` for other schemes, for a file's name and for an address with a password.
    """
    text = "".join(character for character in typed if character not in "\t\r\n").strip(" \x00\ufeff")
    for prefix in ("feed://", "feed:"):
        if text.lower().startswith(prefix):
            rest = text[len(prefix) :]
            text = rest if rest.lower().startswith(("http://", "https://")) else f"https://{rest.lstrip('/')}"
    if text.startswith("//"):
        text = f"https:{text}"
    if not text:
        raise UsageError("the address", "it is empty", "Give one such as https://www.example.org/.")
    scheme = SCHEME.match(text)
    if not re.match(r"https?://", text, re.IGNORECASE):
        named = scheme is not None and not re.match(r"\d{1,5}(?:[/?#]|$)", text[scheme.end() :])
        if named and scheme is not None:
            raise UsageError(
                shown(typed), f"{scheme[1].lower()}: is not fetched here", "Give an http or https address."
            )
        if text[0] in "/.~\\" or not _plausible(split(f"https://{text}")):
            raise UsageError(
                shown(typed), "this is no web address", "Give one that begins with https://; a file is not fetched."
            )
        # Names get certificates, bare IP addresses and this machine seldom do.
        local = is_ip(split(f"https://{text}").host) or split(f"https://{text}").host == "localhost"
        text = f"http://{text}" if local else f"https://{text}"
    return str(split(text))


def split(address: str) -> Parts:
    """Take an http or https address apart, encoding what may not stand in one."""
    if len(address) > MAX_LENGTH:
        raise UsageError(shown(address), f"it is longer than {MAX_LENGTH} characters")
    try:
        pieces = urlsplit(address)
        port = pieces.port
        name = pieces.hostname or ""
    except ValueError as error:
        raise UsageError(shown(address), "this is no web address", "Look at its host and port.") from error
    scheme = pieces.scheme.lower()
    if scheme not in DEFAULT_PORTS:
        reason = f"{scheme}: is not fetched here" if scheme else "it has no scheme"
        raise UsageError(shown(address), reason, "Give an http or https address.")
    if "@" in pieces.netloc:
        bare = pieces._replace(netloc=pieces.netloc.rpartition("@")[2]).geturl()
        raise UsageError(shown(bare), "it carries a user name or password", "Give the address without them.")
    if port == 0:
        raise UsageError(shown(address), "port 0 is no port", "Give another, or none.")
    return Parts(
        scheme,
        _host_name(name, address),
        None if port == DEFAULT_PORTS[scheme] else port,
        _encoded(pieces.path) or "/",
        _encoded(pieces.query),
        _encoded(pieces.fragment),
    )


def _encoded(text: str) -> str:
    """What may not stand in an address, percent-encoded; bytes of headers that were no UTF-8 as themselves."""
    try:
        octets = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        octets = text.encode("utf-8", "replace")
    return BARE_PERCENT.sub("%25", quote(octets, safe=KEEP))


def _host_name(name: str, address: str) -> str:
    """A host name in ASCII, or an IP address in its shortest form."""
    if ":" in name:
        try:
            return str(ipaddress.IPv6Address(name.partition("%")[0]))
        except ValueError as error:
            raise UsageError(shown(address), f"{name} is no IPv6 address") from error
    if not name.isascii():
        import idna

        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError) as error:
            raise UsageError(shown(address), f"{name} is no host name", "Look for a slip in it.") from error
    name = name.lower().rstrip(".")
    if not name or len(name) > 253 or not HOST_NAME.fullmatch(name):
        raise UsageError(shown(address), f"{name or 'nothing'} is no host name", "Look for a slip in it.")
    return name


def _plausible(parts: Parts) -> bool:
    """Whether a host typed without a scheme is one: known suffix, localhost, an IP address, or with a port."""
    return parts.port is not None or parts.host == "localhost" or is_ip(parts.host) or _registrable(parts.host) != ""


def is_ip(name: str) -> bool:
    """Whether a host is a literal IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def shown(text: str, most: int = 120) -> str:
    """An address for a message: one line, not endless, without what a terminal would act on."""
    line = "".join(character if character.isprintable() else "\ufffd" for character in text[: most + 1])
    return f"{line[:most]}…" if len(line) > most else line


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_unknown=False)


def _registrable(name: str) -> str:
    return "" if is_ip(name) else _suffixes().privatesuffix(name) or ""


def host(url: str) -> str:
    """Host and port of an address, the port only where it is not the scheme's own: ``127.0.1.1:8700``."""
    return split(url).authority


def origin(url: str) -> str:
    """Scheme, host and port: what a robots.txt holds for (RFC 9309, section 2.3)."""
    parts = split(url)
    return f"{parts.scheme}://{parts.authority}"


def source_domain(url: str) -> str:
    """The registrable domain of an address (publicsuffix.org); host and port where there is none."""
    parts = split(url)
    return _registrable(parts.host) or parts.authority


def has_domain(url: str) -> bool:
    """Whether the address's host has a registrable domain."""
    return _registrable(split(url).host) != ""


def resolve(base: str, reference: str) -> str:
    """A reference found in the document at ``base``, as an absolute address that can be asked for."""
    reference = reference.strip()
    try:
        return str(split(urljoin(base, reference)))
    except ValueError as error:
        raise UsageError(shown(reference), "this is no web address") from error


def canonical(url: str) -> str:
    """The address in normal form (RFC 3986), without its fragment; equal results name one resource."""
    parts = split(url)
    path = _remove_dots(_normal_percent(parts.path))
    return str(parts._replace(path=path, query=_normal_percent(parts.query), fragment=""))


def _normal_percent(text: str) -> str:
    """Encoded octets in upper case, those of unreserved characters decoded (RFC 3986, section 6.2.2)."""

    def octet(found: re.Match[str]) -> str:
        character = chr(int(found[1], 16))
        return character if character in UNRESERVED else found[0].upper()

    return ENCODED.sub(octet, text)


def _remove_dots(path: str) -> str:
    """Dot segments removed (RFC 3986, section 5.2.4)."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


def folded(url: str) -> str:
    """The address for identity alone, never to be fetched: what one article's addresses have in common.

    Scheme, ``www.``, trailing slashes, AMP's suffix and tracking parameters folded, the query sorted.
    """
    parts = split(canonical(url))
    name = parts.host
    while name.startswith("www.") and "." in name[4:]:
        name = name[4:]
    path = parts.path.rstrip("/")
    shorter = _without_amp(path)
    while shorter != path:
        path, shorter = shorter, _without_amp(shorter)
    pairs = sorted(pair for pair in parts.query.split("&") if pair and not _tracks(pair.partition("=")[0].lower()))
    port = None if parts.port in DEFAULT_PORTS.values() else parts.port
    return str(Parts("https", name, port, path or "/", "&".join(pairs), ""))


def _tracks(name: str) -> bool:
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def _without_amp(path: str) -> str:
    if path.endswith(".amp.html"):
        return f"{path.removesuffix('.amp.html')}.html"
    for suffix in AMP_SUFFIXES:
        path = path.removesuffix(suffix)
    return path.rstrip("/")
