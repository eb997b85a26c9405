# ruff: noqa: E501
"""What pages in an article's place call themselves, in some thirty languages.

A *sign* is a short text over the page's door: its title or a part of it, its first headings. The expressions are
folded and matched against folded text (lower case, no accents). They are linear: every repetition is bounded.
"""

from __future__ import annotations

import re
from functools import cache

from standfirst.language.words import fold

#: Characters of a sign that are looked at; a longer one is a headline.
MAX_SIGN = 90

# Alternatives stand between bars, as in any expression; line breaks and the spaces around them do not count.
_WHOLE = {  # the whole sign
    "login": r"""
        (?:please )?(?:log|sign)[ -]?(?:in|on)(?: (?:to|with|or|required|page|for) .{1,40})?|(?:my|your) account|
        member(?:s|ship)? (?:log|sign)[ -]?in|welcome back.{0,20}|account|authentication(?: required)?|
        (?:bitte )?(?:anmelden|einloggen|anmeldung)|(?:bei|mit) .{1,40} (?:anmelden|einloggen)|(?:mein|ihr|dein) konto|
        willkommen zuruck.{0,20}|jetzt anmelden|
        connexion|se connecter(?: a .{1,40})?|connectez-vous.{0,40}|identifi(?:cation|ez-vous)|(?:mon|votre) compte|
        (?:heureux|content|ravi).{0,20} revoir|espace (?:abonne|client|membre)s?|
        (?:iniciar|inicia|inicie) sesion.{0,40}|acced(?:er|e|a)(?: a .{1,40})?|identificate|(?:mi|su|tu) cuenta|
        (?:hola|bienvenid\w{1,2}) de nuevo|acceso(?: (?:de )?(?:usuarios|suscriptores))?|
        accedi(?: a .{1,40})?|(?:il mio|il tuo) account|entrar|(?:iniciar|inicie) sessao|fazer login|faca login|minha conta|
        inloggen|aanmelden|mijn account|logga in|mitt konto|log (?:ind|pa)|logg inn|min (?:konto|side)|kirjaudu(?: sisaan)?|
        zaloguj(?: sie)?|logowanie|moje konto|prihlas(?:eni|it se)|prihlasenie|bejelentkezes|belepes|autentificare|conectare|
        giris(?: yap)?|uye girisi|συνδεση|εισοδος|вход(?: на .{1,30})?|воити|авторизация|увиити|вхід|prijava|
        (?:会員)?ログイン.{0,10}|サインイン|登[录入錄]|用户登录|会员登[录入錄]|로그인|تسجيل الدخول|دخول|התחברות|כניסה""",
    "subscribe": r"""
        subscribe(?: (?:to|now|today|and|for) .{1,40}| now| today)?|subscriptions?(?: .{1,20})?|subscription (?:plans|offers|options)|
        (?:choose|select|pick) (?:your|a) (?:plan|subscription|offer).{0,20}|plans(?: (?:and|&) pricing)?|pricing|checkout|
        join(?: us| today| now)|support (?:our|independent|quality|local|us).{0,30}|become a (?:member|subscriber|supporter).{0,20}|
        membership|donate.{0,20}|
        (?:(?:create|open) (?:an?|your|my) (?:free )?|new )(?:account|profile)|register(?: (?:now|for|with|to|an) .{1,30}| now)?|
        registration|sign[ -]?up(?: (?:to|for|now|with) .{1,40})?|(?:our |email |e-mail |free |daily )?newsletters?(?: sign[ -]?up| subscription)?|
        .{1,40} in your inbox|stay informed|
        (?:(?:jetzt |.{1,30} )?abonn?ieren)|(?:digital)?-?abo(?:s|nnement|nnements|-shop|-angebote)?|
        (?:unsere|ihr|wahlen sie ihr) abos?.{0,20}|aboangebote|kasse|
        (?:kostenlos |jetzt )?registrier(?:en|ung)|(?:neues |ihr |kostenloses )?konto (?:anlegen|erstellen|eroffnen)|neu bei .{1,30}|
        (?:unsere )?newsletter(?: (?:abonnieren|bestellen|anmeldung|ubersicht))?|.{1,40} (?:im|in ihr) (?:postfach|mailfach)|
        (?:unabhangig\w{0,3}|qualitat\w{0,3}|freien) journalismus unterstutzen|unterstutzen sie .{1,40}|
        (?:s')?abonne(?:z-vous|ment|ments|r)(?: .{1,40})?|je m'abonne|(?:nos|votre) (?:offres?|abonnements?).{0,20}|
        choisissez (?:votre|une) (?:offre|formule|abonnement)|offres? d'abonnement|soutenez .{1,40}|
        (?:cree[rz]|creation d')(?: ?un| ?votre| ?de)? ?compte|inscri(?:ption|vez-vous|re)(?: (?:gratuite|a la newsletter|a .{1,30}))?|
        rejoignez(?:-nous| .{1,40})|(?:nos |lettres? d'information|la )?(?:newsletters?|infolettres?)(?: .{1,20})?|panier|
        .{1,40} dans votre (?:boite|messagerie).{0,10}|
        suscri\w{1,10}(?: .{1,40})?|(?:elija|elige|escoge|escoja) (?:su|tu|una) (?:suscripcion|plan|oferta)|
        hazte (?:socio|socia|suscriptor).{0,20}|apoy[ea] .{1,40}|(?:crear?|cree|abrir|abre) (?:una |su |tu )?cuenta|registr(?:o|ate|arse|ese)(?: gratis)?|
        unase a .{1,40}|unete(?: a .{1,40})?|(?:nuestr[oa]s )?(?:boletin(?:es)?|newsletters)(?: .{1,20})?|.{1,40} en (?:su|tu) (?:correo|buzon)|
        abbonati(?: .{1,40})?|abbonament[oi](?: .{1,20})?|registrati|crea (?:un |il tuo )?account|iscri(?:viti|zione).{0,30}|
        assin(?:e|ar|atura|aturas)(?: .{1,40})?|criar conta|cadastr(?:e-se|o)|registar|abonneren|word (?:lid|abonnee)|account aanmaken|
        nieuwsbrie(?:f|ven)(?: .{1,20})?|prenumerera(?: .{1,30})?|bli (?:medlem|prenumerant|abonnent)|skapa konto|nyhetsbrev|
        nyhedsbreve?|tegn abonnement|opret (?:konto|bruger)|opprett (?:konto|bruker)|tilaa(?: .{1,20})?|tilaus|luo tili|uutiskirj(?:e|eet)|
        prenumerat[ay]|subskrypcja|zarejestruj sie|rejestracja|utworz konto|predplatne|registrac[ei]|elofizetes|regisztracio|
        hirlevel|abonare|abonamente?|inregistrare|abonelik|abone ol|uye ol|kayit ol|συνδρομ(?:η|ες)|εγγραφη|подписка|подписаться|
        регистрация|рассылк[аи]|підписка|реєстрація|(?:新規|無料)?(?:会員)?登録|(?:ご)?購読.{0,12}|(?:料金)?プラン.{0,8}|メールマガジン.{0,4}|
        ニュースレター.{0,6}|订阅.{0,6}|訂閱.{0,6}|注册|註冊|구독.{0,6}|회원 ?가입|뉴스레터.{0,4}|اشترك.{0,30}|الاشتراك.{0,20}|
        اختر اشتراكك|(?:إنشاء|انشاء) حساب.{0,10}|التسجيل|(?:النشرة|نشرات).{0,20}|הרשמה|מינוי.{0,10}|מנויים""",
    "service": r"""
        (?:our |the )?(?:privacy|data protection|cookies?)(?: (?:policy|notice|statement|information|settings))?|
        (?:our )?terms(?: (?:of|and|&) (?:use|service|conditions|sale))?(?: (?:of|and|&) .{1,20})?|terms|conditions of use|
        imprint|legal(?: (?:notice|information|disclosure))?|disclaimer|contact(?: us| .{0,20}information)?|get in touch|
        about(?: us| the .{1,30}| this (?:site|website))?|who we are|our (?:team|mission|story)|masthead|careers|jobs|
        advertis(?:e|ing)(?: with us)?|accessibility(?: statement)?|help(?: (?:centre|center))?|faqs?|frequently asked questions|
        site ?map|corrections(?: policy)?|editorial (?:policy|standards|guidelines)|ethics policy|
        impressum|datenschutz(?:erklarung|hinweise?|bestimmungen|richtlinie)?|(?:allgemeine )?(?:geschafts|nutzungs)bedingungen|agb|
        kontakt(?:formular)?|(?:uber|ueber) uns|wer wir sind|mediadaten|karriere|hilfe|barrierefreiheit(?:serklarung)?|
        haftungsausschluss|rechtliche hinweise|
        mentions legales|(?:politique|charte)(?: .{1,20})? (?:confidentialite|donnees.{0,20}|cookies|vie privee)|(?:donnees personnelles|confidentialite)|
        conditions generales.{0,40}|cg[uv]|(?:nous )?contacte(?:r|z)(?:[ -]nous)?|a propos(?: de .{1,30})?|qui sommes[- ]nous|
        publicite|recrutement|accessibilite.{0,20}|plan du site|aide|foire aux questions|
        aviso legal|politica de (?:privacidad|cookies|datos)|privacidad|(?:condiciones|terminos)(?: .{1,30})?|contact[oae](?:r|nos)?|
        (?:quienes somos|sobre nosotros|acerca de.{0,20}|nosotros)|publicidad|ayuda|preguntas frecuentes|mapa del sitio|
        (?:informativa|politica|normativa)(?: sulla)? privacy|privacy e cookie|note legali|contatti|chi siamo|condizioni.{0,30}|redazione|
        politica de privacidade|termos (?:de|e) .{1,20}|contatos?|contactos|fale conosco|quem somos|sobre(?: nos)?|aviso legal|
        privacy(?:beleid|verklaring)|(?:algemene |gebruiks)voorwaarden|over ons|colofon|integritetspolicy|om (?:oss|os)|kontakta oss|
        privatlivspolitik|personvern(?:erklaering)?|kontakt oss|tietosuoja(?:seloste|kaytanto)?|yhteystiedot|meista|
        polityka prywatnosci|regulamin|o nas|zasady (?:ochrany|zpracovani).{0,30}|kontakty|o nas|adatvedelem|adatkezeles.{0,20}|impresszum|
        kapcsolat|rolunk|politica de confidentialitate|termeni.{0,30}|despre noi|gizlilik(?: politikasi)?|kunye|iletisim|hakkimizda|
        πολιτικη απορρητου|οροι χρησης|επικοινωνια|ταυτοτητα|политика конфиденциальности|контакты|о (?:нас|проекте|редакции)|
        пользовательское соглашение|про нас|プライバシー(?:ポリシー|・ポリシー)?|(?:ご)?利用規約|(?:お)?問い?合わせ|会社(?:概要|案内)|運営会社|
        特定商取引.{0,20}|隐私(?:政策|声明)|隱私.{0,6}|使用条款|联系我们|聯絡我們|关于我们|關於我們|개인정보.{0,10}|이용약관|회사소개|문의.{0,6}|
        سياسة الخصوصية|شروط (?:الاستخدام|الخدمة)|(?:اتصل|تواصل) (?:بنا|معنا)|من نحن|عن(?:ا| الموقع)|מדיניות (?:ה)?פרטיות|תנאי (?:ה)?שימוש|
        צור קשר|אודות(?:ינו)?""",
    "search": r"""
        search(?: page)?|search results?(?: (?:for|page) .{0,60})?|search ?: .{0,60}|(?:[\d.,]+ )?(?:search )?results? (?:for|matching|found).{0,60}|
        you searched for.{0,60}|.{1,50} - search(?: results)?|
        (?:ihre )?such(?:e|ergebnis(?:se)?)(?: ?(?:nach|fur|zu|:).{0,60})?|(?:[\d.,]+ )?(?:treffer|ergebnisse) (?:fur|zu).{0,60}|
        (?:votre )?recherche ?(?:pour|de|sur|:).{0,60}|resultats? (?:pour|(?:de )?(?:la |votre )?recherche).{0,60}|[\d.,]+ resultats? pour.{0,60}|recherche|
        vous avez (?:cherche|recherche).{0,60}|resultats de recherche|
        (?:busqueda|buscar|buscador)(?: ?(?:para|de|:).{0,60})?|resultados? (?:para|(?:de )?(?:la |su |tu )?busqueda).{0,60}|[\d.,]+ resultados para.{0,60}|
        (?:ha|has) buscado.{0,60}|ricerca(?: ?(?:per|:).{0,60})?|risultati (?:per|(?:della |di )?ricerca).{0,60}|hai cercato.{0,60}|
        resultados? d[ae] (?:busca|pesquisa).{0,60}|(?:busca|pesquisa)(?: ?(?:por|:).{0,60})?|zoek(?:en|resultaten).{0,60}|
        sok(?:resultat|ning)?(?: ?(?:for|pa|:).{0,60})?|so[gk]e?resultater?.{0,60}|haku(?:tulokset)?.{0,40}|wyniki (?:wyszukiwania|dla).{0,60}|
        (?:vysledky )?(?:vyhledavani|hledani|vyhladavania).{0,60}|(?:keresesi )?(?:eredmenyek|talalatok).{0,60}|rezultatele? cautarii.{0,60}|
        arama sonuclari.{0,60}|αποτελεσματα αναζητησης.{0,60}|(?:результаты )?поиска?(?: ?:.{0,60})?|результати пошуку.{0,60}|
        .{0,40}検索(?:結果)?.{0,40}|.{0,40}搜[索尋](?:结果|結果)?.{0,40}|.{0,40}검색 ?(?:결과)?.{0,20}|(?:نتائج )?البحث.{0,60}|(?:\d{1,6} )?(?:نتيجة|نتائج) (?:عن|ل).{0,40}|
        תוצאות (?:ה)?חיפוש.{0,60}|חיפוש.{0,30}""",
    "listing": r"""
        (?:the )?latest(?: (?:news|stories|articles|headlines|posts|updates))?|(?:all|top|breaking|most read)(?: (?:news|stories|articles|posts))?|news|headlines|
        archives?|topics?|tags?|categor(?:y|ies)|(?:upcoming |all |local )?events?(?: (?:calendar|in .{1,30}|this week|today|near .{1,20}))?|(?:event )?calendar|
        what'?s on(?: .{1,20})?|things to do(?: .{1,30})?|listings?|agenda|videos?|watch(?: live)?|(?:photo |picture |image )?galler(?:y|ies)|photos|podcasts?|
        (?:photos|pictures|images) of the (?:day|week|month)|(?:online )?(?:shop|store)|products?|all products|
        (?:the )?weather(?: (?:in|for|today|forecast|radar|map|report|&|and) .{1,40}| (?:today|forecast|radar|map|report))?|(?:.{1,12}[- ]day |weather )?forecast(?: .{1,30})?|markets?(?: (?:data|overview|today))?|stocks?(?: .{1,20})?|
        (?:exchange|currency) rates|live ?scores?|(?:scores|fixtures)(?: (?:and|&) .{1,20})?|results|standings|(?:league )?tables?|schedule|tv guide|obituaries|
        aktuell(?:es)?|nachrichten|schlagzeilen|neueste .{1,20}|ubersicht|archiv|themen|termine?(?: .{1,30})?|veranstaltung(?:en|skalender)(?: .{1,30})?|kalender|
        (?:alle )?videos|mediathek|fotos|(?:bilder|foto)(?:strecken|galerien)|bilder des (?:tages|monats)|bilder der woche|produkte|
        (?:das )?wetter(?: .{1,30})?|wettervorhersage.{0,20}|borse(?:nkurse)?|kurse|wechselkurse|devisen|(?:live-?)?ergebnisse|tabellen?|spielplan(?: .{1,20})?|livescores?|
        actualites?|(?:a la )?une|dernieres .{1,20}|evenements?(?: .{1,30})?|calendrier(?: .{1,20})?|sorties(?: .{1,30})?|photos|diaporamas?|boutique|produits|
        (?:la )?meteo(?: .{1,30})?|previsions?(?: .{1,30})?|bourse|marches|cours|taux de change|resultats|classements?|scores?(?: .{1,20})?|
        noticias|portada|ultim[ao]s? .{1,20}|eventos(?: .{1,30})?|calendario(?: .{1,20})?|galerias?|fotos|tienda|productos|el tiempo(?: .{1,30})?|pronostico(?: .{1,20})?|
        bolsa|mercados|cotizaciones|tipos de cambio|resultados|clasificacion(?:es)?|marcador(?:es)?(?: .{1,20})?|
        notizie|ultim'ora|eventi|calendario|negozio|prodotti|meteo|mercati|classific[ah]e?|risultati|noticias|loja|previsao do tempo|nieuws|agenda|winkel|weer|
        nyheter|nyheder|uutiset|vader|vejr|saa|wiadomosci|wydarzenia|pogoda|sklep|zpravy|pocasi|hirek|idojaras|stiri|vremea|haberler|hava durumu|ειδησεις|καιρος|
        новости|погода|афиша|котировки|новини|ニュース(?:一覧)?|(?:新着|最新)(?:記事|ニュース)?|記事一覧|イベント(?:情報)?|動画(?:一覧)?|写真(?:一覧)?|天気(?:予報)?|株価|為替|順位表|
        商品一覧|新闻|最新消息|活动|天气|행사|뉴스|날씨|(?:آخر )?(?:ال)?أخبار|(?:ال)?فعاليات|(?:ال)?تقويم|(?:حالة )?الطقس.{0,20}|(?:ال)?أسواق|أسعار .{1,15}|(?:ال)?متجر|חדשות|מזג האוויר""",
}
_PART = {  # anywhere in a sign
    "not-found": r"""
        ^(?:\w{3,8} )?4(?:04|10)(?: (?:error|page|seite|fehler))?$|\bnot found\b|
        \b(?:page|article|story|content|post|link|document|file)\b.{0,40}\b(?:(?:doesn't|does not|no longer) exists?|can(?:'t|not| not) be found|could(?:n't| not) be found|
        (?:is )?(?:not |no longer |un)available|(?:has been |was )?(?:removed|deleted|moved)|is gone|is missing)|
        \b(?:can't|cannot|couldn't|could not|can not|unable to) (?:find|locate)\b.{0,25}\b(?:page|article|story|that|what|it|content)\b|
        \bnothing (?:was )?(?:found|here)\b|\bnothing to see here\b|\bpage (?:missing|unavailable)\b|
        nicht gefunden|existiert nicht|\b(?:seite|artikel|beitrag|inhalt)\b.{0,40}(?:nicht (?:mehr )?(?:verfugbar|vorhanden|da\b|erreichbar)|gibt es (?:leider )?nicht|geloscht|entfernt|nicht finden)|
        (?:seite|artikel|beitrag) (?:fehlt|verschwunden)|hier (?:ist|gibt es) (?:leider )?nichts|fehler 404|
        introuvable|\b(?:page|article|contenu)\b.{0,40}(?:n'existe (?:pas|plus)|n'est (?:pas|plus) (?:disponible|accessible|en ligne)|supprime|pas (?:ete )?trouve)|\brien (?:par )?ici\b|
        no (?:se ha |ha sido |fue |se pudo )?encontra\w{1,4}|\b(?:pagina|articulo|noticia|contenido|enlace)\b.{0,40}(?:no existe|ya no (?:esta|existe)|no (?:esta )?disponible|eliminad)|
        (?:aqui|hay) no hay nada|no hay nada (?:aqui|por aqui)|
        nao (?:foi )?encontrad|pagina nao existe|non trovata|\bpagina non (?:esiste|disponibile)|non e (?:piu )?disponibile|
        niet gevonden|bestaat niet(?: meer)?|hittades inte|finns inte|hittar inte|ikke (?:blev )?fundet|findes ikke|ikke funnet|finnes ikke|
        ei loydy|ei loytynyt|nie znalezion|nie istnieje|nenalezen|nebyla nalezena|neexistuje|nem talalhato|nu (?:a fost )?gasit|nu exista|
        bulunamadi|mevcut degil|δεν (?:βρεθηκε|υπαρχει)|не наиден[ао]?|не существует|не знаидено|(?:pagina|stran\w{1,3}) ni na|nije pronaden|
        見つかりません|存在しません|ありません(?:でした)?|(?:页面|頁面|文章|网页).{0,8}(?:不存在|找不到|未找到|已删除)|找不到|찾을 수 없|존재하지 않|
        غير موجود|لم يتم العثور|لا توجد|خطا 404|خطأ 404|לא נמצא""",
    "error": r"""
        ^(?:http )?(?:error |erreur |fehler )?50[0-9]$|^5(?:0[0-9]|1[01]|2[0-9])[ :-]{1,3}(?:internal|bad|service|gateway|error|erreur|fehler|server|dienst|servicio|web|unknown|origin).{0,40}$|bad gateway|gateway time-?out|internal server error|
        service (?:is )?(?:temporarily )?(?:un|not )available|temporarily unavailable|web server is down|
        (?:under|site|scheduled|down for) maintenance|^maintenance\b|(?:be|we're|are) (?:right |back )?(?:back|down) (?:soon|shortly|for)|back (?:soon|shortly)|
        something (?:has gone|went) wrong|an (?:unexpected )?error (?:has )?occurred|^(?:server )?error$|technical (?:difficulties|problems)|
        wartung(?:sarbeiten|smodus|spause)?\b|serverfehler|dienst (?:zurzeit |derzeit )?nicht (?:verfugbar|erreichbar)|fehler (?:ist )?aufgetreten|
        (?:gleich|bald|in kurze) (?:wieder )?(?:zuruck|da\b|fur sie da)|technische storung|etwas ist schief|
        (?:en|de) maintenance|erreur (?:interne|serveur|technique)|service (?:temporairement )?indisponible|erreur (?:est |s'est )(?:survenue|produite)|
        (?:revenons|de retour) (?:tres )?(?:vite|bientot|dans)|quelque chose s'est mal|
        en mantenimiento|error (?:interno|del servidor|inesperado)|servicio (?:temporalmente )?no disponible|producido un error|ha ocurrido un error|algo (?:ha ido|salio|fue) mal|
        (?:volvemos|volveremos|estaremos) (?:enseguida|pronto|en breve|de vuelta)|in manutenzione|errore (?:interno|del server)|servizio non disponibile|
        em manutencao|erro (?:interno|no servidor)|in onderhoud|onderhoud|er (?:is|ging) iets (?:fout|mis)|interne serverfout|underhall|
        (?:nagot|noe|noget) (?:gick|gikk|gik) (?:fel|galt)|vedligeholdelse|vedlikehold|huoltokatko|jotain meni (?:vikaan|pieleen)|przerwa techniczna|
        blad serwera|wystapil blad|udrzb[ay]|chyba serveru|karbantartas|bakim(?:da|dayiz)|συντηρηση|σφαλμα|техническ\w{2,3} работ|ошибка сервера|технічн\w{1,3} робот|
        メンテナンス中|サーバー?エラー|エラーが発生|维护中|維護中|服务器错误|伺服器錯誤|점검 ?중|오류가 발생|تحت الصيانة|الصيانة|خطا في الخادم|خطأ في الخادم|בתחזוקה|שגיאה""",
    "bot-wall": r"""
        ^just a moment|attention required|are you (?:a )?(?:human|robot|bot)\b|verify(?:ing)?.{0,20}(?:human|robot|browser|visitor)|
        (?:not|aren't) a (?:ro)?bot\b|checking (?:if|that|your) .{0,20}(?:browser|connection|human|secure)|access (?:to this page )?(?:has been |is )?(?:denied|blocked)|
        (?:request|access) (?:unsuccessful|blocked|rejected)|unusual traffic|pardon our interruption|security (?:check|checkpoint|verification|challenge)|
        captcha|press & hold|ddos[- ]protection|^403\b|^forbidden|^429\b|too many requests|bot (?:detection|protection|check|verification)|
        human verification|you have been blocked|bitte bestatigen.{0,30}(?:mensch|roboter)|(?:kein|ein) roboter|sicherheits(?:prufung|uberprufung|abfrage)|zugriff verweigert|
        (?:pas un|etes-vous un) robot|verification de securite|acces refuse|no (?:eres|es|soy) un robot|acceso denegado|verificacion de seguridad|
        non sei un robot|accesso negato|acesso negado|toegang geweigerd|не робот|доступ (?:запрещен|ограничен)|ロボットではありません|アクセスが拒否|
        安全验证|人机验证|访问被拒绝|로봇이 아닙니다|لست روبوت""",
    "cookie-wall": r"""
        \bcookies?\b|\bconsent\b|your (?:privacy|choices)|(?:value|respect|matters?).{0,15}privacy|privacy (?:settings|choices|preferences|cent(?:er|re))|
        before you (?:continue|go)|privatsphare|datenschutz-?einstellungen|einwilligung|zustimmung|mit werbung (?:weiter|lesen|nutzen)|(?:mit|ohne) werbung|
        vie privee|consentement|(?:gerer|vos) (?:choix|preferences)|avant de continuer|(?:avec|sans) (?:de la )?publicite|
        privacidad|consentimiento|antes de continuar|(?:con|sin) publicidad|la tua privacy|tuoi dati|consenso|sua privacidade|consentimento|
        jouw privacy|je privacy|toestemming|din (?:integritet|personvern)|dit privatliv|samtyc?ke|yksityisyy|evastee|prywatnosc|zgod[aey]|soukromi|
        souhlas|adatvedelmi|confidentialitatea|gizliligin|çerez|cerez|απορρητο|конфиденциальност|クッキー|プライバシー(?:に関する|設定)|同意|隐私设置|쿠키|
        ملفات تعريف الارتباط|خصوصيتك|פרטיות(?:ך|כם)|עוגיות""",
}
#: Words that a request for consent is made of.
_CONSENT = r"""
    \bcookies?\b|\bconsent\w{0,7}|\bpartners?\b|\bpersonali[sz]ed\b|\btracking\b|\btrackers?\b|personal data|\bdevice\b|\bprivacy\b|legitimate interest|
    \bidentifiers?\b|\badvertising\b|\bgeolocation\b|accept all|\bwithdraw\b|\bpreferences\b|einwillig\w{1,6}|zustimm\w{1,6}|partnern?\b|personalisiert\w{0,2}|
    personenbezogen\w{0,3}|endgerate?n?|\bgerate?\b|datenschutz\w{0,14}|werbung|werbefrei\w{0,2}|berechtigte\w{0,2} interesse|standortdaten|widerruf\w{0,4}|kennungen|
    notwendig\w{0,3}|consentement|partenaires?|personnalise\w{0,2}|traceurs?|donnees (?:personnelles|a caractere)|appareil|confidentialite|publicites?|identifiants?|
    interet legitime|retirer|consentimiento|\bsocios\b|personalizad\w{1,2}|datos personales|dispositivo|privacidad|publicidad|interes legitimo|identificadores|
    localizacion|rechaza\w{0,2}|consenso|\bpartner\b|dati personali|personalizzat\w|pubblicita|consentimento|parceiros|dados pessoais|publicidade|
    toestemming|persoonsgegevens|advertenties|apparaat|samtyc?ke|annonser|personuppgifter|evastei\w{0,4}|suostumu\w{1,4}|zgod\w{1,2}\b|danych osobowych|plik\w{0,3} cookie|
    souhlas\w{0,2}|osobnich udaju|hozzajarul\w{1,4}|consimtamant\w{0,4}|cerez\w{0,5}|kisisel veri\w{0,4}|συγκαταθεση|согласи[ею]|персональн\w{2,3} данн\w{2}|
    クッキー|cookieの|同意|個人(?:データ|情報)|パートナー|広告|端末|撤回|隐私|同意|个人(?:数据|信息)|쿠키|동의|개인 ?정보|تعريف الارتباط|موافق\w{1,3}|شركا\w{1,4}|الخصوصية|
    البيانات الشخصية|إعلانات|اعلانات|עוגיות|הסכמ\w{1,3}"""
#: Words that an offer of subscriptions is made of.
_OFFER = r"""
    \bsubscri\w{2,8}|\bcancel\b|per (?:month|week|year)|a (?:month|week)\b|/ ?(?:month|mo|week|year|monat|mois|mes)\b|\btrial\b|\bbilled\b|\bunlimited\b|digital access|\bgift\b|
    \babos?\b|abonn\w{2,8}|kundbar|im monat|pro (?:monat|woche|jahr)|monatlich|testen|angebot|probeabo|sans engagement|par (?:mois|semaine|an)\b|essai|offre|
    suscri\w{2,8}|cancel[ae]|al (?:mes|ano)|prueba|oferta|\babbona\w{2,6}|al mese|assin\w{2,6}|por mes|prenumer\w{2,6}|per (?:maand|manad|maned)|tilaa|
    購読|月額|解約|プラン|読み放題|初月|订阅|每月|구독|월 ?\d|اشترا?ك\w{0,4}|للمشتركين|الالغاء|الإلغاء|في الشهر"""
_SCRIPTS = r"""
    (?:enable|turn on|requires?|need\w{0,2}|activate|allow|aktivier\w{1,3}|activ\w{1,5}|habilit\w{1,6}|abilit\w{1,4}|benotigt|erforder\w{1,5}|necesit\w{1,2}|inschakelen|aktiver\w{0,2}|włacz|wlacz|
    включите|有効に|تفعيل|启用|활성화).{0,40}(?:javascript|\bjs\b)|
    javascript.{0,40}(?:enabled?|disabled|off|required|needed|aktivier\w{0,4}|desactive\w{0,2}|desactivado|requis|necessaire|necesit\w{1,2}|benotigt|erforder\w{1,5}|deaktiviert|turned|
    not (?:available|supported)|有効|必要|無効|禁用|启用|사용)|(?:without|ohne|sans|sin|nur mit|senza|sem|zonder|utan|bez) javascript|without scripts"""
_PLACES = {  # the last segment of an address's path
    "login": "login log-in signin sign-in anmelden einloggen connexion se-connecter iniciar-sesion acceso accedi inloggen logga-in logowanie sso auth",
    "subscribe": "subscribe subscription subscriptions abo abos abonnement abonnements abonnieren suscripcion suscripciones suscribete suscribirse abbonati "
    "abbonamenti assine checkout register registration signup sign-up registrieren registro inscription newsletter newsletters boletin boletines "
    "plans pricing membership donate",
    "service": "privacy privacy-policy cookie-policy terms terms-of-use terms-of-service terms-and-conditions imprint impressum datenschutz "
    "datenschutzerklaerung agb kontakt contact contact-us contacto contacts mentions-legales aviso-legal politica-de-privacidad about about-us "
    "ueber-uns a-propos quienes-somos legal disclaimer faq sitemap",
    "search": "search suche suchen recherche buscar busqueda buscador cerca ricerca busca pesquisa zoeken sok sog haku szukaj hledani arama poisk",
}
PLACES = {place: kind for kind, places in _PLACES.items() for place in places.split()}


@cache
def _compiled(kind: str) -> re.Pattern[str]:
    raw = {"consent": _CONSENT, "offer": _OFFER, "scripts": _SCRIPTS, **_WHOLE, **_PART}[kind]
    return re.compile(fold("".join(line.strip() for line in raw.splitlines())))


def read(sign: str, kind: str) -> bool:
    """Whether a sign is that of a kind of page."""
    text = folded(sign)
    if not text or len(text) > MAX_SIGN:
        return False
    pattern = _compiled(kind)
    return bool(pattern.fullmatch(text) if kind in _WHOLE else pattern.search(text))


def said(text: str, kind: str) -> int:
    """How often a text uses the words of: consent, offer, scripts."""
    return sum(1 for _ in _compiled(kind).finditer(fold(text)))


def folded(sign: str) -> str:
    """A sign for comparison: without the quotation marks and points around it."""
    return fold(sign.replace("’", "'")).strip(" .!?:…„“”«»\"'|–—-")
