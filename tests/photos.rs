//! Photos as a phone writes them, through the whole program: what is published, what is kept, and
//! what is refused.

#![expect(clippy::disallowed_methods, reason = "a test of the program works on the disk")]

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage};
use tempfile::TempDir;

/// What no reader may ever find: a place, a time, a camera, in every form that a file may hold.
const PLANTED: [&[u8]; 5] =
    [b"55.4765N", b"8.4520E", b"PLANTED-MAKER", b"2026:11:18 05:12:33", b"PLANTED-NOTE"];

/// A folder with a project of one person and one story.
struct Place {
    root: TempDir,
}

impl Place {
    fn new() -> Place {
        let place = Place { root: TempDir::new().expect("a place for a test") };
        place.write("site.toml", "title = \"Harbour\"\nbase_url = \"https://h.example/\"\n");
        place.write("content/programme.toml", "[purpose]\nsentence = \"People believe people.\"\n");
        place.write("content/people/ana.md", "---\nname: Ana\nconsent: {photo: yes}\n---\n");
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

    fn story(&self, name: &str, photos: &str, text: &str) {
        let fields = format!("title: {name}\nauthor: ana\ndate: 2026-11-18\nphotos: {photos}\n");
        self.write(&format!("content/stories/{name}.md"), format!("---\n{fields}---\n{text}\n"));
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let program = env!("CARGO_BIN_EXE_storywall");
        let mut command = Command::new(program);
        command.args(arguments).args(["--today", "2026-11-21", "--root"]).arg(self.root.path());
        command.output().expect("the program runs")
    }

    /// What a build says, which must succeed.
    fn build(&self, arguments: &[&str]) -> String {
        let output = self.run(&[&["build"], arguments].concat());
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(output.status.success(), "{said}");
        said
    }

    /// What `check` says of a site with mistakes.
    fn mistakes(&self) -> String {
        let output = self.run(&["check"]);
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).expect("text")
    }

    /// The published pictures, by their names.
    fn pictures(&self) -> Vec<PathBuf> {
        let mut pictures = files(&self.path("public/media"));
        pictures.sort();
        pictures
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    files.filter(|it| it.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

/// Land below, sky above.
fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match y < height / 2 {
        true => image::Rgb([120, 160, 210]),
        false => image::Rgb([60 + u8::try_from(x % 8).unwrap_or(0), 110, 50]),
    })
}

/// EXIF with everything a phone notes, turned on its side.
fn exif() -> Vec<u8> {
    let text = PLANTED.join(&0);
    let length = u32::try_from(text.len()).expect("short").to_le_bytes();
    let entries: [&[u8]; 2] = [b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0", b"\x0f\x01\x02\0"];
    [b"II*\0\x08\0\0\0\x02\0", entries[0], entries[1], &length, b"\x26\0\0\0\0\0\0\0", &text]
        .concat()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_exif_metadata(exif()).expect("room for EXIF");
    let pixels = picture(width, height);
    encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8).expect("a JPEG");
    let note = PLANTED.concat();
    let length = u16::try_from(note.len() + 2).expect("short").to_be_bytes();
    let comment = [b"\xff\xfe", length.as_slice(), &note].concat();
    // Behind the end, as phones keep a film or a second picture.
    [&bytes[..2], &comment, &bytes[2..], &note].concat()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = vec![];
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif()).expect("room for EXIF");
    let pixels = picture(width, height);
    encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8).expect("a PNG");
    bytes
}

fn heic() -> Vec<u8> {
    let pixels = picture(96, 64);
    let mut image = heifer::Image::filled(96, 64, 8, [0, 0, 0, 255]);
    for (to, from) in image.data.chunks_exact_mut(4).zip(pixels.pixels()) {
        for (to, from) in to.iter_mut().zip(from.0) {
            *to = from.into();
        }
    }
    let metadata = heifer::Metadata { exif: Some(exif()), ..heifer::Metadata::default() };
    heifer::encode_with_metadata(&image, &metadata, &heifer::EncodeOptions::default())
        .expect("a HEIC photo")
}

fn drawing() -> Vec<u8> {
    let note = String::from_utf8(PLANTED.join(&b' ')).expect("text");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><!-- {note} -->\
         <metadata>{note}</metadata><path d=\"M0 0L4 3\"/></svg>"
    )
    .into_bytes()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn no_published_byte_tells_where_and_when_a_photo_was_taken() {
    let place = Place::new();
    let photos = [("a.jpg", jpeg(900, 600)), ("b.png", png(90, 60)), ("c.heic", heic())];
    for (name, bytes) in photos.into_iter().chain([("d.svg", drawing())]) {
        assert!(PLANTED.iter().all(|mark| holds(&bytes, mark)), "{name} is planted");
        place.write(&format!("content/stories/{name}"), bytes);
    }
    place.story(
        "all",
        "[{file: a.jpg, alt: x}, {file: b.png, alt: x}, {file: c.heic, alt: x}]",
        "![x](d.svg) [the photo](a.jpg) ![x](b.png)",
    );
    place.build(&[]);
    assert!(place.pictures().len() > 6);
    let kept =
        ["public", ".public.storywall", ".storywall"].map(|folder| files(&place.path(folder)));
    for file in kept.concat() {
        let bytes = fs::read(&file).expect("a file");
        for mark in PLANTED {
            let mark_text = String::from_utf8_lossy(mark);
            assert!(!holds(&bytes, mark), "{mark_text} in {}", file.display());
        }
    }
    // What is published is upright.
    for file in place.pictures().iter().filter(|file| file.ends_with("jpg")) {
        let picture = image::open(file).expect("a picture");
        assert!(picture.height() > picture.width());
    }
}

#[test]
fn pages_say_the_true_size_of_each_picture() {
    let place = Place::new();
    place.write("content/stories/a.jpg", jpeg(900, 600));
    place.story("a", "[{file: a.jpg, alt: x}]", "x");
    place.build(&[]);
    let page = fs::read_to_string(place.path("public/stories/a.html")).expect("a page");
    assert!(page.contains("class=\"tone tl"), "a colour stands there until the picture comes");
    for file in place.pictures() {
        let bytes = fs::read(&file).expect("a picture");
        let size = image::load(Cursor::new(&bytes), image::guess_format(&bytes).expect("known"));
        let (width, height) = size.map(|it| (it.width(), it.height())).expect("a picture");
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        let at = page.find(name).unwrap_or_else(|| panic!("{name} in {page}"));
        let said = match name.ends_with(".jpg") {
            true => format!("\" width=\"{width}\" height=\"{height}\""),
            false => format!("{name} {width}w"),
        };
        assert!(page[at..].split('>').next().is_some_and(|tag| tag.contains(&said)), "{said}");
    }
}

#[test]
fn finished_photos_are_reused_and_damaged_ones_are_made_again() {
    let place = Place::new();
    place.write("content/stories/a.jpg", jpeg(900, 600));
    place.story("a", "[{file: a.jpg, alt: x}]", "x");
    place.build(&["--cache", &place.path("kept").to_string_lossy()]);
    let first: Vec<Vec<u8>> =
        place.pictures().iter().map(|it| fs::read(it).expect("one")).collect();
    let kept = files(&place.path("kept"));
    assert_eq!(kept.len(), first.len() + 1, "each size, and the tone");

    // One is cut short, one is another's, one is gone; the site is made from nothing.
    fs::write(&kept[0], b"").expect("writable");
    fs::copy(&kept[1], &kept[2]).expect("writable");
    fs::remove_file(&kept[3]).expect("removable");
    fs::remove_dir_all(place.path("public")).expect("removable");
    place.build(&["--cache", &place.path("kept").to_string_lossy()]);
    let again: Vec<Vec<u8>> =
        place.pictures().iter().map(|it| fs::read(it).expect("one")).collect();
    assert!(first == again, "the same bytes");

    // Without what was kept, nothing that is published already is made again.
    fs::remove_dir_all(place.path("kept")).expect("removable");
    let said = place.build(&["--cache", &place.path("kept").to_string_lossy()]);
    assert!(said.contains("0 written"), "{said}");
    assert_eq!(files(&place.path("kept")).len(), 1, "the tone alone");
}

/// The published pictures by their names.
fn by_name(place: &Place) -> Vec<(PathBuf, Vec<u8>)> {
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).expect("a picture");
        (path, bytes)
    };
    place.pictures().into_iter().map(read).collect()
}

#[test]
fn a_size_is_the_same_whatever_was_made_before() {
    let [place, scratch] = [Place::new(), Place::new()];
    let site = "title = \"Harbour\"\nbase_url = \"https://h.example/\"\n[pictures]\nwidths = ";
    for place in [&place, &scratch] {
        place.write("content/stories/a.jpg", jpeg(1900, 1300));
        place.story("a", "[{file: a.jpg, alt: x}]", "x");
    }
    for widths in ["[250, 500]", "[250, 500, 1100]", "[100, 250, 500, 1100]"] {
        place.write("site.toml", format!("{site}{widths}\n"));
        place.build(&[]);
    }
    scratch.write("site.toml", format!("{site}[100, 250, 500, 1100]\n"));
    scratch.build(&[]);
    let bytes = |place| by_name(place).into_iter().map(|(_, bytes)| bytes).collect::<Vec<_>>();
    assert_eq!(bytes(&place).len(), 5);
    assert!(bytes(&place) == bytes(&scratch));
    // One that has to be made alone is no other.
    let kept = files(&place.path(".storywall"));
    for path in &kept {
        fs::write(path, "spoilt").expect("writable");
    }
    fs::remove_dir_all(place.path("public")).expect("removable");
    place.build(&[]);
    assert!(bytes(&place) == bytes(&scratch));
}

#[test]
fn what_is_kept_is_kept_apart_from_what_is_others() {
    let place = Place::new();
    place.write("content/stories/a.jpg", jpeg(300, 200));
    place.story("a", "[{file: a.jpg, alt: x}]", "x");
    for odd in ["", "content/stories", "themes", "public", "public/kept"] {
        let cache = place.path(odd);
        let output = place.run(&["build", "--cache", &cache.to_string_lossy()]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{odd}: {said}");
        assert!(said.contains("--cache"), "{said}");
    }
    place.write("file", "");
    let output = place.run(&["build", "--cache", &place.path("file/x").to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2), "a place that cannot be written is told");
    place.write("mine/thesis.doc", "years of work");
    place.write("mine/photo-of-us", "1987");
    let output = place.run(&["build", "--cache", &place.path("mine").to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2), "a folder with other things is refused");
    assert_eq!(files(&place.path("mine")).len(), 2, "and left as it was");
    let kept = place.path("kept");
    place.build(&["--cache", &kept.to_string_lossy()]);
    place.story("a", "[]", "x");
    place.build(&["--cache", &kept.to_string_lossy()]);
    assert_eq!(files(&kept).len(), 3, "a photo that may return");
    fs::remove_file(place.path("content/stories/a.jpg")).expect("removable");
    place.build(&["--cache", &kept.to_string_lossy()]);
    assert_eq!(files(&kept).len(), 0);
    assert!(place.path("site.toml").exists());
}

#[test]
fn a_photo_with_the_ending_of_a_paper_is_reported() {
    let place = Place::new();
    place.story("a", "[]", "[paper](a.pdf) [film](b.mp4)");
    place.write("content/stories/a.pdf", jpeg(60, 40));
    place.write("content/stories/b.mp4", heic());
    let said = place.mistakes();
    assert!(said.contains("This file is a JPEG photo, but its name ends in .pdf"), "{said}");
    assert!(said.contains("This file is a HEIC or raw photo, but its name ends in .mp4"), "{said}");
}

#[test]
fn two_builds_at_once_share_what_they_keep() {
    let place = Place::new();
    for at in 0..6 {
        place.write(&format!("content/stories/{at}.jpg"), jpeg(500 + at, 300));
        place.story(&format!("s{at}"), &format!("[{{file: {at}.jpg, alt: x}}]"), "x");
    }
    std::thread::scope(|scope| {
        for out in ["one", "two", "three"] {
            let place = &place;
            scope.spawn(move || place.build(&["--out", &place.path(out).to_string_lossy()]));
        }
    });
    let bytes = |out: &str| {
        let mut files = files(&place.path(out).join("media"));
        files.sort();
        files.iter().map(|file| fs::read(file).expect("a picture")).collect::<Vec<_>>()
    };
    assert_eq!(bytes("one").len(), 6 * 2);
    assert!(bytes("one") == bytes("two") && bytes("two") == bytes("three"));
    let unfinished = files(&place.path(".storywall"));
    assert!(!unfinished.iter().any(|it| it.to_string_lossy().contains(".new-")));
}

#[test]
fn a_photo_that_somebody_takes_back_leaves_no_copy() {
    let place = Place::new();
    place.write("content/stories/a.jpg", jpeg(900, 600));
    place.write("content/stories/copy.jpg", jpeg(900, 600));
    place.write("content/stories/b.jpg", jpeg(300, 300));
    place.write("content/people/bo.md", "---\nname: Bo\nconsent: {photo: yes}\n---\n");
    place.story("a", "[{file: a.jpg, alt: Bo at work, shows: [bo]}]", "x");
    place.story("b", "[{file: b.jpg, alt: x}]", "![Bo at work](copy.jpg)");
    place.build(&[]);
    let is_of_bo = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with("a-") || name.starts_with("copy-")
    };
    let before: Vec<Vec<u8>> = place
        .pictures()
        .iter()
        .filter(|path| is_of_bo(path))
        .map(|path| fs::read(path).expect("a picture"))
        .collect();
    assert!(before.len() >= 4);

    place.write("content/people/bo.md", "---\nname: Bo\nconsent: {photo: no}\n---\n");
    let said = place.build(&[]);
    assert!(said.contains("photo-taken-down"), "{said}");
    for file in files(place.root.path()) {
        if file.starts_with(place.path("content")) {
            continue;
        }
        let bytes = fs::read(&file).expect("a file");
        // What is kept ends with a seal.
        let gone = before.iter().all(|photo| !bytes.starts_with(photo));
        assert!(gone, "a copy in {}", file.display());
    }
    for page in ["stories/a.html", "stories/b.html"] {
        let page = fs::read_to_string(place.path("public").join(page)).expect("a page");
        assert!(page.contains("taken-down") && !page.contains("Bo at work"));
    }
    let feed = fs::read_to_string(place.path("public/feeds/stories.xml")).expect("a feed");
    assert!(!feed.contains("media/stories/copy") && feed.contains("taken-down"));
}

#[test]
fn an_unusable_photo_is_reported_with_a_remedy_and_nothing_is_written() {
    let place = Place::new();
    let mut spoilt = png(64, 64);
    let pixels = spoilt.windows(4).position(|it| it == b"IDAT").expect("pixels") + 4;
    spoilt[pixels..pixels + 16].fill(0xFF);
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("bomb.png", bomb(), "too large (50000 × 50000 pixels)"),
        ("wide.jpg", frame(65_000, 65_000, 3), "too large (65000 × 65000 pixels)"),
        ("cut.jpg", jpeg(64, 64)[..700].to_vec(), "ends too early"),
        ("print.jpg", frame(64, 64, 4), "CMYK"),
        ("phone.jpg", b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), "HEIC photo cannot be read"),
        ("empty.jpg", vec![], "the file is empty"),
        ("page.jpg", b"<html></html>".to_vec(), "not a picture"),
        ("kept.jpg", b"version https://git-lfs.github.com/spec/v1\noid".to_vec(), "git lfs pull"),
        ("spoilt.png", spoilt, "damaged"),
    ];
    let mut photos = String::from("[");
    for (name, bytes, _) in &cases {
        place.write(&format!("content/stories/{name}"), bytes);
        photos.push_str(&format!("{{file: {name}, alt: x}}, "));
    }
    place.story("a", &format!("{photos}]"), "x");
    let said = place.mistakes();
    for (name, _, words) in cases {
        let at = said.find(name).unwrap_or_else(|| panic!("{name} is told in {said}"));
        assert!(said.contains(words), "{words} is told at {at} in {said}");
    }
    assert_eq!(place.run(&["build"]).status.code(), Some(1));
    assert!(!place.path("public").exists());
}

#[test]
fn a_picture_of_the_look_is_clean_too() {
    let place = Place::new();
    place.write(
        "site.toml",
        "title = \"Harbour\"\nbase_url = \"https://h.example/\"\ntheme = \"own\"\n",
    );
    place.write("themes/own/mark.jpg", jpeg(60, 40));
    place.build(&[]);
    let published = files(&place.path("public/assets"));
    let mark = published.iter().find(|file| file.to_string_lossy().contains("mark-"));
    let bytes = fs::read(mark.expect("it is published")).expect("a picture");
    assert!(PLANTED.iter().all(|planted| !holds(&bytes, planted)));
}

#[test]
fn odd_pictures_are_shown_and_their_oddness_is_told() {
    let place = Place::new();
    let deep = image::DynamicImage::from(picture(64, 48)).into_rgb16();
    let mut bytes = Cursor::new(vec![]);
    deep.write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG");
    place.write("content/stories/deep.png", bytes.into_inner());
    let mut moving = vec![];
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut moving);
    for _ in 0..2 {
        let frame = image::DynamicImage::from(picture(20, 20)).into_rgba8();
        encoder.encode_frame(image::Frame::new(frame)).expect("a frame");
    }
    drop(encoder);
    place.write("content/stories/moving.gif", moving);
    place.write("content/stories/named.jpg", png(40, 30));
    place.story(
        "a",
        "[{file: deep.png, alt: x}, {file: moving.gif, alt: x}, {file: named.jpg, alt: x}]",
        "x",
    );
    let said = place.build(&[]);
    for code in ["picture-too-deep", "picture-moves", "picture-misnamed"] {
        assert!(said.contains(code), "{code} in {said}");
    }
    assert_eq!(place.pictures().len(), 6);
}

/// The header of a PNG of 50,000 pixels a side, and hardly any bytes.
fn bomb() -> Vec<u8> {
    let mut bytes = png(64, 64);
    bytes[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
    bytes
}

/// A JPEG of so many pixels and colours, by its word.
fn frame(width: u16, height: u16, colours: u8) -> Vec<u8> {
    let mut bytes = jpeg(64, 64);
    let at = bytes.windows(2).position(|it| it == [0xFF, 0xC0]).expect("a frame") + 5;
    bytes[at..at + 2].copy_from_slice(&height.to_be_bytes());
    bytes[at + 2..at + 4].copy_from_slice(&width.to_be_bytes());
    bytes[at + 4] = colours;
    bytes
}
