# Hvad siden siger, på dansk (du). Et firmas eget tema kan erstatte enkelte tekster.

## Alle sider

skip = Spring til teksten
menu = Menu
main-navigation = Hovedmenu
breadcrumbs = Her er du
languages = Sprog
handbook = Håndbog
nav-stories = Historier
nav-handbook = Håndbog
nav-faq = Spørgsmål
nav-themes = Temaer
nav-speaking = Oplæg
nav-training = Kurser
nav-people = Mennesker
nav-talks = Vores oplæg
nav-successes = Det kom der ud af det
home = Forside
# Mellem de to ord står et hårdt mellemrum, så knappen ikke brydes i to linjer på en telefon.
tell-yours = Fortæl selv
tell-short = Fortæl
question-of-the-week = Ugens spørgsmål
answer-it = Svar på det
wall-lists = Hold og steder
wall-lists-lead = Alle væggens lister, samlet på én side.
feeds = Feeds
feeds-lead = Et feed henter nye historier hjem til dig, så du ikke selv skal lede efter dem.
feeds-how = Vælg RSS: Det kender alle feedlæsere og mange mailprogrammer. JSON er til programmer, der beder om det. Kopiér linkets adresse ind i programmet. De fleste har ikke brug for et feed: Væggen er altid opdateret.
feeds-all = Det hele
feeds-parts = Kun en del
feeds-atom = RSS
feeds-json = JSON
foot-navigation = Mere her på siden
foot-read = Læs
foot-find = Find
foot-follow = Følg med
and = og
and-others = { $n ->
    [one] og én til
   *[other] og { $n } andre
}
yes = ja
no = nej
today = I dag
nothing-leaves = Intet herfra kommer uden for firmaet, medmindre den, der har skrevet det, har valgt det.
unsure-call = I tvivl? Spørg { $name }:
built-on = Opdateret { $day }.
not-translated = Siden er ikke oversat endnu. Du læser den på det sprog, den er skrevet på.
translation-outdated = Originalen er ændret, siden siden her blev oversat.
pages = Sider
page-n = Side { $n }
newer = Nyere
older = Ældre
turn-page = Forrige og næste
language-en = engelsk
language-da = dansk
language-nl = hollandsk
language-de = tysk
language-fr = fransk
language-es = spansk
language-sv = svensk
language-nb = norsk
language-fi = finsk
language-pl = polsk
language-it = italiensk
own-name-en = English
own-name-da = Dansk
own-name-nl = Nederlands
own-name-de = Deutsch
own-name-fr = Français
own-name-es = Español
own-name-sv = Svenska
own-name-nb = Norsk
own-name-fi = Suomi
own-name-pl = Polski
own-name-it = Italiano

## Forside

may-i = Må jeg?
may-yes = Ja.
may-more = Se, hvad du må
story-of-the-month = Månedens historie, { $month }
what-came-of-stories = Det kom der ud af historierne
newest-stories = Nyt på historievæggen
latest-stories = Senest på historievæggen
all-stories = Alle historier
people-have-asked = Det har andre spurgt om
people-may-ask = Det vil du måske spørge om
all-questions = Alle spørgsmål
asked-times = { $n ->
    [one] spurgt én gang
   *[other] spurgt { $n } gange
}
closing-soon = Fristen er tæt på
speaking-board = Hele oplægstavlen
season-themes = Årstidens temaer
themes-to-tell = Noget at fortælle om
all-themes = Alle temaer
invite-home = Ti minutter og en telefon er nok.
empty-wall = Her er ingen historier endnu. Din kan blive den første.
empty-paused = Her er ingen historier endnu.

## Historier

form-story = Historie
form-glimpse = Glimt
form-how = Trin for trin
form-dilemma = Dilemma
form-after-talk = Efter oplægget
form-customer = En kunde
what-came-of-it = Det kom der ud af det
outcome-conversation = En samtale
outcome-applicant = En ansøger
outcome-customer = En kunde
outcome-talk = Et oplæg
outcome-change = En forandring
outcome-other = Hvad der så skete
stories-range = { $first } til { $last } af { $n } historier
stories-count = { $n ->
    [one] { $n } historie
   *[other] { $n } historier
}
minutes-to-read = { $n ->
    [one] { $n } minuts læsning
   *[other] { $n } minutters læsning
}
filter-stories = Vælg historier
filter-all = Alt
filter-theme = Tema
filter-team = Hold
filter-place = Sted
filter-language = Sprog
filter-form = Form
filter-year = År
show-everything = Vis alt
together-none = Ingen historie passer til det hele.
together-many = # historier
together-more = Vis flere
together-without = Uden ”#”
by-theme = Historier om ”{ $name }”
by-team = Historier: { $name }
by-place = Historier fra { $name }
by-language = Historier på { $name }
by-form = Historier: { $name }
by-year = Historier fra { $name }
stories-lead = Fortalt af dem, det skete for, med deres egne ord.
empty-filter = Her er ingen historier under ”{ $name }” endnu. Din kan blive den første.
be-the-first = Vær den første
invite-wall = Mangler din?
invite-story = Har du en, der ligner? Ti minutter er nok.
may-it-travel = Må jeg dele den?
audience-internal = Kun med kolleger. Fortæl den ikke videre uden for firmaet.
audience-shareable = Ja. Fortæl den gerne videre med dine egne ord, og sig, at du arbejder her.
audience-public = Ja. Alle må læse den.
helped-by = Hjulpet af
it-served = Mål
why-of-the-month = Hvorfor netop den
photo-taken-down = Her var et billede. Det er taget ned, fordi samtykket fra en af dem, der er med på det, ikke gælder længere.
photo-by = Billede: { $name }
answer-author = Har du lyst til at svare?
anonymous = En af os
anonymous-why = vil helst være anonym
anonymous-short = uden navn
answer-anonymous = Vil du sige noget til den, der fortæller?
answer-anonymous-how = Ring eller skriv til kollegaen her, som kan give det videre uden at nævne navne.
words-stay = Her ændrer kun fortælleren selv på ordene i en historie.
words-untouched-by = Siden historien kom ind, har ingen andre end { $name } ændret et ord i den.
words-untouched = Siden historien kom ind, har ingen andre end fortælleren selv ændret et ord i den.
edit-story = Er den din? Ret i den.
related-stories = Læs også
newer-story = Nyere
older-story = Ældre
successes-title = Det kom der ud af det
successes-lead = Vi tæller ikke, hvor mange der måske har set en historie. Vi fortæller, hvad der skete bagefter.
past-stories-of-the-month = Tidligere måneders historier
empty-successes = Der er ikke kommet noget ud af en historie endnu. Det kan tage tid.

## Håndbog

on-this-page = På denne side
also-in-part = Også i denne del
copy-code = Kopiér
copy-feed = Kopiér RSS-adressen
code-copied = Kopieret
ask-about-page = Spørg om siden her:
if-nobody-answers = Hvis ingen svarer:
looks-after-page = { $name } passer siden her.
reviewed-on = Sidst gennemgået { $day }.
review-due = Næste gennemgang senest { $day }.
review-overdue = Siden skulle have været gennemgået. Spørg, før du stoler på en detalje.
edit-page = Ret siden
all-pages = Alle sider
more-pages = Flere sider
previous-page = Forrige
next-page = Næste
policy = Politik
policy-version = version { $version }
policy-effective = gælder fra { $day }
policy-supersedes = afløser version { $version }
alert-may = Du må gerne
alert-careful = Pas på
alert-ask = Spørg først
alert-do = Sådan
alert-dont = Ikke sådan
alert-note = Bemærk
alert-tip = Tip
alert-important = Vigtigt
alert-warning = Advarsel
alert-caution = Fare
heading-anchor = Link til:
table-label = Tabel
task-done = Gjort
task-open = Mangler
tasks-kept = Kun denne browser husker, hvad du har krydset af. Ingen andre kan se det.
tasks-forget = Fjern mine krydser
footnotes = Fodnoter
footnote-reference = Fodnote
footnote-back = Tilbage til teksten, fodnote

## Temaer

lens-craft = Faget
lens-culture = Sådan arbejder vi sammen
lens-customer = Kunden
lens-everyday = Hverdagen
for-whom = Til:
until-day = til { $day }
begin-with-one = Begynd med et af dem her
told-so-far = Fortalt indtil nu
more-on-theme = Alle historier om temaet
empty-theme = Her er ingen historier om ”{ $name }” endnu. Din kan blive den første.
themes-lead = Hvert tema begynder med et spørgsmål. De fleste har nogen allerede svaret på.
themes-lead-few = Hvert tema begynder med et spørgsmål. Kommer du i tanke om noget? Så fortæl det.
empty-themes = Her er ingen temaer endnu. Du kan fortælle om hvad som helst.
answer-this = Svar på det her
from-day = fra { $day }
in-season-until = Aktuelt til og med { $day }
season-over = Det var aktuelt til og med { $day }. Du må stadig gerne fortælle.
nobody-told = Ingen har fortalt om det endnu. Du kan blive den første.
who-told = { $n ->
    [one] { $names } har fortalt om det.
   *[other] { $names } har fortalt om det.
}
something-else = Noget helt andet
something-else-ask = Ingen af dem? Så fortæl os det, vi glemte at spørge om.

## Spørgsmål

faq-lead = Nogen har været i tvivl før dig. Det her spurgte de om.
faq-lead-first = Det her er du måske i tvivl om. Er det noget andet, så spørg.
rather-talk = Vil du hellere snakke?
who-helps = Her får du hjælp
find-question = Find et spørgsmål
found-none = Intet fundet. Prøv et kortere ord, eller ring.
found-one = 1 spørgsmål
found-many = # spørgsmål
about-fear = Hvad nu hvis det går galt?
about-policy = Hvad er tilladt?
about-practical = Hvordan gør jeg?
answered-by = { $name } svarer.
answered-by-heading = Hvem svarer
own-address = Link til svaret
others-asked = Andre spurgte
see-also = Se også
ask-yourself = Spørg selv
not-here-ask = Er dit spørgsmål her ikke? { $name } vil gerne høre det.
not-here-ask-nobody = Er dit spørgsmål her ikke? Så stil det.

## Mennesker

people-lead = De fortæller selv, og de hjælper dig med at fortælle.
empty-people = Her er ingen endnu.
everyone-who-tells = Alle, der fortæller
ask-any-of-them = Du må spørge hvem som helst af dem.
everyone = alle
find-somebody-who = Find en, der …
open-place = En ledig plads
you-are-missing = Her mangler du.
quoted = ”{ $text }”
speaking-helper = Har du aldrig prøvet det? Spørg først:
training-helper = I tvivl om, hvilket kursus du skal vælge? Spørg:
does-write = skriver
does-photograph = fotograferer
does-film = filmer
does-speak = holder oplæg
does-mentor = viser dig hvordan
does-listen = lytter
does-draw = tegner
does-translate = oversætter
can-write = kan skrive
can-photograph = kan fotografere
can-film = kan filme
can-speak = kan holde oplæg
can-mentor = kan vise, hvordan man gør
can-listen = kan lytte
can-draw = kan tegne
can-translate = kan oversætte
glad-to = Spørg mig, hvis du mangler en, der
wants-to-try = Vil gerne prøve
knows-about = Ved noget om
buddy = Makker
contact = Kontakt
former-colleague = Er stoppet hos os. Historierne bliver stående, som vi har aftalt.
stories-by = Fortalt af { $name }
talks-by = Oplæg af { $name }
empty-person = { $name } har ingen historie her endnu. Spørg efter en.

## Oplægstavlen

speaking-lead = Arrangementer, der søger en som dig. Dem, hvor fristen udløber først, står øverst.
days-left-unit = { $n ->
    [one] dag tilbage
   *[other] dage tilbage
}
last-day = er sidste dag
closes-on = Frist { $day }
as-announced = meldt ud som { $words }
opens-on = Åbner { $day }
opens-word = åbner
takes-place-word = finder sted
answer-by = Du får svar senest { $day }
open-calls = Søger oplæg nu
later-calls = Søger oplæg senere
expected-calls = På vej
expected-lead = Ikke meldt ud endnu. Vi gætter på dagen ud fra tidligere år.
confidence-tight = Tidligere år var det altid omkring den tid.
confidence-medium = Tidligere år har det svinget.
confidence-season = Kun årstiden er kendt.
seen-in = Set i
coming-events = Kommende arrangementer
past-events = Tidligere arrangementer
empty-calls = Ingen søger oplæg i dag. { $name } ved, hvor du kan spørge, og du kan også holde oplæg på et møde dér, hvor du arbejder.
empty-calls-plain = Ingen søger oplæg i dag. Du kan også holde oplæg på et møde dér, hvor du arbejder.
state-cfp-open = Åben
state-cfp-closing = Frist snart
state-cfp-last-day = Sidste dag
state-cfp-soon = Ikke åben endnu
state-cfp-closed = Fristen er udløbet
state-running = I gang nu
state-over = Afholdt
state-cancelled = Aflyst
event-cancelled = Arrangementet bliver ikke til noget.
state-no-cfp = Søger ikke oplæg nu
no-form = Ingen formular: spørg bare
no-form-ask = Ingen formular: spørg { $name }
call-over = Fristen er udløbet. Teksten herunder kan være ældre.
event-over = Arrangementet er slut. Teksten herunder kan være ældre.
event-is-over = Arrangementet er slut.
kind-conference = Konference
kind-meetup = Meetup
kind-webinar = Webinar
kind-podcast = Podcast
kind-guest-lecture = Gæsteforelæsning
kind-internal = For kolleger
kind-panel = Panel
place-in-person = fysisk
place-online = online
place-hybrid = fysisk og online
first-timers-welcome = Nye er velkomne
first-timers-why = De kan godt lide folk, der aldrig har prøvet det før.
we-pay = Vi betaler:
cover-ticket = billet
cover-travel = rejse
cover-hotel = hotel
cover-work-time = dine timer
too-short = Det er sent, hvis det skal nå at blive godkendt. Ring alligevel.
has-spoken-there = { $n ->
    [one] Har talt der før:
   *[other] Har talt der før:
}
to-the-call = Se, hvad de søger
to-the-event = Til arrangementet
approved-by = Hos os skal { $name } sige ja.
lead-days = { $n ->
    [one] Spørg en dag før fristen.
   *[other] Spørg { $n } dage før fristen.
}
lead-days-ahead = { $n ->
    [one] Spørg mindst en dag i forvejen.
   *[other] Spørg mindst { $n } dage i forvejen.
}
lead-days-gone = { $n ->
    [one] Der er mindre end en dag tilbage. Ring til { $name }.
   *[other] Der er mindre end { $n } dage tilbage. Ring til { $name }.
}
knows-the-place = Kender stedet
formats = Længde
minutes-long = { $n ->
    [one] { $n } minut
   *[other] { $n } minutter
}
minutes-unit = { $n ->
    [one] minut
   *[other] minutter
}
they-offer = De giver
offer-ticket = billet
offer-travel = rejse
offer-hotel = hotel
offer-fee = honorar
offer-recording = optagelse
offer-captions = undertekster
who-comes = Hvem kommer
it-serves = Mål
earlier-editions = Tidligere år
later-editions = Senere år
talks-here = Vores oplæg der
verified-on = Tjekket { $day }.

## Oplæg

talks-lead = Oplæg, som kolleger gerne holder, hvis du spørger.
empty-talks = Her er ingen oplæg endnu. Har du ti minutter om noget, kun du ved?
level-beginner = for begyndere
level-intermediate = for folk i faget
level-advanced = for specialister
level-everyone = for alle
for-meetup = meetups
for-guest-lecture = gæsteforelæsninger
for-internal = vores egne møder
for-conference = konferencer
for-podcast = podcasts
for-webinar = webinarer
for-panel = paneler
can-be-heard-at = Kan bestilles til
book-talk = Vil I gerne høre det? Spørg:
talk-history = Hvor det har været
talk-given = holdt
talk-submitted = sendt ind
talk-accepted = antaget
talk-planned = planlagt
see-it = Se det
slides = Slides
recording = Optagelse
the-story-behind = Historien bag

## Kurser

training-lead = Hvad du kan lære af en kollega på en time eller to.
empty-training = Her er ingen kurser endnu. Hvad kunne du vise en anden på en time?
format-together = i samme rum
format-online = over video
format-alone = på egen hånd
training-join = Vær med
training-dates = Næste gange
training-full = fuldt
training-subscribe = Læg datoerne i kalenderen
training-ask = Spørgsmål?

## Sat sammen af siderne

names-and = { $first } og { $last }
a-colleague = En kollega
name-withheld = [en kollega]
gap = Mangler endnu:
handbook-lead = Hvad du må, hvad vi lover, og hvordan du griber det an.
feed-title = { $site }: { $part }
expected-call-day = Frist omkring { $day }, { $weeks ->
    [one] en uge
   *[other] { $weeks } uger
} fra eller til
expected-call-season = Frist engang omkring { $month }
expected-event-day = Finder sted omkring { $day }, { $weeks ->
    [one] en uge
   *[other] { $weeks } uger
} fra eller til
expected-event-season = Finder sted engang omkring { $month }
expected-call-now = Måske kan man melde sig nu. Spørg { $name }.
expected-call-now-plain = Måske kan man melde sig nu.
expected-event-now = Måske er det lige nu. Spørg { $name }.
expected-event-now-plain = Måske er det lige nu.

## Feeds og andre udgange

feed-stories = Alle historier
feed-successes = Det kom der ud af det
feed-theme = Historier om ”{ $name }”
feed-language = Historier på { $name }
not-found-title = Siden findes ikke
not-found-lead = Den er måske flyttet eller taget ned. Den, der fortæller en historie, må også trække den tilbage. Har du skrevet adressen af fra et stykke papir? Så tjek den en gang til.
lost-answer = Du har brug for et svar nu
lost-story = Du ledte efter en historie
lost-question = Du havde et spørgsmål
moved = Siden er flyttet
talk-waitlisted = på venteliste
talk-confirmed = bekræftet
talk-told = holdt og fortalt som historie
co-speaker-wanted = Vi søger én mere

## Sprog, som kolleger taler

language-ar = arabisk
language-fa = persisk
language-fo = færøsk
language-lt = litauisk
language-pt = portugisisk
language-ro = rumænsk
language-so = somali
language-tr = tyrkisk
language-uk = ukrainsk

## Forhåndsvisningen, mens nogen skriver (beskeder om fejl er på engelsk: de er ens på alle sprog)

preview-name = Forhåndsvisning
preview-errors = { $n } fejl
preview-warnings = { $n ->
    [one] 1 advarsel
   *[other] { $n } advarsler
}
preview-advice = { $n } råd
preview-well = Intet at rette
preview-well-here = Intet at rette på denne side
preview-none-here = Ingen side her
preview-here = på denne side
preview-elsewhere = Andre steder:
preview-here-title = På denne side
preview-elsewhere-title = Andre steder
preview-more = { $n } til
preview-beyond = Og { $n } til: Kør storywall check for at se det hele.
preview-open = Åbn
preview-page = Denne side
preview-words = { $n } ord
preview-number = Udgave { $n } i denne forhåndsvisning
preview-look = Vis som
preview-day = Dag
preview-audience = Læsere
preview-audience-internal = kolleger
preview-audience-public = alle
preview-drafts = Kladder
preview-drafts-yes = vises
preview-drafts-no = skjules
preview-show = Vis
preview-now = Tilbage til i dag
preview-light = Du ser siderne
preview-light-day = som de er den { $day }
preview-light-public = som alle ser dem
preview-light-internal = som kolleger ser dem
preview-light-drafts = med kladder
preview-light-no-drafts = uden kladder
preview-no-day = ”{ $written }” er ikke en dato. Skriv år-måned-dag, for eksempel 2026-12-24.
preview-lost = Forhåndsvisningen er stoppet. Du ser siden, som den var sidst. Den opdaterer sig selv, når forhåndsvisningen kører igen.
preview-moved = Teksten, der stod her, har fået en anden adresse:
preview-gone = Der er ingen side på denne adresse.
preview-near = Mente du en af disse?
preview-orphan = Der er en oversættelse, men ikke den tekst, den oversætter. Derfor har den ingen side.
preview-unread = Filen til siden her er der, men den kan ikke læses. Nedenfor står, hvad der er galt.
preview-hidden-draft = Denne tekst er en kladde. Læserne ser den ikke.
preview-hidden-future = Læserne ser først teksten fra den { $day }, for det er den dato, der står på den.
preview-hidden-internal = Den her er kun for kolleger.
preview-hidden-consent = Historien må være offentlig, men forfatteren har kun sagt ja til at blive set af kolleger.
preview-hidden-paused = Den her er sat på pause. Ingen ser den.
preview-hidden-withdrawn = Den her vises ikke, fordi nogen har trukket sit ja tilbage, eller fordi det er udløbet.
preview-hidden-names = Den her vises ikke, fordi den nævner nogen, der ikke har sagt ja, eller som har trukket sit ja tilbage.
preview-see-drafts = Se den med kladder
preview-see-then = Se den, som den er den dag
preview-see-inside = Se den, som kolleger gør
preview-wrong = Der er en fejl i sidens fil, så siden er måske ikke, som du skrev den. Der udgives ikke noget nyt, før fejlen er rettet.
preview-broken = Siden kan ikke laves
preview-broken-lead = Der er en fejl i en skabelon. Ret den, så kommer siden tilbage af sig selv.
preview-withheld = Siden kan ikke vises lige nu
preview-withheld-lead = Nogen arbejder på den. Kom tilbage senere.
preview-no-site = Denne mappe er ikke et websted endnu
preview-no-site-lead = Så snart den er et, vises det her.

## Hvad kolleger gerne vil prøve

try-write = at skrive
try-photograph = at tage billeder
try-film = at filme
try-speak = at holde oplæg
try-mentor = at vise, hvordan man gør
try-listen = at lytte
try-draw = at tegne
try-translate = at oversætte
new-questions = Læserne ser ikke disse linjer. Brug dem til at komme i gang; lad dem stå, eller slet dem.

## At skrive en historie

write-here = Skriv din historie her
write-here-how = Tre trin, også på en telefon. Intet forlader din telefon eller computer, før du sender.
write-lead = Tre linjer er nok. Ingen retter i dem.
write-template = Skriv her, og kopiér det hele over i en mail til { $name }
write-template-nobody = Skriv her, og kopiér det hele over i en mail eller en besked
write-template-text =
    Hvad skete der?



    Hvem er med, og har du spurgt dem?



    Hvem må se det: kolleger (og må de fortælle det videre?) eller alle?



    Dit navn og nummer:
write-without-script = De tre trin kræver et script, og det kan denne browser ikke køre. Feltet her virker lige så godt. Intet bliver gemt, når du lukker siden.
write-still-here = Din historie ligger her endnu
write-left-at = Du lagde den fra dig { $time }.
write-go-on = Fortsæt
write-drop = Smid kladden ud
write-shared-device = Den ligger kun på den telefon eller computer, du bruger nu. Er I flere om at bruge den, og er historien ikke din? Så lad den ligge, og sig det til den, der var her før dig.
write-kept = Gemt klokken { $time }, men kun i denne browser
write-kept-words = Ordene er gemt klokken { $time }, men kun i denne browser. Billeder gemmer den ikke.
write-not-kept = Denne browser gemmer intet. Send teksten, før du lukker siden.
write-count = Ord: { $n }
write-drop-it = Tryk igen, så er den væk for altid.
write-dropped = Kladden ligger her ikke længere.
write-step-what = Hvad skete der
write-step-who = Hvem er med
write-step-see = Hvem må se det
write-what = Hvad skete der?
write-another = Et andet spørgsmål
write-no-words = Der står ikke noget endnu. En linje er nok.
write-three-lines = Skriv, som du taler. Stavningen er din egen sag.
write-coach = Stil mig et spørgsmål om historien
write-coach-title = Spørgsmål, hvis du har lyst
write-coach-like = Den sætning kan vi godt lide.
write-coach-more = Her vil vi gerne høre mere.
write-coach-short = En kort historie er en hel historie. Spørgsmålene kommer først ved { $n } ord.
write-coach-failed = Der kan ikke hentes spørgsmål lige nu.
write-coach-yours = Spørgsmålene er kun til dig: Intet bliver gemt eller sendt. Du behøver ikke svare.
write-coach-away = Læg dem væk
write-title = En overskrift, hvis du har en
write-title-hint = Lad feltet stå tomt, så bruger vi din første sætning.
write-theme = Hvad handler den om?
write-theme-none = Ingen af dem
write-next-who = Videre: hvem er med
write-see = Se den
write-who = Hvem er med?
write-name = Dit navn
write-name-hint = Fornavn og efternavn, som de skal stå over historien.
write-no-name = Der skal stå, hvem der fortæller. Vil du helst ikke skrive dit navn? Så vælg ”Uden mit navn”, eller ring.
write-no-name-nobody = Der skal stå, hvem der fortæller. Vil du helst ikke skrive dit navn? Så vælg ”Uden mit navn”.
write-anonymous = Uden mit navn
write-anonymous-hint = Så står der ”En af os”. Tal først med { $name }: På en mail kan man stadig se, hvem den er fra.
write-anonymous-hint-nobody = Så står der ”En af os”. Tal først med den kollega, der hjælper: På en mail kan man stadig se, hvem den er fra.
write-photo = Et billede, hvis du har et
write-photo-hint = Ét er rigeligt. Mørkt og skævt er fint. Det bliver gjort mindre, før du sender det, og sted og tidspunkt følger ikke med.
write-photo-take = Tag eller vælg et billede
write-photo-turn = Drej det
write-take-out = Fjern igen
write-photo-made = Gjort mindre her, fra { $before } til { $after }. Sted og tidspunkt er væk.
write-photo-unread = Denne browser kan ikke læse ”{ $name }”. Send billedet i en mail, som det er, eller tag et nyt.
write-photo-n = Billede { $n }
write-alt = Hvad viser det? Fortæl det til en kollega, der ikke kan se det.
write-faces = Kan man kende nogen på det?
write-faces-no = Nej, ingen
write-faces-no-hint = Set bagfra, langt væk eller kun hænder.
write-faces-yes = Ja
write-faces-wanted = Der mangler et svar her: om man kan kende nogen, og hvem.
write-faces-more = Man kan kende én mere
write-others = Skriver du om andre?
write-others-hint = En, du nævner, eller som kollegerne straks ville genkende.
write-add-person = Tilføj en person
write-person = Hvem er det?
write-asked-photo = Det er ikke dit ansigt, så det er heller ikke dit ja. Har du vist billedet frem og spurgt?
write-asked-words = Har du spurgt, om det er i orden?
write-yes-colleagues = Ja, og kolleger må se det
write-yes-anyone = Ja, og alle må se det
write-yes-words = Ja, og det er i orden
write-not-yet = Ikke endnu
write-not-yet-hint = { $name } spørger, før noget kommer op. Du behøver ikke rende efter nogen.
write-not-yet-hint-nobody = Der bliver spurgt, før noget kommer op. Du behøver ikke rende efter nogen.
write-next-see = Videre: hvem må se det
write-see-who = Hvem må se det?
write-internal = Mine kolleger
write-internal-hint = Den bliver i firmaet. Der har den det godt, og sådan er det, hvis du ikke ændrer noget.
write-shareable = Kolleger, og de må fortælle den videre
write-shareable-hint = Også uden for firmaet, med deres egne ord.
write-public = Alle
write-public-hint = Den må læses uden for firmaet, med dit navn på.
write-change-mind = Du kan altid ombestemme dig.
write-photo-stays = Du valgte ”Alle”, men { $names } har kun sagt ja til, at kolleger ser billedet. Derfor bliver billedet her, og ordene bliver sendt uden.
write-waits = { $names } er ikke spurgt endnu. Historien bliver sendt som kladde og venter på et ja.
write-tongue = Sproget, du skrev på
write-to-send = Videre: send den
write-send = Send den
write-send-lead = Vælg den måde, der passer dig. Alt ender hos { $name }.
write-send-lead-nobody = Vælg den måde, der passer dig.
write-share = Del herfra
write-share-how = Telefonen spørger, hvor historien skal hen: mail, en chat, hvad du nu har. Vælg { $name }. Ord og billeder går med.
write-share-how-nobody = Telefonen spørger, hvor historien skal hen: mail, en chat, hvad du nu har. Ord og billeder går med.
write-share-do = Del
write-mail = Send i en mail
write-call = Ring
write-mail-or-call = Send i en mail, eller ring
write-mail-fits = Teksten er kort nok til en mail: Knappen åbner en ny, hvor den allerede står. Linjerne øverst er til programmet; lad dem stå.
write-mail-long = Teksten er for lang til at komme med i mailen af sig selv. Derfor kopierer knappen den først og åbner så en kort mail: Sæt den ind der.
write-mail-photos = Billeder følger ikke med: Gem filen herunder, og læg dem selv i mailen.
write-mail-do = Skriv til { $name }
write-mail-subject = En historie: { $title }
write-mail-short = Hej! Her er en historie. Den står herunder eller ligger som en fil i mailen.
write-file = Gem som en fil
write-file-how = Alt i én fil. Send den, eller giv den videre, som du vil:
write-file-do = Gem filen
write-file-name = historie
write-copy = Kopiér
write-copy-how = Sæt den ind, hvor du vil.
write-copy-photos = Billeder følger ikke med: Læg dem ved siden af teksten, med disse navne:
write-copy-do = Kopiér teksten
write-copied = Kopieret. Nu kan du sætte det ind.
write-select = Denne browser lader ikke siden kopiere. Teksten er markeret herunder: Kopiér den selv.
write-whole = Din historie, som den sendes
write-forge = Læg det selv i Git
write-forge-who = For dig, der har en konto.
write-forge-fits = Der åbner en ny fane med teksten på plads. Denne side bliver, som den er.
write-forge-long = Teksten er for lang til adressen ({ $n } bytes, højst { $most }). Derfor kopierer knappen den først og åbner så siden: Sæt den ind der.
write-forge-name = Siden derovre kan ikke tage imod teksten. Derfor kopierer knappen den først og åbner så siden: Sæt den ind der.
write-forge-new = Ingen her på siden har dit navn endnu, så der skal også en fil til i content/people/.
write-forge-photos = Billederne lægger du op bagefter: Gem filen ovenfor; de ligger i den.
write-forge-do = Åbn { $host }
write-sent-at = Du tog den med herfra klokken { $time }. Om den kom frem, kan siden her ikke se. Det ved du, når du får svar.
write-shared = Er I flere om telefonen eller computeren?
write-lies-here = Din historie og billederne ligger der endnu, og kun der, til du smider dem ud. Nogle browsere rydder op efter en uge.
write-drop-draft = Smid kladden ud
write-and-then = Hvad sker der så?
write-look = Sådan kommer den til at se ud
write-look-card = På væggen
write-look-page = Dens egen side
write-look-hint = Præcis sådan kommer den til at stå. Kun datoen kan blive en anden.
write-your-title = Din første sætning
write-your-words = Her står dine ord, mens du skriver.
write-your-name = Dit navn
write-else = Vil du hellere slippe for at skrive?
write-else-call = Ring, eller send bare en mail. { $name } skriver, mens du fortæller.
write-else-phone = Ring. { $name } skriver, mens du fortæller.
write-else-mail = Send bare en mail til { $name }.
write-else-ways = Alle måder at fortælle på

## Spørge, foreslå et tema, føje til en historie

ask-title = Et spørgsmål, et tema, en sætning
ask-lead = Et par ord er nok, og intet forlader din telefon eller computer, før du sender.
ask-without-script = Formularen kræver et script, og det kan denne browser ikke køre. Felterne her virker lige så godt. Intet bliver gemt, når du lukker siden.
ask-question = Stil et spørgsmål
ask-question-lead = Intet spørgsmål er for lille, og ingen behøver vide, at det er dit.
ask-question-words = Hvad vil du gerne vide?
ask-question-hint = Spørg, som du ville spørge en kollega, du stoler på.
ask-about = Hvad handler det om?
ask-topic = Foreslå et tema
ask-topic-lead = Hvad vil du gerne høre dine kolleger fortælle om?
ask-topic-title = Temaet med få ord
ask-topic-hint = For eksempel: Min første uge.
ask-topic-prompts = Spørgsmål, der ville give dig lyst til at fortælle, hvis du har nogen
ask-topic-prompts-hint = Ét på hver linje. Spørg til ét øjeblik: Hvad hørte du, før du så det?
ask-topic-why = Hvorfor lige det, hvis du har lyst til at sige det
ask-no-topic = Temaet skal have et par ord.
ask-there = Jeg var der også
ask-there-lead = Tilføj det, du så. Den, der har fortalt historien, læser det først og siger ja eller nej.
ask-there-story = Hvilken historie?
ask-there-story-hint = Overskriften, begyndelsen af den eller historiens adresse.
ask-no-story = Hvilken historie er det? Skriv overskriften her.
ask-there-words = Hvad så eller hørte du?
ask-there-hint = En sætning eller to, højst 500 tegn. De kommer til at stå under historien.
ask-there-full = Det er 500 tegn. Der er ikke plads til mere.
ask-name = Dit navn, hvis det skal med
ask-name-hint = Lad feltet stå tomt, så følger der ikke noget navn med. På en mail kan man stadig se, hvem den er fra. Det kan man ikke på en gemt fil, som en anden giver videre.
ask-to-send = Videre: send det
ask-send = Send det
ask-send-lead = Vælg den måde, der passer dig. Alt ender hos { $name }.
ask-send-lead-nobody = Vælg den måde, der passer dig.
ask-change = Ret noget
ask-share-how = Telefonen spørger, hvor det skal hen: mail, en chat, hvad du nu har. Vælg { $name }.
ask-share-how-nobody = Telefonen spørger, hvor det skal hen: mail, en chat, hvad du nu har.
ask-mail-fits = Det er kort nok til en mail: Knappen åbner en ny, hvor det hele allerede står.
ask-copy-how = Sæt det ind, hvor du vil.
ask-whole = Det hele, som det sendes
ask-mail-short = Hej! Det hele står herunder eller ligger som en fil i mailen.
ask-still-here = Dine ord ligger her endnu
ask-shared-device = De ligger kun på den telefon eller computer, du bruger nu. Er I flere om at bruge den, og er ordene ikke dine? Så lad dem ligge, og sig det til den, der var her før dig.
ask-lies-here = Dine ord ligger der endnu, og kun der, til du smider dem ud. Nogle browsere rydder op efter en uge.
ask-template-question =
    Mit spørgsmål:



    Mit navn og nummer, hvis nogen må ringe til mig:
ask-template-topic =
    Temaet:



    Et spørgsmål, der ville give mig lyst til at fortælle:



    Mit navn, hvis det skal med:
ask-template-there =
    Historiens overskrift:



    Det så eller hørte jeg:



    Mit navn, hvis det skal med:
ask-here = Stil det her
ask-here-how = Du behøver ikke sige, hvem du er.
also-there = De var der også
customer-says = Kunden siger
jobs-of-team = Ledige job: { $team }
job-until = Søg senest { $day }
there-too-ask = Var du der også?
there-too-add = Tilføj en sætning
# Det, der står i det, der sendes.
ask-question-subject = Et spørgsmål: { $title }
ask-topic-subject = Et tema: { $title }
ask-question-file = spoergsmaal
ask-topic-file = tema
ask-there-file = var-der-ogsaa
ask-from = Fra { $name }
ask-in-language = Skrevet på { $language }
ask-gap-question = svaret
ask-gap-topic = hvorfor man får lyst til at fortælle om det
ask-there-title = Jeg var der også: { $title }
ask-there-says = { $name } siger:
ask-there-nobody = En, der helst ikke vil nævnes, siger:
ask-there-yes = Den, der har fortalt historien, bestemmer. Er det et ja, skal disse linjer ind mellem de to --- i { $file }:
ask-there-its-file = historiens fil
ask-there-new = { $name } har endnu ingen fil, så { $file } skal også laves.

## Programmet

programme = Mål og løfter
programme-lead = Hvad vi håber på, hvad vi har lovet, hvem der har ansvaret, og hvornår vi mødes.
programme-title = Hvad vi er i gang med, og hvem der har ansvaret
programme-why = Derfor gør vi det
programme-differ = Ser du anderledes på det? Så sig det.
programme-say = Sig det
goals-heading = Det håber vi på
goal-no-outcome = Ikke noget endnu, så vidt vi ved.
goal-no-story = Ingen historie har hjulpet her endnu. Din kan blive den første.
goal-stories = { $n ->
    [one] Historien
   *[other] Alle { $n } historier
}
goal-owner = { $name } har ansvaret for det her mål.
goal-helped = Historier, der har hjulpet
goal-before = Forrige mål
goal-after = Næste mål
goal-kind-branding = At være kendt
goal-kind-recruiting = At finde kolleger
goal-kind-retention = At blive her
goal-kind-leads = Nye kunder
goal-kind-awareness = At blive lagt mærke til
goal-kind-learning = At lære
promises-heading = Det har vi lovet
promises-how = Sådan ved vi det
promises-not-yet = Ikke endnu: { $n } af { $all }
promises-unseen = Ikke tjekket endnu: { $n } af { $all }
promises-kept = Holdt: { $n } af { $all }
promise-since = siden { $day }
promise-checked = tjekket { $day }
promise-mended = holdt igen siden { $day }
ledger-heading = Det kan du holde os op på
ledger-words = { $n ->
    [0] tekster er ændret af andre end den, der skrev dem. Sådan skal det blive ved med at være.
    [one] tekst er ændret af en anden end den, der skrev den. Der burde ikke være nogen.
   *[other] tekster er ændret af andre end den, der skrev dem. Der burde ikke være nogen.
}
ledger-of = Git kan fortælle det om { $n } af { $all } historier.
ledger-words-unknown = Vi ved ikke, hvor mange tekster der er ændret af andre end den, der skrev dem. Det kan Git ikke fortælle her.
ledger-waited = { $n ->
    [0] dage: Halvdelen af historierne kom op samme dag.
    [one] dag eller mindre ventede halvdelen af historierne på at komme op.
   *[other] dage eller mindre ventede halvdelen af historierne på at komme op.
} { $most ->
    [0] Ingen tog længere tid.
    [one] Den længste ventede en dag.
   *[other] Den længste ventede { $most } dage.
}
ledger-waited-of = Vi ved det om { $n } af { $all } historier.
ledger-waited-unknown = Vi ved ikke, hvor længe historier venter, før de kommer op. Vi ved det for færre end fem: hvornår de blev sendt.
ledger-stops = { $n ->
    [0] gange har nogen grebet ind af hensyn til firmaet.
    [one] gang har nogen grebet ind af hensyn til firmaet.
   *[other] gange har nogen grebet ind af hensyn til firmaet.
}
ledger-stops-since = Vi har skrevet det ned siden { $day }.
ledger-stops-unknown = Vi ved ikke, hvor tit nogen har grebet ind af hensyn til firmaet. Det skriver ingen ned endnu.
ledger-broken = { $n ->
    [0] af { $all } løfter er brudte lige nu.
    [one] af { $all } løfter bliver ikke holdt i dag.
   *[other] af { $all } løfter bliver ikke holdt i dag.
}
ledger-mended = { $n ->
    [one] Et har været brudt og bliver holdt igen.
   *[other] { $n } har været brudt og bliver holdt igen.
}
roles-heading = Hvem har ansvaret for hvad
role-time = { $since } til { $until }
role-since = siden { $since }
role-until = til { $until }
role-outside = Kommer udefra og er ikke ansat her.
role-free = Ingen endnu. Måske dig?
role-free-since = ledig siden { $day }
ask-person = Spørg { $name }
meetings-heading = Hvornår vi mødes
every-week = hver uge
every-month = hver måned
every-quarter = hvert kvartal
meeting-not-on = ikke { $days }
meeting-no-date = dagen er ikke fastlagt endnu
meetings-calendar = Møder
meetings-subscribe = Læg alle møder i kalenderen
meeting-subscribe = Læg i kalenderen
meeting-moved = på en anden dag end normalt
meeting-later = Og derefter
meeting-then = Næste gang: { $day }
meeting-agreed = Aftalt
meeting-who = Hvem
meeting-when = Hvornår
meeting-no-names = Så mange var vi: ____ Ingen navne. Sådan en liste fører ingen.
agenda-read = Læs en højt
agenda-read-how = Eller en anden. Fortælleren siger, hvad der ikke kom med.
agenda-new = Nyt på væggen
agenda-new-since = Nyt siden { $day }
agenda-more = { $n ->
    [one] og en til
   *[other] og { $n } til
}
agenda-questions = Spurgt og ikke besvaret
agenda-questions-wait = { $n ->
    [one] Et spørgsmål venter på svar. Hvem ved det?
   *[other] { $n } spørgsmål venter på svar. Hvem ved det?
}
agenda-closing = Lukker snart
agenda-promises = Holdt vi det, vi lovede?
agenda-not-yet = ikke endnu
agenda-measures = Tal for kvartalet
agenda-measures-begin = { $quarter }: ingen er begyndt at skrive ned, hvad der kom ud af det. Hvem tæller hvad, og hvem spørger?
agenda-measures-finish = { $quarter }: tallene er der, men overskriften mangler. Hvad kom der ud af det, i én sætning?
agenda-review = Sider, nogen skal gennemgå
agenda-tries = Fik vi det gjort?
agenda-seen = Set, men ikke fortalt
agenda-seen-how = Hvad har du set, som nogen burde fortælle? Nævn kun navnet, hvis vedkommende har sagt ja.
agenda-differ = Er der nogen, der ser anderledes på det?
agenda-differ-how = Tavshed er ikke et ja.
tries-heading = Det prøver vi frem til { $day }
tries-heading-open = Det prøver vi
roadmap-made = Aftalt { $day }.
roadmap-by = Skrevet ned af
roadmap-next = Vi ser på den igen { $day }, og du må gerne være med.
roadmap-due = Vi skulle have set på den igen { $day }. Spørg, om den stadig gælder.
pause-heading = Ikke lige nu.
pause-until = Til og med { $day } beder vi ikke nogen om en historie. Det, der står her, bliver stående.
pause-open = Indtil videre beder vi ikke nogen om en historie. Det, der står her, bliver stående.
pause-contact = Vil du alligevel fortælle en, så tag fat i { $name }:
pause-tell = Lige nu beder vi ikke om historier. Vil du alligevel fortælle en, er du velkommen.
teams-heading = Her kommer historierne fra
open-lead = Det her har ingen skrevet ned endnu:
open-goals = Hvad håber vi på?
open-promises = Hvad lover vi dig?
open-roles = Hvem har ansvaret for hvad?
open-meetings = Hvornår mødes vi?
open-roadmap = Hvad prøver vi nu?
open-ask = Vil du være med til at bestemme?

## Hvad tjekket siger

checks = Hvad tjekket siger
checks-lead = Har du fået en besked om din tekst? Her står, hvad den betyder, og hvad du kan gøre.
checks-error = Fejl. Skal være i orden, før siden bliver lagt op. Det handler om filen, aldrig om, hvordan du skriver.
checks-warning = Advarsel. Læserne går glip af noget eller kan misforstå det. Den stopper ikke noget.
checks-advice = Et råd, kun til dig. Brug det, eller lad være.
checks-find = Hver besked har en kode på engelsk. Find din ved at søge på siden i din browser.
checks-parts = Afsnit på siden

## Kommentaren på en pull request

comment-thanks = Tak.
comment-thanks-by-name = Tak, { $name }.
comment-ready = Der mangler ikke noget.
comment-story-ready = Din historie er klar til at komme på væggen. Der mangler ikke noget.
comment-gaps = { $n ->
    [one] Ét hul mangler at blive udfyldt.
   *[other] { $n } huller mangler at blive udfyldt.
}
comment-story-draft = Din historie er en kladde, så ingen ser den endnu.
comment-story-later = Din historie er klar og kommer på væggen på sin dato.
comment-story-hidden = Din historie bliver ikke vist, som den er nu. Hvad der holder den tilbage, står herunder.
comment-story-empty = Der er ingen ord i din historie endnu. Én linje er nok.
comment-missing = { $n ->
    [one] Én ting skal være på plads, før det kan vises:
   *[other] { $n } ting skal være på plads, før det kan vises:
}
comment-in-english = På engelsk:
comment-did-you-mean = Mente du ”{ $it }”?
comment-more = { $n ->
    [one] Og én til.
   *[other] Og { $n } til.
}
comment-others = { $n ->
    [one] Én ting mere til redaktøren; den stopper ikke noget
   *[other] { $n } ting mere til redaktøren; de stopper ikke noget
}
comment-pages = { $n ->
    [one] Siden, der ændrer sig:
   *[other] Siderne, der ændrer sig:
}
comment-helper = Vil du hellere snakke om det? { $helper }.
comment-promise = Vi retter aldrig i dine ord.

## Spørgsmål til den, der fortæller (storywall coach)

coach-thanks = Tak for din historie
coach-thanks-we-like = Tak for din historie. Det her kan vi lide: ”{ $quote }”
coach-thanks-tell-more = Tak for din historie. Her vil vi gerne høre mere: ”{ $quote }”
coach-nothing-to-ask = Ingen har spørgsmål til den
coach-your-choice = Svar kun, hvis du har lyst: Din historie afhænger ikke af det, og ingen retter i din tekst
coach-rather-talk = Vil du hellere snakke? { $name }, { $contact }
coach-ask-who-was-there = Hvem var der, og hvad sagde de?
coach-ask-what-did-you-do = Hvad gjorde du selv?
coach-ask-where-were-you = Hvor stod du, da det skete?
coach-ask-how-did-you-do-it = Hvordan gjorde I? Hvad prøvede I først?
coach-ask-what-was-done = Det er et flot resultat. Hvad lavede I mandag morgen for at nå det?
coach-ask-odd-word = Hvilket mærkeligt ord er det kun jer, der bruger?
coach-ask-who-should-read = Hvem ville du ønske læste den?

## Breve til kollegerne (siderne og mailen fra storywall digest)

nav-digests = Nyhedsbreve
letters-lead = Hvad der er fortalt, og hvad der kom ud af det, som én kollega fortæller det til de andre.
empty-letters = Der er ikke skrevet noget nyhedsbrev endnu. Kunne du have lyst til at være den, der fortæller det videre?
letter-days = Nyhedsbrev, { $days }
letter-plain-title = Det har kolleger fortalt, { $days }
letter-first = Læs den her først
letter-new = Nyt på væggen
letter-more = { $n ->
    [one] Og en ny historie mere
   *[other] Og { $n } nye historier mere
}
letter-quiet = Denne gang har ingen fortalt en historie. Sådan er det nogle gange. Har du måske noget?
letter-quiet-paused = Denne gang har ingen fortalt en historie. Sådan er det nogle gange.
letter-came = Det kom der ud af de tidligere
letter-calls = Her søger de oplæg
letter-days-left = { $n ->
    [0] Sidste dag
    [one] Én dag tilbage
   *[other] { $n } dage tilbage
}
letter-first-timers = Aldrig prøvet det før? Så meget desto bedre.
letter-covers = Vi betaler:
letter-ask = Spørgsmål? { $name }:
letter-answered = Spurgt og besvaret
letter-thanks = Hvis du møder dem
letter-thanks-to = Sig tak til { $names }, der har fortalt en historie.
letter-helped = Og til { $names }, som hjalp.
letter-question = Til sidst
letter-or-call = Eller ring eller skriv til { $name }:
letter-answers = Svarer du på mailen her, lander svaret hos mig.
letter-whole = det er det hele
letter-sent-to = Mailen går til kolleger hos { $site }.
letter-stop = Har du fået nok? Svar ”stop”.
letter-uncounted = Vi holder ikke øje med, hvem der åbner det.
letter-read = Læs det i browseren
letter-newer = Det næste nyhedsbrev
letter-older = Det forrige

## Tak (en histories side og kortene fra storywall thanks)

thanks-by-name = Tak, { $names }.
thanks-all = Tak.
cards-title = { $n ->
    [one] Et kort til din underskrift
   *[other] { $n } kort til din underskrift
}
cards-how = Print i 100 % på begge sider, vendt over den lange kant. Klip to gange, midt igennem. Tag så en pen: Linjerne er til dig.
cards-fronts = Forsider
cards-backs = Bagsider
card-goal = Målet, den hjalp på vej

## Plakater

poster = Plakat
poster-of = Plakat: { $title }
poster-print = Print som plakat
poster-how = A4 til væggen ved kaffen. Klip strimlerne op til den stiplede linje.
poster-internal = Historien er for kolleger: Hæng den, hvor der kun kommer kolleger forbi.
poster-no-code = Der er ingen QR-kode på den, for ingen har skrevet, hvor webstedet ligger (base_url i site.toml).
poster-code = QR-kode: { $title }
poster-invites = Tre linjer er nok.
poster-ways = Fortæl det på telefonen, mundtligt eller på papir.
poster-ways-call = Fortæl det på telefonen, på papir eller mundtligt: Ring til { $name }.
poster-back = Tilbage til siden
## The quarter's evaluation

evaluations = Kvartal for kvartal
evaluations-lead = Fire gange om året ser vi på, hvad vi håbede på, og hvad det blev til. Ingen tal handler om én person, og ingen om færre end fem.
eval-quarters = Andre kvartaler
eval-quarter = { $number }. kvartal { $year }
eval-quarter-short = { $number }. kv. { $year }
eval-so-far = indtil nu: { $day }
eval-counted-by = Talt op af { $name }
eval-on = Aftalt { $day }
eval-next-on = Vi spørger igen { $day }
eval-goals = Mål for mål
eval-no-goal = Hører ikke til noget mål
eval-key-now = nu
eval-key-before = sidste kvartal
eval-key-target = måltal
eval-now = Nu { $value }
eval-aimed = Måltal { $target }
eval-hit = Måltallet { $target } er nået
eval-miss = Måltallet { $target } blev ikke nået
eval-open = Måltallet er { $target }, og kvartalet er ikke slut
eval-previous = Sidste kvartal { $value }
eval-previous-few = Sidste kvartal: vises ikke, der er færre end fem bag tallet
eval-few = Vises ikke: Der er færre end fem bag tallet
eval-under-five = under fem
eval-hidden = vises ikke
eval-not-known = Ved vi ikke
eval-of = af { $of }
eval-n-of = { $n } af { $all }
eval-percent = { $value } %
eval-base = { $n } svar
eval-how-counted = Talt op
eval-how-asked = Spurgt om
eval-how-estimated = Anslået
eval-how-imported = Hentet fra et andet program
eval-now-what = Hvad så nu?
eval-tried = Sådan gik det med det, vi ville prøve
eval-keep = Behold
eval-stop = Stop
eval-try = Prøv
eval-to-try = Vi prøver:
eval-how-it-went = Sådan gik det
eval-all-together = Alle kvartaler samlet
eval-hidden-groups = Grupper på under fem er skjult, og det samme er alt, der ville afsløre dem
eval-as-table = Som tabel
eval-unclear = Det ved vi ikke
eval-context = Kun til orientering:
eval-no-reach = Hvor mange der kan have set noget, tæller vi ikke her.
eval-why-no-reach-link = Hvorfor ikke, og tre bedre spørgsmål
eval-why-no-reach = Hvorfor ingen tæller rækkevidde her
eval-why-no-reach-1 = Rækkevidde lægger alle dem sammen, der kan have set noget. Det bliver altid et stort tal, og det siger ikke noget om nogen: ikke hvem der læste det, hvad de tænkte, eller hvad de gjorde bagefter.
eval-why-no-reach-2 = Den, der tæller rækkevidde, skriver snart kun for tallets skyld. Så fylder de højrøstede mest, og den, der fortæller noget én gang og mener det, bliver væk.
eval-better = Tre bedre spørgsmål
eval-better-1 = Hvem henvendte sig, fordi nogen havde fortalt noget?
eval-better-2 = Hvem nævnte en historie, da de søgte, bestilte eller blev?
eval-better-3 = Hvad gør vi anderledes nu?
eval-voices = { $n ->
    [one] Én har fortalt noget i kvartalet
   *[other] { $n } har fortalt noget i kvartalet
}
eval-voices-back = { $n } har fortalt noget i kvartalet, og { $back } af dem havde gjort det før
eval-voices-few = Færre end fem har fortalt noget i kvartalet
eval-voices-none = Ingen har fortalt noget i kvartalet
eval-voices-note = Den, der ikke vil nævnes ved navn, tæller ikke med.
eval-voices-caption = Fortællere pr. kvartal
eval-voices-head = Fortællere
eval-quarter-head = Kvartal
eval-first-time = Første gang
eval-came-back = Har fortalt før
eval-came-back-or-unsplit = Har fortalt før, eller ikke delt op
eval-key-hidden = Skjult, under fem
eval-origin = { $n } af de { $all }, der har fortalt noget, har ingen rolle i programmet
eval-origin-note = Siden begyndelsen. Den, der har en rolle i programmet, er med til at drive det.
eval-origin-caption = Hvem der har fortalt noget
eval-origin-others = uden en rolle i programmet
eval-origin-role = med en rolle
eval-who-head = Hvem
eval-talks = { $n ->
    [one] Én idé til et oplæg
   *[other] { $n } idéer til et oplæg
}
eval-talks-note = Siden begyndelsen. I et enkelt kvartal kunne man se, hvem der fik nej.
eval-talks-few = Færre end fem oplæg indtil nu
eval-talks-few-note = Derfor er der ingen tal: Man kunne se, hvem der fik nej.
eval-talks-caption = Oplæg, fra idé til scene
eval-talks-head = Oplæg
eval-step-head = Trin
eval-talk-idea = en idé
eval-talk-sent = sendt ind
eval-talk-accepted = antaget
eval-talk-given = holdt
eval-handbook = { $n } af { $all } sider i håndbogen er gennemgået til tiden
eval-handbook-all = Alle { $n } sider i håndbogen er gennemgået til tiden
eval-handbook-note = I dag, efter de datoer, der står på siderne.
eval-handbook-caption = Håndbogens sider, gruppe for gruppe
eval-in-time = Til tiden
eval-overdue = For sent
eval-group-head = Gruppe
eval-months-note = Måned for måned.
eval-month-head = Måned
eval-number-head = Antal
eval-published = { $n ->
    [one] Halvdelen var oppe inden for { $days } arbejdsdag, den langsomste tog { $latest }
   *[other] Halvdelen var oppe inden for { $days } arbejdsdage, den langsomste tog { $latest }
}
eval-published-few = Færre end fem historier, så dagene vises ikke
eval-published-note = Arbejdsdage, fra historien blev sendt, til den var oppe. En prik er en historie.
eval-published-caption = Dage, fra historien er sendt, til den er oppe
eval-half-within = halvdelen inden for { $days }
eval-days-head = Arbejdsdage
eval-stories-head = Historier
eval-asked-change = ”{ $question }”: fra { $before } til { $now }
eval-asked-few = Færre end fem har svaret, så det vises ikke.
eval-asked-note = Svarene går fra 1 til { $n }.
eval-asked-caption = Det, vi spurgte om
eval-by-place = { $question }, sted for sted
eval-question-head = Spørgsmål
eval-answers-head = Svar
eval-place-head = Sted
eval-mean-head = Gennemsnit
eval-all = Alle
eval-teams = { $told } af { $all } hold har fortalt noget
eval-places = { $told } af { $all } steder har fortalt noget
eval-this-quarter = i dette kvartal
eval-last-told = senest i { $quarter }
eval-never-told = ikke endnu

measure-applications_mentioning = Ansøgere, der søgte på grund af en kollegas historie
measure-referral_hires = Nye kolleger, der kom gennem en kollega
measure-inquiries_from_people = Kunder, der spurgte efter en bestemt kollega eller historie
measure-conversations = Samtaler, som en historie satte i gang
measure-voices = Kolleger, der har fortalt noget
measure-new_voices = Kolleger, der fortalte noget for første gang
measure-retention = Kolleger, der fortalte noget igen
measure-inbound_volunteers = Kolleger, der kom af sig selv
measure-not_comms = Historier, som kommunikationsafdelingen ikke har skrevet
measure-breadth = Hold, der har fortalt noget
measure-things_changed = Ting, vi gør anderledes, fordi nogen fortalte det
measure-time_to_live = Arbejdsdage, før en historie er oppe
measure-edits_by_others = Tekster, som andre har rettet i
measure-brand_stops = Antal gange, nogen greb ind af hensyn til firmaet
measure-i_dare = Jeg tør godt fortælle om mit arbejde
measure-i_may = Jeg ved, at jeg må
measure-wellbeing = Hvordan folk har det på arbejdet
measure-talks_given = Oplæg, der blev holdt
measure-thanks_sent = Takkekort, der blev afleveret
measure-questions_answered = Spørgsmål, der fik svar til tiden
measure-handbook_fresh = Sider i håndbogen, der er gennemgået til tiden
measure-product_quiz = Kolleger, der ved, hvad vi tilbyder
measure-perk_use = Kolleger, der bruger det, vi tilbyder
measure-followers_company = Vækst i følgere på firmaets side
measure-network_growth_avg = Vækst i kollegernes egne netværk
measure-reach = Rækkevidde
measure-impressions = Eksponeringer
measure-views = Visninger
measure-emv = Medieværdi

## Stories to show at a meeting and on a screen

slides-title = Historier til at vise frem
slides-how = Vis de nyeste historier på et møde, eller lad dem køre af sig selv på en skærm i kantinen.
slides-talk = Vis dem
slides-loop = Lad dem køre
slides-keys = Med piletasterne går du frem og tilbage, med Esc stopper du.
slides-address = En skærm, der åbner siden med #loop sidst i adressen, går i gang af sig selv. Den springer det over, som kun kolleger må læse.
slides-internal = Kun for kolleger
slides-back = Tilbage
slides-on = Videre
slides-stop = Stop

## The editor's desk (storywall today, and a page of the preview)

desk = På dit bord
desk-lead = Det, der venter på dig i denne uge, og hvor det står. Kun du ser denne side.
desk-link = Det skal du nå i denne uge
desk-nothing = Der ligger ikke noget og venter. Tag en kop kaffe med nogen, og lyt.
desk-more = { $n ->
    [one] og én til
   *[other] og { $n } til
}
desk-answer = Svar
desk-week = Denne uge
desk-review = Gennemgå
desk-renew = Forny
desk-thank = Sig tak
desk-plan = Planlæg
desk-publish = Udgiv
desk-today = i dag
desk-tomorrow = i morgen
desk-yesterday = i går
desk-in-days = om { $n } dage
desk-days-ago = for { $n } dage siden
desk-question = ”{ $title }” venter på et svar
desk-gap = { $n ->
    [one] Udfyld hullet i ”{ $title }”
   *[other] Udfyld de { $n } huller i ”{ $title }”
}
desk-meeting = { $title }
desk-call = ”{ $title }”: fristen for oplæg udløber. Hvem har lyst?
desk-story = ”{ $title }” kommer op på væggen
desk-letter = ”{ $title }”: send nyhedsbrevet
desk-promise = Holder vi det? ”{ $title }”
desk-draft = ”{ $title }” er en kladde. Hvad mangler der?
desk-check = Passer ”{ $title }” stadig?
desk-translation = Oversættelsen ”{ $title }” er ikke fulgt med. Ret den til
desk-owner = Hvem passer ”{ $title }”?
desk-consent-ends = Spørg { $title } igen: samtykket udløber
desk-consent-ended = Et samtykke er udløbet, og det, vi fik ja til, bliver ikke vist. Spørg igen
desk-role-over = { $title }: perioden er slut. Hvem tager over?
desk-role-nobody = { $title }: ingen har rollen. Hvem har lyst?
desk-role-free = { $title }: stadig ledig. Hvem kunne du spørge?
desk-role-ends = { $title }: perioden slutter. Skal den forlænges?
desk-successor = ”{ $title }” nævner en, læserne ikke kan få fat i. Hvem tager over?
desk-roadmap = Se på aftalen igen sammen med dem, der lavede den
desk-pause-open = Pausen har ingen sidste dag. Hvor længe varer den?
desk-pause-ends = Pausen slutter. Er alt bragt i orden?
desk-pause-ended = Pausen er slut. Fjern den, eller skriv en senere dato
desk-thanks = Sig tak til { $names } for ”{ $title }”
desk-thanks-nameless = ”{ $title }” er fortalt uden navn. Send din tak med den, der hjalp
desk-told = fortalt { $day }
desk-would-like = vil gerne have: { $wish }
desk-list = Ret først thanks.toml: { $title }
desk-season = ”{ $title }”: det er nu, og ingen har fortalt noget endnu. Hvem kunne du spørge?
desk-untold = ”{ $title }”: ingen har fortalt noget endnu. Hvem kunne du spørge?
desk-quiet = ”{ $title }”: ingen historie i { $n } uger. Hvem kunne du spørge?
desk-quarter-begin = { $title }: begynd at skrive ned, hvad der kom ud af det
desk-quarter-finish = { $title }: tallene mangler en overskrift
desk-mistake = Der kommer ikke noget nyt ud, før det her er rettet: { $title }
desk-new = ”{ $title }” er kommet til, siden der sidst blev udgivet
desk-later = ”{ $title }” er klar og venter på sin dag
desk-unsent = { $n ->
    [one] Én ny historie er ikke med i et nyhedsbrev endnu
   *[other] { $n } nye historier er ikke med i et nyhedsbrev endnu
}
