# Wat de site zegt, in het Nederlands (je). Een eigen thema kan losse teksten vervangen.

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
nav-training = Trainingen
nav-people = Mensen
nav-talks = Onze praatjes
nav-successes = Wat ervan kwam
home = Voorpagina
tell-yours = Vertel het jouwe
and = en
and-others = { $n ->
    [one] en nog één
   *[other] en { $n } anderen
}
yes = ja
no = nee
today = Vandaag
nothing-leaves = Niets hiervan gaat het huis uit, tenzij de schrijver dat zelf heeft gekozen.
unsure-call = Twijfel je? Vraag het { $name }:
built-on = Gemaakt op { $day }.
not-translated = Deze pagina is nog niet vertaald. Je leest haar in de taal waarin ze geschreven is.
translation-outdated = Het origineel is veranderd sinds deze pagina vertaald werd.
pages = Pagina’s
page-n = Pagina { $n }
newer = Nieuwer
older = Ouder
turn-page = De pagina’s hiernaast
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

may-i = Mag het?
may-yes = Ja.
may-more = Wat prima is, en wat je eerst even vraagt
story-of-the-month = Verhaal van de maand, { $month }
what-came-of-stories = Wat er van de verhalen kwam
newest-stories = Nieuw aan de muur
all-stories = Alle verhalen
people-have-asked = Waar anderen bang voor waren
all-questions = Alle vragen
asked-times = { $n ->
    [one] één keer gevraagd
   *[other] { $n } keer gevraagd
}
closing-soon = Sluit binnenkort
speaking-board = Het hele sprekersbord
season-themes = Iets om over te vertellen
all-themes = Alle thema’s
invite-home = Tien minuten en een telefoon zijn genoeg.
empty-wall = Nog niemand heeft iets verteld. Jij zou de eerste kunnen zijn.

## Verhalen

form-story = Verhaal
form-glimpse = Kiekje
form-how = Zo deden we het
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
by-theme = Verhalen over ‘{ $name }’
by-team = Verhalen van team { $name }
by-place = Verhalen uit { $name }
by-language = Verhalen in het { $name }
by-form = Verhalen: { $name }
by-year = Verhalen uit { $name }
stories-lead = Verteld door wie het overkwam, in eigen woorden.
empty-filter = ‘{ $name }’: hier hangt nog niets. Jij zou de eerste kunnen zijn.
be-the-first = Wees de eerste
invite-wall = Het jouwe ontbreekt nog.
invite-story = Heb jij er ook zo een? Tien minuten zijn genoeg.
may-it-travel = Mag het verder?
audience-internal = Het blijft onder collega’s. Vertel het buiten niet door.
audience-shareable = Ja. Vertel het gerust verder in je eigen woorden, en zeg erbij dat je hier werkt.
audience-public = Ja. Iedereen mag het lezen.
helped-by = Geholpen door
it-served = Het diende
why-of-the-month = Waarom juist dit verhaal
photo-taken-down = Hier stond een foto. Die is weggehaald omdat de toestemming van iemand op de foto niet meer geldt.
photo-by = Beeld: { $name }
nobody-changed = Niemand behalve { $name } heeft een woord aan dit verhaal veranderd.
edit-story = Is het van jou? Pas het aan.
related-stories = Hangt ernaast
newer-story = Nieuwer
older-story = Ouder
successes-title = Wat ervan kwam
successes-lead = We tellen niet hoeveel mensen een verhaal misschien gezien hebben. We vertellen wat er daarna gebeurde.
past-stories-of-the-month = Eerdere verhalen van de maand
empty-successes = Er is nog niets teruggekomen. Dat kan even duren: een gesprek op de kade stuurt geen rapport.

## Handboek

on-this-page = Op deze pagina
ask-about-page = Vragen over deze pagina:
looks-after-page = { $name } zorgt voor deze pagina.
reviewed-on = Laatst bekeken op { $day }.
review-due = De volgende keer uiterlijk { $day }.
review-overdue = Deze pagina is al een tijd niet nagekeken. Vraag het even na voordat je op een detail vertrouwt.
edit-page = Pas deze pagina aan
all-pages = Alle pagina’s
previous-page = Vorige
next-page = Volgende
policy = Beleid
policy-version = versie { $version }
policy-effective = geldt sinds { $day }
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
footnotes = Voetnoten
footnote-reference = Voetnoot
footnote-back = Terug naar de tekst, voetnoot

## Thema’s

lens-craft = Het vak
lens-culture = Hoe we met elkaar zijn
lens-customer = De klant
lens-everyday = Alledag
for-whom = Voor wie:
until-day = tot en met { $day }
begin-with-one = Begin met een van deze
told-so-far = Tot nu toe verteld
more-on-theme = Alle verhalen over dit thema
empty-theme = Nog niemand heeft iets verteld over ‘{ $name }’. Jij zou de eerste kunnen zijn.
empty-theme-short = Hierover heeft nog niemand verteld. Misschien jij?
invite-free = Iets heel anders op je hart? Een thema is een idee, geen regel.

## Vragen

faq-lead = Iemand twijfelde eerder dan jij. Dit vroegen ze.
rather-talk = Liever even praten?
who-helps = Wie helpt je
find-question = Zoek een vraag
found-none = Niets gevonden. Probeer een korter woord, of bel.
found-one = 1 vraag
found-many = # vragen
about-fear = Wat als het misgaat?
about-policy = Wat mag er?
about-practical = Hoe werkt het?
answered-by = { $name } antwoordt.
answered-by-heading = Wie antwoordt
own-address = Link naar dit antwoord
others-asked = Anderen vroegen
see-also = Zie ook
ask-yourself = Vraag het zelf
not-here-ask = Staat de jouwe er niet bij? { $name } hoort hem graag.

## Mensen

people-lead = Zij vertellen, en ze helpen jou vertellen.
empty-people = Hier staat nog geen naam.
can-write = kan schrijven
can-photograph = kan fotograferen
can-film = kan filmen
can-speak = kan voor een zaal praten
can-mentor = kan je op weg helpen
can-listen = kan luisteren
can-draw = kan tekenen
can-translate = kan vertalen
glad-to = Vraag mij als je iemand zoekt die
wants-to-try = Wil graag eens proberen
knows-about = Weet van
speaks = Spreekt
buddy = Buddy
contact = Contact
former-colleague = Werkt hier niet meer. De verhalen blijven hangen, want dat mag.
stories-by = Verteld door { $name }
talks-by = Praatjes van { $name }
empty-person = { $name } heeft hier nog niets verteld. Misschien moet je het eens vragen.

## Sprekersbord

speaking-lead = Plekken die iemand als jij zoeken. Wat het eerst sluit, staat bovenaan.
days-left-unit = { $n ->
    [one] dag over
   *[other] dagen over
}
last-day = is de laatste dag
closes-on = Sluit { $day }
as-announced = aangekondigd als { $words }
opens-on = Opent { $day }
opens-word = opent
answer-by = Antwoord uiterlijk { $day }
open-calls = Open oproepen
expected-calls = Verwacht
expected-lead = Niet aangekondigd. We gokken op grond van eerdere jaren, dus neem de week met een korrel zout.
confidence-tight = Vrij zeker.
confidence-medium = Minder zeker.
confidence-season = Alleen het seizoen is bekend.
seen-in = Gezien in
coming-events = Komt eraan
past-events = Geweest
empty-calls = Er staat vandaag geen oproep open. { $name } weet waar je terechtkunt, en een overleg op je eigen plek is ook een podium.
empty-calls-plain = Er staat vandaag geen oproep open. Een overleg op je eigen plek is ook een podium.
state-cfp-open = Open
state-cfp-closing = Sluit bijna
state-cfp-last-day = Laatste dag
state-cfp-soon = Nog niet open
state-cfp-closed = Oproep gesloten
state-running = Nu bezig
state-over = Voorbij
state-cancelled = Afgelast
state-no-cfp = Geen oproep
kind-conference = Conferentie
kind-meetup = Meetup
kind-webinar = Webinar
kind-podcast = Podcast
kind-guest-lecture = Gastles
kind-internal = Onder elkaar
kind-panel = Panel
place-in-person = ter plaatse
place-online = online
place-hybrid = ter plaatse en online
first-timers-welcome = Eerste keer? Welkom
first-timers-why = Ze houden van mensen die dit nog nooit gedaan hebben. Wij ook.
we-pay = Wij betalen:
cover-ticket = kaartje
cover-travel = reis
cover-hotel = hotel
cover-work-time = je uren
too-short = Te laat voor onze eigen goedkeuring. Bel toch maar.
has-spoken-there = { $n ->
    [one] Sprak daar eerder:
   *[other] Spraken daar eerder:
}
to-the-call = Naar de oproep
to-the-event = Naar het evenement
approved-by = { $name } zegt hier ja.
lead-days = { $n ->
    [one] Vraag het een dag van tevoren.
   *[other] Vraag het { $n } dagen van tevoren.
}
knows-the-place = Kent de plek
formats = Hoe lang
minutes-long = { $n ->
    [one] { $n } minuut
   *[other] { $n } minuten
}
minutes-unit = { $n ->
    [one] minuut
   *[other] minuten
}
they-offer = Zij bieden
offer-ticket = kaartje
offer-travel = reis
offer-hotel = hotel
offer-fee = vergoeding
offer-recording = opname
offer-captions = ondertiteling
who-comes = Wie komen er
it-serves = Het dient
earlier-editions = Eerdere jaren
talks-here = Daar gehouden praatjes
verified-on = Iemand heeft dit nagekeken op { $day }.

## Praatjes

talks-lead = Collega’s die komen vertellen, als je het vraagt.
empty-talks = Hier staat nog geen praatje. Heb jij tien minuten over iets wat alleen jij weet?
level-beginner = voor beginners
level-intermediate = voor vakmensen
level-advanced = voor specialisten
level-everyone = voor iedereen
for-meetup = meetups
for-guest-lecture = gastlessen
for-internal = ons eigen overleg
for-conference = conferenties
for-podcast = podcasts
for-webinar = webinars
for-panel = panels
can-be-heard-at = Te vragen voor
talk-history = Waar het geweest is
talk-given = gehouden
talk-submitted = ingestuurd
talk-accepted = aangenomen
talk-planned = gepland
see-it = Bekijk het
slides = Dia’s
recording = Opname
the-story-behind = Het verhaal erachter

## Trainingen

training-lead = Wat je in een uur of twee van een collega leert.
empty-training = Hier staat nog geen training. Wat kun jij een ander in een uur laten zien?
format-together = in één ruimte
format-online = via video
format-alone = in je eentje
training-join = Doe mee
training-link = Naar de training
training-ask = Vragen?

## Samengesteld door de pagina’s

names-and = { $first } en { $last }
a-colleague = Een collega
handbook-lead = Wat je mag, wat wij beloven en hoe het gaat.
feed-title = { $site }: { $part }
expected-call-week = Sluit rond week { $week }, { $month }, plus of min { $weeks ->
    [one] een week
   *[other] { $weeks } weken
}
expected-call-season = Sluit ergens rond { $month }
expected-event-week = Vindt plaats rond week { $week }, { $month }, plus of min { $weeks ->
    [one] een week
   *[other] { $weeks } weken
}
expected-event-season = Vindt plaats ergens rond { $month }

## Feeds en andere uitgangen

feed-stories = Alle verhalen
feed-successes = Wat ervan kwam
feed-theme = Verhalen over ‘{ $name }’
feed-language = Verhalen in het { $name }
not-found-title = Hier hangt niets
not-found-lead = De pagina is verplaatst of weggehaald. Dat kan met opzet zijn: wie een verhaal vertelt, mag het ook terugnemen.
moved = Deze pagina is verhuisd
talk-waitlisted = op de wachtlijst
talk-confirmed = bevestigd
talk-told = gegeven, en als verhaal verteld
co-speaker-wanted = We zoeken nog iemand om het samen te doen

## Talen die collega's spreken

language-ar = Arabisch
language-fa = Perzisch
language-fo = Faeröers
language-lt = Litouws
language-pt = Portugees
language-ro = Roemeens
language-so = Somalisch
language-tr = Turks
language-uk = Oekraïens

## Het voorbeeld, terwijl iemand schrijft (meldingen over fouten zijn Engels: ze zijn in elke taal gelijk)

preview-name = Voorbeeld
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
preview-well = Niets te verbeteren
preview-well-here = Niets te verbeteren op deze pagina
preview-none-here = Hier is geen pagina
preview-here = op deze pagina
preview-elsewhere = Elders:
preview-here-title = Op deze pagina
preview-elsewhere-title = Elders op de site
preview-more = Nog { $n }
preview-beyond = En nog { $n }: storywall check noemt alles.
preview-open = Openen
preview-page = Deze pagina
preview-words = { $n ->
    [one] 1 woord
   *[other] { $n } woorden
}
preview-number = Versie { $n } sinds het voorbeeld begon
preview-look = Bekijk het
preview-day = Dag
preview-audience = Gezien door
preview-audience-internal = collega’s
preview-audience-public = iedereen
preview-drafts = Concepten
preview-drafts-yes = zichtbaar
preview-drafts-no = verborgen
preview-show = Bekijken
preview-now = Terug naar nu
preview-light = Je ziet de site
preview-light-day = zoals op { $day }
preview-light-public = zoals iedereen hem ziet
preview-light-internal = zoals collega’s hem zien
preview-light-drafts = met concepten
preview-light-no-drafts = zonder concepten
preview-no-day = ‘{ $written }’ is geen dag. Schrijf jaar-maand-dag, bijvoorbeeld 2026-12-24.
preview-lost = Het voorbeeld is gestopt. Deze pagina is zoals ze het laatst was en komt vanzelf weer bij.
preview-moved = De tekst die hier stond, heeft nu een ander adres:
preview-gone = Er is geen pagina op dit adres.
preview-near = Bedoelde je een van deze?
preview-orphan = Er is een vertaling, maar niet de tekst die ze vertaalt. Daarom heeft ze geen pagina.
preview-unread = Het bestand van deze pagina is er, maar het kan niet worden gelezen. Wat eraan mankeert, staat hieronder.
preview-hidden-draft = Deze tekst is een concept. Lezers zien hem niet.
preview-hidden-future = De dag van deze tekst is nog niet gekomen: lezers zien hem vanaf { $day }.
preview-hidden-internal = Dit is alleen voor collega’s.
preview-hidden-consent = Dit verhaal mag openbaar zijn, maar wie het vertelt, wil alleen door collega’s worden gezien.
preview-hidden-paused = Dit is op pauze gezet. Niemand ziet het.
preview-hidden-withdrawn = Dit wordt niet getoond, omdat iemand zijn toestemming heeft ingetrokken of omdat die is verlopen.
preview-hidden-names = Dit wordt niet getoond, omdat het iemand noemt die niet of niet meer genoemd wil worden.
preview-see-drafts = Bekijk het met concepten
preview-see-then = Bekijk het zoals op die dag
preview-see-inside = Bekijk het zoals collega’s
preview-broken = Deze pagina kan niet worden gemaakt
preview-broken-lead = Een sjabloon klopt niet. Verbeter het, dan komt de pagina vanzelf terug.
preview-withheld = Deze pagina kan nu niet worden getoond
preview-withheld-lead = Er wordt aan gewerkt. Kom later terug.
preview-no-site = Deze map is nog geen site
preview-no-site-lead = Zodra het er een is, staat hij hier.
