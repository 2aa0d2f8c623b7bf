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
nav-successes = Hvad der kom ud af det
home = Forside
tell-yours = Fortæl din
and = og
and-others = { $n ->
    [one] og én til
   *[other] og { $n } andre
}
yes = ja
no = nej
today = I dag
nothing-leaves = Intet herfra forlader huset, medmindre den, der har skrevet det, har valgt det.
unsure-call = I tvivl? Spørg { $name }:
built-on = Bygget { $day }.
not-translated = Siden er ikke oversat endnu. Du læser den på det sprog, den er skrevet på.
translation-outdated = Originalen er ændret, siden siden her blev oversat.
pages = Sider
page-n = Side { $n }
newer = Nyere
older = Ældre
turn-page = Siderne ved siden af
language-en = engelsk
language-da = dansk
language-nl = nederlandsk
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

may-i = Må jeg?
may-yes = Ja.
may-more = Hvad der er helt fint, og hvad du skal spørge om først
story-of-the-month = Månedens historie, { $month }
what-came-of-stories = Hvad der kom ud af historierne
newest-stories = Nyt på væggen
all-stories = Alle historier
people-have-asked = Det har andre været bange for
all-questions = Alle spørgsmål
asked-times = { $n ->
    [one] spurgt én gang
   *[other] spurgt { $n } gange
}
closing-soon = Fristen er tæt på
speaking-board = Hele oplægstavlen
season-themes = Noget at fortælle om
all-themes = Alle temaer
invite-home = Ti minutter og en telefon er nok.
empty-wall = Ingen har fortalt noget endnu. Det kunne blive dig.

## Historier

form-story = Historie
form-glimpse = Glimt
form-how = Sådan gjorde vi
form-dilemma = Dilemma
form-after-talk = Efter oplægget
form-customer = En kunde
what-came-of-it = Hvad der kom ud af det
outcome-conversation = En samtale
outcome-applicant = En ansøger
outcome-customer = En kunde
outcome-talk = Et oplæg
outcome-change = En forandring
outcome-other = Og så
stories-count = { $n ->
    [one] { $n } historie
   *[other] { $n } historier
}
minutes-to-read = { $n ->
    [one] { $n } minut at læse
   *[other] { $n } minutter at læse
}
filter-stories = Vælg historier
filter-all = Alt
filter-theme = Tema
filter-team = Team
filter-place = Sted
filter-language = Sprog
filter-form = Form
filter-year = År
show-everything = Vis alt
by-theme = Historier om »{ $name }«
by-team = Historier fra teamet { $name }
by-place = Historier fra { $name }
by-language = Historier på { $name }
by-form = Historier: { $name }
by-year = Historier fra { $name }
stories-lead = Fortalt af dem, det skete for, med deres egne ord.
empty-filter = »{ $name }«: her er der tomt endnu. Det kunne blive dig.
be-the-first = Vær den første
invite-wall = Din mangler her.
invite-story = Har du en, der ligner? Ti minutter er nok.
may-it-travel = Må den komme videre?
audience-internal = Den bliver blandt kolleger. Fortæl den ikke videre ude i byen.
audience-shareable = Ja. Fortæl den gerne videre med dine egne ord, og sig, at du arbejder her.
audience-public = Ja. Alle må læse den.
helped-by = Hjulpet af
it-served = Den tjente
why-of-the-month = Hvorfor netop den
photo-taken-down = Her var et billede. Det er taget ned, fordi samtykket fra en på det ikke gælder længere.
photo-by = Billede: { $name }
nobody-changed = Ingen andre end { $name } har ændret et ord i historien.
edit-story = Er den din? Ret i den.
related-stories = Hænger ved siden af
newer-story = Nyere
older-story = Ældre
successes-title = Hvad der kom ud af det
successes-lead = Vi tæller ikke, hvor mange der måske har set en historie. Vi fortæller, hvad der skete bagefter.
past-stories-of-the-month = Tidligere månedens historier
empty-successes = Der er ikke kommet noget retur endnu. Det kan tage tid. En snak på kajen sender ikke nogen rapport.

## Håndbog

on-this-page = På denne side
ask-about-page = Spørg om siden her:
looks-after-page = { $name } passer siden her.
reviewed-on = Sidst set efter { $day }.
review-due = Næste gang senest { $day }.
review-overdue = Det er længe siden, nogen har set siden efter. Spørg, før du stoler på en detalje.
edit-page = Ret siden
all-pages = Alle sider
previous-page = Forrige
next-page = Næste
policy = Politik
policy-version = version { $version }
policy-effective = gælder fra { $day }
policy-supersedes = afløser version { $version }
alert-may = Du må gerne
alert-careful = Pas på
alert-ask = Spørg først
alert-do = Gør
alert-dont = Lad være
alert-note = Bemærk
alert-tip = Tip
alert-important = Vigtigt
alert-warning = Advarsel
alert-caution = Fare
heading-anchor = Link til:
table-label = Tabel
task-done = Gjort
task-open = Mangler
footnotes = Fodnoter
footnote-reference = Fodnote
footnote-back = Tilbage til teksten, fodnote

## Temaer

lens-craft = Faget
lens-culture = Sådan er vi sammen
lens-customer = Kunden
lens-everyday = Hverdagen
for-whom = Til hvem:
until-day = til { $day }
begin-with-one = Begynd med et af dem her
told-so-far = Fortalt indtil nu
more-on-theme = Alle historier om temaet
empty-theme = Ingen har fortalt om »{ $name }« endnu. Det kunne blive dig.
empty-theme-short = Ingen har fortalt om det endnu. Det kunne blive dig.
invite-free = Har du noget helt andet på hjerte? Et tema er en idé, ikke en regel.

## Spørgsmål

faq-lead = Nogen har været i tvivl før dig. Her er, hvad de spurgte om.
rather-talk = Vil du hellere snakke?
who-helps = Hvem hjælper dig
find-question = Find et spørgsmål
found-none = Intet fundet. Prøv et kortere ord, eller ring.
found-one = 1 spørgsmål
found-many = # spørgsmål
about-fear = Hvad nu, hvis det går galt?
about-policy = Hvad er tilladt?
about-practical = Hvordan gør man?
answered-by = { $name } svarer.
answered-by-heading = Hvem svarer
own-address = Link til svaret
others-asked = Andre spurgte
see-also = Se også
ask-yourself = Spørg selv
not-here-ask = Står dit ikke her? { $name } vil gerne høre det.

## Mennesker

people-lead = De fortæller, og de hjælper dig med at fortælle.
empty-people = Ingen har sat deres navn her endnu.
can-write = kan skrive
can-photograph = kan fotografere
can-film = kan filme
can-speak = kan tale til mange
can-mentor = kan vise dig hvordan
can-listen = kan lytte
can-draw = kan tegne
can-translate = kan oversætte
glad-to = Spørg mig, hvis du mangler en, der
wants-to-try = Vil gerne prøve
knows-about = Ved noget om
speaks = Taler
buddy = Makker
contact = Kontakt
former-colleague = Er stoppet hos os. Historierne bliver hængende, for det må de gerne.
stories-by = Fortalt af { $name }
talks-by = Oplæg af { $name }
empty-person = { $name } har ikke fortalt en her endnu. Måske skulle du spørge.

## Oplægstavlen

speaking-lead = Steder, der leder efter en som dig. Det, der lukker først, står øverst.
days-left-unit = { $n ->
    [one] dag tilbage
   *[other] dage tilbage
}
last-day = er sidste dag
closes-on = Frist { $day }
as-announced = meldt ud som { $words }
opens-on = Åbner { $day }
opens-word = åbner
answer-by = Svar senest { $day }
open-calls = Åbne indkaldelser
expected-calls = Ventes
expected-lead = Ikke annonceret. Vi gætter ud fra tidligere år, så tag ugen med et gran salt.
confidence-tight = Ret sikkert.
confidence-medium = Mindre sikkert.
confidence-season = Kun årstiden er kendt.
seen-in = Set i
coming-events = Kommer snart
past-events = Overstået
empty-calls = Ingen indkaldelser er åbne i dag. { $name } ved, hvor du kan spørge, og et møde på dit eget sted er også en scene.
empty-calls-plain = Ingen indkaldelser er åbne i dag. Et møde på dit eget sted er også en scene.
state-cfp-open = Åben
state-cfp-closing = Lukker snart
state-cfp-last-day = Sidste dag
state-cfp-soon = Ikke åben endnu
state-cfp-closed = Fristen er udløbet
state-running = I gang nu
state-over = Overstået
state-cancelled = Aflyst
state-no-cfp = Ingen indkaldelse
kind-conference = Konference
kind-meetup = Meetup
kind-webinar = Webinar
kind-podcast = Podcast
kind-guest-lecture = Gæsteforelæsning
kind-internal = Os selv
kind-panel = Panel
place-in-person = til stede
place-online = online
place-hybrid = til stede og online
first-timers-welcome = Førstegangstalere er velkomne
first-timers-why = De kan godt lide folk, der aldrig har prøvet det før. Det kan vi også.
we-pay = Vi betaler:
cover-ticket = billet
cover-travel = rejse
cover-hotel = hotel
cover-work-time = dine timer
too-short = For sent til vores egen godkendelse. Ring alligevel.
has-spoken-there = { $n ->
    [one] Har talt der før:
   *[other] Har talt der før:
}
to-the-call = Til indkaldelsen
to-the-event = Til arrangementet
approved-by = { $name } siger ja hos os.
lead-days = { $n ->
    [one] Spørg en dag før.
   *[other] Spørg { $n } dage før.
}
knows-the-place = Kender stedet
formats = Hvor længe
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
it-serves = Det tjener
earlier-editions = Tidligere år
talks-here = Oplæg holdt der
verified-on = Nogen har tjekket det her { $day }.

## Oplæg

talks-lead = Kolleger, der kommer og fortæller, hvis du spørger.
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
empty-training = Her står ingen kurser endnu. Hvad kunne du vise en anden på en time?
format-together = i samme rum
format-online = på video
format-alone = på egen hånd
training-join = Vær med
training-link = Til kurset
training-ask = Spørgsmål?

## Sat sammen af siderne

names-and = { $first } og { $last }
a-colleague = En kollega
handbook-lead = Hvad du må, hvad vi lover, og hvordan man gør.
feed-title = { $site }: { $part }
expected-call-week = Frist omkring uge { $week }, { $month }, plus minus { $weeks ->
    [one] én uge
   *[other] { $weeks } uger
}
expected-call-season = Frist engang omkring { $month }
expected-event-week = Finder sted omkring uge { $week }, { $month }, plus minus { $weeks ->
    [one] én uge
   *[other] { $weeks } uger
}
expected-event-season = Finder sted engang omkring { $month }

## Feeds og andre udgange

feed-stories = Alle historier
feed-successes = Hvad der kom ud af det
feed-theme = Historier om »{ $name }«
feed-language = Historier på { $name }
not-found-title = Her hænger ikke noget
not-found-lead = Siden er flyttet eller taget ned. Det kan være med vilje: Den, der fortæller en historie, må også tage den tilbage.
moved = Siden er flyttet
talk-waitlisted = på venteliste
talk-confirmed = bekræftet
talk-told = holdt og fortalt som historie
co-speaker-wanted = Vi mangler en til at holde det sammen med

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
preview-more = { $n } mere
preview-beyond = Og { $n } mere: storywall check viser alt.
preview-open = Åbn
preview-page = Denne side
preview-words = { $n } ord
preview-number = Udgave { $n }, siden forhåndsvisningen begyndte
preview-look = Se den
preview-day = Dag
preview-audience = Som set af
preview-audience-internal = kolleger
preview-audience-public = alle
preview-drafts = Kladder
preview-drafts-yes = vises
preview-drafts-no = skjules
preview-show = Se
preview-now = Tilbage til nu
preview-light = Du ser siderne
preview-light-day = som de er den { $day }
preview-light-public = som alle ser dem
preview-light-internal = som kolleger ser dem
preview-light-drafts = med kladder
preview-light-no-drafts = uden kladder
preview-no-day = »{ $written }« er ikke en dag. Skriv år-måned-dag, for eksempel 2026-12-24.
preview-lost = Forhåndsvisningen er stoppet. Siden her er, som den var sidst, og følger selv med igen.
preview-moved = Teksten, der stod her, har fået en anden adresse:
preview-gone = Der er ingen side på denne adresse.
preview-near = Mente du en af disse?
preview-orphan = Der er en oversættelse, men ikke den tekst, den oversætter. Derfor har den ingen side.
preview-unread = Filen til denne side er der, men den kan ikke læses. Hvad der er galt, står nedenfor.
preview-hidden-draft = Denne tekst er en kladde. Læserne ser den ikke.
preview-hidden-future = Denne teksts dag er ikke kommet: læserne ser den fra den { $day }.
preview-hidden-internal = Den her er kun for kolleger.
preview-hidden-consent = Historien må være offentlig, men den, der fortæller den, har kun sagt ja til at blive set af kolleger.
preview-hidden-paused = Den her er sat på pause. Ingen ser den.
preview-hidden-withdrawn = Den her vises ikke, fordi nogen har trukket sit samtykke tilbage, eller fordi det er udløbet.
preview-hidden-names = Den her vises ikke, fordi den nævner nogen, der ikke vil nævnes eller ikke længere vil.
preview-see-drafts = Se den med kladder
preview-see-then = Se den, som den er den dag
preview-see-inside = Se den, som kolleger gør
preview-broken = Siden kan ikke laves
preview-broken-lead = En skabelon er forkert. Ret den, så kommer siden tilbage af sig selv.
preview-withheld = Siden kan ikke vises lige nu
preview-withheld-lead = Nogen arbejder på den. Kom tilbage senere.
preview-no-site = Denne mappe er ikke et websted endnu
preview-no-site-lead = Så snart den er et, vises det her.
