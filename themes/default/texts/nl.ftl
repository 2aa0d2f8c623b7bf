# Wat de site zegt, in het Nederlands (je/jij). Een eigen thema kan losse teksten vervangen.

## Elke pagina

skip = Naar de tekst
menu = Menu
main-navigation = Hoofdmenu
breadcrumbs = Je bent hier
languages = Talen
handbook = Handboek
nav-stories = Verhalen
nav-handbook = Handboek
nav-faq = Vragen
nav-themes = Thema’s
nav-speaking = Spreken
nav-training = Cursussen
nav-people = Mensen
nav-talks = Onze praatjes
nav-successes = Wat ervan kwam
home = Voorpagina
tell-yours = Vertel mee
tell-short = Vertel
question-of-the-week = Vraag van de week
answer-it = Geef antwoord
wall-lists = Teams en plaatsen
wall-lists-lead = Alle lijsten van de muur, op één pagina.
feeds = Feeds
feeds-lead = Een feed brengt nieuwe verhalen naar je toe, zodat je ze niet hoeft te zoeken.
feeds-how = Neem RSS: dat kennen alle feedlezers en veel mailprogramma’s. JSON is voor programma’s die erom vragen. Kopieer het adres van de link naar het programma. De meeste mensen hebben geen feed nodig: de muur is altijd bijgewerkt.
feeds-all = Alles
feeds-parts = Alleen een deel
feeds-atom = RSS
feeds-json = JSON
foot-navigation = Verder op de site
foot-read = Lezen
foot-find = Vinden
foot-follow = Volgen
and = en
and-others = { $n ->
    [one] en nog één
   *[other] en { $n } anderen
}
yes = ja
no = nee
today = Vandaag
nothing-leaves = Niets hiervan gaat het bedrijf uit, tenzij de schrijver dat zelf wil.
unsure-call = Twijfel je? Vraag het aan { $name }:
built-on = Bijgewerkt op { $day }.
not-translated = Deze pagina is nog niet vertaald. Je leest de tekst in de oorspronkelijke taal.
translation-outdated = Het origineel is veranderd nadat deze pagina is vertaald.
pages = Pagina’s
page-n = Pagina { $n }
newer = Nieuwer
older = Ouder
turn-page = Vorige en volgende
language-en = Engels
language-da = Deens
language-nl = Nederlands
language-de = Duits
language-fr = Frans
language-es = Spaans
language-sv = Zweeds
language-nb = Noors
language-fi = Fins
language-pl = Pools
language-it = Italiaans
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

## Voorpagina

may-i = Mag het?
may-yes = Ja.
may-more = Wat mag, wat vraag je eerst?
story-of-the-month = Verhaal van de maand, { $month }
what-came-of-stories = Wat er van de verhalen kwam
newest-stories = Nieuw op de muur
latest-stories = De laatste verhalen op de muur
all-stories = Alle verhalen
people-have-asked = Wat anderen eerst vroegen
people-may-ask = Wat je misschien wilt vragen
all-questions = Alle vragen
asked-times = { $n ->
    [one] één keer gevraagd
   *[other] { $n } keer gevraagd
}
closing-soon = Sluit binnenkort
speaking-board = Waar kun je spreken?
season-themes = Thema’s van dit seizoen
themes-to-tell = Iets om over te vertellen
all-themes = Alle thema’s
invite-home = Tien minuten en een telefoon zijn genoeg.
empty-wall = Er heeft nog niemand iets verteld. Jij kunt de eerste zijn.
empty-paused = Er heeft nog niemand iets verteld.

## Verhalen

form-story = Verhaal
form-glimpse = Kiekje
form-how = Stap voor stap
form-dilemma = Dilemma
form-after-talk = Na het praatje
form-customer = Een klant
what-came-of-it = Wat ervan kwam
outcome-conversation = Een gesprek
outcome-applicant = Een sollicitant
outcome-customer = Een klant
outcome-talk = Een praatje
outcome-change = Een verandering
outcome-other = En verder
stories-range = { $first } tot en met { $last } van { $n } verhalen
stories-count = { $n ->
    [one] { $n } verhaal
   *[other] { $n } verhalen
}
minutes-to-read = { $n ->
    [one] { $n } minuut lezen
   *[other] { $n } minuten lezen
}
filter-stories = Kies verhalen
filter-all = Alles
filter-theme = Thema
filter-team = Team
filter-place = Plaats
filter-language = Taal
filter-form = Vorm
filter-year = Jaar
show-everything = Toon alles
together-none = Geen enkel verhaal past bij alles wat je koos.
together-many = # verhalen
together-more = Toon meer
together-without = Zonder “#”
by-theme = Verhalen over “{ $name }”
by-team = Verhalen van team { $name }
by-place = Verhalen uit { $name }
by-language = Verhalen in het { $name }
by-form = Verhalen: { $name }
by-year = Verhalen uit { $name }
stories-lead = Verteld door wie het overkwam, in eigen woorden.
empty-filter = Bij “{ $name }” hangt nog niets. Jij kunt de eerste zijn.
be-the-first = Wees de eerste
invite-wall = Ontbreekt jouw verhaal nog?
invite-story = Heb jij er ook zo een? Tien minuten zijn genoeg.
may-it-travel = Mag ik dit doorvertellen?
audience-internal = Nee, dit blijft onder collega’s.
audience-shareable = Ja, buiten het bedrijf ook. Vertel het in je eigen woorden en zeg erbij dat je hier werkt.
audience-public = Ja, iedereen mag het lezen.
helped-by = Met hulp van
it-served = Doel
why-of-the-month = Waarom juist dit verhaal
photo-taken-down = Hier stond een foto. Die is weggehaald omdat de toestemming van iemand op de foto niet meer geldt.
photo-by = Beeld: { $name }
answer-author = Wil je reageren?
anonymous = Een van ons
anonymous-why = blijft liever anoniem
anonymous-short = zonder naam
answer-anonymous = Wil je iets zeggen tegen wie dit vertelde?
answer-anonymous-how = Bel of schrijf deze collega: die kan het doorgeven zonder namen te noemen.
words-stay = Hier verandert alleen de verteller zelf de woorden van een verhaal.
words-untouched-by = Sinds dit verhaal binnenkwam, heeft niemand behalve { $name } er een woord aan veranderd.
words-untouched = Sinds dit verhaal binnenkwam, heeft niemand behalve de verteller er een woord aan veranderd.
edit-story = Is het van jou? Pas het aan.
related-stories = Lees ook
newer-story = Nieuwer
older-story = Ouder
successes-title = Wat ervan kwam
successes-lead = We tellen niet hoeveel mensen een verhaal misschien gezien hebben. We vertellen wat er daarna gebeurde.
past-stories-of-the-month = Eerdere verhalen van de maand
empty-successes = Uit de verhalen is nog niets voortgekomen. Dat kan even duren.

## Handboek

on-this-page = Op deze pagina
also-in-part = Ook in dit deel
copy-code = Kopieer
copy-feed = Kopieer het RSS-adres
code-copied = Gekopieerd
ask-about-page = Vragen over deze pagina:
if-nobody-answers = Krijg je geen gehoor?
looks-after-page = { $name } houdt deze pagina bij.
reviewed-on = Laatst nagekeken op { $day }.
review-due = De volgende keer is uiterlijk { $day }.
review-overdue = Deze pagina is al een tijd niet nagekeken. Controleer het even voordat je op een detail vertrouwt.
edit-page = Pas deze pagina aan
all-pages = Alle pagina’s
more-pages = Meer pagina’s
previous-page = Vorige
next-page = Volgende
policy = Beleid
policy-version = versie { $version }
policy-effective = geldt vanaf { $day }
policy-supersedes = vervangt versie { $version }
alert-may = Je mag
alert-careful = Let op
alert-ask = Vraag het eerst
alert-do = Wel doen
alert-dont = Niet doen
alert-note = Goed om te weten
alert-tip = Tip
alert-important = Belangrijk
alert-warning = Waarschuwing
alert-caution = Gevaar
heading-anchor = Link naar:
table-label = Tabel
task-done = Gedaan
task-open = Nog te doen
tasks-kept = Alleen deze browser onthoudt wat je aanvinkt. Niemand anders ziet het.
tasks-forget = Wis mijn vinkjes
footnotes = Voetnoten
footnote-reference = Voetnoot
footnote-back = Terug naar de tekst, voetnoot

## Thema’s

lens-craft = Het vak
lens-culture = Hoe we met elkaar omgaan
lens-customer = De klant
lens-everyday = Gewone dagen
for-whom = Voor wie:
until-day = tot en met { $day }
begin-with-one = Begin met een van deze
told-so-far = Al verteld
more-on-theme = Alle verhalen bij dit thema
empty-theme = Er heeft nog niemand iets verteld over “{ $name }”. Jij kunt de eerste zijn.
themes-lead = Elk thema begint met een vraag. Bij de meeste heeft al iemand geantwoord.
themes-lead-few = Elk thema begint met een vraag. Schiet je bij een ervan iets te binnen? Vertel het.
empty-themes = Er zijn nog geen thema’s. Je mag over alles vertellen.
answer-this = Beantwoord deze vraag
from-day = vanaf { $day }
in-season-until = Dit seizoen, tot en met { $day }
season-over = Het seizoen liep tot en met { $day }. Vertellen mag nog steeds.
nobody-told = Hierover heeft nog niemand iets verteld. Jij misschien?
who-told = { $n ->
    [one] { $names } heeft iets verteld.
   *[other] { $names } hebben iets verteld.
}
something-else = Iets heel anders
something-else-ask = Zit jouw verhaal er niet bij? Vertel dan wat wij vergaten te vragen.

## Vragen

faq-lead = Anderen twijfelden ook. Dit wilden ze weten.
faq-lead-first = Dit vraag je je misschien af. Wil je iets anders weten? Vraag het gewoon.
rather-talk = Liever even praten?
who-helps = Wie je helpt
find-question = Zoek een vraag
found-none = Niets gevonden. Probeer een korter woord, of bel ons.
found-one = 1 vraag
found-many = # vragen
about-fear = Wat als het misgaat?
about-policy = Wat mag er?
about-practical = Hoe werkt het?
answered-by = Antwoord van { $name }.
answered-by-heading = Van wie is dit antwoord?
own-address = Link naar dit antwoord
others-asked = Anderen vroegen ook
see-also = Lees ook
ask-yourself = Stel je eigen vraag
not-here-ask = Staat jouw vraag er niet bij? Stel hem aan { $name }.
not-here-ask-nobody = Staat jouw vraag er niet bij? Vraag het gewoon.

## Mensen

people-lead = Zij vertellen zelf, en helpen jou op weg.
empty-people = Hier staat nog niemand.
everyone-who-tells = Iedereen die vertelt
ask-any-of-them = Je mag het aan iedereen vragen.
everyone = iedereen
find-somebody-who = Zoek iemand die …
open-place = Een lege plek
you-are-missing = Hier ontbreek jij nog.
quoted = “{ $text }”
speaking-helper = Nog nooit gedaan? Vraag het eerst aan:
training-helper = Weet je niet welke? Vraag het aan:
does-write = schrijft
does-photograph = fotografeert
does-film = filmt
does-speak = spreekt voor publiek
does-mentor = helpt je op weg
does-listen = luistert
does-draw = tekent
does-translate = vertaalt
can-write = kan schrijven
can-photograph = kan fotograferen
can-film = kan filmen
can-speak = kan voor een zaal spreken
can-mentor = kan je op weg helpen
can-listen = kan luisteren
can-draw = kan tekenen
can-translate = kan vertalen
glad-to = Vraag mij als je iemand zoekt die
wants-to-try = Wil graag eens proberen
knows-about = Weet veel van
buddy = Buddy
contact = Contact
former-colleague = Werkt hier niet meer. De verhalen mochten blijven.
stories-by = Verteld door { $name }
talks-by = Praatjes van { $name }
empty-person = { $name } heeft hier nog niets verteld. Vraag er eens naar.

## Waar kun je spreken?

speaking-lead = Hier zoeken ze iemand zoals jij. Wat het eerst sluit, staat bovenaan.
days-left-unit = { $n ->
    [one] dag over
   *[other] dagen over
}
last-day = is de laatste dag
closes-on = Sluit op { $day }
as-announced = aangekondigd als { $words }
opens-on = Opent op { $day }
opens-word = opent
takes-place-word = vindt plaats
answer-by = Je hoort het uiterlijk { $day }
open-calls = Oproepen voor sprekers
later-calls = Gaan later open
expected-calls = Verwacht
expected-lead = Nog niet aangekondigd. We gaan af op eerdere jaren, dus neem de datum met een korreltje zout.
confidence-tight = De vorige jaren was het steeds rond deze tijd.
confidence-medium = De vorige jaren liep het uiteen.
confidence-season = Alleen het seizoen is bekend.
seen-in = Gezien in
coming-events = Komende evenementen
past-events = Geweest
empty-calls = Er is vandaag geen open oproep voor sprekers. { $name } weet waar je terechtkunt. Je kunt ook beginnen in een overleg bij jou op het werk.
empty-calls-plain = Er is vandaag geen open oproep voor sprekers. Je kunt ook beginnen in een overleg bij jou op het werk.
state-cfp-open = Open
state-cfp-closing = Sluit bijna
state-cfp-last-day = Laatste dag
state-cfp-soon = Nog niet open
state-cfp-closed = Oproep gesloten
state-running = Nu bezig
state-over = Voorbij
state-cancelled = Afgelast
event-cancelled = Dit evenement gaat niet door.
state-no-cfp = Geen oproep voor sprekers
no-form = Geen formulier: vraag het gewoon
no-form-ask = Geen formulier: vraag het aan { $name }
call-over = De oproep is gesloten. De tekst hieronder kan ouder zijn.
event-over = Dit is voorbij. De tekst hieronder kan ouder zijn.
event-is-over = Dit is voorbij.
kind-conference = Conferentie
kind-meetup = Meetup
kind-webinar = Webinar
kind-podcast = Podcast
kind-guest-lecture = Gastles
kind-internal = Voor collega’s
kind-panel = Panel
place-in-person = op locatie
place-online = online
place-hybrid = op locatie en online
first-timers-welcome = Eerste keer? Welkom
first-timers-why = Wie dit nog nooit heeft gedaan, is hier juist welkom.
we-pay = Wij betalen:
cover-ticket = kaartje
cover-travel = reis
cover-hotel = hotel
cover-work-time = je uren
too-short = Te kort dag om de kosten te regelen. Bel toch maar.
has-spoken-there = { $n ->
    [one] Sprak daar eerder:
   *[other] Spraken daar eerder:
}
to-the-call = Bekijk de oproep
to-the-event = Bekijk het evenement
approved-by = { $name } keurt de kosten goed.
lead-days = { $n ->
    [one] Vraag het minstens een dag voor de sluitingsdatum.
   *[other] Vraag het minstens { $n } dagen voor de sluitingsdatum.
}
lead-days-ahead = { $n ->
    [one] Vraag het minstens een dag van tevoren.
   *[other] Vraag het minstens { $n } dagen van tevoren.
}
lead-days-gone = { $n ->
    [one] Er is minder dan een dag over: bel { $name }.
   *[other] Er zijn minder dan { $n } dagen over: bel { $name }.
}
knows-the-place = Weet hier meer van
formats = Duur
minutes-long = { $n ->
    [one] { $n } minuut
   *[other] { $n } minuten
}
minutes-unit = { $n ->
    [one] minuut
   *[other] minuten
}
they-offer = Zij regelen
offer-ticket = kaartje
offer-travel = reis
offer-hotel = hotel
offer-fee = vergoeding
offer-recording = opname
offer-captions = ondertiteling
who-comes = Wie komen er
it-serves = Doel
earlier-editions = Eerdere jaren
later-editions = Latere jaren
talks-here = Onze praatjes daar
verified-on = Nagekeken op { $day }.

## Praatjes

talks-lead = Deze collega’s komen iets vertellen als je het vraagt.
empty-talks = Hier staat nog geen praatje. Kun jij tien minuten vertellen over iets waar je veel van weet?
level-beginner = voor beginners
level-intermediate = voor vakmensen
level-advanced = voor specialisten
level-everyone = voor iedereen
for-meetup = meetups
for-guest-lecture = gastlessen
for-internal = eigen overleggen
for-conference = conferenties
for-podcast = podcasts
for-webinar = webinars
for-panel = panels
can-be-heard-at = Te vragen voor
book-talk = Wil je het horen? Vraag het aan:
talk-history = Waar het gehouden is
talk-given = gehouden
talk-submitted = ingestuurd
talk-accepted = aangenomen
talk-planned = gepland
see-it = Bekijk het
slides = Dia’s
recording = Opname
the-story-behind = Het verhaal erachter

## Cursussen

training-lead = Wat je in een uur of twee van een collega leert.
empty-training = Hier staat nog geen cursus. Wat kun jij een ander in een uur laten zien?
format-together = samen in één ruimte
format-online = via video
format-alone = in je eentje
training-join = Doe mee
training-dates = Eerstvolgende keren
training-full = vol
training-subscribe = Zet de data in je agenda
training-ask = Meer weten?

## Samengesteld door de pagina’s

names-and = { $first } en { $last }
a-colleague = Een collega
name-withheld = [een collega]
gap = Nog invullen:
handbook-lead = Wat je mag, wat wij beloven en hoe je het doet.
feed-title = { $site }: { $part }
expected-call-day = Sluit rond { $day }, met een marge van { $weeks ->
    [one] een week
   *[other] { $weeks } weken
}
expected-call-season = Sluit ergens rond { $month }
expected-event-day = Vindt plaats rond { $day }, met een marge van { $weeks ->
    [one] een week
   *[other] { $weeks } weken
}
expected-event-season = Vindt plaats ergens rond { $month }
expected-call-now = Misschien staat de oproep nu open. Vraag het aan { $name }.
expected-call-now-plain = Misschien staat de oproep nu open.
expected-event-now = Misschien is het nu. Vraag het aan { $name }.
expected-event-now-plain = Misschien is het nu.

## Feeds en andere uitgangen

feed-stories = Alle verhalen
feed-successes = Wat ervan kwam
feed-theme = Verhalen over “{ $name }”
feed-language = Verhalen in het { $name }
not-found-title = Deze pagina bestaat niet
not-found-lead = Misschien is de pagina verplaatst of weggehaald. Wie een verhaal vertelt, mag het ook laten weghalen. Heb je het adres van papier overgetypt? Kijk het dan nog eens na.
lost-answer = Je hebt nu een antwoord nodig
lost-story = Je zocht een verhaal
lost-question = Je had een vraag
moved = Deze pagina is verhuisd
talk-waitlisted = op de wachtlijst
talk-confirmed = bevestigd
talk-told = gehouden, en als verhaal verteld
co-speaker-wanted = Tweede spreker gezocht

## Talen die collega’s spreken

language-ar = Arabisch
language-fa = Perzisch
language-fo = Faeröers
language-lt = Litouws
language-pt = Portugees
language-ro = Roemeens
language-so = Somalisch
language-tr = Turks
language-uk = Oekraïens

## De voorvertoning, terwijl iemand schrijft (meldingen over fouten zijn Engels: ze zijn in elke taal gelijk)

preview-name = Voorvertoning
preview-errors = { $n ->
    [one] 1 fout
   *[other] { $n } fouten
}
preview-warnings = { $n ->
    [one] 1 waarschuwing
   *[other] { $n } waarschuwingen
}
preview-advice = { $n ->
    [one] 1 advies
   *[other] { $n } adviezen
}
preview-well = Alles in orde
preview-well-here = Alles in orde op deze pagina
preview-none-here = Hier is geen pagina
preview-here = op deze pagina
preview-elsewhere = Elders:
preview-here-title = Op deze pagina
preview-elsewhere-title = Elders op de site
preview-more = Nog { $n }
preview-beyond = En nog { $n }. Met storywall check zie je alles.
preview-open = Openen
preview-page = Deze pagina
preview-words = { $n ->
    [one] 1 woord
   *[other] { $n } woorden
}
preview-number = Versie { $n } in deze voorvertoning
preview-look = Bekijk als
preview-day = Dag
preview-audience = Lezers
preview-audience-internal = collega’s
preview-audience-public = iedereen
preview-drafts = Concepten
preview-drafts-yes = zichtbaar
preview-drafts-no = verborgen
preview-show = Toon
preview-now = Terug naar vandaag
preview-light = Je ziet de site
preview-light-day = zoals op { $day }
preview-light-public = zoals iedereen hem ziet
preview-light-internal = zoals collega’s hem zien
preview-light-drafts = met concepten
preview-light-no-drafts = zonder concepten
preview-no-day = “{ $written }” is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2026-12-24.
preview-lost = De voorvertoning is gestopt. Je ziet de laatste versie van deze pagina. Zodra de voorvertoning weer draait, wordt de pagina vanzelf bijgewerkt.
preview-moved = De tekst die hier stond, heeft nu een ander adres:
preview-gone = Er is geen pagina op dit adres.
preview-near = Bedoelde je een van deze pagina’s?
preview-orphan = Er is een vertaling, maar de oorspronkelijke tekst ontbreekt. Daarom is er geen pagina.
preview-unread = Het bestand van deze pagina is er, maar kan niet worden gelezen. Hieronder staat wat er mis is.
preview-hidden-draft = Deze tekst is een concept. Lezers zien hem niet.
preview-hidden-future = De datum van deze tekst moet nog komen. Lezers zien hem vanaf { $day }.
preview-hidden-internal = Dit is alleen voor collega’s.
preview-hidden-consent = Dit verhaal mag openbaar zijn, maar de schrijver wil alleen door collega’s worden gezien.
preview-hidden-paused = Dit is op pauze gezet. Niemand anders ziet het.
preview-hidden-withdrawn = Dit wordt niet getoond, omdat iemand zijn toestemming heeft ingetrokken of omdat die is verlopen.
preview-hidden-names = Dit wordt niet getoond, omdat er iemand in staat die niet of niet meer genoemd wil worden.
preview-see-drafts = Bekijk het met concepten
preview-see-then = Bekijk het zoals op die dag
preview-see-inside = Bekijk het zoals collega’s het zien
preview-wrong = Er zit een fout in het bestand van deze pagina, dus misschien zie je niet wat je schreef. Zolang de fout er nog in zit, wordt er niets nieuws gepubliceerd.
preview-broken = Deze pagina kan niet worden gemaakt
preview-broken-lead = Er zit een fout in een sjabloon. Herstel die, dan komt de pagina vanzelf terug.
preview-withheld = Deze pagina kan nu niet worden getoond
preview-withheld-lead = Er wordt aan gewerkt. Kom later terug.
preview-no-site = Deze map is nog geen site
preview-no-site-lead = Zodra het er een is, staat hij hier.

## Wat collega’s willen proberen

try-write = schrijven
try-photograph = foto’s maken
try-film = filmen
try-speak = voor een zaal spreken
try-mentor = iemand op weg helpen
try-listen = luisteren
try-draw = tekenen
try-translate = vertalen
new-questions = Lezers zien deze regels niet. Ze helpen je op gang; laat ze staan of haal ze weg.

## Een verhaal schrijven

write-here = Schrijf het hier
write-here-how = Drie stappen, ook op een telefoon. Alles blijft op je toestel tot je het verstuurt.
write-lead = Drie regels zijn genoeg. Niemand verbetert ze.
write-template = Schrijf hier en kopieer alles naar een mail aan { $name }
write-template-nobody = Schrijf hier en kopieer alles naar een mail of een bericht
write-template-text =
    Wat gebeurde er?



    Wie komen erin voor, en heb je het aan ze gevraagd?



    Wie mag het zien: collega’s, collega’s die het mogen navertellen, of iedereen?



    Je naam en nummer:
write-without-script = Voor de drie stappen is een script nodig, en deze browser draait geen scripts. Zo gaat het net zo goed. Sluit je de pagina, dan is je tekst weg.
write-still-here = Je verhaal is er nog
write-left-at = Voor het laatst bewaard op { $time }.
write-go-on = Ga ermee verder
write-drop = Gooi het weg
write-shared-device = Het staat alleen op dit toestel. Gebruiken meer mensen het, en is dit verhaal niet van jou? Laat het dan staan, en zeg het tegen degene die het toestel vóór jou gebruikte.
write-kept = Om { $time } bewaard, alleen op dit toestel
write-kept-words = De tekst is om { $time } bewaard, alleen op dit toestel. Foto’s bewaart deze browser niet.
write-not-kept = Deze browser bewaart niets. Verstuur het voordat je de pagina sluit.
write-count = Woorden: { $n }
write-drop-it = Druk nog eens om het weg te gooien. Je krijgt het niet terug.
write-dropped = Het concept staat niet meer op dit toestel.
write-step-what = Wat er gebeurde
write-step-who = Wie erin voorkomen
write-step-see = Wie het mag zien
write-what = Wat gebeurde er?
write-another = Een andere vraag
write-no-words = Er staat nog niets. Eén regel is genoeg.
write-three-lines = Schrijf zoals je praat. Op de spelling let niemand.
write-coach = Stel me een vraag over mijn verhaal
write-coach-title = Vragen, als je daar zin in hebt
write-coach-like = Dit vinden we een mooie zin.
write-coach-more = Hier willen we graag meer over horen.
write-coach-short = Een kort verhaal is een heel verhaal. Vragen komen er pas vanaf { $n } woorden.
write-coach-failed = Er zijn nu geen vragen op te halen.
write-coach-yours = Ze zijn alleen voor jou: er wordt niets van bewaard of verstuurd. Je hoeft niet te antwoorden.
write-coach-away = Leg ze weg
write-title = Een regel om erboven te zetten, als je er een hebt
write-title-hint = Laat je dit leeg, dan komt je eerste zin erboven.
write-theme = Waar gaat het over?
write-theme-none = Geen van deze
write-next-who = Verder: wie erin voorkomen
write-see = Bekijk het
write-who = Wie komen erin voor?
write-name = Je naam
write-name-hint = Voornaam en achternaam, zoals ze boven het verhaal moeten staan.
write-no-name = Er hoort een naam bij het verhaal. Geef je de jouwe liever niet? Kies dan “Zonder mijn naam”, of bel.
write-no-name-nobody = Er hoort een naam bij het verhaal. Geef je de jouwe liever niet? Kies dan “Zonder mijn naam”.
write-anonymous = Zonder mijn naam
write-anonymous-hint = Er staat dan “Een van ons”. Praat eerst met { $name }: aan een mail is nog te zien van wie die komt.
write-anonymous-hint-nobody = Er staat dan “Een van ons”. Praat eerst met de collega die helpt: aan een mail is nog te zien van wie die komt.
write-photo = Een foto, als je die hebt
write-photo-hint = Eén is genoeg. Donker en scheef mag. De foto wordt hier verkleind, en plaats en tijd gaan eruit.
write-photo-take = Maak of kies een foto
write-photo-turn = Draai hem
write-take-out = Haal weg
write-photo-made = Op dit toestel verkleind, van { $before } naar { $after }. Plaats en tijd zijn eruit.
write-photo-unread = Deze browser kan “{ $name }” niet lezen. Mail de foto zoals hij is, of maak een nieuwe.
write-photo-n = Foto { $n }
write-alt = Wat staat erop, voor een collega die het niet kan zien?
write-faces = Is er iemand op te herkennen?
write-faces-no = Nee, niemand
write-faces-no-hint = Van achteren, ver weg of alleen handen.
write-faces-yes = Ja
write-faces-wanted = Hier ontbreekt nog een antwoord: is er iemand te herkennen, en wie?
write-faces-more = Er is nog iemand te herkennen
write-others = Schrijf je nog over iemand anders?
write-others-hint = Iemand die je noemt, of die collega’s meteen zouden herkennen.
write-add-person = Voeg iemand toe
write-person = Wie is het?
write-asked-photo = Wie erop staat, beslist zelf. Heb je de foto laten zien?
write-asked-words = Heb je gevraagd of het mag?
write-yes-colleagues = Ja, en collega’s mogen hem zien
write-yes-anyone = Ja, en iedereen mag hem zien
write-yes-words = Ja, het mag
write-not-yet = Nog niet
write-not-yet-hint = { $name } vraagt het voordat er iets online komt. Je hoeft er niet achteraan.
write-not-yet-hint-nobody = Iemand vraagt het voordat er iets online komt. Je hoeft er niet achteraan.
write-next-see = Verder: wie het mag zien
write-see-who = Wie mag het zien?
write-internal = Mijn collega’s
write-internal-hint = Het blijft binnen het bedrijf. Daar staat het prima, en zo blijft het als je niets verandert.
write-shareable = Collega’s, en ze mogen het navertellen
write-shareable-hint = Ook buiten het bedrijf, in hun eigen woorden.
write-public = Iedereen
write-public-hint = Het mag buiten het bedrijf gelezen worden, met je naam erbij.
write-change-mind = Je mag altijd van gedachten veranderen.
write-photo-stays = Je koos “Iedereen”. Van { $names } mogen alleen collega’s de foto zien. Daarom blijft de foto hier en gaat alleen de tekst mee.
write-waits = Aan { $names } is nog niets gevraagd. Het verhaal gaat mee als concept en wacht op toestemming.
write-tongue = De taal waarin je schreef
write-to-send = Verder: versturen
write-send = Verstuur het
write-send-lead = Kies de manier die bij je past. Je verhaal komt altijd bij { $name } terecht.
write-send-lead-nobody = Kies de manier die bij je past.
write-share = Deel het vanaf hier
write-share-how = Je toestel vraagt waarheen: mail, een chat, wat je maar hebt. Kies { $name }. Tekst en foto’s gaan mee.
write-share-how-nobody = Je toestel vraagt waarheen: mail, een chat, wat je maar hebt. Tekst en foto’s gaan mee.
write-share-do = Deel
write-mail = Mail het
write-call = Bel
write-mail-or-call = Mail het, of bel
write-mail-fits = De tekst is kort genoeg voor een mail: er gaat een nieuwe open waar alles al in staat. De regels bovenaan zijn voor de site; laat ze staan.
write-mail-long = De tekst is te lang voor een mail die vanzelf wordt ingevuld. Daarom kopieert de knop eerst de tekst en opent dan een korte mail: plak hem daarin.
write-mail-photos = Foto’s gaan zo niet mee. Bewaar het bestand hieronder en doe de foto’s zelf bij de mail.
write-mail-do = Mail { $name }
write-mail-subject = Een verhaal: { $title }
write-mail-short = Hallo! Hier is een verhaal. Het staat hieronder, of zit als bestand bij deze mail.
write-file = Bewaar het als bestand
write-file-how = Alles in één bestand. Geef het aan wie je wilt, zoals je wilt:
write-file-do = Bewaar het bestand
write-file-name = verhaal
write-copy = Kopieer het
write-copy-how = Plak het waar je wilt.
write-copy-photos = Foto’s gaan niet mee: zet ze in dezelfde map als de tekst, met deze namen:
write-copy-do = Kopieer de tekst
write-copied = Gekopieerd. Nu kun je het plakken.
write-select = In deze browser mag een pagina niet kopiëren. De tekst is hieronder geselecteerd: kopieer hem zelf.
write-whole = Je verhaal, zoals het verstuurd wordt
write-forge = Zet het zelf in Git
write-forge-who = Voor wie een account heeft.
write-forge-fits = Er gaat een nieuw tabblad open waar de tekst al in staat. Deze pagina blijft zoals hij is.
write-forge-long = De tekst is te lang voor het adres ({ $n } bytes; er passen er { $most } in). Daarom kopieert de knop eerst de tekst en opent dan de pagina: plak hem daar.
write-forge-name = De tekst kan niet vanzelf mee naar die pagina. Daarom kopieert de knop hem eerst en opent dan de pagina: plak hem daar.
write-forge-new = Je naam staat nog niet op deze site, dus er is ook een bestand in content/people/ nodig.
write-forge-photos = De foto’s zet je er daarna bij: ze zitten in het bestand dat je hierboven kunt bewaren.
write-forge-do = Open { $host }
write-sent-at = Je hebt het om { $time } meegenomen. Deze pagina kan niet zien of het is aangekomen. Dat weet je als je antwoord krijgt.
write-shared = Gebruiken meer mensen dit toestel?
write-lies-here = Je verhaal en de foto’s staan er nog op, en nergens anders, tot je ze weggooit. Sommige browsers wissen ze na een week.
write-drop-draft = Gooi het concept weg
write-and-then = Wat er daarna gebeurt
write-look = Hoe het eruit gaat zien
write-look-card = Op de muur
write-look-page = Op een eigen pagina
write-look-hint = Zo komt het er te staan. Alleen de datum kan nog veranderen.
write-your-title = Je eerste zin
write-your-words = Hier zie je je woorden terwijl je schrijft.
write-your-name = Je naam
write-else = Liever niet schrijven?
write-else-call = Bel, of mail gewoon. { $name } schrijft mee terwijl jij vertelt.
write-else-phone = Bel. { $name } schrijft mee terwijl jij vertelt.
write-else-mail = Mail { $name } gewoon.
write-else-ways = Alle manieren om te vertellen

## Vragen, een thema voorstellen, een verhaal aanvullen

ask-title = Een vraag, een thema, een zin
ask-lead = Een paar woorden zijn genoeg, en alles blijft op je toestel tot je het verstuurt.
ask-without-script = Voor het formulier is een script nodig, en deze browser draait geen scripts. Met deze velden gaat het net zo goed. Sluit je de pagina, dan is je tekst weg.
ask-question = Stel een vraag
ask-question-lead = Geen vraag is te klein, en niemand hoeft te weten dat hij van jou komt.
ask-question-words = Wat wil je weten?
ask-question-hint = Vraag het zoals je het een collega vraagt die je vertrouwt.
ask-about = Waar gaat het over?
ask-topic = Stel een thema voor
ask-topic-lead = Waarover wil je je collega’s horen vertellen?
ask-topic-title = Het thema, in een paar woorden
ask-topic-hint = Bijvoorbeeld: Mijn eerste week.
ask-topic-prompts = Vragen waardoor jij zin zou krijgen om te vertellen, als je die hebt
ask-topic-prompts-hint = Op elke regel één. Vraag naar één moment: Wat hoorde je voordat je het zag?
ask-topic-why = Waarom juist dit, als je dat wilt zeggen
ask-no-topic = Schrijf het thema in een paar woorden.
ask-there = Ik was er ook bij
ask-there-lead = Schrijf erbij wat jij zag. Wie het verhaal vertelde, leest het eerst en zegt ja of nee.
ask-there-story = Welk verhaal?
ask-there-story-hint = De titel, het begin ervan, of het adres van het verhaal.
ask-no-story = Welk verhaal is het? Schrijf de titel hier.
ask-there-words = Wat zag of hoorde je?
ask-there-hint = Een zin of twee, hooguit 500 tekens. Ze komen onder het verhaal te staan.
ask-there-full = Dit zijn 500 tekens. Meer past er niet.
ask-name = Je naam, als je wilt
ask-name-hint = Laat je dit leeg, dan staat er geen naam in. Aan een mail is nog te zien van wie die komt; aan een bewaard bestand dat iemand anders doorgeeft niet.
ask-to-send = Verder: versturen
ask-send = Verstuur het
ask-send-lead = Kies de manier die bij je past. Het komt altijd bij { $name } terecht.
ask-send-lead-nobody = Kies de manier die bij je past.
ask-change = Pas iets aan
ask-share-how = Je toestel vraagt waarheen: mail, een chat, wat je maar hebt. Kies { $name }.
ask-share-how-nobody = Je toestel vraagt waarheen: mail, een chat, wat je maar hebt.
ask-mail-fits = Het is kort genoeg voor een mail: er gaat een nieuwe open waar alles al in staat.
ask-copy-how = Plak het waar je wilt.
ask-whole = Alles, zoals het verstuurd wordt
ask-mail-short = Hallo! Alles staat hieronder, of zit als bestand bij deze mail.
ask-still-here = Je woorden staan er nog
ask-shared-device = Ze staan alleen op dit toestel. Gebruiken meer mensen het, en zijn de woorden niet van jou? Laat ze dan staan, en zeg het tegen degene die het toestel vóór jou gebruikte.
ask-lies-here = Je woorden staan er nog op, en nergens anders, tot je ze weggooit. Sommige browsers wissen ze na een week.
ask-template-question =
    Mijn vraag:



    Mijn naam en nummer, als iemand me mag bellen:
ask-template-topic =
    Het thema:



    Een vraag waardoor ik zin zou krijgen om te vertellen:



    Mijn naam, als ik wil:
ask-template-there =
    De titel van het verhaal:



    Wat ik zag of hoorde:



    Mijn naam, als ik wil:
ask-here = Stel je vraag hier
ask-here-how = Je naam is niet nodig.
also-there = Wie er ook bij was
customer-says = Wat de klant zegt
jobs-of-team = Vacatures: { $team }
job-until = Tot en met { $day }
there-too-ask = Was jij er ook bij?
there-too-add = Schrijf er een zin bij
# Wat er staat in wat verstuurd wordt.
ask-question-subject = Een vraag: { $title }
ask-topic-subject = Een thema: { $title }
ask-question-file = vraag
ask-topic-file = thema
ask-there-file = ook-erbij
ask-from = Van { $name }
ask-in-language = Geschreven in het { $language }
ask-gap-question = het antwoord
ask-gap-topic = waarom je daarover zou willen vertellen
ask-there-title = Ik was er ook bij: { $title }
ask-there-says = { $name } zegt:
ask-there-nobody = Iemand die liever niet genoemd wordt, zegt:
ask-there-yes = Wie het verhaal vertelde, beslist. Met toestemming komen deze regels tussen de twee --- van { $file }:
ask-there-its-file = het bestand van het verhaal
ask-there-new = { $name } heeft nog geen bestand, dus { $file } is ook nodig.

## Het programma

programme = Doelen en beloften
programme-lead = Wat we hopen, wat we beloofd hebben, wie waarover gaat en wanneer we elkaar zien.
programme-title = Waar we mee bezig zijn, en wie waarover gaat
programme-why = Waarom we dit doen
programme-differ = Zie jij het anders? Zeg het.
programme-say = Zeg het
goals-heading = Wat we hopen
goal-no-outcome = Nog niets, voor zover we weten.
goal-no-story = Hier heeft nog geen verhaal bij geholpen. Het jouwe kan het eerste zijn.
goal-stories = { $n ->
    [one] Het verhaal
   *[other] Alle { $n } verhalen
}
goal-owner = { $name } is verantwoordelijk voor dit doel.
goal-helped = Verhalen die hebben geholpen
goal-before = Vorige doel
goal-after = Volgende doel
goal-kind-branding = Bekend zijn
goal-kind-recruiting = Collega’s vinden
goal-kind-retention = Blijven
goal-kind-leads = Nieuwe klanten
goal-kind-awareness = Opvallen
goal-kind-learning = Leren
promises-heading = Wat we beloofd hebben
promises-how = Hoe we dat weten
promises-not-yet = Nog niet: { $n } van { $all }
promises-unseen = Nog niet nagegaan: { $n } van { $all }
promises-kept = Nagekomen: { $n } van { $all }
promise-since = sinds { $day }
promise-checked = nagegaan op { $day }
promise-mended = weer nagekomen sinds { $day }
ledger-heading = Waar je ons aan kunt houden
ledger-words = { $n ->
    [0] teksten zijn door iemand anders dan de schrijver veranderd. Dat moet zo blijven.
    [one] tekst is door iemand anders dan de schrijver veranderd. Dat had er geen moeten zijn.
   *[other] teksten zijn door iemand anders dan de schrijver veranderd. Dat hadden er geen moeten zijn.
}
ledger-of = Git vertelt het van { $n } van de { $all } verhalen.
ledger-words-unknown = Niet bekend: hoeveel teksten door iemand anders dan de schrijver zijn veranderd. Git vertelt het hier niet.
ledger-waited = { $n ->
    [0] dagen tussen insturen en verschijnen: de helft van de verhalen stond er dezelfde dag.
    [one] dag of minder tussen insturen en verschijnen, bij de helft van de verhalen.
   *[other] dagen of minder tussen insturen en verschijnen, bij de helft van de verhalen.
} { $most ->
    [0] Geen enkel verhaal duurde langer.
    [one] Het langst duurde het één dag.
   *[other] Het langst duurde het { $most } dagen.
}
ledger-waited-of = Bekend van { $n } van de { $all } verhalen.
ledger-waited-unknown = Niet bekend: hoelang verhalen wachten tot ze erop staan. Van minder dan vijf weten we wanneer ze gestuurd zijn.
ledger-stops = { $n ->
    [0] keer heeft iemand ingegrepen omwille van het bedrijf.
    [one] keer heeft iemand ingegrepen omwille van het bedrijf.
   *[other] keer heeft iemand ingegrepen omwille van het bedrijf.
}
ledger-stops-since = We schrijven het op sinds { $day }.
ledger-stops-unknown = Niet bekend: hoe vaak iemand ingreep omwille van het bedrijf. Nog niemand schrijft het op.
ledger-broken = { $n ->
    [0] van de { $all } beloften zijn op dit moment gebroken.
    [one] van de { $all } beloften wordt vandaag niet nagekomen.
   *[other] van de { $all } beloften worden vandaag niet nagekomen.
}
ledger-mended = { $n ->
    [one] Eén is ooit gebroken en wordt weer nagekomen.
   *[other] { $n } zijn ooit gebroken en worden weer nagekomen.
}
roles-heading = Wie waarover gaat
role-time = { $since } tot en met { $until }
role-since = sinds { $since }
role-until = tot en met { $until }
role-outside = Komt van buiten en werkt hier niet.
role-free = Nog niemand. Jij misschien?
role-free-since = vacant sinds { $day }
ask-person = Vraag het aan { $name }
meetings-heading = Wanneer we elkaar zien
every-week = elke week
every-month = elke maand
every-quarter = elk kwartaal
meeting-not-on = niet op { $days }
meeting-no-date = er is nog geen dag
meetings-calendar = Bijeenkomsten
meetings-subscribe = Zet alle bijeenkomsten in je agenda
meeting-subscribe = Zet in je agenda
meeting-moved = op een andere dag dan anders
meeting-later = En daarna
meeting-then = Volgende keer: { $day }
meeting-agreed = Afgesproken
meeting-who = Wie
meeting-when = Wanneer
meeting-no-names = Met z’n hoevelen waren we: ____ Geen namen. Zo’n lijst houdt niemand bij.
agenda-read = Lees er een voor
agenda-read-how = Of een ander verhaal. Wie het vertelde, zegt wat er niet in staat.
agenda-new = Nieuw op de muur
agenda-new-since = Nieuw sinds { $day }
agenda-more = { $n ->
    [one] en nog een
   *[other] en nog { $n }
}
agenda-questions = Gevraagd en niet beantwoord
agenda-questions-wait = { $n ->
    [one] Eén vraag wacht op antwoord. Wie weet het?
   *[other] { $n } vragen wachten op antwoord. Wie weet het?
}
agenda-closing = Sluit binnenkort
agenda-promises = Zijn we nagekomen wat we beloofden?
agenda-not-yet = nog niet
agenda-measures = Cijfers voor de evaluatie
agenda-measures-begin = { $quarter }: niemand heeft nog opgeschreven wat ervan kwam. Wie telt wat, en wie vraagt het na?
agenda-measures-finish = { $quarter }: de cijfers zijn er, maar een kop ontbreekt. Wat kwam ervan, in één zin?
agenda-review = Pagina’s die iemand moet nakijken
agenda-tries = Is het gelukt?
agenda-seen = Gezien, niet verteld
agenda-seen-how = Wat heb je gezien dat iemand zou moeten vertellen? Noem alleen een naam als die persoon ja zei.
agenda-differ = Ziet iemand het anders?
agenda-differ-how = Zwijgen is geen ja.
tries-heading = Wat we proberen tot { $day }
tries-heading-open = Wat we proberen
roadmap-made = Afgesproken op { $day }.
roadmap-by = Opgeschreven door
roadmap-next = Op { $day } bekijken we het opnieuw, en je mag erbij zijn.
roadmap-due = Op { $day } hadden we hier opnieuw naar moeten kijken. Vraag of het nog klopt.
pause-heading = Nu even niet.
pause-until = Tot en met { $day } vragen we niemand om een verhaal. Wat hier staat, blijft staan.
pause-open = Voorlopig vragen we niemand om een verhaal. Wat hier staat, blijft staan.
pause-contact = Wil je er toch een vertellen, neem dan contact op met { $name }:
pause-tell = We vragen nu even niet om verhalen. Wil je er toch een vertellen, dan ben je welkom.
teams-heading = Waar de verhalen vandaan komen
open-lead = Dit heeft nog niemand opgeschreven:
open-goals = Wat hopen we?
open-promises = Wat beloven we je?
open-roles = Wie gaat waarover?
open-meetings = Wanneer zien we elkaar?
open-roadmap = Wat proberen we nu?
open-ask = Wil je erover meepraten?

## Wat de controle zegt

checks = Wat de controle zegt
checks-lead = Kreeg je een melding over je tekst? Hier lees je wat die betekent en wat je eraan doet.
checks-error = Fout. Dit moet in orde zijn voordat de site online komt. Het gaat over het bestand, nooit over hoe je schrijft.
checks-warning = Waarschuwing. Lezers missen iets of begrijpen iets verkeerd. Het houdt niets tegen.
checks-advice = Een tip, alleen voor jou. Doe ermee wat je wilt.
checks-find = Elke melding heeft een Engelse code. Zoek de jouwe met de zoekfunctie van je browser.
checks-parts = Onderdelen van deze pagina

## De reactie bij een pull request

comment-thanks = Bedankt.
comment-thanks-by-name = Bedankt, { $name }.
comment-ready = Er ontbreekt niets.
comment-story-ready = Je verhaal kan op de muur. Er ontbreekt niets.
comment-gaps = { $n ->
    [one] Er is nog één plek om in te vullen.
   *[other] Er zijn nog { $n } plekken om in te vullen.
}
comment-story-draft = Je verhaal is een concept, dus niemand ziet het nog.
comment-story-later = Je verhaal is klaar en komt op zijn datum op de muur.
comment-story-hidden = Je verhaal is zo niet te zien. Wat het tegenhoudt, staat hieronder.
comment-story-empty = Er staan nog geen woorden in je verhaal. Eén regel is genoeg.
comment-missing = { $n ->
    [one] Eén ding moet nog in orde komen voordat het te zien is:
   *[other] { $n } dingen moeten nog in orde komen voordat het te zien is:
}
comment-in-english = In het Engels:
comment-did-you-mean = Bedoelde je “{ $it }”?
comment-more = { $n ->
    [one] En nog één.
   *[other] En nog { $n }.
}
comment-others = { $n ->
    [one] Nog één ding voor wie de site bijhoudt; het houdt niets tegen
   *[other] Nog { $n } dingen voor wie de site bijhoudt; ze houden niets tegen
}
comment-pages = { $n ->
    [one] De pagina die verandert:
   *[other] De pagina’s die veranderen:
}
comment-helper = Liever even praten? { $helper }.
comment-promise = Wij passen je woorden nooit aan.

## Vragen aan wie vertelt (storywall coach)

coach-thanks = Bedankt voor je verhaal
coach-thanks-we-like = Bedankt voor je verhaal. Dit vinden we mooi: “{ $quote }”
coach-thanks-tell-more = Bedankt voor je verhaal. Hier willen we graag meer over horen: “{ $quote }”
coach-nothing-to-ask = Niemand heeft er een vraag over
coach-your-choice = Antwoord alleen als je wilt: je verhaal hangt er niet van af, en niemand verandert je tekst
coach-rather-talk = Praat je liever? { $name }, { $contact }
coach-ask-who-was-there = Wie was erbij, en wat zeiden ze?
coach-ask-what-did-you-do = Wat deed je zelf?
coach-ask-where-were-you = Waar was je toen het gebeurde?
coach-ask-how-did-you-do-it = Hoe hebben jullie het gedaan? Wat probeerden jullie eerst?
coach-ask-what-was-done = Dat is een mooi resultaat. Wat hebben jullie er op maandagochtend voor gedaan?
coach-ask-odd-word = Welk raar woord gebruiken alleen jullie?
coach-ask-who-should-read = Wie zou dit moeten lezen, als je mocht kiezen?

## Nieuwsbrieven (de pagina's en de mail van storywall digest)

nav-digests = Nieuwsbrieven
letters-lead = Wat er is verteld en wat ervan kwam, zoals één collega het aan de anderen doorvertelt.
empty-letters = Er is nog geen nieuwsbrief geschreven. Lijkt het je wat om door te vertellen wat er verteld is?
letter-days = Nieuwsbrief, { $days }
letter-plain-title = Dit vertelden collega’s, { $days }
letter-first = Lees deze eerst
letter-new = Nieuw op de muur
letter-more = { $n ->
    [one] En nog één nieuw verhaal
   *[other] En nog { $n } nieuwe verhalen
}
letter-quiet = Deze keer heeft niemand iets verteld. Dat kan. Heb jij misschien iets?
letter-quiet-paused = Deze keer heeft niemand iets verteld. Dat kan.
letter-came = Wat er van eerdere verhalen kwam
letter-calls = Hier zoeken ze sprekers
letter-days-left = { $n ->
    [0] De laatste dag
    [one] Nog één dag
   *[other] Nog { $n } dagen
}
letter-first-timers = Nog nooit gedaan? Des te beter.
letter-covers = Wij betalen:
letter-ask = Vragen? { $name }:
letter-answered = Gevraagd en beantwoord
letter-thanks = Als je ze tegenkomt
letter-thanks-to = Bedank { $names } voor het vertellen.
letter-helped = En { $names } voor de hulp.
letter-question = Tot slot
letter-or-call = Of bel of mail { $name }:
letter-answers = Antwoord je op deze mail, dan krijg ik het.
letter-whole = dit is het hele verhaal
letter-sent-to = Deze mail gaat naar collega’s bij { $site }.
letter-stop = Genoeg mail? Antwoord dan met “stop”.
letter-uncounted = We houden niet bij wie hem opent.
letter-read = Lees hem in de browser
letter-newer = De volgende nieuwsbrief
letter-older = De vorige

## Bedankt (de pagina van een verhaal en de kaartjes van storywall thanks)

thanks-by-name = Bedankt, { $names }.
thanks-all = Bedankt.
cards-title = { $n ->
    [one] Een kaartje om iets op te schrijven
   *[other] { $n } kaartjes om iets op te schrijven
}
cards-how = Print dit op 100%, dubbelzijdig, omslaan langs de lange kant. Knip twee keer, midden door het vel. Pak dan een pen: de regels zijn voor jou.
cards-fronts = Voorkanten
cards-backs = Achterkanten
card-goal = Hier hielp het bij

## Posters

poster = Poster
poster-of = Poster: { $title }
poster-print = Als poster afdrukken
poster-how = A4, om op te hangen bij de koffie. Knip de strookjes in tot de stippellijn.
poster-internal = Dit verhaal is voor collega’s: hang het waar alleen zij langskomen.
poster-no-code = Er staat geen QR-code op, want niemand heeft gezegd waar deze site staat (base_url in site.toml).
poster-code = QR-code: { $title }
poster-invites = Drie regels zijn genoeg.
poster-ways = Vertel het op je telefoon, hardop of op papier.
poster-ways-call = Vertel het op je telefoon, op papier of hardop: bel { $name }.
poster-back = Terug naar de pagina
## The quarter's evaluation

evaluations = Kwartaal voor kwartaal
evaluations-lead = Vier keer per jaar kijken we wat we hoopten en wat ervan kwam. Geen cijfer gaat over één persoon, en geen cijfer over minder dan vijf.
eval-quarters = Andere kwartalen
eval-quarter = { $number }e kwartaal { $year }
eval-quarter-short = { $number }e kw. { $year }
eval-so-far = tot nu toe: { $day }
eval-counted-by = Geteld door { $name }
eval-on = Afgesproken op { $day }
eval-next-on = We vragen ernaar op { $day }
eval-goals = Doel voor doel
eval-no-goal = Hoort niet bij een doel
eval-key-now = nu
eval-key-before = vorig kwartaal
eval-key-target = streefcijfer
eval-now = Nu { $value }
eval-aimed = Streefcijfer { $target }
eval-hit = Streefcijfer { $target } gehaald
eval-miss = Streefcijfer { $target } niet gehaald
eval-open = Streefcijfer { $target }; het kwartaal is nog niet om
eval-previous = Vorig kwartaal { $value }
eval-previous-few = Vorig kwartaal: niet te zien, het gaat over minder dan vijf mensen
eval-few = Niet te zien: het gaat over minder dan vijf mensen
eval-under-five = onder de vijf
eval-hidden = niet te zien
eval-not-known = Weten we niet
eval-of = van de { $of }
eval-n-of = { $n } van { $all }
eval-percent = { $value }%
eval-base = { $n ->
    [one] één antwoord
   *[other] { $n } antwoorden
}
eval-how-counted = Geteld
eval-how-asked = Gevraagd
eval-how-estimated = Geschat
eval-how-imported = Uit een ander programma
eval-now-what = En nu?
eval-tried = Wat er werd van wat we probeerden
eval-keep = Houden
eval-stop = Stoppen
eval-try = Proberen
eval-to-try = We proberen:
eval-how-it-went = Hoe het ging
eval-all-together = Alle kwartalen samen
eval-hidden-groups = Groepen onder de vijf zijn verborgen, en alles waaraan je ze zou herkennen ook
eval-as-table = Als tabel
eval-unclear = Wat we niet weten
eval-context = Alleen ter informatie:
eval-no-reach = Hoeveel mensen iets gezien kunnen hebben, tellen we hier niet.
eval-why-no-reach-link = Waarom niet, en drie betere vragen
eval-why-no-reach = Waarom hier niemand bereik telt
eval-why-no-reach-1 = Bereik telt iedereen bij elkaar op die iets gezien kan hebben. Dat wordt altijd een groot getal, en het zegt over niemand iets: niet wie het las, niet wat ze dachten, niet wat ze daarna deden.
eval-why-no-reach-2 = Wie bereik telt, gaat er al snel voor schrijven. Dan hoor je vooral wie het hardst roept, en wie één keer iets vertelt en het meent, valt niet meer op.
eval-better = Drie betere vragen
eval-better-1 = Wie zocht contact omdat iemand iets had verteld?
eval-better-2 = Wie noemde een verhaal als reden om te solliciteren, te bestellen of te blijven?
eval-better-3 = Wat doen we sindsdien anders?
eval-voices = { $n ->
    [one] Eén collega heeft dit kwartaal iets verteld
   *[other] { $n } collega’s hebben dit kwartaal iets verteld
}
eval-voices-back = { $n } collega’s hebben dit kwartaal iets verteld, { $back } niet voor het eerst
eval-voices-few = Minder dan vijf collega’s hebben dit kwartaal iets verteld
eval-voices-none = Niemand heeft dit kwartaal iets verteld
eval-voices-note = Wie liever niet genoemd wordt, telt niet mee.
eval-voices-caption = Vertellers per kwartaal
eval-voices-head = Vertellers
eval-quarter-head = Kwartaal
eval-first-time = Voor het eerst
eval-came-back = Kwam terug
eval-came-back-or-unsplit = Kwam terug, of niet uitgesplitst
eval-key-hidden = Verborgen, onder de vijf
eval-origin = { $n } van de { $all } die iets vertelden, hebben geen rol in het programma
eval-origin-note = Sinds het begin. Wie een rol in het programma heeft, organiseert mee.
eval-origin-caption = Wie iets heeft verteld
eval-origin-others = zonder rol in het programma
eval-origin-role = met een rol
eval-who-head = Wie
eval-talks = { $n ->
    [one] Eén idee voor een praatje
   *[other] { $n } ideeën voor een praatje
}
eval-talks-note = Sinds het begin. In één kwartaal zou je zien wie er werd afgewezen.
eval-talks-few = Tot nu toe minder dan vijf praatjes
eval-talks-few-note = Daarom staat er geen cijfer: je zou zien wie er werd afgewezen.
eval-talks-caption = Praatjes, van idee tot podium
eval-talks-head = Praatjes
eval-step-head = Stap
eval-talk-idea = een idee
eval-talk-sent = ingestuurd
eval-talk-accepted = aangenomen
eval-talk-given = gehouden
eval-handbook = { $n } van de { $all } pagina’s van het handboek zijn op tijd nagekeken
eval-handbook-all = Alle { $n } pagina’s van het handboek zijn op tijd nagekeken
eval-handbook-note = Vandaag, volgens de data op de pagina’s.
eval-handbook-caption = Pagina’s van het handboek per groep
eval-in-time = Op tijd
eval-overdue = Te laat
eval-group-head = Groep
eval-months-note = Maand voor maand.
eval-month-head = Maand
eval-number-head = Aantal
eval-published = { $n ->
    [one] De helft stond er binnen { $days } werkdag, de traagste na { $latest }
   *[other] De helft stond er binnen { $days } werkdagen, de traagste na { $latest }
}
eval-published-few = Minder dan vijf verhalen, dus de dagen zijn niet te zien
eval-published-note = Werkdagen tussen insturen en verschijnen. Een stip is een verhaal.
eval-published-caption = Dagen tussen insturen en verschijnen
eval-half-within = de helft binnen { $days }
eval-days-head = Werkdagen
eval-stories-head = Verhalen
eval-asked-change = “{ $question }”: van { $before } naar { $now }
eval-asked-few = Minder dan vijf mensen antwoordden, dus het is niet te zien.
eval-asked-note = De antwoorden gaan van 1 tot { $n }.
eval-asked-caption = Wat we vroegen
eval-by-place = { $question }, per plaats
eval-question-head = Vraag
eval-answers-head = Antwoorden
eval-place-head = Plaats
eval-mean-head = Gemiddelde
eval-all = Iedereen
eval-teams = { $told } van de { $all } teams hebben iets verteld
eval-places = { $told } van de { $all } plaatsen hebben iets verteld
eval-this-quarter = dit kwartaal
eval-last-told = laatst in { $quarter }
eval-never-told = nog niet

measure-applications_mentioning = Sollicitanten die kwamen door het verhaal van een collega
measure-referral_hires = Nieuwe collega’s die via een collega kwamen
measure-inquiries_from_people = Klanten die naar iemand of naar een verhaal vroegen
measure-conversations = Gesprekken die met een verhaal begonnen
measure-voices = Collega’s die iets vertelden
measure-new_voices = Collega’s die voor het eerst iets vertelden
measure-retention = Collega’s die opnieuw iets vertelden
measure-inbound_volunteers = Collega’s die uit zichzelf kwamen
measure-not_comms = Verhalen die communicatie niet heeft geschreven
measure-breadth = Teams die iets vertelden
measure-things_changed = Dingen die we anders doen omdat iemand het vertelde
measure-time_to_live = Werkdagen tot een verhaal er staat
measure-edits_by_others = Teksten die een ander veranderde
measure-brand_stops = Hoe vaak iemand ingreep omwille van het bedrijf
measure-i_dare = Ik durf over mijn werk te vertellen
measure-i_may = Ik weet dat het mag
measure-wellbeing = Hoe mensen zich op het werk voelen
measure-talks_given = Praatjes die zijn gehouden
measure-thanks_sent = Bedankkaartjes die zijn overhandigd
measure-questions_answered = Vragen die op tijd antwoord kregen
measure-handbook_fresh = Pagina’s van het handboek die op tijd zijn nagekeken
measure-product_quiz = Collega’s die weten wat we aanbieden
measure-perk_use = Collega’s die gebruiken wat we aanbieden
measure-followers_company = Groei van het aantal volgers van het bedrijf
measure-network_growth_avg = Groei van de eigen netwerken van collega’s
measure-reach = Bereik
measure-impressions = Impressies
measure-views = Weergaven
measure-emv = Mediawaarde

## Stories to show at a meeting and on a screen

slides-title = Verhalen om te laten zien
slides-how = De nieuwste verhalen, één voor één: op een bijeenkomst, of doorlopend op een scherm in de kantine.
slides-talk = Laat ze zien
slides-loop = Laat ze vanzelf doorlopen
slides-keys = Met de pijltjestoetsen ga je verder en terug, met Esc stop je.
slides-address = Een scherm dat deze pagina opent met #loop achter het adres begint vanzelf. Het slaat over wat alleen collega’s mogen lezen.
slides-internal = Alleen voor collega’s
slides-back = Terug
slides-on = Verder
slides-stop = Stop

## The editor's desk (storywall today, and a page of the preview)

desk = Je bureau
desk-lead = Wat er deze week op je wacht, en waar het staat. Alleen jij ziet deze pagina.
desk-link = Wat er deze week te doen is
desk-nothing = Er ligt niets op je te wachten. Drink een kop koffie met iemand, en luister.
desk-more = { $n ->
    [one] en nog één
   *[other] en nog { $n }
}
desk-answer = Beantwoorden
desk-week = Deze week
desk-review = Nog eens bekijken
desk-renew = Verlengen
desk-thank = Bedanken
desk-plan = Plannen
desk-publish = Publiceren
desk-today = vandaag
desk-tomorrow = morgen
desk-yesterday = gisteren
desk-in-days = over { $n } dagen
desk-days-ago = { $n } dagen geleden
desk-question = “{ $title }” wacht op een antwoord
desk-gap = { $n ->
    [one] Vul in wat er in “{ $title }” nog openstaat
   *[other] Vul de { $n } open plekken in “{ $title }” in
}
desk-meeting = { $title }
desk-call = “{ $title }”: de aanmelding voor sprekers sluit. Wie heeft er zin?
desk-story = “{ $title }” komt op de muur
desk-letter = “{ $title }”: verstuur de nieuwsbrief
desk-promise = Houden we ons eraan? “{ $title }”
desk-draft = “{ $title }” is een concept. Wat ontbreekt er nog?
desk-check = Klopt “{ $title }” nog?
desk-translation = De vertaling “{ $title }” loopt achter. Werk die bij
desk-owner = Wie houdt “{ $title }” bij?
desk-consent-ends = Vraag het opnieuw aan { $title }: de toestemming loopt af
desk-consent-ended = Een toestemming is verlopen, en wat eronder viel, is niet meer te zien. Vraag het opnieuw
desk-role-over = { $title }: deze termijn is voorbij. Wie neemt het over?
desk-role-nobody = { $title }: niemand doet dit. Wie heeft er zin?
desk-role-free = { $title }: nog steeds vacant. Wie kun je vragen?
desk-role-ends = { $title }: deze termijn loopt af. Gaat die persoon door?
desk-successor = “{ $title }” noemt iemand die lezers niet kunnen bereiken. Wie neemt het over?
desk-roadmap = Bekijk de afspraken opnieuw, samen met wie ze maakten
desk-pause-open = De pauze heeft geen laatste dag. Hoe lang duurt die?
desk-pause-ends = De pauze loopt af. Is alles op orde?
desk-pause-ended = De pauze is voorbij. Haal die weg, of vul een latere dag in
desk-thanks = Bedank { $names } voor “{ $title }”
desk-thanks-nameless = “{ $title }” is zonder naam verteld. Laat wie hielp je dank overbrengen
desk-told = verteld op { $day }
desk-would-like = wil graag: { $wish }
desk-list = Verbeter eerst thanks.toml: { $title }
desk-season = “{ $title }”: het is er de tijd voor, en niemand heeft nog iets verteld. Wie kun je vragen?
desk-untold = “{ $title }”: niemand heeft nog iets verteld. Wie kun je vragen?
desk-quiet = “{ $title }”: al { $n } weken geen verhaal. Wie kun je vragen?
desk-quarter-begin = { $title }: begin met de evaluatie
desk-quarter-finish = { $title }: er ontbreekt nog een kop boven de cijfers
desk-mistake = Er wordt niets nieuws gepubliceerd voordat dit verbeterd is: { $title }
desk-new = “{ $title }” is erbij gekomen sinds er voor het laatst gepubliceerd is
desk-later = “{ $title }” is klaar en wacht op zijn dag
desk-unsent = { $n ->
    [one] Eén nieuw verhaal staat nog in geen nieuwsbrief
   *[other] { $n } nieuwe verhalen staan nog in geen nieuwsbrief
}
