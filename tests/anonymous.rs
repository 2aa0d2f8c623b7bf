//! Who tells without a name is in no byte that readers get: not from their file among the people, not
//! from the mail that they sent, not from Git, not from the name of a photo.

#![expect(clippy::disallowed_methods, reason = "it runs the program in a repository")]

mod project;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use project::{Pages, Project, options, public};
use storywall::site::BuildOptions;
use tempfile::TempDir;

const CANARY: &str = "kanariefugl";

/// A site on which somebody who also tells without a name has everything that a colleague can have.
fn site() -> Project {
    let mut project = Project::small();
    project.text(
        "site.toml",
        "title = \"Harbour Line\"\nbase_url = \"https://people.harbour.example/\"\n\
         languages = [\"en\", \"da\", \"nl\"]\nedit_url = \"https://git.harbour.example/{path}\"\n",
    );
    project.picture("content/people/kanariefugl.jpg", 400, 400);
    project.text(
        "content/people/canary-kanariefugl.md",
        "---\nname: Canary Kanariefugl\nrole: Kanariefugl\nlocation: Kanariefugleby\n\
         photo: kanariefugl.jpg\ncontact: {phone: kanariefugl 12 34, mail: c@kanariefugl.example}\n\
         consent: {photo: yes, name: yes, scope: public, given: 2026-01-01}\n---\nHello.\n",
    );
    project.text("content/themes/sea.md", "---\ntitle: The sea\n---\nSalt.\n");
    project.text("content/stories/salt.md", STORY);
    project
}

const STORY: &str =
    "---\ntitle: Salt\nauthor: anna-bech\ndate: 2026-11-01\ntheme: sea\n---\nSalt.\n";

/// Fields of the same story, told without a name in every way.
const WAYS: &[&str] = &[
    "anonymous: yes\n",
    "anonymous: true\nform: glimpse\nquote: Salt.\nfeatured: {month: 2026-11, why: Salt.}\n",
    "anonymous: ja\naudience: public\noutcome: {on: 2026-11-12, note: A call.}\nform: how\n",
    "anonymous: yes\nhelped_by: anna-bech\nrelated: stories/salt\naliases: [stories/tide-old]\n",
    // Nobody may write these; whoever does names nobody by it.
    "anonymous: yes\nauthor: canary-kanariefugl\naudience: public\n",
    "author: [anna-bech, canary-kanariefugl]\nanonymous: maybe\n",
    "author: canary-kanariefugl\nanonym: ja\n",
    "forfatter: canary-kanariefugl\nanonymous: yes\n",
];

/// How often the canary stands in each file and in its address.
fn canaries(pages: &Pages) -> BTreeMap<String, usize> {
    let count = |text: &str| text.to_lowercase().matches(CANARY).count();
    let of_page = |(address, bytes): (&String, &Vec<u8>)| {
        // The file that an address of a picture is made of is no byte of it.
        let bytes = if address.starts_with("media/") { &[] } else { &bytes[..] };
        let times = count(address) + count(&String::from_utf8_lossy(bytes));
        (times > 0).then(|| (address.clone(), times))
    };
    pages.all.iter().filter_map(of_page).collect()
}

fn pages(project: &Project, options: BuildOptions) -> Pages {
    let pages = Pages::of(&project.open(options));
    assert!(pages.mistakes.is_empty(), "{:?}", pages.mistakes);
    pages
}

#[test]
fn a_story_without_a_name_adds_nobody_to_any_page() {
    for readers in [options, public] {
        let before = canaries(&pages(&site(), readers()));
        assert!(before.len() > 5, "their own profile is there");
        for way in WAYS {
            let mut project = site();
            project.text(
                "content/stories/tide.md",
                &format!("---\ntitle: Tide\ndate: 2026-11-10\ntheme: sea\n{way}---\nIt rose.\n"),
            );
            let after = canaries(&pages(&project, readers()));
            assert_eq!(after, before, "{way}");
        }
    }
}

#[test]
fn neither_the_address_of_a_photo_nor_the_line_below_it_says_who_took_it() {
    const FOLDER: &str = "content/stories/kanariefugl";
    let mut with = site();
    for name in ["kanariefugl-photo.jpg", "kanariefugl-deck.png", "kanariefugl-plan.svg"] {
        with.picture(&format!("{FOLDER}/{name}"), 1200, 800);
    }
    for readers in [options, public] {
        let before = canaries(&pages(&with, readers()));
        let mut project = with.clone();
        project.text(
            "content/stories/tide.md",
            "---\ntitle: Tide\ndate: 2026-11-10\naudience: public\nanonymous: true\nphotos:\n  \
             - {file: kanariefugl/kanariefugl-photo.jpg, alt: The rail, faces: no, \
             by: canary-kanariefugl, caption: At night}\n---\nIt rose.\n\n\
             ![The deck](kanariefugl/kanariefugl-deck.png)\n\n\
             ![The plan](kanariefugl/kanariefugl-plan.svg) and \
             [larger](kanariefugl/kanariefugl-photo.jpg)\n",
        );
        project.text(
            "content/stories/tide.da.md",
            "---\ntitle: Flod\n---\nDen steg.\n\n![Dækket](kanariefugl/kanariefugl-deck.png)\n",
        );
        let after = pages(&project, readers());
        assert_eq!(canaries(&after), before);
        let page = after.text("stories/tide.html").unwrap_or_default();
        assert!(page.contains("At night") && page.contains("<img"), "{page}");
        let addresses = after.all.keys().filter(|it| it.starts_with("media/"));
        let own = addresses.filter(|it| !it["media/".len()..].contains('/')).count();
        assert!(own > 5, "{own} files of the story have neutral addresses");
        // Where another story shows it too, its name is known.
        project.text(
            "content/stories/salt.md",
            &STORY.replace(
                "theme: sea\n",
                "theme: sea\nphotos: [{file: kanariefugl/kanariefugl-deck.png, alt: D}]\n",
            ),
        );
        let both = pages(&project, options());
        let named = |pages: &Pages| pages.all.keys().any(|it| it.contains("kanariefugl-deck"));
        assert!(named(&both) && !named(&after));
    }
}

#[test]
fn such_a_story_is_shown_with_a_voice_and_feeds_name_the_site() {
    let mut project = site();
    project.text(
        "content/stories/tide.md",
        "---\ntitle: Tide\ndate: 2026-11-10\naudience: public\ntheme: tide\nanonymous: yes\n---\nIt rose.\n",
    );
    project.text("content/themes/tide.md", "---\ntitle: The tide\n---\nIt rises.\n");
    for readers in [options, public] {
        let pages = pages(&project, readers());
        for (address, words) in [
            ("stories/tide.html", "One of us"),
            ("da/stories/tide.html", "En af os"),
            ("nl/stories/tide.html", "Een van ons"),
            ("stories/index.html", "One of us"),
            ("themes/index.html", "One of us has told a story."),
            ("feeds/stories.xml", "<author><name>Harbour Line</name>"),
            ("feeds/stories.json", "\"name\": \"Harbour Line\""),
        ] {
            assert!(pages.text(address).is_some_and(|it| it.contains(words)), "{address}: {words}");
        }
        let page = pages.text("stories/tide.html").unwrap_or_default();
        assert!(!page.contains("git.harbour.example"), "a forge shows who committed the file");
        let is_inside = pages.text("people/anna-bech.html").is_some();
        assert_eq!(page.contains("local 4411"), is_inside, "whom to call, among colleagues");
    }
}

/// A repository of somebody's own, with the email that they sent.
struct Repository(TempDir);

impl Repository {
    fn run(&self, program: &str, arguments: &[&str]) -> String {
        let output = Command::new(program)
            .args(arguments)
            .current_dir(self.0.path())
            .env("HOME", self.0.path())
            .env("STORYWALL_KEY", "f".repeat(64))
            .output()
            .expect("a program that starts");
        let said =
            String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} {arguments:?}: {said}");
        said.into_owned()
    }

    fn storywall(&self, arguments: &[&str]) -> String {
        self.run(env!("CARGO_BIN_EXE_storywall"), arguments)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

/// Where the canary is below a folder, in names or bytes.
fn found(folder: &Path) -> Vec<String> {
    let mut all = vec![];
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.display().to_string();
        let own = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let bytes = if path.is_dir() { vec![] } else { fs::read(&path).expect("a file") };
        let is_in_bytes = String::from_utf8_lossy(&bytes).to_lowercase().contains(CANARY);
        if own.contains(CANARY) || is_in_bytes {
            all.push(name);
        }
        if path.is_dir() {
            all.extend(found(&path));
        }
    }
    all
}

#[test]
fn nothing_of_the_mail_of_git_or_of_a_photo_comes_into_a_site() {
    let place = Repository(TempDir::new().expect("a place"));
    place.write("site.toml", "title = \"Harbour Line\"\nbase_url = \"https://p.example/\"\n");
    place.write(
        "content/people/canary-kanariefugl.md",
        "---\nname: Canary Kanariefugl\nstatus: paused\nphoto: canary-kanariefugl.png\n\
         contact: {phone: 11 22 33 44, mail: c@kanariefugl.example}\n\
         consent: {photo: yes, name: yes, scope: public}\n---\n",
    );
    let png = include_bytes!("golden/site/content/stories/2026/pumpe.png");
    place.write("content/people/canary-kanariefugl.png", png);
    let photo =
        place.run("base64", &["content/people/canary-kanariefugl.png"]).replace('\n', "\r\n");
    place.write(
        "mail.eml",
        format!(
            "From: Canary Kanariefugl <c@kanariefugl.example>\r\nSender: c@kanariefugl.example\r\n\
             Message-ID: <1@kanariefugl.example>\r\nSubject: The tide\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\nIt rose, and I was afraid.\r\n\r\n-- \r\n\
             Canary Kanariefugl\r\n11 22 33 44\r\n--x\r\n\
             Content-Type: image/png; name=\"canary-kanariefugl.png\"\r\n\
             Content-Disposition: attachment; filename=\"canary-kanariefugl.png\"\r\n\
             Content-Transfer-Encoding: base64\r\n\r\n{photo}\r\n--x--\r\n"
        ),
    );
    place.run("git", &["init", "--quiet"]);
    place.run("git", &["config", "user.name", "Canary Kanariefugl"]);
    place.run("git", &["config", "user.email", "c@kanariefugl.example"]);
    let said = place.storywall(&[
        "new",
        "story",
        "--from",
        "mail.eml",
        "--anonymous",
        "--set",
        "audience=public",
    ]);
    assert!(said.contains("Git's history"), "{said}");
    place.run("git", &["add", "content", "site.toml"]);
    place.run("git", &["commit", "--quiet", "-m", "Canary Kanariefugl"]);
    let stories = found(&place.0.path().join("content/stories"));
    assert!(stories.is_empty(), "{stories:?}");
    for audience in ["internal", "public"] {
        place.storywall(&["build", "--audience", audience]);
        let published = place.0.path().join("public");
        assert!(published.join("stories").exists());
        let found = found(&published);
        assert!(found.is_empty(), "{audience}: {found:?}");
    }
}
