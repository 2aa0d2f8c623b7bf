//! The project as it stands before the first edit: small, and with something of everything.

use crate::pixels::COPIED;
use crate::project::{Project, source_path};
use storywall::base::{Content, Hash};
use storywall::document::Kind;

/// The least of a project in which every edit can happen.
pub(crate) fn start() -> Project {
    let mut project = Project::default();
    for kind in Kind::ALL {
        let fields = kind.fields().iter();
        let lines: String =
            fields.map(|field| format!("{}: {}\n", field.name, field.example)).collect();
        project.text(&format!("{}made.md", kind.folder()), &format!("---\n{lines}---\nMade.\n"));
    }
    for (path, text) in FILES {
        project.text(path, text);
    }
    for path in PICTURES {
        project.picture(path, 1200, 800);
    }
    // Who does not want to be seen is not seen in a copy of the same picture either.
    let portrait = project.files.get_mut(&source_path("content/people/bo.jpg"));
    if let Some(Content::Picture(portrait)) = portrait {
        portrait.hash = Hash::of(COPIED.as_bytes());
    }
    project
}

/// Photos: the disk holds their bytes.
pub(crate) const PICTURES: &[&str] = &[
    "content/people/anna.jpg",
    "content/people/jonas-holm.jpg",
    "content/people/bo.jpg",
    "content/stories/pump.jpg",
    "content/stories/crew.jpg",
    "content/stories/quay.png",
    "content/themes/night.jpg",
    "content/guidelines/sign.svg",
];

const FILES: &[(&str, &str)] = &[
    (
        "site.toml",
        "title = { en = \"Harbour Line\", da = \"Havnelinjen\" }\n\
         description = \"What we tell\"\n\
         base_url = \"https://people.harbour.example/wall\"\n\
         default_language = \"en\"\n\
         languages = [\"en\", \"da\"]\n\
         edit_url = \"https://git.harbour.example/edit/{path}\"\n\
         per_page = 6\n\
         feed_length = 4\n\
         \n[severity]\norphan-page = \"advice\"\nno-date = \"off\"\n",
    ),
    (
        "content/programme.toml",
        "[purpose]\nsentence = { en = \"People believe *people*.\", da = \"Folk tror på *folk*.\" }\n\
         page = \"purpose.md\"\n\
         \n[may]\npage = \"guidelines/photos.md\"\ncontact = \"anna-bech\"\ntext = \"You may.\"\n\
         \n[tell]\npage = \"tell-yours.md\"\n\
         \n[[goals]]\nid = \"people-find-us\"\nname = \"People find us\"\nowner = \"anna-bech\"\n\
         \n[[goals]]\nid = \"learn-from-each-other\"\nname = { en = \"Learn\", da = \"Lær\" }\nwhy = \"Hoses.\"\n\
         \n[[roles]]\nid = \"story_helper\"\nname = \"Story helper\"\nperson = \"anna-bech\"\nuntil = 2026-12-31\n\
         \n[[roles]]\nid = \"guide\"\nname = \"Guide\"\nexternal = \"Birgit Storm\"\nsince = 2026-01-15\n\
         \n[[promises]]\ntext = \"Nobody corrects you.\"\nowner = \"bo\"\n\
         \n[[teams]]\nid = \"workshop\"\nname = { en = \"Workshop\", da = \"Værksted\" }\n\
         \n[[teams]]\nid = \"quay\"\nname = \"Quay\"\n\
         \n[[places]]\nid = \"esbjerg\"\nname = \"Esbjerg\"\n",
    ),
    (
        "content/people/anna-bech.md",
        "---\nname: Anna Bech\nrole: Story helper\nteam: quay\nlocation: Esbjerg\nphoto: anna.jpg\n\
         contact: {phone: local 4411, mail: anna@harbour.example}\ncan: [listen, write]\n\
         consent: {name: yes, photo: yes, scope: public}\n---\nAsk me. [Photos](../guidelines/photos.md)\n",
    ),
    (
        "content/people/jonas-holm.md",
        "---\nname: Jonas Holm\nrole: Mechanic\nteam: workshop\nphoto: jonas-holm.jpg\nbuddy: anna-bech\n\
         consent: {name: yes, photo: yes, until: 2026-11-25}\naliases: [people/jonas]\n---\nPumps.\n",
    ),
    (
        "content/people/bo.md",
        "---\nname: Bo Ørsted\nphoto: bo.jpg\nconsent: {photo: no, name: yes, scope: public}\n---\n",
    ),
    (
        "content/people/mette-krogh.md",
        "---\nname: Mette Krogh\nstatus: active\nexpertise: [diesel]\nconsent: {name: yes, withdrawn: 2026-11-23}\n---\n",
    ),
    (
        "content/people/emil-nygaard.md",
        "---\nname: Emil Nygaard\nlanguages: [da, en]\nwants_to_try: [speaking]\nstatus: former\n---\nWas here.\n",
    ),
    (
        "content/stories/pump.md",
        "---\ntitle: Pump four went quiet\nauthor: jonas-holm\ndate: 2026-11-18\ntheme: night\nteam: workshop\n\
         location: Esbjerg\naudience: public\ngoal: people-find-us\nhelped_by: anna-bech\nquote: You can hear it.\n\
         photos: [{file: pump.jpg, alt: The pump, caption: After, by: jonas-holm, focus: left top}, {file: crew.jpg, alt: The crew, shows: [bo, anna-bech], faces: yes}]\n\
         outcome: [{on: 2026-11-20, type: applicant, note: Two asked.}, {on: 2026-11-21, note: One came.}]\n\
         featured: {month: 2026-11, why: You can hear it., by: anna-bech}\nrelated: [stories/bolt]\n\
         share: {text: Mine, links: [https://social.example/1]}\n---\n\
         Jeg hørte det. See [the bolt](bolt.md#the-fall) and [photos](../guidelines/photos.md#who).\n\n\
         ![The pump](pump.jpg)\n\n## Later\n\nIt was[^1] \"quiet\".\n\n[^1]: Very.\n",
    ),
    (
        "content/stories/bolt.md",
        "---\ntitle: The bolt\nauthor: [anna-bech, jonas-holm]\ndate: 2026-11-01\nform: how\naudience: shareable\n\
         people: [{id: mette-krogh, named: yes, photo: no}]\nbuddy: mette-krogh\naliases: [stories/nut]\n\
         outcome: {on: 2026-11-20, note: A call.}\n---\n## The fall\n\nIt fell.\n\n```toml\nbolts = 40 # one\n```\n",
    ),
    (
        "content/stories/2026/kaj.md",
        "---\ntitle: På kajen\nauthor: bo\nlang: da\ndate: 2026-10-30\ntheme: night\nform: glimpse\naudience: public\n\
         photos: {file: ../quay.png, alt: The quay}\nfeatured: {month: 2026-10}\n---\nDer var stille.\n",
    ),
    (
        "content/stories/2026/bell.md",
        "---\ntitle: The third bell\nanonymous: yes\ndate: 2026-11-12\ntheme: night\naudience: public\n---\nI heard it.\n",
    ),
    (
        "content/stories/2026/later.md",
        "---\ntitle: Later\nauthor: mette-krogh\ndate: 2026-11-24\n---\nTomorrow.\n",
    ),
    (
        "content/stories/2026/draft.md",
        "---\ntitle: A draft\nauthor: anna-bech\nstatus: draft\ndate: 2026-11-10\ntheme: things-that-broke\n---\nNot yet.\n",
    ),
    (
        "content/stories/2026/after.md",
        "---\ntitle: After the talk\nauthor: emil-nygaard\ndate: 2026-04-20\nform: after-talk\nlocation: Rotterdam\n---\n\
         Two hundred people. [Salt](/talks/salt.md)\n",
    ),
    (
        "content/themes/night.md",
        "---\ntitle: The night shift\nsummary: While the town sleeps.\nlens: everyday\nprompts: [What did you hear?]\n\
         from: 2026-09-01\nuntil: 2026-11-22\nimage: night.jpg\nimage_alt: The deck\norder: 1\n---\nSomebody is up.\n",
    ),
    (
        "content/themes/night.da.md",
        "---\ntitle: Nattevagten\nsummary: Mens byen sover.\nprompts: [Hvad hørte du?]\nimage_alt: Dækket\n---\nEn er oppe.\n",
    ),
    ("content/themes/things-that-broke.md", "---\ntitle: Things that broke\n---\n"),
    (
        "content/guidelines/photos.md",
        "---\ntitle: Photos\nsummary: Ask them.\norder: 1\nowner: anna-bech\nreviewed: 2026-10-01\nreview_every: 2m\n\
         aliases: [may-i]\n---\n## Who\n\n> [!DO]\n> Ask.\n\n![A sign](sign.svg)\n\n[Names](names.md), [pump](../stories/pump.md)\n\n\
         | Who | How |\n|---|--:|\n| You | so |\n",
    ),
    (
        "content/guidelines/photos.da.md",
        "---\ntitle: Billeder\ntranslated: 2026-01-01\n---\n## Hvem\n\nSpørg [navne](names.md).\n",
    ),
    (
        "content/guidelines/names.md",
        "---\ntitle: Names\norder: 2\npolicy: yes\nversion: \"2\"\neffective: 2026-11-22\nreviewed: 2025-01-01\nreview_every: 6m\n---\n\
         <details><summary>More</summary>\n\nNames.\n\n</details>\n",
    ),
    ("content/index.md", "---\ntitle: Welcome\n---\nHello.\n"),
    (
        "content/purpose.md",
        "---\ntitle: What this is for\nsummary: Two minutes.\norder: 1\n---\nNobody reads it. [Tell yours](tell-yours.md).\n",
    ),
    (
        "content/purpose.da.md",
        "---\ntitle: Hvad det er til\n---\nIngen. [Fortæl](tell-yours.md).\n",
    ),
    (
        "content/tell-yours.md",
        "---\ntitle: Tell yours\norder: 2\naliases: [write]\n---\nThree lines.\n",
    ),
    ("content/help/index.md", "---\ntitle: Help\norder: 4\n---\n"),
    (
        "content/help/trouble.md",
        "---\ntitle: Trouble\nowner: bo\nquestions: Ask Bo\n---\n[Call](/people/anna-bech.md)\n",
    ),
    ("content/stories/index.md", "---\ntitle: The wall\nsummary: All of them.\n---\nRead.\n"),
    ("content/people/index.da.md", "---\ntitle: Kolleger\n---\nSpørg.\n"),
    (
        "content/faq/pay.md",
        "---\ntitle: May I write what I earn?\nabout: policy\nanswered_by: anna-bech\nasked: 3\n\
         related: [guidelines/photos, faq/bad-spelling]\norder: 1\n---\nYes. [Who](../guidelines/photos.md#who)\n",
    ),
    (
        "content/faq/bad-spelling.md",
        "---\ntitle: Commas?\nabout: fear\nasked: 9\naliases: [faq/commas]\n---\nNo.\n",
    ),
    ("content/faq/bad-spelling.da.md", "---\ntitle: Kommaer?\n---\nNej.\n"),
    (
        "content/speaking/days-2027.md",
        "---\nname: Days 2027\nurl: https://days.example/2027\nkind: conference\nstart: 2027-04-15\nend: 2027-04-16\n\
         place: {city: Aarhus, country: DK, online: hybrid}\ncfp: {closes: 2026-11-25, url: https://days.example/cfp}\n\
         we_cover: {ticket: yes, work_time: yes, approve_by: story_helper}\nfirst_timer: yes\ncontact: anna-bech\n\
         series: days\ngoal: people-find-us\n---\nKind.\n",
    ),
    (
        "content/speaking/days-2026.md",
        "---\nname: Days 2026\nurl: https://days.example/2026\nstart: 2026-04-15\nplace: {city: Aarhus}\n\
         cfp: {closes: 2026-01-10}\nseries: days\n---\n",
    ),
    (
        "content/speaking/days-2025.md",
        "---\nname: Days 2025\nurl: https://days.example/2025\nstart: 2025-04-12\ncfp: {closes: 2025-01-12}\nseries: days\n---\n",
    ),
    (
        "content/talks/salt.md",
        "---\ntitle: Salt in the sensors\nspeakers: [emil-nygaard, anna-bech]\nlang: en\nlevel: everyone\nminutes: 30\n\
         history: [{opportunity: days-2026, state: given, on: 2026-04-16}, {opportunity: days-2027, state: submitted}]\n\
         story: stories/2026/after\navailable_for: [meetup]\napproved_by: anna-bech\n---\nThe weather.\n",
    ),
    (
        "content/training/ten.md",
        "---\ntitle: A story in ten minutes\nminutes: 45\nformat: together\ngiven_by: anna-bech\norder: 1\n---\nCome.\n",
    ),
];
