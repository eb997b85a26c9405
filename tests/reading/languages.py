"""The same short report in many languages, made up here, and the encodings that each was written in before UTF-8."""

from __future__ import annotations

REPORTS = {
    "en": "The ferry came back to port on Tuesday – eleven months after the fire in her engine room. “It’s a good "
    "day,” said the café’s owner, who counted 340 passengers.",
    "fr": "Le bac est revenu au port mardi matin, onze mois après l’incendie de sa salle des machines. "
    "Le capitaine déclare que tout a été vérifié où il fallait, à Noël déjà.",
    "de": "Die Fähre kehrte am Dienstagmorgen zurück, elf Monate nach dem Feuer im Maschinenraum. "
    "Der Hafenmeister erklärte, das Schiff habe alle Prüfungen bestanden, größer als üblich.",
    "es": "El transbordador volvió al puerto el martes por la mañana, once meses después del incendio en la sala de "
    "máquinas. El capitán señaló que la nave pasó todas las pruebas.",
    "pl": "Prom wrócił do portu we wtorek rano, jedenaście miesięcy po pożarze w maszynowni. Kapitan portu "
    "powiedział, że statek przeszedł każdą próbę i będzie pływał dwa razy dziennie.",
    "cs": "Přívoz se vrátil do přístavu v úterý ráno, jedenáct měsíců po požáru ve strojovně. Vedoucí přístavu řekl, "
    "že loď prošla všemi zkouškami a bude jezdit dvakrát denně až do října.",
    "tr": "Feribot, makine dairesindeki yangından on bir ay sonra salı sabahı limana döndü. Liman başkanı geminin "
    "her sınavı geçtiğini ve ekim ayına kadar günde iki kez çalışacağını söyledi.",
    "lt": "Keltas antradienio rytą grįžo į uostą praėjus vienuolikai mėnesių po gaisro mašinų skyriuje. Uosto "
    "viršininkas sakė, kad laivas išlaikė visus bandymus.",
    "ru": "Паром вернулся в порт во вторник утром, через одиннадцать месяцев после пожара в машинном отделении. "
    "Начальник порта сказал, что судно прошло все испытания.",
    "uk": "Пором повернувся до порту у вівторок вранці, через одинадцять місяців після пожежі в машинному "
    "відділенні. Начальник порту сказав, що судно пройшло всі випробування.",
    "el": "Το πλοίο επέστρεψε στο λιμάνι την Τρίτη το πρωί, έντεκα μήνες μετά τη φωτιά στο μηχανοστάσιο. "
    "Ο λιμενάρχης είπε ότι πέρασε όλους τους ελέγχους.",
    "he": "המעבורת חזרה לנמל ביום שלישי בבוקר, אחד עשר חודשים לאחר השריפה בחדר המכונות. "
    "מנהל הנמל אמר שהספינה עברה את כל המבחנים ותפליג פעמיים ביום.",
    "ar": "عادت العبارة إلى الميناء صباح الثلاثاء بعد أحد عشر شهرا من الحريق في غرفة المحرك، وقال مدير الميناء إن "
    "السفينة اجتازت كل اختبار وستبحر مرتين في اليوم حتى أكتوبر.",
    "th": "เรือข้ามฟากกลับถึงท่าเรือเมื่อเช้าวันอังคาร สิบเอ็ดเดือนหลังเกิดเพลิงไหม้ในห้องเครื่อง "
    "นายท่ากล่าวว่าเรือผ่านการทดสอบทุกอย่างแล้วและจะแล่นวันละสองเที่ยว",
    "hi": "नौका इंजन कक्ष में लगी आग के ग्यारह महीने बाद मंगलवार की सुबह बंदरगाह लौट आई। "
    "बंदरगाह प्रमुख ने कहा कि जहाज़ ने हर जाँच पूरी कर ली है और वह दिन में दो बार चलेगा।",
    "ja": "フェリーは機関室の火災から十一か月後の火曜日の朝に港へ戻った。"
    "港長は船がすべての検査に合格し、十月まで一日二回運航すると述べた。",
    "ko": "여객선은 기관실 화재가 난 지 열한 달 만인 화요일 아침에 항구로 돌아왔다. "
    "항만장은 배가 모든 검사를 통과했으며 시월까지 하루 두 번 운항할 것이라고 말했다.",
    "zh": "渡轮星期二早上回到了港口，此前机舱失火已过去十一个月。"
    "港务长表示，船舶已通过所有检查，并将在十月之前每天航行两次。",
    "zh-TW": "渡輪星期二早上回到了港口，此前機艙失火已過去十一個月。"
    "港務長表示，船舶已通過所有檢查，並將在十月之前每天航行兩次。",
}  # fmt: skip
#: (language, Python's codec, the label that pages use)
WRITTEN = [
    ("en", "cp1252", "windows-1252"),
    ("fr", "cp1252", "iso-8859-1"),
    ("de", "iso8859-15", "iso-8859-15"),
    ("es", "cp1252", "latin1"),
    ("pl", "cp1250", "windows-1250"),
    ("pl", "iso8859-2", "iso-8859-2"),
    ("cs", "cp1250", "windows-1250"),
    ("tr", "cp1254", "iso-8859-9"),
    ("lt", "cp1257", "windows-1257"),
    ("ru", "cp1251", "windows-1251"),
    ("ru", "koi8-r", "koi8-r"),
    ("ru", "iso8859-5", "iso-8859-5"),
    ("ru", "cp866", "ibm866"),
    ("uk", "koi8-u", "koi8-u"),
    ("el", "iso8859-7", "iso-8859-7"),
    ("el", "cp1253", "windows-1253"),
    ("he", "cp1255", "windows-1255"),
    ("he", "iso8859-8", "iso-8859-8-i"),
    ("ar", "cp1256", "windows-1256"),
    ("ar", "iso8859-6", "iso-8859-6"),
    ("th", "cp874", "tis-620"),
    ("ja", "cp932", "Shift_JIS"),
    ("ja", "cp932", "x-sjis"),
    ("ja", "euc_jp", "EUC-JP"),
    ("ja", "iso2022_jp", "ISO-2022-JP"),
    ("ko", "cp949", "euc-kr"),
    ("ko", "cp949", "ks_c_5601-1987"),
    ("zh", "gbk", "gb2312"),
    ("zh", "gb18030", "gb18030"),
    ("zh", "gbk", "gbk"),
    ("zh-TW", "big5", "big5"),
    ("zh-TW", "big5hkscs", "big5-hkscs"),
]


def in_its_encoding(language: str, codec: str) -> tuple[bytes, str]:
    """The report as bytes and as the text that these bytes can hold: an old set lacks some marks."""
    body = REPORTS[language].encode(codec, "ignore")
    return body, body.decode(codec)
