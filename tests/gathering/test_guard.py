from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.gathering import guard

PRIVATE = ["10.0.0.1", "172.31.0.1", "192.168.1.1", "127.0.0.1", "127.9.9.9", "100.64.0.1", "::1", "fd00::1"]
NEVER = [
    *("0.0.0.0", "169.254.169.254", "224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "192.0.2.1"),
    *("::", "fe80::1", "ff02::1", "fec0::1", "2001:db8::1", "100::1", "4000::1"),
]
HIDDEN = [
    "::ffff:10.0.0.1",
    "::10.0.0.1",
    "2002:0a00:0001::1",  # 6to4
    "64:ff9b::10.0.0.1",  # NAT64
    "64:ff9b:1::a00:1",
    "2001:0:5ef5:79fd:0:0:f5ff:fffe",  # Teredo, whose client is 10.0.0.1
]
PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"]


@pytest.mark.parametrize("text", PRIVATE + NEVER + HIDDEN)
def test_refused(text: str) -> None:
    with pytest.raises(guard.RefusedAddress, match=r"is an? "):
        guard.check(text)


@pytest.mark.parametrize("text", PUBLIC)
def test_allowed(text: str) -> None:
    guard.check(text)


@pytest.mark.parametrize("text", [*PRIVATE, "::ffff:127.0.0.1"])
def test_private_where_the_operator_allows_it(text: str) -> None:
    guard.check(text, allow_private=True)


@pytest.mark.parametrize("text", [*NEVER, "::ffff:169.254.169.254", "fe80::1%eth0"])
def test_never_even_where_private_is_allowed(text: str) -> None:
    with pytest.raises(guard.RefusedAddress):
        guard.check(text, allow_private=True)


@settings(deadline=None)
@given(st.ip_addresses())
def test_what_passes_is_global_for_the_standard_library_too(address: guard.Address) -> None:
    if guard.refusal(address) == "" and not (address.version == 6 and guard.embedded(address)):
        assert address.is_global
        assert not address.is_multicast


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_in_every_dress(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    dressed = [0xFFFF << 32 | number, 0x2002 << 112 | number << 80, int(ipaddress.ip_address("64:ff9b::")) + number]
    verdicts = {guard.refusal(ipaddress.IPv6Address(one)) == "" for one in dressed}
    assert verdicts == {guard.refusal(address) == ""}
