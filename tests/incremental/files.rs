//! What may stand in the files, and what may come to stand there.

/// What may come to stand at the end of a text: words only, or what others may notice.
pub(crate) const ENDINGS: &[&str] = &[
    "\nMore words.\n",
    "\nOther *words*, and [b](/stories/b.md).\n",
    "\n[Not there](nowhere.md)\n",
    "\n## Who\n",
    "\n[Who](#who) ![p](p.jpg)\n",
    "\nHidden\u{202e} characters, <b id=\"x\">raw</b>\n",
    "\n![p.jpg](p.jpg)\n",
];

/// Lines of front matter that may come to stand there, those of one field in a row: words for
/// readers, as they should be and as they should not, and what others may notice.
pub(crate) const FIELDS: &[&[&str]] = &[
    &[
        "title: Another title",
        "title: A title that is *longer*, with <b>marks</b> & more",
        "title:",
        "title: [a, list]",
    ],
    &["# title: a remark"],
    &["summary: A sentence.", "summary: {a: b}"],
    &["quote: You can hear it.", "quote: You cannot."],
    &["for_whom: You", "for_whom: Everybody"],
    &["keywords: [one, two]"],
    &["share: {text: Mine, links: [https://a.example/]}", "share: {text: Ours}"],
    &[
        "outcome: [{on: 2026-11-01, note: One}, {on: 2026-11-02, note: Two}]",
        "outcome: [{on: 2026-11-01, note: Three}, {on: 2026-11-08, note: Two}]",
        "outcome: [{on: 2026-11-01, note: Three}, {on: 2026-11-08, note: Four}]",
        "outcome: {on: 2026-11-09, note: Four}",
        "outcome: One",
    ],
    &[
        "featured: {month: 2026-10, why: It sings}",
        "featured: {month: 2026-10, why: It hums}",
        "featured: {month: 2026-11, why: It hums}",
    ],
    &[
        "photos: [{file: p.jpg, alt: P, caption: Ten minutes}]",
        "photos: [{file: p.jpg, alt: P, caption: Twelve minutes}]",
        "photos: [{file: p.jpg, alt: p.jpg, caption: Twelve minutes}]",
    ],
    &["aliases: [old, may-i]", "aliases: [old]"],
    &["name: Carl", "name: Ana Carla"],
    &["role: Mate", "role: Master"],
    &["topics: [salt]", "topics: [salt, sea]"],
    &["questions: Ask Ana", "questions: Ask Bo"],
    &["prompts: [What did you hear?]", "prompts: [What did you see?]"],
    &["date: 2026-11-04", "date: 2026-10-01", "date: tomorrow"],
    &["theme: nowhere", "theme: night"],
    &["order: 3", "order: 4"],
    &["series: days", "series: nights"],
];

/// Which of them each text is given, by its file.
pub(crate) const SAID: &[(&str, &[&str])] = &[
    (
        "content/stories/a.md",
        &[
            "title", "# title", "summary", "quote", "for_whom", "keywords", "share", "outcome",
            "featured", "photos", "aliases", "date", "theme",
        ],
    ),
    ("content/stories/b.md", &["outcome", "featured"]),
    ("content/people/ana.md", &["name", "role", "aliases"]),
    ("content/themes/night.md", &["title", "summary", "for_whom", "prompts", "order"]),
    ("content/guidelines/photos.md", &["title", "questions", "order"]),
    ("content/guidelines/photos.da.md", &["title", "summary"]),
    ("content/faq/pay.md", &["title", "keywords"]),
    ("content/speaking/days.md", &["name", "topics", "series"]),
    ("content/talks/salt.md", &["title", "summary", "topics"]),
];

/// Files by path with what may stand in them: sound, wanting, broken, empty.
pub(crate) const FILES: &[(&str, &[&str])] = &[
    (
        "site.toml",
        &[
            "title = \"A\"\nbase_url = \"https://a.example/\"\n",
            "title = \"A\"\nlanguages = [\"en\", \"da\"]\nper_page = 6\n",
            "title = \"A\"\nlanguages = [\"da\", \"nl\"]\ntheme = \"own\"\n",
            "title = \"A\"\ntime_zone = \"Asia/Tokyo\"\n\n[severity]\norphan-page = \"off\"\n",
            "title = \"A\"\n[colors]\nink = \"#cccccc\"\nbrnad = \"#123456\"\n",
            "titel = [",
            "",
        ],
    ),
    (
        "content/programme.toml",
        &[
            "[purpose]\nsentence = \"P\"\n[may]\ncontact = \"ana\"\npage = \"guidelines/photos.md\"\n",
            "[[teams]]\nid = \"quay\"\nname = { en = \"Quay\", da = \"Kaj\" }\n",
            "[purpose\n",
        ],
    ),
    (
        "content/people/ana.md",
        &[
            "---\nname: Ana\nteam: quay\nlocation: Esbjerg\nconsent: {photo: yes, name: yes}\n---\n",
            "---\nname: Åse\nconsent: {name: yes, withdrawn: 2026-11-01}\n---\n",
            "---\nname: Ana\nstatus: paused\n---\n",
            "---\nname: Ana: B\n---\n",
        ],
    ),
    (
        "content/people/bo.md",
        &["---\nname: Bo\nphoto: bo.jpg\nconsent: {photo: yes}\n---\n", "---\nname: Bo\n"],
    ),
    (
        "content/stories/a.md",
        &[
            "---\ntitle: One\nauthor: ana\ndate: 2026-11-01\ntheme: night\n---\nText [b](b.md).\n",
            "---\ntitle: Two\nauthor: [ana, bo]\nlang: da\ndate: 2025-01-01\n---\nText.\n",
            "---\ntitle: One\nauthor: ana\nstatus: draft\n---\nText.\n",
            "---\ntitle: One\nauthor: nobody\naliases: [stories/b, old]\n---\n[x](javascript:1)\n",
            "Text without fields.\n",
            "---\ntitle: One\n  author: ana\n---\n",
        ],
    ),
    (
        "content/stories/b.md",
        &[
            "---\ntitle: B\nauthor: bo\ndate: 2026-11-02\nphotos: [{file: p.jpg, alt: P, shows: [bo]}]\n\
             outcome: {on: 2026-11-03, note: N}\nfeatured: {month: 2026-11}\n---\n![p](p.jpg)\n",
            "---\ntitle: B\nauthor: bo\ndate: 2026-12-24\n---\nText.\n",
            "",
        ],
    ),
    (
        "content/themes/night.md",
        &["---\ntitle: Night\nuntil: 2027-01-01\n---\n", "+++\ntitle = \"Night\"\n+++\n", "+++\n"],
    ),
    (
        "content/guidelines/photos.md",
        &[
            "---\ntitle: Photos\nowner: ana\naliases: [may-i]\n---\n[n](names.md#who), [s](../stories/a.md)\n",
            "---\ntitle: Photos\norder: 2\nreviewed: 2026-10-01\n---\n## Who\n",
        ],
    ),
    (
        "content/guidelines/photos.da.md",
        &["---\ntitle: Billeder\ntranslated: 2026-01-01\n---\nTekst.\n", "---\norder: 1\n---\n"],
    ),
    (
        "content/guidelines/names.md",
        &[
            "---\ntitle: Names\norder: 1\n---\n## Who\n",
            "---\ntitle: Names\naliases: [may-i]\n---\n",
        ],
    ),
    ("content/guidelines/Names.md", &["---\ntitle: The same address\n---\n"]),
    ("content/faq/pay.md", &["---\ntitle: Pay?\nabout: fear\nrelated: [faq/tax]\n---\nYes.\n"]),
    (
        "content/speaking/days.md",
        &[
            "---\nname: Days\nurl: https://d.example/\nstart: 2027-04-15\nplace: {city: Aarhus}\n\
             cfp: {closes: 2026-11-25}\nseries: days\n---\n",
            "---\nname: Days\nurl: https://d.example/\nstart: 2025-04-15\nseries: days\n---\n",
        ],
    ),
    (
        "content/talks/salt.md",
        &["---\ntitle: Salt\nspeakers: bo\nhistory: [{opportunity: days, state: given}]\n---\n"],
    ),
    (
        "themes/default/texts/en.ftl",
        &["nav-stories = Tales\n", "nav-stories = { $x\n", "nav-stories = { nav-stories }\n"],
    ),
    (
        "themes/default/templates/not-found.html",
        &["<h1>{{ page.title }}</h1>", "{{ page.nope }}", "{{"],
    ),
    ("themes/own/styles/99.css", &["h1 { color: red; }", "@import \"https://a.example/x.css\";"]),
    ("themes/default/theme.toml", &["[colors]\nink = \"#111111\"\n", "[colors"]),
];

/// Pictures are there or not; their bytes are the disk's.
pub(crate) const PICTURES: &[&str] = &["content/stories/p.jpg", "content/people/bo.jpg"];
