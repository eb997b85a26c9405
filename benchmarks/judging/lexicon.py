"""The judge's word lists, folded: English, German, French and Spanish, with a few for their neighbours."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEGATIONS = {
    "en": _set("not no never none nobody nothing neither nor cannot without nowhere hardly"),
    "de": _set("nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder nirgends"),
    "fr": _set("ne pas jamais aucun aucune rien personne sans ni non"),
    "es": _set("no nunca jamas ningun ninguna ninguno nada nadie sin ni tampoco"),
    "it": _set("non mai nessuno nessuna niente nulla senza ne"),
    "pt": _set("nao nunca jamais nenhum nenhuma nada ninguem sem nem"),
    "nl": _set("niet geen nooit niemand niets zonder"),
}
REPORTING = {
    "en": _set(
        "said says say saying told tells announced announces reported claimed alleged alleges "
        "added adds wrote writes argued argues warned warns stated confirmed denied denies insisted according "
        "suggested suggests estimated estimates believes believed reportedly allegedly"
    ),
    "de": _set(
        "sagte sagt sagten sagen erklarte erklart erklarten teilte berichtete berichtet berichten laut zufolge angaben "
        "betonte warnte behauptet behauptete schreibt schrieb meinte meint mitteilte so kundigte forderte"
    ),
    "fr": _set(
        "dit disent affirme affirment explique expliquent declare declarent selon d'apres annonce annoncent a-t-il "
        "a-t-elle assure precise ajoute estime indique souligne raconte"
    ),
    "es": _set(
        "dijo dice dicen dijeron afirmo afirma aseguro asegura explico explica segun senalo senala anuncio informo "
        "indico declaro agrego anadio manifesto advirtio"
    ),
    "it": _set("detto dice ha secondo spiega afferma dichiarato spiegato affermato"),
    "pt": _set("disse diz segundo afirmou afirma explicou declarou contou"),
    "nl": _set("zei zegt aldus volgens meldt meldde vertelt vertelde"),
}
#: Too common to be told from other uses when they stand in a piece that was left out.
REPORTING["de"] -= {"so"}
REPORTING["it"] -= {"ha", "detto"}
HEDGES = {
    "en": _set("may might could alleged allegedly reportedly possibly perhaps probably likely apparently suspected"),
    "de": _set("konnte konnten durfte mutmasslich mutmassliche mutmasslichen angeblich wohl moglicherweise vielleicht"),
    "fr": _set("pourrait pourraient presume presumee presumes peut-etre probablement serait seraient aurait auraient"),
    "es": _set("podria podrian presunto presunta presuntos presuntamente supuesto supuesta quiza quizas probablemente"),
}
#: What opens a clause that a sentence can do without.
RELATIVE = _set("who which whose whom where qui dont que ou lequel laquelle quien quienes cuyo cuya donde il che onde")
TITLES = _set(
    "president minister chancellor senator governor mayor judge general colonel captain sergeant professor doctor "
    "bishop king queen prince princess premier ambassador director chairman chairwoman prasident prasidentin minister "
    "ministerin kanzler kanzlerin burgermeister burgermeisterin professor richter presidente ministro ministra alcalde "
    "alcaldesa rey reina president presidente ministre maire juge roi reine directeur directrice"
)
#: German words that stand before names and end as adjectives do.
BEFORE_NAMES_DE = _set(
    "über unter hinter gegen wegen neben aber oder wieder außer gestern heute sagte erklärte meinte betonte habe werde "
    "sehe wurde wurden hatte hatten haben werden konnte sollte wollte gegenüber seiten namen"
)
ARTICLES_DE = _set(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keiner mein meine sein seine seinen "
    "seiner seinem ihr ihre ihren ihrer ihrem unser unsere diese dieser dieses diesen diesem jede jeder jedes jeden "
    "viele vielen mehr zum zur im am vom beim ins ans alle allen beide beiden und oder"
)
STOP = {
    "en": _set(
        "the of and to in a is that for it on was with as at by be this are from have has an he his her they their "
        "which but were been will would its who had not said or she when there what if about than"
    ),
    "de": _set(
        "der die das und in den von zu mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er hat "
        "dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur"
    ),
    "fr": _set(
        "le la les de des du et en un une est que qui dans pour au aux par sur pas plus ce il elle sont avec son sa "
        "ses se ne ou mais cette a ete leur nous vous ont comme"
    ),
    "es": _set(
        "el la los las de del que y en un una es se por con para no al lo su sus como mas o pero fue ha este esta son "
        "entre cuando sobre tambien le ya desde"
    ),
    "it": _set(
        "il lo la gli le di del della che e in un una per con non si da al alla sono come anche piu ma nel nella"
    ),
    "pt": _set(
        "o a os as de do da dos das que e em um uma por com para nao se no na ao mais como mas foi ser pela pelo"
    ),
    "nl": _set("de het een van en in is dat op te zijn voor met die niet aan er om ook als bij naar dan maar uit door"),
    "sv": _set("och att det som en pa ar av for med till den har inte ett om de men var sig fran vi kan"),
    "da": _set("og at det som en pa er af for med til den har ikke et om de men var sig fra vi kan i"),
    "no": _set("og at det som en pa er av for med til den har ikke et om de men var seg fra vi kan i"),
    "pl": _set("w i z na do nie sie ze jest o po to za od jak przez ale dla oraz co"),
    "tr": _set("ve bir bu da de icin ile olarak olan daha cok gibi kadar sonra en"),
}
FILLER = (
    "remains to be seen", "only time will tell", "eagerly await", "underscores the importance", "in today's world",
    "it is important to note", "it is worth noting", "sends shockwaves", "needless to say", "bleibt abzuwarten",
    "es bleibt spannend", "die zeit wird zeigen", "reste a voir", "l'avenir nous le dira", "il convient de noter",
    "esta por ver", "el tiempo lo dira", "cabe destacar", "cabe senalar",
)  # fmt: skip
#: In small letters these are other words: "may", "march", French "sept".
ALSO_WORDS = _set("may march mar sept sep dec jan set")
MONTHS = _set(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sept sep oct nov dec januar februar marz mai juni juli oktober dezember janner janvier fevrier mars avril juin "
    "juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro "
    "fevereiro marco maio junho julho setembro outubro novembro dezembro januari februari maart mei augustus juni"
)
DAYS = _set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight weekend week month year "
    "morning evening night afternoon spring summer autumn winter century montag dienstag "
    "mittwoch donnerstag freitag samstag sonnabend sonntag heute gestern morgen abend woche monat jahr "
    "wochenende lundi mardi mercredi jeudi vendredi samedi dimanche demain aujourd'hui semaine mois annee "
    "lunes martes miercoles jueves viernes sabado domingo hoy ayer manana semana ano anos "
    "oggi ieri domani settimana anno hoje ontem amanha ano semana vandaag gisteren morgen jaar week maandag dinsdag "
    "woensdag donderdag vrijdag zaterdag zondag christmas easter weihnachten ostern noel navidad "
)
#: Before a place: "in Marlby", "à Lyon".
IN = _set(
    "in at near from across to towards outside inside of at over around aus nach bei von bis vor a de du en au aux "
    "dans sur vers pres desde hacia por em no na van naar te ad da di del della throughout through behind beyond "
    "im am unter uber gegen ab nahe i fra til till fran pa w z do ze v tai"
)
NUMBER_WORDS = _set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen "
    "half third twice zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig hundert tausend "
    "millionen milliarden million milliarde deux trois quatre cinq sept huit neuf dix onze douze vingt trente cent "
    "mille millions milliards dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil "
    "millones"
)
VERBS = {
    "en": _set(
        "is are was were has have had will would can could may might must should does do did says said goes went gets "
        "got makes made takes took comes came sees saw gives gave finds found tells told becomes became leaves left "
        "feels felt puts put brings brought begins began keeps kept holds held writes wrote stands stood hears heard "
        "lets let means meant sets set meets met runs ran pays paid sits sat speaks spoke lies lay leads led "
        "reads grows grew loses lost falls fell sends sent builds built understands understood draws drew breaks broke "
        "spends spent cuts cut rises rose drives drove buys bought wears wore chooses chose wins won shows hits hit "
        "plans "
        "needs wants faces seeks sought throws threw remains hopes looks works plays lives calls moves helps think "
        "know i'm it's we're they're there's that's he's she's i've we've isn't aren't wasn't don't doesn't "
        "didn't won't "
        "can't couldn't hasn't haven't hadn't sold struck shot fought caught taught sank flew won rode shook slid"
    ),
    "de": _set(
        "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann konnen konnte soll sollen sollte muss "
        "mussen musste will wollen wollte darf durfen gibt gab geht ging kommt kam steht stand liegt lag macht bleibt "
        "blieb sieht sah lasst findet fand nimmt nahm halt hielt fallt fiel tritt trat spricht sprach seien sei habe "
        "sagt zeigt gilt warnt fordert plant bekommt verliert gewinnt beginnt bin"
    ),
    "fr": _set(
        "est sont etait etaient a ont avait avaient va vont sera seront peut peuvent doit doivent fait font dit veut "
        "fut furent vient prend met reste devient semble s'est n'est n'a c'est j'ai qu'il ai etait aura auront"
    ),
    "es": _set(
        "es son era eran fue fueron ha han habia hay tiene tienen esta estan sera puede pueden debe va van hace dice "
        "quiere llega sigue queda pone vuelve dio hizo dijo tuvo vino murio logro gano he"
    ),
}  # fmt: skip
#: Endings of finite verbs, where a list cannot hold them; they err towards finding one.
VERB_ENDINGS = {
    "en": ("ed", "es"),
    "de": ("te", "ten", "iert", "tet", "elt", "igt"),
    "fr": ("ait", "aient", "era", "eront", "ent", "e"),
    "es": ("aron", "ieron", "aba", "aban", "io", "ara", "o", "a", "an", "en"),
}


def of(lists: dict[str, frozenset[str]], language: str) -> frozenset[str]:
    """A language's list; empty where it has none."""
    return lists.get(language, frozenset())


#: Countries, their people and well-known cities.
PLACES = _set(
    "afghanistan africa african america american argentina asia australia australian austria bangladesh belgium "
    "brazil britain british california canada canadian chicago chile china chinese colombia cuba denmark egypt england "
    "english europe european finland florida france french gaza georgia german germany greece hungary india indian "
    "indonesia iran iraq ireland irish israel israeli italian italy japan japanese kenya korea lebanon london mexico "
    "moscow netherlands nigeria norway ontario pakistan paris philippines poland polish portugal russia russian "
    "scotland singapore spain spanish sweden swiss switzerland syria taiwan texas thailand tokyo turkey ukraine "
    "ukrainian venezuela vietnam wales washington york berlin wien deutschland osterreich schweiz frankreich italien "
    "spanien russland europa hamburg munchen koln deutsche deutschen deutscher espagne allemagne italie suisse "
    "alabama alaska arizona arkansas colorado connecticut delaware hawaii idaho illinois indiana iowa kansas kentucky "
    "louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio "
    "oklahoma oregon pennsylvania tennessee utah vermont virginia wisconsin wyoming quebec alberta queensland "
    "boston seattle dallas houston atlanta miami denver detroit philadelphia phoenix baltimore cleveland manhattan "
    "brooklyn hollywood worth francisco angeles vegas orleans toronto vancouver montreal manchester liverpool glasgow "
    "edinburgh dublin belfast brussels geneva vienna rome milan lisbon athens prague warsaw budapest kyiv istanbul "
    "pittsburgh dakota carolina jersey hampshire leipzig dresden stuttgart thuringen sachsen bayern hessen crimea "
    "jerusalem tehran baghdad cairo dubai nairobi lagos johannesburg delhi mumbai karachi beijing shanghai seoul "
    "bangkok manila jakarta sydney melbourne scottish welsh dutch danish norwegian swedish finnish greek "
    "turkish egyptian palestinian pakistani mexican brazilian "
    "belgique russie chine francais francaise espana alemania francia italia rusia madrid barcelona peru"
)
