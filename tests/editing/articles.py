"""Invented articles for the tests of the editing room."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from standfirst.reading import Article, Stamp, hash_text, lay_out

PUBLISHED = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)  # a Wednesday

BRIDGE = """\
MARLBY — The swing bridge at Marlby will close for eleven weeks from 4 January so that its gears can be replaced, \
Marlby Town Council said on Tuesday.
The work will cost £2.4 million and is paid for by the county, according to council leader Ingrid Holloway.
“We looked at every way to keep one lane open, and there is none that is safe,” Holloway told reporters.
The bridge (built in 1911) carries about 9,000 vehicles a day between the old town and the station.
During the closure drivers will be sent over the Fennick Road crossing, which adds four miles to the journey.
Two bus routes, the 12 and the 40, will turn back at Quay Street, and the county will run a free ferry for people on \
foot between 6am and 10pm.
Shopkeepers on Quay Street fear for their trade.
“Eleven weeks is a whole season for us,” said Tom Abery, who sells fishing tackle there.
He has asked the council to lower rents while the bridge is shut.
The council has not decided on that, Holloway said, but it will meet traders on 2 December.
The gears were last repaired in 1987, when the bridge was shut for five weeks.
Engineers from Castell Works, a company in Leeds, found cracks in three of the eight wheels in August.
They warned that the bridge could stick open in frost.
A report on the cracks was sent to the council in September, and councillors voted for the repair by nine to two.
The two who voted against it, both of the Harbour Party, wanted a new bridge instead.
A new bridge would cost £31 million, the county estimates, and could not open before 2031.
Read more about Marlby in our newsletter.
How will you get to work? Tell us in the comments.
Boats will be able to pass at high water on two days of the week, the harbour master said.
The council will publish the timetable on 10 December."""

SEASON = """\
Fans of the river drama Lockkeepers have waited since June to learn whether the story goes on.
The first season ended with the flood at Tarn Weir and eight million people watching, the network Channel North said.
Channel North has not yet confirmed a second season of Lockkeepers, and a spokeswoman said a decision may come in \
spring.
The writer, Petra Lindqvist, said in an interview in October that she has planned three more stories.
“I know where the boat goes next,” Lindqvist told the magazine Weekly Screen.
Rumours that the lead actor, Callum Voss, could leave have not been confirmed by his agent.
Voss may be busy: filming of his next film, The Salt Road, is expected to last until April.
A second season might move the story to the coast, according to Lindqvist.
If it is ordered in spring, filming could begin in July, and the show might return in 2028.
The first season was filmed in Hexley and cost an estimated £9 million.
Channel North sold it to eleven countries, among them Sweden and Canada.
Its last episode drew 8.1 million viewers, the most for a new drama on the channel since 2019.
Critics were divided, and the Northern Post gave it two stars of five.
The series won a prize for its music at the festival in Bergen in September.
The composer, Ada Mwangi, said that she would return for more episodes if she were asked.
The locks that are seen in the series have drawn visitors to Hexley, where the canal trust counted 40,000 in August.
The trust plans a second car park, and the parish council will vote on it in January.
Channel North will show the first season again at Christmas, from 20 December."""

WAHL = """\
Die Stadt Brenkhausen wählt am 14. März einen neuen Bürgermeister, teilte das Rathaus am Montag mit.
Drei Kandidaten treten an: Amtsinhaberin Jutta Reimers, der Wirt Karl Oster und die Lehrerin Meike Sandfort.
Reimers regiert die Stadt seit 2016 und wirbt mit dem Umbau des Bahnhofs, der 18 Millionen Euro kosten soll.
Oster lehnt den Umbau ab und will das Geld für die Sanierung von vier Schulen ausgeben.
„Ein Bahnhof ohne Züge hilft keinem Kind“, sagte Oster am Sonntag im Gasthaus zur Linde.
Sandfort fordert, dass die Bürger in einer Abstimmung über den Umbau entscheiden.
Bei der letzten Wahl vor fünf Jahren erhielt Reimers 54 Prozent der Stimmen.
Die Wahlbeteiligung lag damals bei 61 Prozent.
Wahlberechtigt sind nach Angaben der Stadt 23.400 Menschen.
Die Wahllokale öffnen um 8 Uhr, und das Ergebnis wird am Abend gegen 20 Uhr erwartet.
Erhält niemand mehr als die Hälfte der Stimmen, gibt es am 28. März eine Stichwahl.
Die Briefwahl beginnt am 15. Februar im Rathaus am Markt.
Am 2. März wollen die Kandidaten in der Stadthalle miteinander streiten, und der Lokalsender überträgt.
Die Stadthalle fasst 600 Menschen, und der Eintritt ist frei.
Für den Umbau des Bahnhofs hat das Land bereits neun Millionen Euro zugesagt, sagte ein Sprecher des Ministeriums.
Die Bahn will die Strecke nach Holzminden im Jahr 2029 wieder eröffnen.
Gegner des Umbaus haben seit August 3.100 Unterschriften gesammelt.
Das Rathaus prüft die Listen und will das Ergebnis noch vor Weihnachten nennen."""


def article(text: str = BRIDGE, title: str = "Marlby bridge to close for eleven weeks", **more: Any) -> Article:
    """An article of ``text``, a paragraph a line; fields of :class:`Article` may be given."""
    roles = more.pop("roles", {})
    laid, paragraphs = lay_out([(line, roles.get(place, "text")) for place, line in enumerate(text.split("\n"))])
    values: dict[str, Any] = {
        "id": "11111111-2222-5333-8444-555555555555",
        "address": "https://gazette.example/news/1",
        "canonical": "https://gazette.example/news/1",
        "language": "en",
        "published": Stamp(PUBLISHED, "json-ld"),
        "publisher": "Marlby Gazette",
    }
    return Article(title=title, paragraphs=paragraphs, text=laid, text_hash=hash_text(laid), **(values | more))
