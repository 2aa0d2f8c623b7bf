//! Small attacks and slips, through the whole program: a machine that gives little, photos that come
//! back under another name, and fields that say what cannot be.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, RgbImage};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_storywall");

/// A folder with a project of one person.
struct Place {
    root: TempDir,
}

impl Place {
    fn new() -> Place {
        let place = Place { root: TempDir::new().expect("a place for a test") };
        place.write("site.toml", "title = \"Harbour\"\nbase_url = \"https://h.example/\"\n");
        place.write(
            "content/programme.toml",
            "[purpose]\nsentence = \"People.\"\n[may]\ncontact = \"ana\"\n",
        );
        place.write("content/people/ana.md", "---\nname: Ana\n---\n");
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    fn story(&self, name: &str, photos: &str) {
        let fields = format!("title: {name}\nauthor: ana\ndate: 2026-11-18\nphotos: {photos}\n");
        self.write(&format!("content/stories/{name}.md"), format!("---\n{fields}---\nText.\n"));
    }

    /// The program, run by a shell: `$S` is its name, and what it is asked comes behind that.
    fn shell(&self, script: &str) -> Output {
        let mut command = Command::new("bash");
        command.args(["-c", script]).env("S", PROGRAM).current_dir(self.root.path());
        command.env_remove("RUST_BACKTRACE").output().expect("a shell")
    }

    /// What `check` says, and its exit code.
    fn check(&self) -> (String, Option<i32>) {
        let output = self.shell("$S check --today 2026-11-21");
        let said = [output.stdout, output.stderr].concat();
        (String::from_utf8(said).expect("text"), output.status.code())
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn output_that_cannot_be_written_is_reported() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    let place = Place::new();
    for command in [
        "check",
        "check --format json",
        "consent",
        "consent --format json",
        "consent --withdraw-preview ana",
        "explain index.html",
        "explain content/people/ana.md --json",
        "schema story",
        "schema --markdown",
        "--help",
        "--version",
        "help build",
        "check --help",
    ] {
        let full = place.shell(&format!("$S {command} > /dev/full"));
        assert_eq!(full.status.code(), Some(2), "{command}: {}", said(&full));
        assert!(said(&full).contains("output cannot be written"), "{command}: {}", said(&full));
        // Whoever closes a pipe has read enough.
        let closed = place.shell(&format!("{{ sleep 0.1; $S {command}; echo $? >&2; }} | :"));
        assert_eq!(said(&closed).trim(), "0", "{command}");
    }
}

/// The same as whoever is no superuser: limits count for them alone.
fn limited(place: &Place, limit: &str, command: &str) -> Option<Output> {
    let is_root = place.shell("id -u").stdout == b"0\n";
    if !is_root {
        return Some(place.shell(&format!("ulimit {limit}; exec $S {command}")));
    }
    let program = place.path("program");
    if !program.exists() {
        fs::copy(PROGRAM, &program).expect("a copy of the program");
    }
    let prepared = place.shell("chmod -R a+rwX . && command -v setpriv");
    let script = format!("ulimit {limit}; exec ./program {command}");
    prepared.status.success().then(|| {
        place.shell(&format!(
            "exec setpriv --reuid=65534 --regid=65534 --clear-groups bash -c '{script}'"
        ))
    })
}

#[test]
#[cfg(target_os = "linux")]
fn a_machine_that_gives_little_is_told_in_words() {
    let place = Place::new();
    // Without another thread a build takes longer, and is done.
    let Some(alone) = limited(&place, "-u 1", "build --today 2026-11-21") else { return };
    assert_eq!(alone.status.code(), Some(0), "{}", said(&alone));
    assert!(place.path("public/index.html").exists());
    for (limit, command, words) in [
        ("-u 1", "serve --port 0", "too few threads"),
        ("-v 90000", "check", "ulimit -v"),
        ("-v 90000", "build", "ulimit -v"),
        ("-f 1", "build --out new --cache kept", "File too large"),
        ("-n 5", "serve --port 0", "Too many open files"),
    ] {
        let output = limited(&place, limit, command).expect("it was possible before");
        let told = said(&output);
        assert_eq!(output.status.code(), Some(2), "{limit} {command}: {told}");
        assert!(told.contains(words), "{limit} {command}: {told}");
        assert!(!told.contains("panicked"), "{limit} {command}: {told}");
    }
    assert!(!place.path("new/index.html").exists(), "nothing is half published");
}

#[test]
fn an_argument_that_is_not_unicode_is_refused() {
    let place = Place::new();
    for arguments in ["$'\\xff'", "build --today $'\\xff'", "explain $'\\xff'", "check -u 1"] {
        let output = place.shell(&format!("$S {arguments}"));
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert!(said(&output).starts_with("error: "), "{arguments}: {}", said(&output));
    }
}

/// Somebody's face: no two quarters of it are alike.
fn portrait() -> RgbImage {
    RgbImage::from_fn(360, 240, |x, y| {
        image::Rgb([x * y, x + 3 * y, (x / 9) ^ y].map(|it| u8::try_from(it % 256).unwrap_or(0)))
    })
}

fn saved(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(vec![]);
    picture.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

#[test]
fn a_portrait_that_was_taken_down_does_not_come_back_as_a_copy() {
    let place = Place::new();
    let face = DynamicImage::from(portrait());
    let original = saved(&face, ImageFormat::Png);
    let mut packed = vec![];
    PngEncoder::new_with_quality(&mut packed, CompressionType::Best, FilterType::Up)
        .write_image(&portrait(), 360, 240, ExtendedColorType::Rgb8)
        .expect("a PNG");
    let noted = {
        let mut bytes = vec![];
        let mut encoder = PngEncoder::new(&mut bytes);
        encoder.set_exif_metadata(b"II*\0\x08\0\0\0\0\0".to_vec()).expect("room for EXIF");
        encoder.write_image(&portrait(), 360, 240, ExtendedColorType::Rgb8).expect("a PNG");
        bytes
    };
    let copies: Vec<(&str, Vec<u8>)> = vec![
        ("longer.png", [original.as_slice(), b"x"].concat()),
        ("packed.png", packed),
        ("noted.png", noted),
        ("turned.png", saved(&face.rotate90(), ImageFormat::Png)),
        ("mirrored.png", saved(&face.fliph(), ImageFormat::Png)),
        ("seen-through.png", saved(&face.to_rgba8().into(), ImageFormat::Png)),
        ("lossless.webp", saved(&face, ImageFormat::WebP)),
    ];
    place.write("content/people/bo.png", &original);
    place.write(
        "content/people/bo.md",
        "---\nname: Bo\nphoto: bo.png\nconsent: {photo: no, name: yes}\n---\n",
    );
    // Another picture of the same size is none of Bo's.
    let mut other = portrait();
    other.put_pixel(7, 7, image::Rgb([1, 2, 3]));
    place.write("content/stories/other.png", saved(&other.into(), ImageFormat::Png));
    let mut photos = "[{file: other.png, alt: x}".to_owned();
    for (name, bytes) in &copies {
        place.write(&format!("content/stories/{name}"), bytes);
        photos += &format!(", {{file: {name}, alt: x}}");
    }
    place.story("a", &format!("{photos}]"));
    // As somebody else's own portrait too.
    place.write("content/people/cleo.png", &copies[0].1);
    place.write(
        "content/people/cleo.md",
        "---\nname: Cleo\nphoto: cleo.png\nconsent: {photo: yes}\n---\n",
    );
    // The first build knows no more than the next, nor one that has lost what was kept.
    for prepare in [":", ":", "rm -r .storywall", "rm -r public"] {
        let output = place.shell(&format!("{prepare}; $S build --today 2026-11-21"));
        let told = said(&output);
        assert!(output.status.success(), "{told}");
        // What is alike is one entry with a number.
        assert!(told.contains(&format!("note: {} times, also here", copies.len() + 1)), "{told}");
        let published: Vec<String> = walkdir::WalkDir::new(place.path("public/media"))
            .into_iter()
            .flatten()
            .filter(|it| it.file_type().is_file())
            .map(|it| it.file_name().to_string_lossy().into_owned())
            .collect();
        assert!(!published.is_empty(), "the other one is shown");
        assert!(published.iter().all(|name| name.starts_with("other-")), "{published:?}");
        let kept = walkdir::WalkDir::new(place.path(".storywall")).into_iter().flatten();
        let prints = kept.filter(|it| it.file_name().to_string_lossy().starts_with("photo-"));
        assert!(prints.count() <= published.len(), "nothing of Bo is kept either");
    }
    // Who looks into the register sees it too.
    let known = place.shell("$S consent --today 2026-11-21 --format json");
    assert!(known.status.success());
    // Bo agrees again: nothing stands in the way.
    place.write(
        "content/people/bo.md",
        "---\nname: Bo\nphoto: bo.png\nconsent: {photo: yes, name: yes}\n---\n",
    );
    let output = place.shell("$S build --today 2026-11-21");
    assert!(!said(&output).contains("photo-taken-down"), "{}", said(&output));
    assert!(fs::read_dir(place.path("public/media/stories")).expect("media").count() > 8);
}

#[test]
fn a_damaged_picture_that_nobody_sees_stops_nothing() {
    let place = Place::new();
    let mut spoilt = saved(&portrait().into(), ImageFormat::Png);
    let pixels = spoilt.windows(4).position(|it| it == b"IDAT").expect("pixels") + 4;
    spoilt[pixels..pixels + 16].fill(0xFF);
    place.write("content/people/bo.png", &spoilt);
    place
        .write("content/people/bo.md", "---\nname: Bo\nphoto: bo.png\nconsent: {photo: no}\n---\n");
    for _ in 0..2 {
        let output = place.shell("$S build --today 2026-11-21");
        assert!(output.status.success(), "{}", said(&output));
    }
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc: u32, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    })
}

/// The PNG with one more chunk behind its header.
fn with_chunk(png: &[u8], kind: &[u8; 4], content: &[u8], is_sound: bool) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("short").to_be_bytes();
    let named = [kind.as_slice(), content].concat();
    let sum = if is_sound { crc(&named) } else { !crc(&named) };
    [&png[..33], &length, &named, &sum.to_be_bytes(), &png[33..]].concat()
}

#[test]
fn what_is_no_picture_in_a_png_is_no_reason_to_refuse_it() {
    let place = Place::new();
    let png = saved(&portrait().into(), ImageFormat::Png);
    let long = [b"Comment\0".as_slice(), &vec![b'x'; 17 << 20]].concat();
    place.write("content/stories/long.png", with_chunk(&png, b"tEXt", &long, true));
    place.write("content/stories/note.png", with_chunk(&png, b"tEXt", b"Comment\0x", false));
    place.story("a", "[{file: long.png, alt: x}, {file: note.png, alt: x}]");
    let (told, code) = place.check();
    assert_eq!(code, Some(0), "{told}");
    // What is wrong with the pixels themselves is told as that.
    let mut bad = png;
    let end = bad.len() - 12;
    bad[end - 1] ^= 1;
    place.write("content/stories/long.png", bad);
    let (told, code) = place.check();
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("the file is damaged"), "{told}");
}

/// A file, the code that is told, words of it, and of what to do about it.
type Slip = (&'static str, String, &'static str, &'static str, &'static str);

fn story(fields: &str) -> String {
    format!("---\ntitle: One\nauthor: ana\ndate: 2026-05-05\n{fields}---\nText.\n")
}

/// What of these is not told as it should be.
fn untold(slips: &[Slip], also: &[(&str, &str)]) -> Vec<String> {
    let mut untold = vec![];
    for (path, text, code, words, hint) in slips {
        let place = Place::new();
        also.iter().for_each(|(path, text)| place.write(path, text));
        place.write(path, text);
        let (told, _) = place.check();
        for wanted in [format!("[{code}]"), (*words).to_owned(), (*hint).to_owned()] {
            if !told.contains(&wanted) {
                untold.push(format!("“{wanted}” is not told of {path}:\n{text}\n{told}"));
                break;
            }
        }
    }
    untold
}

fn told_at_once(slips: &[Slip], also: &[(&str, &str)]) {
    let untold = untold(slips, also);
    assert!(untold.is_empty(), "{}\n{} of {}", untold.join("\n"), untold.len(), slips.len());
}

#[test]
fn each_message_names_the_cause_of_the_mistake() {
    let talk =
        |minutes: &str| format!("---\ntitle: T\nspeakers: ana\nminutes: {minutes}\n---\nText.\n");
    let deep = format!("title = \"x\"\nx = {}{}\n", "[".repeat(200), "]".repeat(200));
    let dotted = format!("title = \"x\"\n{}x = 1\n", "a.".repeat(200));
    let lapsed = "---\nname: Bo\nconsent: {photo: yes, name: yes, until: 2026-10-01}\n---\n";
    let slips: Vec<Slip> = vec![
        (
            "content/talks/t.md",
            talk("99999999999999999999"),
            "bad-number",
            "too large",
            "up to 4294967295",
        ),
        ("content/talks/t.md", talk("-1"), "bad-number", "below zero", "Write 0 or"),
        ("content/talks/t.md", talk("1e400"), "bad-number", "too large", "up to"),
        (
            "content/talks/t.md",
            talk("2.5"),
            "bad-number",
            "not a whole number",
            "If 2.5 hours are meant, write 150",
        ),
        ("content/talks/t.md", talk("30 min"), "bad-number", "more than a number", "alone: 30"),
        (
            "content/stories/a.md",
            story("summary: \"\\ud800\"\n"),
            "broken-yaml",
            "begins something that is not a character",
            "write \\\\",
        ),
        (
            "content/stories/a.md",
            story("summary: \"C:\\users\"\n"),
            "broken-yaml",
            "begins something that is not a character",
            "write \\\\",
        ),
        ("site.toml", deep, "broken-toml", "site.toml:2:", "between quotes"),
        ("site.toml", dotted, "broken-toml", "site.toml:2:", "between quotes"),
        (
            "site.toml",
            "title = \"x\"\nper_page = 0x10000\n".into(),
            "bad-number",
            "too large: 65536",
            "from 6 to 200",
        ),
        (
            "content/stories/a.md",
            story("date: 0000-01-01\n").replacen("date: 2026-05-05\n", "", 1),
            "bad-date",
            "year 0000 is too long ago",
            "year-month-day",
        ),
        (
            "content/stories/a.md",
            story("people: [{id: bo}]\n"),
            "person-withdrawn",
            "ended on 2026-10-01",
            "the new day",
        ),
        (
            "content/stories/a.md",
            story("").replace("author: ana", "author: bo"),
            "author-withdrawn",
            "ended on 2026-10-01",
            "the new day",
        ),
        (
            "content/guidelines/a.md",
            "---\ntitle: A\nowner: bo\n---\nx\n".to_owned(),
            "successor-needed",
            "they read “a colleague”",
            "Name somebody else",
        ),
    ];
    told_at_once(&slips, &[("content/people/bo.md", lapsed)]);
}

#[test]
fn a_photo_whose_consent_lapsed_is_not_told_as_taken_back() {
    let place = Place::new();
    place.write("content/stories/a.png", saved(&portrait().into(), ImageFormat::Png));
    place.write(
        "content/people/bo.md",
        "---\nname: Bo\nconsent: {photo: yes, until: 2026-10-01}\n---\n",
    );
    place.story("a", "[{file: a.png, alt: x, shows: [bo]}]");
    let (told, code) = place.check();
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("The consent of Bo ended on 2026-10-01"), "{told}");
    assert!(!told.contains("does not agree"), "{told}");
}

#[test]
fn a_story_that_contains_only_code_is_not_empty() {
    let place = Place::new();
    for body in ["```text\nssh pump-four\n```", "    ssh pump-four"] {
        place.write("content/stories/a.md", story("").replace("Text.", body));
        let (told, _) = place.check();
        assert!(!told.contains("no-text"), "{told}");
    }
    for body in ["```\n```", "\u{200B}", "---"] {
        place.write("content/stories/a.md", story("").replace("Text.", body));
        let (told, _) = place.check();
        assert!(told.contains("no-text"), "{body:?}: {told}");
    }
}

#[test]
fn a_folder_in_place_of_a_file_is_reported() {
    for file in ["site.toml", "content/programme.toml"] {
        let place = Place::new();
        fs::remove_file(place.path(file)).expect("it was there");
        fs::create_dir(place.path(file)).expect("a folder");
        for command in ["check", "build", "consent", "serve --port 0"] {
            let output = place.shell(&format!("exec timeout 20 $S {command}"));
            assert_eq!(output.status.code(), Some(2), "{command}: {}", said(&output));
            let told = said(&output);
            assert!(told.contains(file) && told.contains("is a folder"), "{command}: {told}");
        }
    }
}

#[test]
fn values_that_make_no_sense_are_reported() {
    let person = |fields: &str| format!("---\nname: Bo\n{fields}---\n");
    let theme = |fields: &str| format!("---\ntitle: Night\n{fields}---\nText.\n");
    let unseen = ("empty-field", "only invisible characters", "Write words in its place");
    let slips: Vec<Slip> = vec![
        (
            "content/themes/n.md",
            theme("from: 2026-12-01\nuntil: 2026-02-28\n"),
            "season-backwards",
            "ends on 2026-02-28",
            "Swap from and until",
        ),
        (
            "content/people/bo.md",
            "---\nname: \"\\u200b\"\n---\n".into(),
            unseen.0,
            unseen.1,
            unseen.2,
        ),
        (
            "content/people/bo.md",
            person("location: \u{200B}\u{2060}\n"),
            unseen.0,
            unseen.1,
            unseen.2,
        ),
        (
            "content/people/bo.md",
            person("expertise: [\"\\u3164\", pumps]\n"),
            unseen.0,
            unseen.1,
            unseen.2,
        ),
        ("content/stories/a.md", story("keywords: [\u{200D}]\n"), unseen.0, unseen.1, unseen.2),
        (
            "content/stories/a.md",
            "---\ntitle: \"\\u00ad\"\nauthor: ana\n---\nText.\n".into(),
            unseen.0,
            unseen.1,
            unseen.2,
        ),
        ("site.toml", "title = \"\\u200b\"\n".into(), unseen.0, unseen.1, unseen.2),
        (
            "content/people/bo.md",
            person("buddy: bo\n"),
            "names-itself",
            "own buddy",
            "Name the colleague",
        ),
        (
            "content/stories/a.md",
            story("buddy: ana\n"),
            "names-itself",
            "as its buddy",
            "another colleague",
        ),
        (
            "content/stories/a.md",
            story("people: [{id: ana}]\n"),
            "names-itself",
            "listed under people",
            "everybody but the author",
        ),
        (
            "content/stories/a.md",
            story("related: [stories/a]\n"),
            "names-itself",
            "related to itself",
            "another page",
        ),
        (
            "content/faq/a.md",
            "---\ntitle: A?\nabout: fear\nrelated: [faq/a]\n---\nText.\n".into(),
            "names-itself",
            "related to itself",
            "another page",
        ),
        (
            "content/stories/a.md",
            story("").replace("author: ana", "author: [ana, ana]"),
            "named-twice",
            "“ana” is listed twice",
            "one of them",
        ),
        (
            "content/people/bo.md",
            person("consent: {photo: yes, given: 2027-03-01}\n"),
            "future-date",
            "2027-03-01",
            "year may be wrong",
        ),
        (
            "content/people/bo.md",
            person("consent: {given: 2026-03-01, until: 2025-12-31}\n"),
            "consent-backwards",
            "“until” is earlier",
            "both days",
        ),
        (
            "content/people/bo.md",
            person("consent: {given: 2026-03-01, withdrawn: 2025-12-31}\n"),
            "consent-backwards",
            "“withdrawn” is earlier",
            "agreed again",
        ),
        (
            "content/guidelines/g.md",
            "---\ntitle: G\nreviewed: 2027-01-01\n---\nText.\n".into(),
            "future-date",
            "2027-01-01",
            "year may be wrong",
        ),
    ];
    told_at_once(&slips, &[("content/people/bo.md", "---\nname: Bo\n---\n")]);
}

#[test]
fn a_syntax_mistake_is_reported_with_a_remedy_that_works() {
    let yaml = |fields: &str| format!("---\n{fields}\nauthor: ana\ndate: 2026-11-18\n---\nText.\n");
    let cases = [
        // Fields of a story, what is told, and what to do.
        ("title: !A b", "begins with !", "title: \"!A b\""),
        ("title: &A", "begins with &", "title: \"&A\""),
        ("title: #A", "begins with #", "title: \"#A\""),
        ("title: # A", "has no value", "what follows # is ignored"),
        ("title: - A", "begin with -", "title: \"- A\""),
        ("title: \"a\" b", "after the closing quotation mark", "title: \"\\\"a\\\" b\""),
        ("title: A\n\tlang: en", "before “lang”", "Delete the tab"),
        ("\ttitle: A", "a.md:2:1", "Delete the tab"),
        ("title: A\n~: x", "“~”", "Use one of these"),
        ("title: A\n: x", "name of this field is missing", "Write the name"),
        ("title: a\u{2028}b", "U+2028", "Put a space in its place"),
        ("title: \u{2028}", "U+2028", "Put a space in its place"),
        ("title: a\u{E0061}b", "U+E0061", "Delete it"),
        ("title: \u{E0061}", "U+E0061", "Delete it"),
        ("title: a\0b", "U+0000", "Delete it"),
    ];
    let toml = [
        ("title = \"A\"\ntitle = \"B\"", "“title” is written twice", "Keep one"),
        ("title", "= between name and value is missing", "Write name, ="),
        ("title: H", "has a colon", "Write title = \"H\""),
        ("title = H", "not between quotation marks", "Write title = \"H\""),
        ("title = “H”", "are curly", "Write title = \"H\""),
        ("[pictures]\n[pictures]", "[pictures] is written twice", "below the first one"),
        ("title = \"A\"\rindex = true\rper_page = 9\r", "old Mac", "LF"),
        ("a = 2026-1-4", "is not a date", "Did you mean 2026-01-04?"),
        ("a = 2026-13-45", "no month 13", "year-month-day"),
        ("title = \"a\u{1}b\"", "U+0001", "Delete it"),
    ];
    let story = "content/stories/a.md";
    let mut slips: Vec<(&str, String, &str, &str)> = vec![];
    slips.extend(cases.map(|(fields, words, hint)| (story, yaml(fields), words, hint)));
    slips.extend(
        toml.map(|(fields, words, hint)| ("site.toml", format!("{fields}\n"), words, hint)),
    );
    for date in [
        "2026–11–01",
        "2026—11—01",
        "2026‑11‑01",
        "2026−11−01",
        "２０２６-１１-０１",
        "2026\u{200B}-11-01",
        "2026-11-01\u{200B}",
        "2026\u{A0}11\u{A0}01",
        "2026／11／01",
        "٢٠٢٦-١١-٠١",
    ] {
        let text = format!("---\ntitle: A\nauthor: ana\ndate: {date}\n---\nText.\n");
        slips.push((story, text, "is not a date", "Did you mean 2026-11-01?"));
    }
    let old = "---\rtitle: A\rauthor: ana\r---\rText.\r".to_owned();
    slips.push((story, old, "old Mac", "LF"));
    let mut untold = vec![];
    for (path, text, words, hint) in &slips {
        let place = Place::new();
        place.write(path, text);
        let (told, _) = place.check();
        let is_told_once = told.matches("error[").count() == 1;
        if !(is_told_once && told.contains(words) && told.contains(hint)) {
            untold.push(format!("“{words}”, “{hint}” are not told once of:\n{text}\n{told}"));
        }
    }
    assert!(untold.is_empty(), "{}\n{} of {}", untold.join("\n"), untold.len(), slips.len());
    // The flag of Scotland is made of such letters, and none of them is hidden.
    let place = Place::new();
    let flag = "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}";
    place.write("content/stories/a.md", yaml(&format!("title: {flag} on deck")));
    assert_eq!(place.check().1, Some(0), "{}", place.check().0);
}

/// How many things are told, whatever their severity.
fn count(told: &str) -> usize {
    ["error[", "warning[", "advice["].iter().map(|word| told.matches(word).count()).sum()
}

/// Fields as somebody wrote them, words of what is told, and of what to do, and the fields of who
/// did so.
type Obeyed = (&'static str, &'static str, &'static str, &'static str);

/// What of these is not told once and alone, or not mended by what the hint says.
fn not_mended(path: &str, whole: impl Fn(&str) -> String, slips: &[Obeyed]) -> Vec<String> {
    let mut wrong = vec![];
    for (fields, words, hint, mended) in slips {
        let place = Place::new();
        place.write("content/people/bo.md", "---\nname: Bo Lund\n---\n");
        if !path.starts_with("content/stories") {
            place.story("b", "[]");
        }
        place.write(path, whole(fields));
        let (told, _) = place.check();
        if count(&told) != 1 || !told.contains(words) || !told.contains(hint) {
            wrong.push(format!("“{words}”, “{hint}” are not told alone of:\n{fields}\n{told}"));
        }
        place.write(path, whole(mended));
        let (told, _) = place.check();
        if count(&told) != 0 {
            wrong.push(format!("This is not mended:\n{mended}\n{told}"));
        }
    }
    wrong
}

#[test]
fn following_a_remedy_removes_the_mistake() {
    let story: &[Obeyed] = &[
        (
            "title: [Big] news",
            "after the closing bracket",
            "title: \"[Big] news\"",
            "title: \"[Big] news\"",
        ),
        (
            "title: {Big} news",
            "after the closing bracket",
            "title: \"{Big} news\"",
            "title: \"{Big} news\"",
        ),
        ("title:Pump", "a.md:2:1", "after the colon: title: Pump", "title: Pump"),
        (
            "title: A\nform:story\nlang: en",
            "a.md:3:1",
            "after the colon: form: story",
            "title: A\nform: story\nlang: en",
        ),
        ("title:\u{a0}Pump", "a.md:2:1", "after the colon: title: Pump", "title: Pump"),
        ("title： Pump", "a.md:2:1", "Write title: Pump", "title: Pump"),
        ("title = Pump", "a.md:2:1", "Write title: Pump", "title: Pump"),
        (" title: Pump", "a.md:2:1", "Remove the spaces", "title: Pump"),
        ("title: A\n lang: en", "a.md:3:1", "Remove the spaces", "title: A\nlang: en"),
        ("title: 'It's four'", "second '", "title: \"It's four\"", "title: \"It's four\""),
        (
            "title: \"Say \"yes\" now\"",
            "second \"",
            "title: \"Say \\\"yes\\\" now\"",
            "title: \"Say \\\"yes\\\" now\"",
        ),
        ("title: @C:\\x", "begin with @", "title: \"@C:\\\\x\"", "title: \"@C:\\\\x\""),
        ("title: A\n// remark", "does not begin with #", "Write # remark", "title: A\n# remark"),
        (
            "title: A\n<!-- remark -->",
            "does not begin with #",
            "Write # remark",
            "title: A\n# remark",
        ),
        (
            "title: A\nhelped_by: [ana; bo]",
            "no person",
            "with commas: [ana, bo]",
            "title: A\nhelped_by: [ana, bo]",
        ),
        (
            "title: A\nhelped_by: Ana and Bo Lund",
            "no person",
            "with commas: [ana, bo]",
            "title: A\nhelped_by: [ana, bo]",
        ),
        (
            "title: A\nshare: {text: a, b\nform: story",
            "a.md:3:1",
            "Put a ] or }",
            "title: A\nshare: {text: \"a, b\"}\nform: story",
        ),
        ("titel: A", "no field called “titel”", "Write title in place of “titel”", "title: A"),
        (
            "title: A\nsprog: en",
            "no field called “sprog”",
            "Write lang in place of",
            "title: A\nlang: en",
        ),
        (
            "title: A\nSamenvatting: B",
            "“Samenvatting”",
            "Write summary in place of",
            "title: A\nsummary: B",
        ),
    ];
    let fields =
        |fields: &str| format!("---\n{fields}\nauthor: ana\ndate: 2026-11-18\n---\nText.\n");
    let mut wrong = not_mended("content/stories/a.md", fields, story);
    let author: &[Obeyed] = &[
        ("forfatter: ana", "“forfatter”", "Write author in place of", "author: ana"),
        ("auteur: ana", "“auteur”", "Write author in place of", "author: ana"),
        ("author: Ana, bo", "no person", "with commas: [ana, bo]", "author: [ana, bo]"),
    ];
    let fields = |author: &str| format!("---\ntitle: A\n{author}\ndate: 2026-11-18\n---\nText.\n");
    wrong.extend(not_mended("content/stories/a.md", fields, author));
    let fence: &[Obeyed] = &[
        ("———", "not exactly ---", "Write three hyphens", "---"),
        ("—", "not exactly ---", "Write three hyphens", "---"),
        ("----", "not exactly ---", "Write three hyphens", "---"),
        ("\n---", "the very start", "Remove everything before", "---"),
    ];
    let fields = |fence: &str| {
        format!(
            "{fence}\ntitle: A\nauthor: ana\n{}\nText.\n",
            match fence.trim() {
                "---" => "date: 2026-11-18\n---",
                other => other,
            }
        )
    };
    wrong.extend(not_mended("content/stories/a.md", fields, fence));
    let end: &[Obeyed] = &[
        ("———", "not exactly ---", "Write --- in this line", "---"),
        ("----", "a.md:5:1", "Write --- in this line", "---"),
        ("...", "a.md:5:1", "Write --- in this line", "---"),
    ];
    let fields =
        |end: &str| format!("---\ntitle: A\nauthor: ana\ndate: 2026-11-18\n{end}\nText.\n");
    wrong.extend(not_mended("content/stories/a.md", fields, end));
    let site: &[Obeyed] = &[
        ("title = \"A\",", "ends with ,", "Write title = \"A\"", "title = \"A\""),
        ("title = \"A\";", "ends with ;", "Write title = \"A\"", "title = \"A\""),
        (
            "per_page = 24,\ntitle = \"A\"",
            "ends with ,",
            "Write per_page = 24",
            "per_page = 24\ntitle = \"A\"",
        ),
        ("title = 'It's x'", "second '", "Write title = \"It's x\"", "title = \"It's x\""),
        (
            "title = \"We say \"yes\" here\"",
            "second \"",
            "Write title = \"We say \\\"yes\\\" here\"",
            "title = \"We say \\\"yes\\\" here\"",
        ),
        ("title = {en: \"x\"}", "needs =", "Write title = {en = \"x\"}", "title = {en = \"x\"}"),
        (
            "title = \"A\"\nlanguages = [\n\"en\"\n\"da\"\n]",
            "site.toml:4:1",
            "Write \"en\",",
            "title = \"A\"\nlanguages = [\n\"en\",\n\"da\"\n]",
        ),
        (
            "title = \"A\"\nlanguages = [\n\"en\",\n\"da\"\nper_page = 24",
            "site.toml:3:1",
            "Put ] on a line of its own below the line",
            "title = \"A\"\nlanguages = [\n\"en\",\n\"da\"]\nper_page = 24",
        ),
        (
            "title = \"A\"\nlanguages = [\"en\"\nper_page = 24",
            "site.toml:3:1",
            "Write languages = [\"en\"]",
            "title = \"A\"\nlanguages = [\"en\"]\nper_page = 24",
        ),
        (
            "title = \"A\"\ndescription = \"\"\"a\nb",
            "site.toml:3:1",
            "Put \"\"\" at the end",
            "title = \"A\"\ndescription = \"\"\"a\nb\"\"\"",
        ),
    ];
    let with_address = |lines: &str| format!("base_url = \"https://h.example/\"\n{lines}\n");
    wrong.extend(not_mended("site.toml", with_address, site));
    let above: &[Obeyed] = &[(
        "[colors]\nbrand = [\"#a8321c\", \"#f28a6b\"]\ntitle = \"A\"\n",
        "is below [colors]",
        "Move this line above [colors]",
        "title = \"A\"\n[colors]\nbrand = [\"#a8321c\", \"#f28a6b\"]\n",
    )];
    wrong.extend(not_mended("site.toml", with_address, above));
    assert!(wrong.is_empty(), "{}\n{} are wrong", wrong.join("\n"), wrong.len());
}

#[test]
fn an_unreadable_file_is_not_reported_as_missing() {
    let programme = |rest: &str| format!("[purpose]\nsentence = \"People.\"\n{rest}");
    let slips: Vec<(&str, String, &str)> = vec![
        ("site.toml", "title = \"H\"\nbase_url = \"h.example\"\n".into(), "bad-address"),
        ("site.toml", "title = \"H\"\nbase_url: https://h.example/\n".into(), "broken-toml"),
        ("site.toml", "title = \"H\"\n[colors]\nbase_url = \"https://h.example/\"\n".into(), "unknown-field"),
        ("content/programme.toml", programme("[[may]]\ncontact = \"ana\"\n"), "wrong-type"),
        ("content/programme.toml", programme("[May]\ncontact = \"ana\"\n"), "unknown-field"),
        ("content/programme.toml", programme("[may]\ncontact \"ana\"\n"), "broken-toml"),
        ("content/programme.toml", "[purpose]\nsentence \"P.\"\n[may]\ncontact = \"ana\"\n".into(), "broken-toml"),
        ("content/programme.toml", "hello world\n".into(), "broken-toml"),
        (
            "content/programme.toml",
            programme("[may]\ncontact = \"ana\"\n[[roles]]\nid = \"a\"\nname = \"A\"\nperson = \"ana\"\nsince = 15-01-2026\n"),
            "broken-toml",
        ),
        (
            "content/programme.toml",
            programme("[may]\ncontact = \"ana\"\n[[roles]]\nid = a b\nname = \"A\"\nperson = \"ana\"\n"),
            "broken-toml",
        ),
        ("content/programme.toml", "[purpose]\nsentence = {en: \"P.\"}\n[may]\ncontact = \"ana\"\n".into(), "broken-toml"),
        ("content/stories/a.md", "{\"title\": \"A\"}\nText.\n".into(), "no-front-matter"),
        ("content/stories/a.md", "Text.\n".into(), "no-front-matter"),
        ("content/stories/a.md", "---\rtitle: A\r---\rText.\r".into(), "no-front-matter"),
        ("content/speaking/e.md", "---\nname: E\nkind: conference\nurl:https://e.example/\nplace: {city: Aarhus}\nstart: 2026-12-01\n---\n".into(), "broken-yaml"),
        ("content/stories/a.mp4", "no film".into(), "other-kind"),
    ];
    let mut wrong = vec![];
    for (path, text, code) in &slips {
        let place = Place::new();
        let link = if path.ends_with(".mp4") { "[A film](a.mp4)" } else { "Text" };
        place.write(
            "content/stories/b.md",
            format!("---\ntitle: B\nauthor: ana\ndate: 2026-11-18\n---\n{link}\n"),
        );
        place.write(path, text);
        let (told, _) = place.check();
        if count(&told) != 1 || !told.contains(&format!("[{code}]")) {
            wrong.push(format!("{code} is not told alone of {path}:\n{text}\n{told}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} of {}", wrong.join("\n"), wrong.len(), slips.len());
}

#[test]
fn an_id_that_is_not_a_plain_name_is_reported() {
    let list = |of: &str, ids: &[&str]| {
        let one = |id: &&str| format!("[[{of}]]\nid = \"{id}\"\nname = \"N\"\n");
        format!("[purpose]\nsentence = \"P.\"\n{}", ids.iter().map(one).collect::<String>())
    };
    let mut slips: Vec<Slip> = vec![];
    for (id, plain) in [("../x", "x"), ("a/b", "a-b"), ("<b>", "b"), ("a b", "a-b"), ("-", "page")]
    {
        for of in ["teams", "places", "goals", "roles"] {
            let hint = if plain == "page" { "id = \"page\"" } else { "letters, digits" };
            slips.push(("content/programme.toml", list(of, &[id]), "bad-id", "cannot be an", hint));
        }
    }
    for ids in [["Deck", "deck"], ["værft", "vaerft"], ["a-b", "a_b"]] {
        let text = list("teams", &ids);
        slips.push(("content/programme.toml", text, "id-twice", "the same address", "another id"));
    }
    for url in ["https://h.example/a/../b/", "https://h.example/./", "https://h.example/%2e%2E/b"] {
        let text = format!("title = \"H\"\nbase_url = \"{url}\"\n");
        slips.push((
            "site.toml",
            text,
            "bad-address",
            "between slashes",
            "Write https://h.example/",
        ));
    }
    told_at_once(&slips, &[]);
    let place = Place::new();
    place.write("content/programme.toml", list("teams", &["værksted", "story_helper", "deck-2"]));
    assert!(!place.check().0.contains("-id]"));
}

#[test]
fn unusual_but_valid_values_are_not_reported() {
    let place = Place::new();
    place.write(
        "content/people/bo.md",
        "---\nname: Bo\u{200B}\nbuddy: ana\nconsent: {given: 2026-11-21, until: 9999-12-31}\n---\n",
    );
    place.write(
        "content/themes/n.md",
        "---\ntitle: Night\nfrom: 2026-12-01\nuntil: 2027-02-28\n---\nText.\n",
    );
    place.write(
        "content/stories/a.md",
        story("buddy: bo\npeople: [{id: ana, photo: yes, asked: 2026-05-05}, {id: bo}]\nsummary: \" \"\n"),
    );
    let (told, code) = place.check();
    assert_eq!(code, Some(0), "{told}");
    for code in ["backwards", "names-itself", "named-twice", "future-date", "empty-field"] {
        assert!(!told.contains(code), "{told}");
    }
}

#[test]
fn the_ends_of_the_calendar_stop_nothing() {
    let place = Place::new();
    place.write(
        "content/guidelines/g.md",
        "---\ntitle: G\nreviewed: 9999-12-31\nreview_every: 9y\n---\nText.\n",
    );
    place.write(
        "content/themes/n.md",
        "---\ntitle: N\nfrom: 1000-01-01\nuntil: 9999-12-31\n---\nText.\n",
    );
    place.write(
        "content/speaking/e.md",
        "---\nname: E\nurl: https://e.example/\nstart: 9999-12-31\nend: 9999-12-31\ncfp: {closes: 9999-12-31T23:59, tz: AoE}\nseries: s\n---\n",
    );
    place.write(
        "content/people/bo.md",
        "---\nname: Bo\nconsent: {given: 1000-01-01, until: 9999-12-31}\n---\n",
    );
    for today in ["2026-11-21", "1000-01-01", "9999-12-31"] {
        for command in ["check", "build", "consent"] {
            let output = place.shell(&format!("$S {command} --today {today}"));
            assert!(matches!(output.status.code(), Some(0 | 1)), "{today}: {}", said(&output));
            assert!(!said(&output).contains("panicked"), "{today}: {}", said(&output));
        }
    }
}
