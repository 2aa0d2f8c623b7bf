//! The codes, by section. A row: what it means, `Name = "name"`, the names that it had earlier, the
//! severities that the program may choose (the usual one first), and whether `site.toml` may give it
//! another weight.

use super::Weighing::{Fixed, Free};
use super::Why::{Consent, Loss, Report, Safety, Size, Writing};
use super::rows::codes;
use super::{Row, Section};
use crate::base::Severity;

codes! {
    Files {
        /// A file cannot be opened.
        Unreadable = "unreadable", [Error], Free;
        /// A text is not stored as UTF-8, so some of its letters cannot be read.
        NotUtf8 = "not-utf8", [Error], Fixed(Loss);
        /// Git left two versions of a passage in a file, and nobody has chosen one yet.
        MergeConflict = "merge-conflict", [Error], Fixed(Loss);
        /// A file is larger than allowed.
        TooLarge = "too-large", [Error, Warning], Free;
        /// A shortcut (symbolic link) leads to a file outside the project.
        LeavesTree = "leaves-tree", [Error], Fixed(Safety);
        /// A shortcut (symbolic link) leads to a folder, to itself or nowhere.
        BrokenShortcut = "broken-shortcut" once "bad-link", [Error], Free;
        /// A shortcut (symbolic link) leads to a file of another kind than its own name says.
        ShortcutToOtherKind = "shortcut-to-other-kind" once "link-to-other-kind", [Error], Free;
        /// The name of a file or folder has characters that no address can hold.
        BadName = "bad-name", [Error], Free;
        /// The name of a file or folder is one that Windows cannot hold.
        WindowsName = "windows-name", [Warning], Free;
        /// Two files have names that look the same and are stored differently.
        TwinName = "twin-name", [Error], Free;
        /// A file has a second name elsewhere on the disk (a hard link), through which it can change.
        SecondName = "second-name", [Warning], Free;
        /// What is in a file is not what the ending of its name says.
        OtherKind = "other-kind", [Error, Warning], Fixed(Safety);
        /// A file is inside more folders than the handbook can show.
        TooManyFolders = "too-many-folders" once "too-deep", [Error], Free;
        /// A file of content/ is neither read as a text nor offered to readers.
        UnreadFile = "unread-file", [Warning], Free;
        /// A text has the fields of another kind than those of its folder, or is outside content/.
        MisplacedText = "misplaced-text", [Error, Warning], Free;
        /// A folder has a name that means something to other tools (drafts, _posts) and nothing here.
        FolderOfOtherTool = "folder-of-other-tool", [Warning], Free;
        /// A text stands twice in a folder, the second time with the name or the words of a copy.
        CopiedText = "copied-text", [Warning], Free;
        /// A file changed or disappeared while the site was being written.
        ChangedWhilePublishing = "changed-while-publishing" once "unreadable-file", [Error], Fixed(Loss);
    }
    Fields {
        /// A file does not begin with its fields, such as its title.
        NoFrontMatter = "no-front-matter", [Error], Free;
        /// The fields at the top of a file have no second line of dashes to end them.
        UnclosedFrontMatter = "unclosed-front-matter", [Error], Fixed(Loss);
        /// The fields at the top of a file end, but more of them stand below.
        FieldsCutApart = "fields-cut-apart", [Error, Warning], Fixed(Loss);
        /// The fields at the top of a file are not written as YAML.
        BrokenYaml = "broken-yaml", [Error], Fixed(Loss);
        /// A file, or the fields at its top, are not written as TOML.
        BrokenToml = "broken-toml", [Error], Fixed(Loss);
        /// A value is cut short, because everything after a # is ignored.
        CutByHash = "cut-by-hash", [Warning, Advice], Free;
        /// A field has a comment, marks of Markdown or HTML, or quotation marks around it, which readers
        /// see as they are typed.
        MarksInField = "marks-in-field", [Warning, Advice], Free;
        /// A list is written as one text, without brackets around it.
        ListWithoutBrackets = "list-without-brackets", [Error, Warning], Free;
        /// A backslash between double quotes makes another character of the letter behind it.
        EscapeInQuotes = "escape-in-quotes", [Warning], Free;
        /// A field that every such file needs is missing.
        MissingField = "missing-field", [Error], Free;
        /// A field has a name that such files do not have, such as one of another tool.
        UnknownField = "unknown-field", [Error, Warning], Free;
        /// The same field is written twice.
        FieldTwice = "field-twice", [Error, Warning], Free;
        /// A field has no value, or only invisible characters.
        EmptyField = "empty-field", [Error, Warning], Free;
        /// A value is of another kind than the field needs, such as a list instead of a text.
        WrongType = "wrong-type", [Error, Warning], Free;
        /// A value is not one of the words that the field allows.
        UnknownChoice = "unknown-choice", [Error, Warning], Free;
        /// A language is not one of the languages of the site, or is not written as a code such as da.
        UnknownLanguage = "unknown-language", [Error], Free;
        /// A value is not a date, a month, a span of time or a time zone.
        BadDate = "bad-date", [Error, Warning], Free;
        /// A value is not a number, or a number too small or too large.
        BadNumber = "bad-number", [Error, Warning], Free;
        /// A value is not a web address or an email address, or not one that can be used there.
        BadAddress = "bad-address", [Error], Free;
        /// A value is not a position in a photo.
        BadFocus = "bad-focus", [Error], Free;
        /// A value is longer than the field may be.
        TooLong = "too-long", [Error], Fixed(Size);
        /// A list has more entries than it may have.
        TooMany = "too-many", [Error], Fixed(Size);
        /// There is an invisible character that can change how a text reads.
        ControlCharacter = "control-character", [Error], Fixed(Safety);
        /// One letter has so many accents and other marks that they cover what is around it.
        PiledMarks = "piled-marks", [Error], Fixed(Safety);
    }
    Names {
        /// A person is named who has no file in content/people/.
        UnknownPerson = "unknown-person", [Error], Free;
        /// Somebody has a task whom readers cannot reach: they have left, are paused, or gave no
        /// consent.
        SuccessorNeeded = "successor-needed", [Warning], Free;
        /// A theme is named that has no file in content/themes/.
        UnknownTheme = "unknown-theme", [Error], Free;
        /// A team is named that content/programme.toml does not have.
        UnknownTeam = "unknown-team", [Error], Free;
        /// A goal is named that content/programme.toml does not have.
        UnknownGoal = "unknown-goal", [Error], Free;
        /// A role is named that content/programme.toml does not have.
        UnknownRole = "unknown-role", [Error], Free;
        /// A place is named that content/programme.toml does not have.
        UnknownPlace = "unknown-place", [Warning], Free;
        /// A place or a team is written in several ways, which differ only in capitals or spaces.
        TwoSpellings = "two-spellings", [Warning], Free;
        /// An event is named that has no file in content/speaking/.
        UnknownOpportunity = "unknown-opportunity", [Error], Free;
        /// A page is named that does not exist.
        UnknownPage = "unknown-page", [Error], Free;
        /// Somebody or something is named where it makes no sense, such as a person as their own buddy.
        NamesItself = "names-itself", [Warning], Free;
        /// The same name is listed twice where once is enough.
        NamedTwice = "named-twice", [Warning, Error], Free;
    }
    Consent {
        /// A photo shows somebody who has not agreed to be shown, or its words or its file name say so.
        FaceWithoutConsent = "face-without-consent", [Error, Warning], Fixed(Consent);
        /// The file of a colleague, or what they agreed to, stands where it is not read, so a no of
        /// theirs would not hold.
        UnreadConsent = "unread-consent", [Error, Warning], Fixed(Consent);
        /// A photo is not shown, because somebody in it does not agree, or no longer agrees.
        PhotoTakenDown = "photo-taken-down", [Warning], Fixed(Consent);
        /// A story is not shown, because its author's consent was withdrawn or has ended.
        AuthorWithdrawn = "author-withdrawn", [Warning], Fixed(Consent);
        /// A story is not shown, because the consent of somebody whom it names was withdrawn or has
        /// ended.
        PersonWithdrawn = "person-withdrawn", [Warning], Fixed(Consent);
        /// A name that readers may not see is in the address of a page, a picture or a link, or in an
        /// old address.
        NameInAddress = "name-in-address", [Warning], Free;
        /// The name, number or email address of somebody whom readers may not see, or who has left,
        /// may still be readable.
        NameRemains = "name-remains", [Warning, Advice], Free;
        /// A public story is not shown, because its author agreed to be seen by colleagues only.
        PublicWithoutConsent = "public-without-consent", [Warning], Fixed(Consent);
        /// A portrait is not shown, because nothing says that the person agreed to it.
        PortraitWithoutConsent = "portrait-without-consent", [Warning], Free;
        /// An anonymous story says who its author is.
        AnonymousWithAuthor = "anonymous-with-author", [Error], Fixed(Consent);
        /// The name of a colleague is in the name of a file, or in an old address, of an anonymous story.
        AnonymousFileNamed = "anonymous-file-named", [Error, Warning], Fixed(Consent);
        /// An anonymous story ends with a name, or has the email address of one person in it.
        AnonymousSigned = "anonymous-signed", [Warning], Fixed(Consent);
        /// The fields of an anonymous story are about so few people that readers may guess its author.
        AnonymousPointsAtFew = "anonymous-points-at-few", [Advice], Free;
        /// A photo shows faces and names nobody.
        FaceWithoutName = "face-without-name", [Warning], Free;
        /// A story that may be seen outside the company mentions a customer who has not agreed.
        CustomerUnasked = "customer-unasked", [Error], Fixed(Consent);
        /// A story that may be seen outside the company names somebody, and does not say when they were asked.
        PersonUnasked = "person-unasked", [Warning], Free;
        /// A consent ends within thirty days, and with it everything that it covers.
        ConsentEnds = "consent-ends", [Warning], Free;
        /// A consent ends before it begins.
        ConsentBackwards = "consent-backwards", [Warning], Free;
        /// A text has the number by which an authority knows somebody (CPR, BSN).
        PersonNumber = "person-number", [Error, Warning], Free;
        /// A text has the number of a bank account or of a payment card.
        AccountNumber = "account-number", [Error, Warning], Free;
        /// A text has a password, key or token that opens something.
        SecretKey = "secret-key", [Error, Warning], Free;
        /// A text has words that site.toml does not allow.
        ForbiddenWords = "forbidden-words", [Error], Free;
        /// A story has an email address at a provider for private people.
        PrivateMail = "private-mail", [Warning], Free;
        /// A story has a telephone number that stands nowhere else in the handbook.
        PrivatePhone = "private-phone", [Warning], Free;
    }
    Stories {
        /// A story has no date, so it comes last on the wall.
        NoDate = "no-date", [Advice], Free;
        /// A story is hidden until its date.
        StoryWaits = "story-waits", [Advice, Warning], Free;
        /// The author of a story may answer up to three questions, if they like; nothing is wrong with it.
        StoryQuestions = "story-questions", [Advice], Fixed(Writing);
        /// A file has a title and no text.
        NoText = "no-text", [Warning], Free;
        /// Two stories are featured in the same month.
        FeaturedTwice = "featured-twice", [Warning], Free;
        /// Something that has happened has a date in the future.
        FutureDate = "future-date", [Warning], Free;
        /// A theme's season ends before it begins.
        SeasonBackwards = "season-backwards", [Warning], Free;
        /// A story or a profile has a translation file, but is shown only in its author's language.
        TranslatedStory = "translated-story", [Error], Free;
        /// A translation has no original.
        OrphanTranslation = "orphan-translation", [Error], Free;
        /// A file or a text is in a language that site.toml does not list.
        LanguageLeftOut = "language-left-out", [Warning], Free;
        /// The name of a file or a folder holds a language, but is not that of a translation, which ends
        /// in .da.md.
        NameLikeLanguage = "name-like-language", [Advice, Warning], Free;
        /// A text is written, or a talk or training held, in a language that site.toml does not list.
        ForeignLanguage = "foreign-language", [Advice], Free;
        /// Most texts are not translated into a language that site.toml lists.
        Untranslated = "untranslated", [Advice], Free;
        /// A translation is older than the last review of its original.
        OutdatedTranslation = "outdated-translation", [Warning], Free;
    }
    Pictures {
        /// A text shows a picture that does not exist, or a file that is not a picture.
        BrokenImage = "broken-image", [Error], Free;
        /// A picture is on another site, which could see who reads the page.
        RemoteImage = "remote-image", [Error], Fixed(Safety);
        /// A picture in a text has no description for people who cannot see it.
        MissingAlt = "missing-alt", [Warning, Advice], Free;
        /// A photo named in a field has no description for people who cannot see it.
        PhotoWithoutAlt = "photo-without-alt", [Warning, Advice], Free;
        /// The description of a picture is only the name of its file.
        AltIsFileName = "alt-is-file-name", [Warning], Free;
        /// A picture cannot be read, or would take too long to draw.
        BadPicture = "bad-picture", [Error, Warning], Fixed(Loss);
        /// A picture moves, and readers see only its first frame.
        PictureMoves = "picture-moves", [Warning], Free;
        /// A picture has finer colours than readers get, which makes its file large.
        PictureTooDeep = "picture-too-deep", [Advice], Free;
        /// The file of a picture has the ending of another kind of picture.
        PictureMisnamed = "picture-misnamed", [Warning], Free;
        /// A video or sound file is of a kind that cannot be published safely.
        BadRecording = "bad-recording", [Error, Warning], Fixed(Loss);
        /// A video or sound file reveals where or with which device it was recorded.
        TellsPlace = "tells-place", [Error, Warning], Fixed(Safety);
        /// A photo inside a document (such as a PDF) reveals where or with which camera it was taken.
        PaperTellsPlace = "paper-tells-place", [Warning], Free;
        /// A document (such as a PDF) names who wrote or saved it.
        PaperTellsName = "paper-tells-name", [Warning], Free;
        /// A file that readers can open cannot be searched, or not wholly, for the names of those who withdrew
        /// consent.
        PaperUnsearched = "paper-unsearched", [Advice], Free;
        /// An archive has too many files to check them all.
        PaperUnseen = "paper-unseen", [Warning], Free;
    }
    Links {
        /// A link leads to a file that does not exist or cannot be used.
        BrokenLink = "broken-link", [Error], Free;
        /// A link leads to a place in a page that does not exist.
        BrokenAnchor = "broken-anchor", [Error], Free;
        /// A link leads to a draft, or to a page that the readers of this site may not see.
        LinkToHidden = "link-to-hidden", [Warning], Free;
        /// A link leads to an address that is not safe for readers.
        ForbiddenLink = "forbidden-link", [Error], Fixed(Safety);
        /// A link has no words that readers could click.
        EmptyLink = "empty-link", [Warning], Free;
        /// A link or a picture is typed nearly right, so readers see its brackets.
        NearlyLink = "nearly-link", [Warning], Free;
        /// A space in an address keeps a link or a picture from working.
        BlankInAddress = "blank-in-address", [Warning], Free;
        /// A link has no address, or one in short form has none anywhere in the text.
        BrokenReference = "broken-reference", [Warning], Free;
        /// No page links to this page of the handbook.
        OrphanPage = "orphan-page", [Warning], Free;
        /// Two files, or two lists, make the same page.
        SameAddress = "same-address", [Error], Fixed(Loss);
        /// An earlier address of a page is now the address of another page.
        AliasTaken = "alias-taken", [Error], Free;
        /// An earlier address of a page cannot be an address of this site.
        BadAlias = "bad-alias", [Error], Free;
    }
    Text {
        /// A text has a second title.
        SecondTitle = "second-title", [Warning], Free;
        /// A heading skips a level.
        HeadingJump = "heading-jump", [Warning], Free;
        /// A line of hyphens directly below a text makes a heading of it.
        UnderlinedText = "underlined-text", [Warning], Free;
        /// A heading has no text.
        EmptyHeading = "empty-heading", [Warning], Free;
        /// Too many lists, quotes or marks are inside each other.
        NestedTooDeep = "nested-too-deep" once "too-deep", [Error], Free;
        /// A text has more headings than a page can have.
        TooManyHeadings = "too-many-headings", [Error], Free;
        /// A text has more parts (lines, table cells, marks) than a page can have.
        TooManyMarks = "too-many-marks", [Error], Free;
        /// A text becomes a page many times as long as itself.
        TooLargePage = "too-large-page", [Error], Fixed(Size);
        /// Something in a text is still to be filled in, such as [[fill: …]], [insert name] or TODO.
        Gap = "gap", [Advice], Free;
        /// A block such as [!MAY] has a name that does not exist, is empty or begins within another one.
        UnknownAlert = "unknown-alert", [Warning, Error], Free;
        /// Something came along from another program, such as a shortcode or an earlier email.
        OtherTool = "other-tool", [Warning], Free;
        /// Letters of a text are broken, because it was saved in the wrong encoding.
        BrokenLetters = "broken-letters", [Warning], Free;
        /// A block of code is opened and never closed, so the rest of the text is shown as code.
        UnclosedCode = "unclosed-code", [Warning], Free;
        /// A text begins with four spaces or a tab, so it is shown as code.
        IndentedText = "indented-text", [Warning], Free;
        /// A backslash of a path is not shown, because it stands before a sign of Markdown.
        LostBackslash = "lost-backslash", [Warning], Free;
        /// Lines begin with a bullet that makes no list, so they run together.
        PastedBullets = "pasted-bullets", [Advice], Free;
        /// Lines that were to stay apart are read as one, or as a part of the block above them.
        JoinedLines = "joined-lines", [Warning, Advice], Free;
        /// A sign that is part of the words, such as a minus, is read as Markdown, so nobody sees it.
        LostSign = "lost-sign", [Warning], Free;
        /// Two stars that were to make words bold do not, so readers see them.
        StrayStars = "stray-stars", [Warning], Free;
        /// The language of a block of code is not known, so the code has no colours.
        UnknownCodeLanguage = "unknown-code-language", [Warning], Free;
        /// A footnote is mentioned, but has no text.
        UndefinedFootnote = "undefined-footnote", [Warning], Free;
        /// A footnote is never mentioned.
        UnusedFootnote = "unused-footnote", [Warning], Free;
        /// Two footnotes have the same name.
        DuplicateFootnote = "duplicate-footnote", [Warning], Free;
        /// The address of a link stands on a line of its own, and no link uses it.
        UnusedReference = "unused-reference", [Warning, Advice], Free;
        /// A row of a table has more cells than the first row, so the last ones are not shown.
        ExtraCells = "extra-cells", [Warning], Free;
        /// A comment (<!--) does not end, so it hides the rest of the text or is shown to readers.
        UnclosedComment = "unclosed-comment", [Error], Fixed(Loss);
        /// HTML in a story is shown as text, because stories are written in Markdown.
        RawHtml = "raw-html", [Advice], Free;
        /// A part of the HTML in a page is not allowed and was removed.
        HtmlRemoved = "html-removed", [Warning], Free;
        /// A page has more HTML than can be checked.
        TooMuchHtml = "too-much-html", [Error], Free;
    }
    Speaking {
        /// An event does not say where it is.
        EventNowhere = "event-nowhere", [Advice], Free;
        /// An event does not say when it is.
        EventWithoutDate = "event-without-date", [Advice], Free;
        /// The dates of an event cannot all be true.
        ImpossibleDates = "impossible-dates", [Error], Free;
        /// The dates of an event are possible but unusual, so one of them may be wrong.
        OddDates = "odd-dates", [Advice], Free;
        /// A web address tells its owner where a reader comes from.
        TrackingAddress = "tracking-address", [Advice], Free;
    }
    Site {
        /// There is nothing in content/ yet.
        ContentEmpty = "content-empty", [Error], Free;
        /// Files of a site that was begun with the example are still about its invented company.
        ExampleText = "example-text", [Warning], Free;
        /// An address or a telephone number is one with which examples are written: it leads to nobody.
        SampleValue = "sample-value", [Warning], Free;
        /// site.toml does not say at which address the site is published.
        NoBaseUrl = "no-base-url", [Warning], Free;
        /// site.toml asks for photos as AVIF, which this copy of the program cannot make.
        NoAvif = "no-avif", [Warning], Free;
        /// content/programme.toml does not say what the programme is for.
        NoPurpose = "no-purpose", [Warning, Advice], Free;
        /// content/programme.toml names nobody whom colleagues can ask.
        NoHelper = "no-helper", [Warning], Free;
        /// Somebody's role in the programme has ended.
        RoleEnded = "role-ended", [Warning], Free;
        /// A promise or the roadmap of the programme should be looked at again.
        ProgrammeDue = "programme-due", [Advice], Free;
        /// A role in the programme ends before it begins.
        RoleBackwards = "role-backwards", [Warning], Free;
        /// The id of a goal, team, place or role has other characters than letters, digits and hyphens.
        BadId = "bad-id", [Error], Free;
        /// Two goals, teams, places or roles have the same id, or ids that make the same address.
        IdTwice = "id-twice", [Error], Free;
        /// A letter to colleagues ends before it begins.
        LetterBackwards = "letter-backwards", [Error], Free;
        /// A file of content/metrics/ is of no quarter, or its name and its words say two.
        BadQuarter = "bad-quarter", [Error], Free;
        /// A table of figures in content/metrics/ cannot be read as one.
        BadTable = "bad-table", [Error], Fixed(Loss);
        /// Figures of reach, or of one person beside another, are not shown here.
        RefusedMeasure = "refused-measure", [Error], Fixed(Safety);
        /// A measure is neither one that the program knows nor defined in the file.
        UnknownMeasure = "unknown-measure", [Error], Free;
        /// A measure does not say which goal it serves, of how many it is, or what one must believe for it to mean something.
        UnexplainedMeasure = "unexplained-measure", [Warning, Advice], Free;
        /// A figure is of fewer than five people, so its page hides it.
        SmallGroup = "small-group", [Warning], Free;
        /// A figure is of a month that has not begun.
        FutureFigure = "future-figure", [Warning], Free;
        /// A quarter has figures and no headline yet, so it has no page.
        QuarterWaits = "quarter-waits", [Advice], Free;
    }
    Look {
        /// site.toml names a look in a way that cannot be the name of a folder.
        BadTheme = "bad-theme", [Error], Free;
        /// site.toml names a look that has no folder in themes/.
        UnknownLook = "unknown-look", [Error], Free;
        /// A colour cannot be read.
        BadColor = "bad-color", [Error], Free;
        /// Two colours are too much alike for text to be read easily.
        LowContrast = "low-contrast", [Error], Free;
        /// site.toml sets a colour, font or distance that the look does not have.
        UnknownToken = "unknown-token", [Error], Free;
        /// A font or distance in site.toml is not one plain CSS value.
        BadToken = "bad-token", [Error], Free;
        /// A template or another file of a look is never used.
        UnusedLookFile = "unused-look-file", [Warning], Free;
        /// A text of a look has a name that no page asks for.
        UnusedText = "unused-text", [Warning], Free;
        /// With a template of a company's own, readers do not see what they come for: a text, its
        /// title, who tells it.
        LeftOutByTemplate = "left-out-by-template", [Warning], Free;
        /// A template has a script or a style that browsers leave out, or loads something from another
        /// host.
        BlockedInTemplate = "blocked-in-template", [Warning], Free;
        /// A style sets a property that CSS does not have, or uses a colour, font or distance (a custom
        /// property) that nothing sets.
        UnknownProperty = "unknown-property", [Warning], Free;
        /// Browsers ignore a line or a rule of a style, because of how it is written.
        IgnoredStyle = "ignored-style", [Warning], Free;
        /// A style uses a file that the look does not have.
        MissingAsset = "missing-asset", [Error], Free;
        /// A style loads something from outside the look, or hides what it loads.
        RemoteStyle = "remote-style", [Error], Free;
        /// A bracket, a string or a comment of a style is not closed, or closes nothing.
        BrokenStyle = "broken-style", [Error], Free;
        /// A template has a mistake.
        BrokenTemplate = "broken-template", [Error], Fixed(Loss);
        /// The look has no buttons and labels in one of the site's languages.
        LanguageWithoutTexts = "language-without-texts", [Warning], Free;
        /// A text of the look is not written as Fluent.
        TextSyntax = "text-syntax", [Error], Free;
        /// A text of the look uses a text or value that does not exist.
        TextUnknownName = "text-unknown-name", [Error], Free;
        /// A text of the look leaves out a value that the same text in English shows.
        TextWithoutValue = "text-without-value", [Advice], Free;
        /// A text of the look is written twice.
        TextTwice = "text-twice", [Warning], Free;
        /// A text of the look has attributes, which are not used.
        TextAttribute = "text-attribute", [Warning], Free;
        /// A text of the look contains itself, or is too long.
        TextCycle = "text-cycle", [Error], Free;
    }
    Report {
        /// There is no site.toml, so the folder is not a site.
        NoSite = "no-site", [Error], Fixed(Report);
        /// A line under [severity] in site.toml names a code that does not exist.
        UnknownCode = "unknown-code", [Error], Fixed(Report);
        /// A line under [severity] in site.toml names a code whose severity cannot be changed.
        FixedCode = "fixed-code", [Error], Fixed(Report);
        /// Words under [check.forbidden] in site.toml, or of coach.toml, would be found in every text or
        /// in none.
        BadPattern = "bad-pattern", [Error], Fixed(Report);
        /// A file has more problems than are shown.
        MoreProblems = "more-problems", [Error, Warning, Advice], Fixed(Report);
    }
}
