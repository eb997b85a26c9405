"""No rule of our tables is dead: each finds its own fault, and nothing in a sound document."""

from __future__ import annotations

import pytest

from tests.publishing.validators import atom_rules, json_rules, opml_rules, rss_rules, sitemap_rules
from tests.publishing.validators.rules import Rule, Table

TABLES = (
    rss_rules.TABLE, atom_rules.TABLE, json_rules.TABLE, opml_rules.TABLE, sitemap_rules.MAP, sitemap_rules.INDEX,
    sitemap_rules.NEWS,
)  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_nothing_is_found_in_a_sound_document(table: Table) -> None:
    assert table.findings(table.sound) == []
    assert table.findings(table.sound.changed(*table.ends))[0].startswith("not-well-formed")


@pytest.mark.parametrize(
    ("table", "rule"), [pytest.param(t, r, id=f"{t.name}-{r.code}") for t in TABLES for r in t.rules]
)
def test_a_rule_finds_its_fault(table: Table, rule: Rule) -> None:
    broken = table.sound.changed(*rule.breaks)
    assert list(rule.find(broken)), "the rule found nothing in a document made to break it"
    if rule.keeps:
        assert table.findings(table.sound.changed(*rule.keeps)) == []
