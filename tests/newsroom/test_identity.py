"""The keys by which an article is known again."""

from standfirst.gathering import Item
from standfirst.newsroom.identity import article_keys, item_keys, repeats_guids
from standfirst.reading import Article, hash_text, lay_out


def article(text: str, canonical: str = "https://gazette.example/pier") -> Article:
    whole, paragraphs = lay_out([(text, "text")])
    return Article(
        "a",
        "https://gazette.example/pier?utm_source=x",
        canonical,
        "Pier 3 closes",
        paragraphs,
        whole,
        hash_text(whole),
        "en",
    )


def test_tracking_parameters_fold_for_identity_only():
    plain, tracked = (Item(f"https://gazette.example/pier{end}") for end in ("", "?utm_source=rss"))
    assert item_keys(plain) == item_keys(tracked)
    assert item_keys(plain) != item_keys(Item("https://gazette.example/pier?id=7"))


def test_a_guid_counts_only_where_it_is_trusted():
    item = Item("https://gazette.example/pier", guid="g-1")
    assert [kind for kind, _ in item_keys(item)] == ["guid", "folded"]
    assert [kind for kind, _ in item_keys(item, trust_guid=False)] == ["folded"]


def test_guids_used_twice_are_seen():
    one, two = Item("https://g.example/1", guid="same"), Item("https://g.example/2", guid="same")
    assert repeats_guids([one, two])
    assert not repeats_guids([one, Item("https://g.example/1?utm_medium=x", guid="same"), Item("https://g.example/3")])


def test_the_text_counts_from_eighty_words():
    kinds = {kind for kind, _ in article_keys(article("word " * 80), 80)}
    assert kinds == {"canonical", "folded", "text"}
    assert "text" not in {kind for kind, _ in article_keys(article("word " * 79), 79)}


def test_accents_and_case_make_no_other_text():
    one, two = article("Café pier " * 50), article("CAFE pier " * 50)
    assert dict(article_keys(one, 100))["text"] == dict(article_keys(two, 100))["text"]
