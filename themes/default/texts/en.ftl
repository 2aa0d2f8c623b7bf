# What the site says, in English. A company's theme may override single texts.

## Every page

skip = Skip to the text
menu = Menu
main-navigation = Main
breadcrumbs = You are here
languages = Languages
handbook = Handbook
nav-stories = Stories
nav-handbook = Handbook
nav-faq = Questions
nav-themes = Themes
nav-speaking = Speaking
nav-training = Training
nav-people = People
nav-talks = Talks
nav-successes = What came of it
home = Home
tell-yours = Tell yours
tell-short = Tell
question-of-the-week = This week’s question
answer-it = Answer it
wall-lists = Teams and places
wall-lists-lead = Every list of the wall, on one page.
feeds = Feeds
feeds-lead = A feed brings new stories to you, so you do not need to look for them.
feeds-how = Take RSS: every feed reader knows it, and so do many email programs. JSON is for programs that ask for it. Copy the address of the link into the program. Most people on the intranet do not need a feed: the wall is always up to date.
feeds-all = Everything
feeds-parts = Only a part
feeds-atom = RSS
feeds-json = JSON
foot-navigation = More on this site
foot-read = Read
foot-find = Find
foot-follow = Follow
and = and
and-others = { $n ->
    [one] and one other
   *[other] and { $n } others
}
yes = yes
no = no
today = Today
nothing-leaves = Nothing here goes outside the company unless its author says so.
unsure-call = Unsure? Ask { $name }:
built-on = Updated { $day }.
not-translated = This page has not been translated yet. You are reading it in the language it was written in.
translation-outdated = The original of this page has changed since it was translated.
pages = Pages
page-n = Page { $n }
newer = Newer
older = Older
turn-page = Previous and next
language-en = English
language-da = Danish
language-nl = Dutch
language-de = German
language-fr = French
language-es = Spanish
language-sv = Swedish
language-nb = Norwegian
language-fi = Finnish
language-pl = Polish
language-it = Italian
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

## Home

may-i = May I?
may-yes = Yes.
may-more = See what is fine
story-of-the-month = Story of the month, { $month }
what-came-of-stories = What came of the stories
newest-stories = New on the wall
latest-stories = Latest on the wall
all-stories = All stories
people-have-asked = What others asked first
people-may-ask = What you may want to ask
all-questions = All questions
asked-times = { $n ->
    [one] asked once
   *[other] asked { $n } times
}
closing-soon = Closing soon
speaking-board = The speaking board
season-themes = Themes of the season
themes-to-tell = Something to talk about
all-themes = All themes
invite-home = Ten minutes and a phone are enough.
empty-wall = There is no story here yet. Yours could be the first.
empty-paused = There is no story here yet.

## Stories

form-story = Story
form-glimpse = Glimpse
form-how = How we did it
form-dilemma = Dilemma
form-after-talk = After the talk
form-customer = A customer
what-came-of-it = What came of it
outcome-conversation = A conversation
outcome-applicant = An applicant
outcome-customer = A customer
outcome-talk = A talk
outcome-change = A change
outcome-other = What happened next
stories-range = { $first } to { $last } of { $n } stories
stories-count = { $n ->
    [one] { $n } story
   *[other] { $n } stories
}
minutes-to-read = { $n ->
    [one] { $n } minute to read
   *[other] { $n } minutes to read
}
filter-stories = Filter stories
filter-all = Everything
filter-theme = Theme
filter-team = Team
filter-place = Place
filter-language = Language
filter-form = Form
filter-year = Year
show-everything = Show everything
together-none = No story fits all of these.
together-many = # stories
together-more = Show more
together-without = Without “#”
by-theme = Stories about “{ $name }”
by-team = Stories from the team { $name }
by-place = Stories from { $name }
by-language = Stories in { $name }
by-form = Stories: { $name }
by-year = Stories from { $name }
stories-lead = Told by the people it happened to, in their own words.
empty-filter = There is no story for “{ $name }” yet. Yours could be the first.
be-the-first = Be the first
invite-wall = Is yours missing?
invite-story = Do you have one like it? Ten minutes are enough.
may-it-travel = May I share it?
audience-internal = Only with colleagues. Please do not pass it on outside.
audience-shareable = Yes. Retell it outside in your own words, and say that you work here.
audience-public = Yes. Anyone may read it.
helped-by = Helped by
it-served = Goal
why-of-the-month = Why this one
photo-taken-down = A photo was here. It was taken down because the consent of somebody in it has ended.
photo-by = Picture: { $name }
answer-author = Would you like to answer?
anonymous = One of us
anonymous-why = would rather not be named
anonymous-short = without a name
answer-anonymous = Something to say to whoever told this?
answer-anonymous-how = Call or write to this colleague, who can pass it on without saying any names.
words-stay = Here, only the author changes the words of a story.
words-untouched-by = Since this story came in, nobody but { $name } has changed a word of it.
words-untouched = Since this story came in, nobody but its author has changed a word of it.
edit-story = Is it yours? Change it.
related-stories = Read next
newer-story = Newer
older-story = Older
successes-title = What came of it
successes-lead = We do not count how many might have seen a story. We say what happened afterwards.
past-stories-of-the-month = Earlier stories of the month
empty-successes = Nothing has come of a story yet. It can take a while.

## Handbook

on-this-page = On this page
also-in-part = Also in this part
copy-code = Copy
copy-feed = Copy the RSS address
code-copied = Copied
ask-about-page = Ask about this page:
if-nobody-answers = If nobody answers:
looks-after-page = { $name } looks after this page.
reviewed-on = Last checked { $day }.
review-due = Next check by { $day }.
review-overdue = This page is overdue for a check. Ask before you rely on a detail.
edit-page = Change this page
all-pages = All pages
more-pages = More pages
previous-page = Previous
next-page = Next
policy = Policy
policy-version = version { $version }
policy-effective = in force since { $day }
policy-supersedes = replaces version { $version }
alert-may = You may
alert-careful = Take care
alert-ask = Ask first
alert-do = Do
alert-dont = Don’t
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Danger
heading-anchor = Link to:
table-label = Table
task-done = Done
task-open = To do
tasks-kept = Only this browser remembers what you ticked. Nobody else can see it.
tasks-forget = Clear my ticks
footnotes = Footnotes
footnote-reference = Footnote
footnote-back = Back to the text, footnote

## Themes

lens-craft = The craft
lens-culture = How we work together
lens-customer = The customer
lens-everyday = Every day
for-whom = For whom:
until-day = until { $day }
begin-with-one = Begin with one of these
told-so-far = Told so far
more-on-theme = All stories on this theme
empty-theme = There is no story about “{ $name }” yet. Yours could be the first.
themes-lead = Each begins with a question. Somebody has already answered most of them.
themes-lead-few = Each begins with a question. Does one remind you of something? Then tell us about it.
empty-themes = There is no theme yet. Any story is welcome.
answer-this = Answer this one
from-day = from { $day }
in-season-until = In season until { $day }
season-over = Its season ended on { $day }. You may still tell.
nobody-told = Nobody has told a story about this yet. It could be you.
who-told = { $n ->
    [one] { $names } has told a story.
   *[other] { $names } have told stories.
}
something-else = Something else
something-else-ask = None of these? Then tell us what we forgot to ask.

## Questions

faq-lead = Somebody was unsure before you. Here is what they asked.
faq-lead-first = You may well wonder about this. If you wonder about something else, ask.
rather-talk = Would you rather talk?
who-helps = Who helps you
find-question = Find a question
found-none = Nothing found. Try a shorter word, or call us.
found-one = 1 question
found-many = # questions
about-fear = What if it goes wrong?
about-policy = What is allowed?
about-practical = How does it work?
answered-by = { $name } answers.
answered-by-heading = Who answers
own-address = Link to this answer
others-asked = Others asked
see-also = See also
ask-yourself = Ask yourself
not-here-ask = Is yours not here? { $name } would like to hear it.
not-here-ask-nobody = Is yours not here? Ask it.

## People

people-lead = They tell stories, and they help you tell yours.
empty-people = There is nobody here yet.
everyone-who-tells = Everyone who tells
ask-any-of-them = You may ask any of them.
everyone = everyone
find-somebody-who = Find somebody who …
open-place = A free place
you-are-missing = This could be you.
quoted = “{ $text }”
speaking-helper = Have you never done this? Ask first:
training-helper = Not sure which one? Ask:
does-write = writes
does-photograph = photographs
does-film = films
does-speak = speaks to an audience
does-mentor = shows you how
does-listen = listens
does-draw = draws
does-translate = translates
can-write = can write
can-photograph = can photograph
can-film = can film
can-speak = can speak to an audience
can-mentor = can show you how
can-listen = can listen
can-draw = can draw
can-translate = can translate
glad-to = Ask me if you need somebody who
wants-to-try = Would like to try
knows-about = Knows about
buddy = Buddy
contact = Contact
former-colleague = No longer works here. The stories stay, as agreed.
stories-by = Told by { $name }
talks-by = Talks by { $name }
empty-person = { $name } has no story here yet. Ask for one.

## Speaking board

speaking-lead = Events that look for somebody like you. What closes first comes first.
days-left-unit = { $n ->
    [one] day left
   *[other] days left
}
last-day = is the last day
closes-on = Closes { $day }
as-announced = announced as { $words }
opens-on = Opens { $day }
opens-word = opens
takes-place-word = takes place
answer-by = They answer by { $day }
open-calls = Open calls
later-calls = Calls that open later
expected-calls = Expected
expected-lead = Not announced yet. We estimate the day from earlier years.
confidence-tight = In earlier years it was always about then.
confidence-medium = In earlier years it varied.
confidence-season = Only the season is known.
seen-in = Seen in
coming-events = Coming events
past-events = Past
empty-calls = No call is open today. { $name } knows where to ask, and you can speak at a meeting where you work.
empty-calls-plain = No call is open today. You can also speak at your own workplace.
state-cfp-open = Open
state-cfp-closing = Closes soon
state-cfp-last-day = Last day
state-cfp-soon = Not open yet
state-cfp-closed = Call closed
state-running = On now
state-over = Over
state-cancelled = Cancelled
event-cancelled = This event does not take place.
state-no-cfp = No open call
no-form = No form: just ask
no-form-ask = No form: ask { $name }
call-over = The call is closed. The text below may be older.
event-over = This is over. The text below may be older.
event-is-over = This is over.
kind-conference = Conference
kind-meetup = Meet-up
kind-webinar = Webinar
kind-podcast = Podcast
kind-guest-lecture = Guest lecture
kind-internal = For colleagues
kind-panel = Panel
place-in-person = in person
place-online = online
place-hybrid = in person and online
first-timers-welcome = First-timers welcome
first-timers-why = They like people who have never done this before.
we-pay = We pay:
cover-ticket = ticket
cover-travel = journey
cover-hotel = hotel
cover-work-time = your hours
too-short = Less notice than approval needs. Call anyway.
has-spoken-there = { $n ->
    [one] Spoke there before:
   *[other] Spoke there before:
}
to-the-call = To the call
to-the-event = To the event
approved-by = { $name } approves the costs.
lead-days = { $n ->
    [one] Ask one day before the deadline.
   *[other] Ask { $n } days before the deadline.
}
lead-days-ahead = { $n ->
    [one] Ask at least one day ahead.
   *[other] Ask at least { $n } days ahead.
}
lead-days-gone = { $n ->
    [one] Less than one day is left: call { $name }.
   *[other] Fewer than { $n } days are left: call { $name }.
}
knows-the-place = Knows the place
formats = Length
minutes-long = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
minutes-unit = { $n ->
    [one] minute
   *[other] minutes
}
they-offer = They offer
offer-ticket = ticket
offer-travel = journey
offer-hotel = hotel
offer-fee = fee
offer-recording = recording
offer-captions = captions
who-comes = Who comes
it-serves = Goal
earlier-editions = Earlier years
later-editions = Later years
talks-here = Our talks there
verified-on = Somebody checked this { $day }.

## Talks

talks-lead = Talks that colleagues give, if you ask.
empty-talks = There is no talk here yet. Do you have ten minutes about something only you know?
level-beginner = for beginners
level-intermediate = for people in the trade
level-advanced = for specialists
level-everyone = for everyone
for-meetup = meet-ups
for-guest-lecture = guest lectures
for-internal = our own meetings
for-conference = conferences
for-podcast = podcasts
for-webinar = webinars
for-panel = panels
can-be-heard-at = Can be booked for
book-talk = Would you like to hear it? Ask:
talk-history = Where it has been
talk-given = given
talk-submitted = submitted
talk-accepted = accepted
talk-planned = planned
see-it = See it
slides = Slides
recording = Recording
the-story-behind = The story behind it

## Trainings

training-lead = What you can learn from a colleague in an hour or two.
empty-training = There is no training here yet. What could you show somebody in an hour?
format-together = in one room
format-online = by video
format-alone = on your own
training-join = Take part
training-dates = Next dates
training-full = full
training-subscribe = Add the dates to your calendar
training-ask = Questions?

## Put together by the views

names-and = { $first } and { $last }
a-colleague = A colleague
name-withheld = [a colleague]
gap = Still to be filled in:
handbook-lead = What you may do, what we promise, and how it is done.
feed-title = { $site }: { $part }
expected-call-day = Closes around { $day }, give or take { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
}
expected-call-season = Closes some time around { $month }
expected-event-day = Takes place around { $day }, give or take { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
}
expected-event-season = Takes place some time around { $month }
expected-call-now = It may be open now. Ask { $name }.
expected-call-now-plain = It may be open now.
expected-event-now = It may take place now. Ask { $name }.
expected-event-now-plain = It may take place now.

## Feeds and other ends

feed-stories = All stories
feed-successes = What came of it
feed-theme = Stories about “{ $name }”
feed-language = Stories in { $name }
not-found-title = This page does not exist
not-found-lead = It may have been moved or taken down. People who tell a story may also take it back. Did you type the address from a sheet of paper? Then compare it once more.
lost-answer = You need an answer now
lost-story = You were looking for a story
lost-question = You had a question
moved = This page has moved
talk-waitlisted = on the waiting list
talk-confirmed = confirmed
talk-told = given, and told as a story
co-speaker-wanted = Second speaker wanted

## Languages that colleagues speak

language-ar = Arabic
language-fa = Persian
language-fo = Faroese
language-lt = Lithuanian
language-pt = Portuguese
language-ro = Romanian
language-so = Somali
language-tr = Turkish
language-uk = Ukrainian

## The preview, while somebody writes (a warning about anything here is English: it is the same in every language)

preview-name = Preview
preview-errors = { $n ->
    [one] 1 error
   *[other] { $n } errors
}
preview-warnings = { $n ->
    [one] 1 warning
   *[other] { $n } warnings
}
preview-advice = { $n ->
    [one] 1 piece of advice
   *[other] { $n } pieces of advice
}
preview-well = Nothing to correct
preview-well-here = Nothing to correct on this page
preview-none-here = No page here
preview-here = on this page
preview-elsewhere = Elsewhere:
preview-here-title = On this page
preview-elsewhere-title = Elsewhere on the site
preview-more = { $n ->
    [one] 1 more
   *[other] { $n } more
}
preview-beyond = { $n ->
    [one] And 1 more: run storywall check to see all.
   *[other] And { $n } more: run storywall check to see all.
}
preview-open = Open
preview-page = This page
preview-words = { $n ->
    [one] 1 word
   *[other] { $n } words
}
preview-number = Version { $n } since the preview began
preview-look = View as
preview-day = As of
preview-audience = Readers
preview-audience-internal = colleagues
preview-audience-public = everybody
preview-drafts = Drafts
preview-drafts-yes = shown
preview-drafts-no = hidden
preview-show = Show
preview-now = Back to today
preview-light = You see the site
preview-light-day = as of { $day }
preview-light-public = as everybody sees it
preview-light-internal = as colleagues see it
preview-light-drafts = with drafts
preview-light-no-drafts = without drafts
preview-no-day = “{ $written }” is not a date. Write year-month-day, as in 2026-12-24.
preview-lost = The preview has stopped. This page is as it was last; it will catch up by itself.
preview-moved = The text that was here has another address now:
preview-gone = There is no page at this address.
preview-near = Did you mean one of these?
preview-orphan = A translation is there, but not the text that it translates. So it has no page.
preview-unread = The file of this page is there, but it cannot be read. What is wrong with it is below.
preview-hidden-draft = This text is a draft. Readers do not see it.
preview-hidden-future = This text is hidden until { $day }, its date.
preview-hidden-internal = This is for colleagues only.
preview-hidden-consent = This story may be public, but its author agreed to be seen by colleagues only.
preview-hidden-paused = This is paused. Nobody sees it.
preview-hidden-withdrawn = This is not shown, because somebody has taken their consent back, or it has ended.
preview-hidden-names = This is not shown, because it names somebody who does not agree to be named, or not any longer.
preview-see-drafts = Look at it with drafts
preview-see-then = Look at it as of that day
preview-see-inside = Look at it as colleagues do
preview-wrong = There is a mistake in the file of this page, so the page may not be what you wrote. Nothing new is published before it is corrected.
preview-broken = This page cannot be made
preview-broken-lead = A template is wrong. Correct it, and the page comes back by itself.
preview-withheld = This page cannot be shown right now
preview-withheld-lead = Somebody is working on it. Please come back later.
preview-no-site = This folder is not a site yet
preview-no-site-lead = As soon as it is one, it is shown here.

## What colleagues would like to try

try-write = writing
try-photograph = taking photos
try-film = filming
try-speak = speaking to an audience
try-mentor = showing others
try-listen = listening
try-draw = drawing
try-translate = translating
new-questions = Readers do not see these lines. They help you to begin; leave them or delete them.

## Writing a story

write-here = Write it here
write-here-how = Three steps, on a phone too. Nothing leaves your device until you send it.
write-lead = Three lines are enough. Nobody corrects them.
write-template = Write here, then copy all of it into an email to { $name }
write-template-nobody = Write here, then copy all of it into an email or a message
write-template-text =
    What happened?



    Who is in it, and have you asked them?



    Who may see it: colleagues, colleagues who may retell it, or anyone?



    Your name and number:
write-without-script = The three steps need a script, and this browser runs none. This works just as well. Nothing is kept when you close the page.
write-still-here = Your story is still here
write-left-at = You left it on { $time }.
write-go-on = Go on writing
write-drop = Throw it away
write-shared-device = It lies on this device and nowhere else. Is the device shared, and the story not yours? Leave it, and tell whoever used it before you.
write-kept = Kept on this device only, { $time }
write-kept-words = The words are kept on this device only, { $time }. This browser keeps no photos.
write-not-kept = This browser keeps nothing. Send it before you close the page.
write-count = Words: { $n }
write-drop-it = Press again to throw it away. It cannot be brought back.
write-dropped = The draft is gone from this device.
write-step-what = What happened
write-step-who = Who is in it
write-step-see = Who may see it
write-what = What happened?
write-another = Another question
write-no-words = There are no words yet. One line is enough.
write-three-lines = Write as you talk. Spelling is nobody’s business.
write-coach = Ask me something about it
write-coach-title = Questions, if you like
write-coach-like = We like this line.
write-coach-more = We would love to hear more here.
write-coach-short = A short story is a whole story. Questions come from { $n } words on.
write-coach-failed = No question can be fetched now.
write-coach-yours = They are for you alone: nothing of it is kept or sent. No answer is an answer, too.
write-coach-away = Put them away
write-title = A line to put above it, if you have one
write-title-hint = Leave it empty, and your first sentence stands there.
write-theme = What is it about?
write-theme-none = None of these
write-next-who = Next: who is in it
write-see = Look at it
write-who = Who is in it?
write-name = Your name
write-name-hint = First name and last name, as they should stand above the story.
write-no-name = The story needs a name. Would you rather not give yours? Then choose “Without my name”, or call.
write-no-name-nobody = The story needs a name. Would you rather not give yours? Then choose “Without my name”.
write-anonymous = Without my name
write-anonymous-hint = It says “One of us” instead. Talk to { $name } first: an email still shows who sent it.
write-anonymous-hint-nobody = It says “One of us” instead. Talk to the colleague who helps first: an email still shows who sent it.
write-photo = A photo, if you have one
write-photo-hint = One is plenty. Dark and crooked is fine. It is made smaller here, without the place and the time it was taken.
write-photo-take = Take or choose a photo
write-photo-turn = Turn it
write-take-out = Take it out
write-photo-made = Made smaller on this device, from { $before } to { $after }. Place and time are gone.
write-photo-unread = This browser cannot read “{ $name }”. Email the photo as it is, or take a new one.
write-photo-n = Photo { $n }
write-alt = What is in it, for a colleague who cannot see it?
write-faces = Can anyone be recognised in it?
write-faces-no = No, nobody
write-faces-no-hint = From behind, far off, or only hands.
write-faces-yes = Yes
write-faces-wanted = One answer is missing here: whether anyone can be recognised, and who.
write-faces-more = Somebody else can be recognised
write-others = Anyone else you write about?
write-others-hint = Somebody you name, or whom colleagues would know at once.
write-add-person = Add a person
write-person = Who is it?
write-asked-photo = It is their face, so it is their yes. Have they seen the photo?
write-asked-words = Is it all right with them?
write-yes-colleagues = Yes, and colleagues may see it
write-yes-anyone = Yes, and anyone may see it
write-yes-words = Yes, I have asked
write-not-yet = Not yet
write-not-yet-hint = { $name } asks before anything goes up. You need not chase them.
write-not-yet-hint-nobody = Somebody asks before anything goes up. You need not chase them.
write-next-see = Next: who may see it
write-see-who = Who may see it?
write-internal = My colleagues
write-internal-hint = It stays in the company. That is a fine place for it, and what you get if you change nothing.
write-shareable = Colleagues, and they may retell it
write-shareable-hint = Outside too, in their own words.
write-public = Anyone
write-public-hint = It may be read outside the company, with your name.
write-change-mind = You can change your mind on any day.
write-photo-stays = You chose “Anyone”. { $names } said yes to colleagues only, so the photo stays here and the words go without it.
write-waits = { $names } has not been asked yet. The story goes along as a draft, and waits for that yes.
write-tongue = The language you wrote it in
write-to-send = Next: send it
write-send = Send it
write-send-lead = Choose the way that suits you. They all end with { $name }.
write-send-lead-nobody = Choose the way that suits you.
write-share = Share it from here
write-share-how = Your device asks where to: email, a chat, anything you have. Choose { $name }. Words and photos go along.
write-share-how-nobody = Your device asks where to: email, a chat, anything you have. Words and photos go along.
write-share-do = Share
write-mail = Email it
write-call = Call
write-mail-or-call = Email it, or call
write-mail-fits = The words are short enough for an email: a new one opens with them in it. The lines at the top are for the program; leave them.
write-mail-long = It is too long to travel in the address of an email. So the button copies the words first, then opens a short email: paste them there.
write-mail-photos = A link cannot carry photos. Save the file below, and put the photos in the email yourself.
write-mail-do = Email { $name }
write-mail-subject = A story: { $title }
write-mail-short = Hello! Here is a story. I have put it in below, or as a file with this email.
write-file = Save it as a file
write-file-how = Everything in one file. Give it to whom you like, in whatever way you like:
write-file-do = Save the file
write-file-name = story
write-copy = Copy it
write-copy-how = Paste it where you want.
write-copy-photos = Photos stay behind: put them in the same folder as the text, with these names:
write-copy-do = Copy the words
write-copied = Copied. Now paste it.
write-select = This browser does not let a page copy. The words are marked below: copy them with your device.
write-whole = Your story, as it is sent
write-forge = Put it in the repository yourself
write-forge-who = For those with an account.
write-forge-fits = A new tab opens with the text in place. This page stays as it is.
write-forge-long = It is too long for the address ({ $n } of { $most } bytes). So the button copies the text first, then opens the page: paste it there.
write-forge-name = That page cannot be given the text. So the button copies it first, then opens the page: paste it there.
write-forge-new = Nobody on this site has your name yet, so a file in content/people/ is needed too.
write-forge-photos = The photos go up after it: save the file above, they are in it.
write-forge-do = Open { $host }
write-sent-at = You took it along at { $time }. Whether it arrived, this page cannot see. An answer tells you.
write-shared = Is this device shared?
write-lies-here = Your story and its photos still lie on it, and nowhere else, until you throw them away. Some browsers clear them after a week.
write-drop-draft = Throw the draft away
write-and-then = What happens next
write-look = How it will look
write-look-card = On the wall
write-look-page = Its own page
write-look-hint = As it will stand there. Only the date may change.
write-your-title = Your first sentence
write-your-words = Your words stand here while you write.
write-your-name = Your name
write-else = Rather not write?
write-else-call = Call, or just email. { $name } writes it down while you talk.
write-else-phone = Call. { $name } writes it down while you talk.
write-else-mail = Just email { $name }.
write-else-ways = All the ways to tell

## Asking, proposing a theme, adding to a story

ask-title = A question, a theme, a sentence
ask-lead = A few words are enough, and nothing leaves your device until you send it.
ask-without-script = The form needs a script, and this browser runs none. These fields work just as well. Nothing is kept when you close the page.
ask-question = Ask a question
ask-question-lead = No question is too small, and nobody has to know that it is yours.
ask-question-words = What would you like to know?
ask-question-hint = Ask as you would ask a colleague you trust.
ask-about = What is it about?
ask-topic = Propose a theme
ask-topic-lead = What would you like your colleagues to tell you about?
ask-topic-title = The theme, in a few words
ask-topic-hint = For example: My first week.
ask-topic-prompts = Questions that would make you want to tell, if you have some
ask-topic-prompts-hint = One on each line. Ask about one moment: What did you hear before you saw it?
ask-topic-why = Why this one, if you would like to say
ask-no-topic = The theme needs a few words.
ask-there = I was there too
ask-there-lead = Add what you saw. Whoever told the story reads it first, and says yes or no.
ask-there-story = Which story?
ask-there-story-hint = Its headline, the beginning of it, or the address of the story.
ask-no-story = Which story is it? Write its headline here.
ask-there-words = What did you see or hear?
ask-there-hint = A sentence or two, 500 characters at most. They will stand below the story.
ask-there-full = That is 500 characters. There is no room for more.
ask-name = Your name, if you like
ask-name-hint = Leave it empty, and no name is in it. An email still shows who sent it; a saved file that somebody else hands on does not.
ask-to-send = Next: send it
ask-send = Send it
ask-send-lead = Choose the way that suits you. They all end with { $name }.
ask-send-lead-nobody = Choose the way that suits you.
ask-change = Change something
ask-share-how = Your device asks where to: email, a chat, anything you have. Choose { $name }.
ask-share-how-nobody = Your device asks where to: email, a chat, anything you have.
ask-mail-fits = It is short enough for an email: a new one opens with all of it inside.
ask-copy-how = Paste it where you want.
ask-whole = All of it, as it is sent
ask-mail-short = Hello! I have put it in below, or as a file with this email.
ask-still-here = Your words are still here
ask-shared-device = They lie on this device and nowhere else. Is the device shared, and are the words not yours? Leave them, and tell whoever used it before you.
ask-lies-here = Your words still lie on it, and nowhere else, until you throw them away. Some browsers clear them after a week.
ask-template-question =
    My question:



    My name and number, if somebody may call me:
ask-template-topic =
    The theme:



    A question that would make me want to tell:



    My name, if I like:
ask-template-there =
    The story, by its headline:



    What I saw or heard:



    My name, if I like:
ask-here = Ask it here
ask-here-how = Your name is not needed.
also-there = Also there
customer-says = What the customer says
jobs-of-team = Open jobs: { $team }
job-until = Apply by { $day }
there-too-ask = Were you there too?
there-too-add = Add a sentence
# What stands in that which is sent.
ask-question-subject = A question: { $title }
ask-topic-subject = A theme: { $title }
ask-question-file = question
ask-topic-file = theme
ask-there-file = there-too
ask-from = From { $name }
ask-in-language = Written in { $language }
ask-gap-question = the answer
ask-gap-topic = why it makes one want to tell something
ask-there-title = I was there too: { $title }
ask-there-says = { $name } says:
ask-there-nobody = Somebody who would rather not be named says:
ask-there-yes = Whoever told the story decides. With their yes, these lines go between the two --- of { $file }:
ask-there-its-file = the story’s file
ask-there-new = { $name } has no file yet, so { $file } is needed too.

## The programme

programme = Goals and promises
programme-lead = What we hope for, what we promised, who answers for it, and when we meet.
programme-title = What we are doing, and who answers for it
programme-why = Why we do this
programme-differ = Do you see it differently? Say so.
programme-say = Say it
goals-heading = What we hope for
goal-no-outcome = Nothing yet, as far as we know.
goal-no-story = No story has helped with this yet. Yours could be the first.
goal-stories = { $n ->
    [one] The story
   *[other] All { $n } stories
}
goal-owner = { $name } answers for this goal.
goal-helped = Stories that helped with it
goal-before = Previous goal
goal-after = The next goal
goal-kind-branding = Being known
goal-kind-recruiting = Finding colleagues
goal-kind-retention = Staying
goal-kind-leads = New customers
goal-kind-awareness = Being noticed
goal-kind-learning = Learning
promises-heading = What we promised
promises-how = How we know
promises-not-yet = Not yet: { $n } of { $all }
promises-unseen = Not checked yet: { $n } of { $all }
promises-kept = Kept: { $n } of { $all }
promise-since = since { $day }
promise-checked = checked { $day }
promise-mended = kept again since { $day }
ledger-heading = What you can hold us to
ledger-words = { $n ->
    [0] texts have been changed by somebody other than their author. It must stay that way.
    [one] text has been changed by somebody other than its author. There should be none.
   *[other] texts have been changed by somebody other than their author. There should be none.
}
ledger-of = Git shows this for { $n } of { $all } stories.
ledger-words-unknown = Not known: how many texts have been changed by somebody other than their author. Git does not tell it here.
ledger-waited = { $n ->
    [0] days from sent to published: half of the stories were up on the same day.
    [one] day or less from sent to published, for half of the stories.
   *[other] days or fewer from sent to published, for half of the stories.
} { $most ->
    [0] None took longer.
    [one] The longest took one day.
   *[other] The longest took { $most } days.
}
ledger-waited-of = Known for { $n } of { $all } stories.
ledger-waited-unknown = Not known: how long stories wait to be published. Fewer than five say when they were sent.
ledger-stops = { $n ->
    [0] times somebody stepped in for the sake of the company.
    [one] time somebody stepped in for the sake of the company.
   *[other] times somebody stepped in for the sake of the company.
}
ledger-stops-since = We have written it down since { $day }.
ledger-stops-unknown = Not known: how often somebody stepped in for the sake of the company. Nobody writes it down yet.
ledger-broken = { $n ->
    [0] of { $all } promises are broken today.
    [one] of { $all } promises is not kept today.
   *[other] of { $all } promises are not kept today.
}
ledger-mended = { $n ->
    [one] One was broken before, and is kept again.
   *[other] { $n } were broken before, and are kept again.
}
roles-heading = Who answers for what
role-time = { $since } to { $until }
role-since = since { $since }
role-until = until { $until }
role-outside = Comes from outside and does not work here.
role-free = Nobody yet. Could it be you?
role-free-since = vacant since { $day }
ask-person = Ask { $name }
meetings-heading = When we meet
every-week = every week
every-month = every month
every-quarter = every quarter
meeting-not-on = not on { $days }
meeting-no-date = no day fixed yet
meetings-calendar = Meetings
meetings-subscribe = Add all meetings to your calendar
meeting-subscribe = Add to calendar
meeting-moved = on another day than usual
meeting-later = And after that
meeting-then = Then: { $day }
meeting-agreed = Agreed
meeting-who = Who
meeting-when = By when
meeting-no-names = How many were here: ____ No names. Nobody keeps such a list.
agenda-read = Read one aloud
agenda-read-how = Or another one. Whoever told it says what they left out.
agenda-new = New on the wall
agenda-new-since = New since { $day }
agenda-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
agenda-questions = Asked, and not answered
agenda-questions-wait = { $n ->
    [one] One question waits for its answer. Who knows it?
   *[other] { $n } questions wait for their answers. Who knows them?
}
agenda-closing = Closing soon
agenda-promises = Did we keep what we promised?
agenda-not-yet = not yet
agenda-measures = Figures for the evaluation
agenda-measures-begin = { $quarter }: nobody has begun to write down what came of it. Who counts what, and who asks?
agenda-measures-finish = { $quarter }: the figures are there, but no headline. What came of it, in one sentence?
agenda-review = Pages that somebody should check
agenda-tries = Did we do it?
agenda-seen = Seen, and not told
agenda-seen-how = What did you see that somebody ought to tell? Name them only if they said yes.
agenda-differ = Does anybody see it differently?
agenda-differ-how = Silence is not a yes.
tries-heading = What we try until { $day }
tries-heading-open = What we try
roadmap-made = Agreed on { $day }.
roadmap-by = Written up by
roadmap-next = We look at it again on { $day }, and you may come.
roadmap-due = It should have been looked at again on { $day }. Ask whether it still holds.
pause-heading = Not now.
pause-until = Until { $day }, nobody is asked for a story. What is here stays.
pause-open = For the time being, nobody is asked for a story. What is here stays.
pause-contact = If you want to tell one all the same, call or write to { $name }:
pause-tell = We are not asking for stories just now. If you want to tell one anyway, you are welcome.
teams-heading = Where the stories come from
open-lead = Nobody has written this down yet:
open-goals = What do we hope for?
open-promises = What do we promise you?
open-roles = Who answers for what?
open-meetings = When do we meet?
open-roadmap = What do we try next?
open-ask = Would you like to have a say in it?

## What the check says

checks = What the check says
checks-lead = Did a report on your text bring you here? This is what it means, and what helps.
checks-error = Has to be corrected before the site is published. It is about the file, never about how you write.
checks-warning = Readers would miss or misunderstand something. It stops nothing.
checks-advice = For you alone. Take it or leave it.
checks-find = Every finding in a report carries a code. Look for yours with your browser’s search in the page.
checks-parts = Parts of this page

## The comment on a pull request

comment-thanks = Thanks.
comment-thanks-by-name = Thanks, { $name }.
comment-ready = Nothing is missing.
comment-story-ready = Your story is ready to go up. Nothing is missing.
comment-gaps = { $n ->
    [one] One gap is still to be filled in.
   *[other] { $n } gaps are still to be filled in.
}
comment-story-draft = Your story is a draft, so nobody sees it yet.
comment-story-later = Your story is ready, and goes up on its date.
comment-story-hidden = Your story is not shown as it is; what keeps it back stands below.
comment-story-empty = There are no words in your story yet. One line is enough.
comment-missing = { $n ->
    [one] One thing has to be in place before it can be shown:
   *[other] { $n } things have to be in place before it can be shown:
}
comment-in-english = In English:
comment-did-you-mean = Did you mean “{ $it }”?
comment-more = { $n ->
    [one] And one more.
   *[other] And { $n } more.
}
comment-others = { $n ->
    [one] One more thing for the editor; it stops nothing
   *[other] { $n } more things for the editor; they stop nothing
}
comment-pages = { $n ->
    [one] The page that changes:
   *[other] The pages that change:
}
comment-helper = Would you rather talk? { $helper }.
comment-promise = We never edit your words.

## Questions to the author of a story (storywall coach)

coach-thanks = Thank you for your story
coach-thanks-we-like = Thank you for your story. We like this: “{ $quote }”
coach-thanks-tell-more = Thank you for your story. We would love to hear more here: “{ $quote }”
coach-nothing-to-ask = Nobody has a question about it
coach-your-choice = Answer only if you like: your story does not depend on it, and nobody edits your text
coach-rather-talk = Would you rather talk? { $name }, { $contact }
coach-ask-who-was-there = Who was there, and what did they say?
coach-ask-what-did-you-do = What did you do yourself?
coach-ask-where-were-you = Where were you when it happened?
coach-ask-how-did-you-do-it = How did you do it? What did you try first?
coach-ask-what-was-done = That is a fine result. What did you do on Monday morning to get there?
coach-ask-odd-word = Which odd word do only you use?
coach-ask-who-should-read = Who do you wish would read it?

## Letters to colleagues (the pages, and the email of storywall digest)

nav-digests = Letters to colleagues
letters-lead = What was told, and what came of it, as one colleague tells it to the others.
empty-letters = Nobody has written a letter yet. Perhaps you would like to be the one who passes on what was told?
letter-days = Letter to colleagues, { $days }
letter-plain-title = What colleagues told us, { $days }
letter-first = Read this one first
letter-new = New on the wall
letter-more = { $n ->
    [one] And one more new story
   *[other] And { $n } more new stories
}
letter-quiet = Nobody told a story this time. That happens. Perhaps you have one?
letter-quiet-paused = Nobody told a story this time. That happens.
letter-came = What came of earlier ones
letter-calls = Where somebody could speak
letter-days-left = { $n ->
    [0] The last day
    [one] One day left
   *[other] { $n } days left
}
letter-first-timers = Never spoken before? All the better.
letter-covers = We pay:
letter-ask = Questions? { $name }:
letter-answered = Asked, and answered
letter-thanks = If you meet them
letter-thanks-to = Say thank you to { $names }, who told us a story.
letter-helped = And to { $names }, who helped.
letter-question = To end with
letter-or-call = Or call or write to { $name }:
letter-answers = If you answer this email, I get it.
letter-whole = this is all of it
letter-sent-to = This goes to colleagues at { $site }.
letter-stop = Enough emails? Answer with “stop”.
letter-uncounted = We do not count who opens it.
letter-read = Read it in the browser
letter-newer = The next letter
letter-older = The one before

## Thanks (a story's page, and the cards of storywall thanks)

thanks-by-name = Thank you, { $names }.
thanks-all = Thank you.
cards-title = { $n ->
    [one] One card to sign
   *[other] { $n } cards to sign
}
cards-how = Print this at 100 %, on both sides, turned over the long edge. Cut twice, through the middle. Then take a pen: the lines are for you.
cards-fronts = Fronts
cards-backs = Backs
card-goal = It helped with this

## Posters

poster = Poster
poster-of = Poster: { $title }
poster-print = Print as a poster
poster-how = A4, for the wall where the coffee is. Cut the strips up to the dashed line.
poster-internal = This story is for colleagues: hang it where only they pass.
poster-no-code = There is no QR code on it, because nobody has said where this site is (base_url in site.toml).
poster-code = QR code: { $title }
poster-invites = Three lines are enough.
poster-ways = Tell it on your phone, aloud, or on paper.
poster-ways-call = Tell it on your phone, on paper, or aloud: call { $name }.
poster-back = Back to the page
## The quarter's evaluation

evaluations = What came of it, quarter by quarter
evaluations-lead = Four times a year we look at what we hoped for and what came of it. No figure is about a person, and none about fewer than five.
eval-quarters = Other quarters
eval-quarter = { $number ->
    [1] First quarter { $year }
    [2] Second quarter { $year }
    [3] Third quarter { $year }
   *[4] Fourth quarter { $year }
}
eval-quarter-short = Q{ $number } { $year }
eval-so-far = so far: { $day }
eval-counted-by = Counted by { $name }
eval-on = Agreed on { $day }
eval-next-on = Asked about again on { $day }
eval-goals = Goal by goal
eval-no-goal = Not tied to a goal
eval-key-now = now
eval-key-before = last quarter
eval-key-target = target
eval-now = Now { $value }
eval-aimed = Target { $target }
eval-hit = Target of { $target } reached
eval-miss = Target of { $target } not reached
eval-open = Target { $target }; the quarter is not over
eval-previous = Last quarter { $value }
eval-previous-few = Last quarter: not shown, fewer than five people are behind it
eval-few = Not shown: fewer than five people are behind it
eval-under-five = under five
eval-hidden = not shown
eval-not-known = Not known
eval-of = of { $of }
eval-n-of = { $n } of { $all }
eval-percent = { $value }%
eval-base = { $n ->
    [one] one answer
   *[other] { $n } answers
}
eval-how-counted = Counted
eval-how-asked = Asked
eval-how-estimated = Estimated
eval-how-imported = Taken from another program
eval-now-what = So what now?
eval-tried = What became of what we tried
eval-keep = Keep
eval-stop = Stop
eval-try = Try
eval-to-try = To try:
eval-how-it-went = How it went
eval-all-together = All quarters together
eval-hidden-groups = Groups under five are hidden, and so is whatever would give them away
eval-as-table = As a table
eval-unclear = What we do not know
eval-context = For context only:
eval-no-reach = How many people might have seen something is not counted here.
eval-why-no-reach-link = Why not, and three better questions
eval-why-no-reach = Why nobody counts reach here
eval-why-no-reach-1 = Reach adds up everybody who might have seen something. It is always a large number, and it says nothing of anybody: not who read it, not what they thought, not what they did next.
eval-why-no-reach-2 = Whoever counts it soon writes for it. Then the loudest write most, and the one who tells something once, and means it, looks like nobody.
eval-better = Three better questions
eval-better-1 = Who got in touch because somebody told a story?
eval-better-2 = Who named a story when they applied, ordered or stayed?
eval-better-3 = What have we done differently since?
eval-voices = { $n ->
    [one] One colleague told a story this quarter
   *[other] { $n } colleagues told a story this quarter
}
eval-voices-back = { $n } colleagues told a story this quarter, { $back } of them not for the first time
eval-voices-few = Fewer than five told a story this quarter
eval-voices-none = Nobody has told anything this quarter
eval-voices-note = Whoever stays unnamed is not counted.
eval-voices-caption = Voices by quarter
eval-voices-head = Voices
eval-quarter-head = Quarter
eval-first-time = For the first time
eval-came-back = Came back
eval-came-back-or-unsplit = Came back, or not split
eval-key-hidden = Hidden, under five
eval-origin = { $n } of { $all } who told a story have no role in the programme
eval-origin-note = Since the beginning. A role in the programme is what counts as running it.
eval-origin-caption = Who has told something
eval-origin-others = without a role in the programme
eval-origin-role = with one
eval-who-head = Who
eval-talks = { $n ->
    [one] One idea for a talk
   *[other] { $n } ideas for a talk
}
eval-talks-note = Since the beginning: in one quarter, one would see who was turned down.
eval-talks-few = Fewer than five talks so far
eval-talks-few-note = So there is no figure: one would see who was turned down.
eval-talks-caption = Talks, from idea to stage
eval-talks-head = Talks
eval-step-head = Step
eval-talk-idea = an idea
eval-talk-sent = sent in
eval-talk-accepted = accepted
eval-talk-given = given
eval-handbook = { $n } of { $all } handbook pages were checked on time
eval-handbook-all = All { $n } handbook pages were checked on time
eval-handbook-note = Today, by the dates on the pages.
eval-handbook-caption = Handbook pages by group
eval-in-time = On time
eval-overdue = Overdue
eval-group-head = Group
eval-months-note = Month by month.
eval-month-head = Month
eval-number-head = Number
eval-published = { $n ->
    [one] Half were up within { $days } working day; the slowest took { $latest }
   *[other] Half were up within { $days } working days; the slowest took { $latest }
}
eval-published-few = Fewer than five stories, so no days are shown
eval-published-note = Working days from sent to published. A dot is a story.
eval-published-caption = Days from sent to published
eval-half-within = half within { $days }
eval-days-head = Working days
eval-stories-head = Stories
eval-asked-change = “{ $question }”: from { $before } to { $now }
eval-asked-few = Fewer than five answered, so it is not shown.
eval-asked-note = Answered from 1 to { $n }.
eval-asked-caption = What we asked
eval-by-place = { $question }, by place
eval-question-head = Question
eval-answers-head = Answers
eval-place-head = Place
eval-mean-head = Mean
eval-all = All
eval-teams = { $told } of { $all } teams told something
eval-places = { $told } of { $all } places told something
eval-this-quarter = this quarter
eval-last-told = last in { $quarter }
eval-never-told = still to come

measure-applications_mentioning = Applicants who say that a colleague’s story made them apply
measure-referral_hires = New colleagues who came through a colleague
measure-inquiries_from_people = Customers who asked for somebody by name or by story
measure-conversations = Conversations that a story began
measure-voices = Colleagues who told something
measure-new_voices = Colleagues who told something for the first time
measure-retention = Colleagues who told something again
measure-inbound_volunteers = Colleagues who came by themselves
measure-not_comms = Stories not written by communications
measure-breadth = Teams that told something
measure-things_changed = Things we do differently because somebody told it
measure-time_to_live = Working days until a story is up
measure-edits_by_others = Texts that somebody else changed
measure-brand_stops = Times that somebody stepped in for the company
measure-i_dare = I dare to talk about my work
measure-i_may = I know that I may
measure-wellbeing = How people feel at work
measure-talks_given = Talks given
measure-thanks_sent = Thank-you cards handed over
measure-questions_answered = Questions answered on time
measure-handbook_fresh = Handbook pages checked on time
measure-product_quiz = Colleagues who know what we offer
measure-perk_use = Colleagues who use what we offer
measure-followers_company = Growth in followers of the company’s page
measure-network_growth_avg = Growth in colleagues’ own networks
measure-reach = Reach
measure-impressions = Impressions
measure-views = Views
measure-emv = Earned media value

## Stories to show at a meeting and on a screen

slides-title = Stories to show
slides-how = The newest stories as slides for a meeting, or running by themselves on a screen in the canteen.
slides-talk = Show them
slides-loop = Let them run
slides-keys = The arrow keys go on and back, Esc stops.
slides-address = A screen that opens this page with #loop at the end of its address begins by itself. It leaves out what only colleagues may read.
slides-internal = Only for colleagues
slides-back = Back
slides-on = Next
slides-stop = Stop

## The editor's desk (storywall today, and a page of the preview)

desk = Your desk
desk-lead = What this week asks of you, and where each thing is written. You alone see this page.
desk-link = What there is to do this week
desk-nothing = Nothing waits for you. Have a coffee with somebody, and listen.
desk-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
desk-answer = Answer
desk-week = This week
desk-review = Check again
desk-renew = Renew
desk-thank = Say thank you
desk-plan = Plan
desk-publish = Publish
desk-today = today
desk-tomorrow = tomorrow
desk-yesterday = yesterday
desk-in-days = in { $n } days
desk-days-ago = { $n } days ago
desk-question = “{ $title }” waits for an answer
desk-gap = { $n ->
    [one] Fill in the gap in “{ $title }”
   *[other] Fill in the { $n } gaps in “{ $title }”
}
desk-meeting = { $title }
desk-call = “{ $title }”: the call for speakers closes. Who would like to go?
desk-story = “{ $title }” goes up on the wall
desk-letter = “{ $title }”: send the letter
desk-promise = Do we keep it? “{ $title }”
desk-draft = “{ $title }” is a draft. What does it still need?
desk-check = Is “{ $title }” still right?
desk-translation = Bring the translation “{ $title }” up to date
desk-owner = Who looks after “{ $title }”?
desk-consent-ends = Ask { $title } again: the consent ends
desk-consent-ended = A consent has ended, and what it covers is not shown. Ask again
desk-role-over = { $title }: this role has ended. Who takes over?
desk-role-nobody = { $title }: nobody has this role. Who would like to?
desk-role-free = { $title }: still free. Who could you ask?
desk-role-ends = { $title }: this role ends. Do they go on?
desk-successor = “{ $title }” names somebody whom readers cannot reach. Who takes over?
desk-roadmap = Look at the roadmap again, with those who made it
desk-pause-open = The pause has no last day. How long is it?
desk-pause-ends = The pause ends. Is everything put right?
desk-pause-ended = The pause is over. Take it out, or write a later day
desk-thanks = Thank { $names } for “{ $title }”
desk-thanks-nameless = “{ $title }” is told without a name. Pass on your thanks through whoever helped
desk-told = told on { $day }
desk-would-like = would like: { $wish }
desk-list = Correct thanks.toml first: { $title }
desk-season = “{ $title }”: it is the season, and nobody has told one yet. Who could you ask?
desk-untold = “{ $title }”: nobody has told one yet. Who could you ask?
desk-quiet = “{ $title }”: no story for { $n } weeks. Who could you ask?
desk-quarter-begin = { $title }: begin the evaluation
desk-quarter-finish = { $title }: the figures wait for a headline
desk-mistake = Nothing new is published before this is corrected: { $title }
desk-new = “{ $title }” is new since the site was last published
desk-later = “{ $title }” is ready, and waits for its day
desk-unsent = { $n ->
    [one] One new story is not in a letter yet
   *[other] { $n } new stories are not in a letter yet
}
