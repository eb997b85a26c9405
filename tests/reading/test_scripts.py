"""Whole pages in other scripts and encodings: no text lost or split, language, paragraphs, offsets, marks."""

from __future__ import annotations

import pytest

from standfirst import read
from standfirst.reading import Article
from tests.reading.languages import REPORTS, WRITTEN

DATED = '<meta property="article:published_time" content="2026-05-03T08:00:00+02:00">'
#: Invented texts around the report: a title, a paragraph with a quotation, one with numbers, one to end with.
PAGES = {
    "ja": (
        "フェリー、十一か月ぶりに港へ戻る",
        "「長い冬を待った」と、岸壁でパン屋を営む森田花子さんは話した。この日は三百四十人の乗客を数えたという。",
        "修理費は二百四十万クローネで、半分を郡が負担し、残りは船会社が支払う。費用の詳細はまだ公表されていない。",
        "予備の船は港に残り、会社は来春、国外へ売却するかどうかを決める予定だ。市民の多くは残すよう求めている。",
    ),
    "ko": (
        "여객선, 열한 달 만에 항구로 돌아오다",
        "“우리는 긴 겨울을 기다렸습니다.” 부두에서 빵집을 하는 김하나 씨가 말했다. 그는 승객 삼백사십 명을 세었다.",
        "수리비는 240만 크로네이며 절반은 군이, 나머지는 해운사가 부담한다. 자세한 내역은 아직 공개되지 않았다.",
        "예비 선박은 항구에 남아 있으며, 회사는 내년 봄에 해외에 팔지 여부를 결정할 예정이라고 밝혔다.",
    ),
    "zh": (
        "渡轮时隔十一个月重返港口",
        "“我们等了一个漫长的冬天，”在码头开面包店的王小梅说。她当天数到了三百四十名乘客，大家都很高兴。",
        "维修费用为240万克朗，其中一半由县政府承担，其余由航运公司支付。具体费用明细目前还没有公布。",
        "备用船将留在港内，公司会在明年春天决定是否将其卖到国外。许多居民希望把这艘船留下来。",
    ),
    "zh-TW": (
        "渡輪時隔十一個月重返港口",
        "「我們等了一個漫長的冬天，」在碼頭開麵包店的王小梅說。她當天數到了三百四十名乘客，大家都很高興。",
        "維修費用為240萬克朗，其中一半由縣政府承擔，其餘由航運公司支付。具體費用明細目前還沒有公布。",
        "備用船將留在港內，公司會在明年春天決定是否將其賣到國外。許多居民希望把這艘船留下來。",
    ),
    "ar": (
        "العبارة تعود إلى الميناء بعد أحد عشر شهرا",
        "وقالت مريم سالم، صاحبة المخبز على الرصيف: «انتظرنا شتاء طويلا من أجل هذا اليوم»، وعدّت 340 راكبا.",
        "وبلغت كلفة الإصلاح 2.4 مليون كرونة، تدفع المحافظة نصفها وتدفع شركة الملاحة الباقي خلال عامين.",
        "وتبقى عبارة ثانية في الاحتياط، وستقرر الشركة في الربيع المقبل ما إذا كانت ستبيعها في الخارج أم لا.",
    ),
    "he": (
        "המעבורת חזרה לנמל אחרי אחד עשר חודשים",
        "״חיכינו לזה חורף ארוך״, אמרה מירי אלון, בעלת המאפייה על הרציף, שספרה 340 נוסעים ביום הראשון.",
        "התיקון עלה 2.4 מיליון כתרים, מחציתם על חשבון המחוז והיתר על חשבון חברת הספנות עצמה.",
        "מעבורת שנייה נשארת כגיבוי, והחברה תחליט באביב הבא אם למכור אותה לחוץ לארץ או להשאיר אותה.",
    ),
    "ru": (
        "Паром вернулся в порт через одиннадцать месяцев",
        "«Мы ждали этого долгую зиму», — сказала Мария Ольсен, хозяйка пекарни на набережной; она насчитала 340.",
        "Ремонт обошёлся в 2,4 миллиона крон, половину из которых платит округ, а остальное — сама компания.",
        "Второй паром останется в резерве, и весной компания решит, продавать ли его за границу или оставить здесь.",
    ),
    "th": (
        "เรือข้ามฟากกลับถึงท่าเรือหลังสิบเอ็ดเดือน",
        "“เรารอวันนี้มาทั้งฤดูหนาว” มาลี ใจดี เจ้าของร้านขนมปังริมท่าเรือกล่าว เธอนับผู้โดยสารได้ 340 คนในวันแรก",
        "ค่าซ่อมอยู่ที่ 2.4 ล้านโครน ซึ่งจังหวัดจ่ายครึ่งหนึ่ง ส่วนที่เหลือบริษัทเดินเรือเป็นผู้รับผิดชอบเองทั้งหมด",
        "เรือลำที่สองยังคงเป็นเรือสำรอง และบริษัทจะตัดสินใจในฤดูใบไม้ผลิว่าจะขายไปต่างประเทศหรือไม่",
    ),
    "hi": (
        "ग्यारह महीने बाद बंदरगाह लौटी नौका",
        "“हमने इसके लिए पूरी सर्दी प्रतीक्षा की,” घाट पर बेकरी चलाने वाली मीरा जोशी ने कहा, जिन्होंने 340 यात्री गिने।",
        "मरम्मत पर 24 लाख क्रोन खर्च हुए, जिसका आधा हिस्सा ज़िला देता है और बाकी जहाज़ कंपनी स्वयं चुकाती है।",
        "दूसरी नौका आरक्षित रहेगी और कंपनी अगले वसंत में तय करेगी कि उसे विदेश में बेचा जाए या नहीं।",
    ),
}
RTL = ("ar", "he")


def html(language: str, head: str = "", paragraphs: tuple[str, ...] = ()) -> str:
    title, *rest = PAGES[language]
    body = "".join(f"<p>{each}</p>" for each in paragraphs or (REPORTS[language], *rest))
    direction = ' dir="rtl"' if language in RTL else ""
    return (
        f'<!doctype html><html lang="{language}"{direction}><head>{head}<title>{title}</title>{DATED}</head><body>'
        f"<nav><a href=/>{title[:2]}</a> <a href=/n>{title[2:4]}</a></nav><main><article><h1>{title}</h1>{body}"
        "</article></main><footer><p>© 2026</p></footer></body></html>"
    )


def check(found: object, language: str, paragraphs: tuple[str, ...]) -> None:
    assert isinstance(found, Article)
    assert [each.text for each in found.paragraphs if each.role == "text"] == list(paragraphs)
    assert all(found.text[each.start : each.end] == each.text for each in found.paragraphs)
    assert found.title == PAGES[language][0]
    assert found.language.split("-")[0] == language[:2]
    assert "\ufffd" not in found.text


@pytest.mark.parametrize("language", PAGES)
def test_a_page_in_utf_8(make_page, language):
    check(read(make_page(html(language))), language, (REPORTS[language], *PAGES[language][1:]))


@pytest.mark.parametrize("declared", ["meta", "header", "nowhere", "wrong"])
@pytest.mark.parametrize(("language", "codec", "label"), [row for row in WRITTEN if row[0] in PAGES])
def test_a_page_in_another_encoding(make_page, language, codec, label, declared):
    head = {"meta": f'<meta charset="{label}">', "wrong": '<meta charset="utf-8">'}.get(declared, "")
    texts = (REPORTS[language], *PAGES[language][1:])
    kept = [each.encode(codec, "ignore").decode(codec) for each in texts]  # old sets lack some marks
    held = tuple(" ".join(each.split()) for each in kept)
    headers = (("content-type", f"text/html; charset={label}"),) if declared == "header" else ()
    page = make_page(html(language, head, held).encode(codec, "xmlcharrefreplace"), headers=headers)
    check(read(page), language, held)


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("ar", "\u200f"), ("ar", "\u200e"), ("he", "\u200f"), ("he", "\u202b\u202c"), ("ar", "\u2067\u2069"),
        ("ar", "\u0640"), ("he", "\u05b8"), ("hi", "\u200d"), ("hi", "\u200c"), ("th", "\u200b"), ("zh", "\u3000"[:0]),
    ],
)  # fmt: skip
def test_marks_of_direction_and_joining_are_kept(make_page, language, mark):
    text = REPORTS[language]
    marked = f"{text[:20]}{mark}{text[20:]}"
    for written in (marked, "".join(f"&#x{ord(each):x};" if each in mark else each for each in marked)):
        found = read(make_page(html(language, paragraphs=(written, *PAGES[language][1:]))))
        assert found.paragraphs[0].text == marked


@pytest.mark.parametrize("language", PAGES)
def test_inline_elements_split_no_words(make_page, language):
    text = REPORTS[language]
    inline = f'{text[:7]}<b>{text[7:12]}</b>{text[12:20]}<a href="/x"><span>{text[20:25]}</span></a><wbr>{text[25:]}'
    found = read(make_page(html(language, paragraphs=(inline, *PAGES[language][1:]))))
    assert found.paragraphs[0].text == text


@pytest.mark.parametrize("language", PAGES)
def test_a_text_of_many_paragraphs_keeps_every_one(make_page, language):
    texts = tuple(f"{number}. {each}" for number in range(1, 12) for each in (REPORTS[language], *PAGES[language][1:]))
    check(read(make_page(html(language, paragraphs=texts))), language, texts)


def test_a_line_of_japanese_that_is_broken_in_the_markup_is_not_split(make_page):
    lines = REPORTS["ja"].replace("。", "。\n      ")
    found = read(make_page(html("ja", paragraphs=(lines, *PAGES["ja"][1:]))))
    assert found.paragraphs[0].text.replace(" ", "") == REPORTS["ja"]


def test_ruby_is_kept_with_its_word(make_page):
    text = "<ruby>渡<rp>(</rp><rt>わた</rt><rp>)</rp></ruby>し船が港へ戻った。" + REPORTS["ja"]
    found = read(make_page(html("ja", paragraphs=(text, *PAGES["ja"][1:]))))
    assert found.paragraphs[0].text.startswith("渡(わた)し船が港へ戻った。")
