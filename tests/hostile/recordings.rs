//! Films, sound and papers in which everything is noted, through the whole program: what is
//! published of them, what is refused, and what is said.

#[path = "../films/mod.rs"]
mod films;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use films::film::{Mp4, element, mp4, part, webm};
use films::{PLANTED, exif, found, holds, jpeg, note, paper, sound};
use proptest::prelude::*;
use storywall::base::Flaw;
use storywall::picture::{Offer, clean_recording, look_into};
use tempfile::TempDir;

/// A folder with a project of one person and one story that offers files.
struct Place {
    root: TempDir,
}

impl Place {
    fn new(files: &[(&str, Vec<u8>)]) -> Place {
        let place = Place { root: TempDir::new().expect("a place for a test") };
        place.write("site.toml", b"title = \"Harbour\"\nbase_url = \"https://h.example/\"\n");
        place
            .write("content/programme.toml", b"[purpose]\nsentence = \"People believe people.\"\n");
        place.write("content/people/ana.md", b"---\nname: Ana\nconsent: {photo: yes}\n---\n");
        let mut story = "---\ntitle: All\nauthor: ana\ndate: 2026-11-18\n---\n".to_owned();
        for (name, bytes) in files {
            place.write(&format!("content/stories/{name}"), bytes);
            story += &format!("[one]({name})\n");
        }
        place.write("content/stories/all.md", story.as_bytes());
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// Whether it is built, and all that is said.
    /// The code and message of each problem with a file, and its hints.
    fn problems(&self, name: &str) -> Vec<(String, String, usize)> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_storywall"));
        command.args(["check", "--format", "json", "--today", "2026-11-21", "--root"]);
        let output = command.arg(self.root.path()).output().expect("the program runs");
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let all = report["diagnostics"].as_array().expect("a list").iter();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let here = all.filter(|it| text(&it["file"]) == format!("content/stories/{name}"));
        let hints = |it: &serde_json::Value| it["hints"].as_array().map_or(0, Vec::len);
        here.map(|it| (text(&it["code"]), text(&it["message"]), hints(it))).collect()
    }

    fn build(&self) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_storywall"));
        command.args(["build", "--today", "2026-11-21", "--root"]).arg(self.root.path());
        let output = command.output().expect("the program runs");
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).expect("text"))
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten();
    files.filter(|it| it.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

fn recordings() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("a.mov", mp4(&Mp4::default())),
        ("b.mp4", mp4(&Mp4 { brand: b"mp42", third: b"tmcd", ..Mp4::default() })),
        ("c.m4v", mp4(&Mp4 { brand: b"MSNV", pictures: b"hvc1", ..Mp4::default() })),
        ("c2.mp4", mp4(&Mp4 { pictures: b"av01", ..Mp4::default() })),
        ("d.m4a", mp4(&Mp4 { third: b"camm", ..Mp4::default() })),
        ("e.webm", webm(1, false)),
        ("f.webm", webm(1, true)),
        ("g.mp3", sound::mp3()),
        ("h.wav", sound::wav()),
        ("i.flac", sound::flac()),
        ("j.opus", sound::opus()),
        ("k.ogg", sound::vorbis()),
    ]
}

fn clean(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Flaw> {
    let ending = name.rsplit('.').next().expect("an ending");
    clean_recording(Offer::of(ending).expect("is offered"), bytes.to_vec())
}

#[test]
fn no_published_byte_of_a_film_or_a_sound_tells_where_with_what_and_by_whom() {
    let all = recordings();
    for (name, bytes) in &all {
        for mark in PLANTED {
            let said = String::from_utf8_lossy(mark);
            assert!(holds(bytes, mark), "{said} is planted in {name}");
        }
    }
    let place = Place::new(&all);
    let (is_built, said) = place.build();
    assert!(is_built, "{said}");
    assert_eq!(files(&place.path("public/media")).len(), all.len());
    for folder in ["public", ".public.storywall", ".storywall"] {
        for file in files(&place.path(folder)) {
            let found = found(&fs::read(&file).expect("a file"));
            assert!(found.is_empty(), "{found:?} in {}", file.display());
        }
    }
    // What is published is played: the same pictures and sound.
    for file in files(&place.path("public/media")) {
        let bytes = fs::read(&file).expect("a file");
        let is_played = match file.extension().and_then(|it| it.to_str()) {
            Some("mp3") => bytes == sound::frames(),
            Some("wav") => holds(&bytes, &films::played(0x40, 101)),
            Some("flac") => holds(&bytes, &films::played(0x40, 100)),
            Some("webm") => holds(&bytes, &films::played(0x80, 50)),
            Some("opus" | "ogg") => holds(&bytes, &films::played(0x40, 300)),
            _ => holds(&bytes, &films::film::pictures()) && holds(&bytes, &films::film::sound()),
        };
        assert!(is_played, "{}", file.display());
    }
    // Nothing is made again that stands already.
    let (_, said) = place.build();
    assert!(said.contains("0 written"), "{said}");
}

#[test]
fn the_media_data_keep_their_position() {
    for (name, bytes) in recordings() {
        let clean = clean(name, &bytes).expect(name);
        assert!(clean.len() <= bytes.len(), "{name} grew");
        if !matches!(name, "g.mp3" | "h.wav" | "i.flac") {
            let same = bytes.iter().zip(&clean).filter(|(a, b)| a == b).count();
            assert!(bytes.starts_with(&clean[..4]) && same > 300, "{name} moved");
        }
        assert_eq!(clean_again(name, &clean), clean, "{name} is clean");
    }
}

fn clean_again(name: &str, bytes: &[u8]) -> Vec<u8> {
    clean(name, bytes).expect("what was cleaned can be cleaned")
}

#[test]
fn files_that_cannot_be_cleaned_are_refused_with_a_conversion_command() {
    let fragments = [part(b"ftyp", b"isom\0\0\0\0"), part(b"moof", &note())].concat();
    let camcorder = [
        b"\x17\xEE\x8C\x60\xF8\x4D\x11\xD9\x8C\xD6\x08\x00\x20\x0C\x9A\x66MDPM",
        note().as_slice(),
    ]
    .concat();
    let whole = sound::flac();
    let second = sound::flac_frame(1);
    let at = whole.windows(second.len()).position(|it| it == second).expect("a second frame");
    let torn = [&whole[..at], &note(), &whole[at..]].concat();
    let hidden = element(b"\xA3", 4, &[b"\x81\0\0\0".as_slice(), &camcorder].concat());
    let packed = element(b"\x6D\x80", 1, b"x");
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("drone.mp4", mp4(&Mp4 { third: b"text", ..Mp4::default() }), "a track of words"),
        ("drone.mov", mp4(&Mp4 { third: b"sbtl", ..Mp4::default() }), "a track of words"),
        ("album.mov", mp4(&Mp4 { pictures: b"jpeg", ..Mp4::default() }), "browsers do not play"),
        ("alias.mov", mp4(&Mp4 { is_whole: false, ..Mp4::default() }), "are in another file"),
        ("live.mp4", fragments, "stored in fragments"),
        ("cut.mp4", mp4(&Mp4::default())[..700].to_vec(), "ends too early"),
        ("words.webm", webm(17, false), "more than pictures and sound"),
        ("packed.webm", [webm(1, true), packed].concat(), "compressed a second time"),
        ("cam.webm", [webm(1, true), hidden].concat(), "reveals where it was recorded"),
        ("noise.mp3", note(), "no MP3 sound"),
        (
            "odd.wav",
            b"RIFF\x1C\0\0\0WAVEfmt \x02\0\0\0\x11\0data\0\0\0\0".to_vec(),
            "few programs play",
        ),
        ("speex.ogg", sound::ogg(b"Speex   1.2", b"x"), "something else than sound"),
        ("torn.flac", torn, "between its parts of sound"),
        ("old.mp4", mp4(&Mp4 { pictures: b"mp4v", ..Mp4::default() }), "browsers do not play"),
        ("bare.mp4", mp4(&Mp4 { pictures: b"vp10", ..Mp4::default() }), "browsers do not play"),
    ];
    for (name, bytes, why) in cases {
        let place = Place::new(&[(name, bytes)]);
        let (is_built, said) = place.build();
        assert!(!is_built && said.contains(why), "{name}: {said}");
        let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&format!("ffmpeg -i {name} -map 0:")), "{name}: {said}");
        assert!(!place.path("public").exists());
    }
}

#[test]
fn bytes_after_the_last_frame_of_a_flac_are_not_published() {
    let whole = clean("a.flac", &sound::flac()).expect("a sound");
    assert!(whole.ends_with(&[sound::flac_frame(0), sound::flac_frame(1)].concat()));
    let mut old = [b"TAG".as_slice(), &note()].concat();
    old.resize(128, 0);
    for behind in [note(), old, exif(), b"APETAGEX".to_vec(), vec![0; 40], vec![0xFF; 9]] {
        assert_eq!(clean("a.flac", &[sound::flac(), behind].concat()), Ok(whole.clone()));
    }
    // As many moments as it says it has, and no more.
    let more = [whole.as_slice(), &sound::flac_frame(2)].concat();
    assert_eq!(clean("a.flac", &more), Ok(whole));
}

#[test]
fn a_camera_that_writes_among_the_pictures_of_a_webm_is_not_published() {
    let small = |id: &[u8], content: &[u8]| element(id, 1, content);
    let film = |codec: &[u8], set_up: &[u8], flags: u8, pictures: &[u8]| {
        let track = [
            small(b"\xD7", b"\x01"),
            small(b"\x83", b"\x01"),
            small(b"\x86", codec),
            element(b"\x63\xA2", 4, set_up),
        ]
        .concat();
        let block = [&[0x81, 0, 0, flags], pictures].concat();
        let cluster = [small(b"\xE7", b"\0"), element(b"\xA3", 4, &block)].concat();
        let tracks = element(b"\x16\x54\xAE\x6B", 4, &element(b"\xAE", 4, &track));
        let all = [tracks, element(b"\x1F\x43\xB6\x75", 4, &cluster)].concat();
        let head = small(b"\x1A\x45\xDF\xA3", &small(b"\x42\x82", b"webm"));
        [head, element(b"\x18\x53\x80\x67", 8, &all)].concat()
    };
    for (codec, notation) in
        [(b"V_MPEG4/ISO/AVC".as_slice(), b"avc1".as_slice()), (b"V_AV1", b"av01")]
    {
        let set_up = &films::film::set_up(notation)[8..];
        let pictures = films::film::picture(notation);
        let whole = film(codec, set_up, 0, &pictures);
        let clean = clean("a.webm", &whole).expect("a film");
        assert!(found(&clean).is_empty(), "{:?}", found(&clean));
        assert!(holds(&clean, &films::film::pictures()) && clean.len() == whole.len());
        let laced = film(codec, set_up, 2, &[b"\0".as_slice(), &pictures].concat());
        assert!(matches!(self::clean("a.webm", &laced), Err(Flaw::BadRecording(_))));
    }
}

#[test]
fn overlapping_samples_take_no_more_time_than_the_file_size() {
    // 30,000 samples, each of them all pictures of the film.
    let film = mp4(&Mp4::default());
    let list = film.windows(4).position(|it| it == b"stsz").expect("sizes") + 4;
    let one = films::film::picture(b"avc1").len();
    let mut bytes = film.clone();
    bytes[list + 4..list + 8]
        .copy_from_slice(&u32::try_from(2 * one).expect("short").to_be_bytes());
    bytes[list + 8..list + 12].copy_from_slice(&30_000_u32.to_be_bytes());
    assert!(matches!(clean("a.mp4", &bytes), Err(Flaw::BadRecording(_))));
}

#[test]
fn a_file_with_the_ending_of_another_format_is_reported_and_not_published() {
    let avif = [b"\0\0\0\x1Cftypavif\0\0\0\0".as_slice(), &note()].concat();
    let raw = [b"\0\0\0\x1Cftypcrx \0\0\0\0".as_slice(), &note()].concat();
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &note()].concat();
    let zip = paper::zip(&[("a.jpg", &jpeg())], false);
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("a.pdf", jpeg(), "a JPEG photo"),
        ("a.mp3", jpeg(), "a JPEG photo"),
        ("a.csv", jpeg(), "a JPEG photo"),
        ("a.docx", exif(), "a TIFF or raw photo"),
        ("a.zip", avif.clone(), "an AVIF picture"),
        ("a.mp4", avif, "an AVIF picture"),
        ("a.mov", raw, "a HEIC or raw photo"),
        ("a.odt", b"\xFF\x0A rest".to_vec(), "a JPEG XL picture"),
        (
            "l.pdf",
            b"version https://git-lfs.github.com/spec/v1\noid".to_vec(),
            "a pointer of Git LFS",
        ),
        ("b.pdf", mp4(&Mp4::default()), "an MP4 or MOV video"),
        ("b.zip", webm(1, false), "a WebM or Matroska video"),
        ("b.vtt", sound::flac(), "a FLAC sound"),
        ("b.mp4", sound::wav(), "a WAV sound"),
        ("b.xlsx", zip, "a ZIP archive"),
        ("c.pptx", old, "an Office document in an old format"),
        ("c.csv", b" \n<script>alert(1)</script>".to_vec(), "a web page or a drawing"),
        ("c.ics", b"\xEF\xBB\xBF<svg onload=alert(1)>".to_vec(), "a web page or a drawing"),
        ("c.srt", b"<!doctype html>".to_vec(), "a web page or a drawing"),
        ("c.pdf", b"<html>%PDF-1.4".to_vec(), "a web page or a drawing"),
        ("f.pdf", b"%PDF-1.4\n<html><script>alert(1)</script>".to_vec(), "begins like a web page"),
        ("f.vtt", b"WEBVTT\n\n<svg onload=alert(1)>".to_vec(), "begins like a web page"),
        ("f.ics", b"BEGIN:VCALENDAR\n<ScRiPt>alert(1)</script>".to_vec(), "begins like a web page"),
        ("f.vcf", b"BEGIN:VCARD\nNOTE:<iframe src=x>".to_vec(), "begins like a web page"),
        ("f.csv", b"a;b\n<!DOCTYPE html>;2".to_vec(), "begins like a web page"),
        ("f.srt", b"1\n00:00 --> 00:01\n<html>".to_vec(), "begins like a web page"),
        ("f.rtf", b"{\\rtf1 <html>".to_vec(), "begins like a web page"),
        ("d.zip", b"MZ\x90\0".to_vec(), "a program"),
        ("d.tar", b"#!/bin/sh\n".to_vec(), "a program"),
        ("d.ics", b"hello".to_vec(), "not such a file"),
        ("d.pdf", vec![], "an empty file"),
        ("e.zip", [b"PK\x03\x04".as_slice(), &jpeg()].concat(), "without a list"),
    ];
    let files: Vec<_> = cases.iter().map(|(name, bytes, _)| (*name, bytes.clone())).collect();
    let place = Place::new(&files);
    let (is_built, _) = place.build();
    assert!(!is_built && !place.path("public").exists());
    for (name, _, is) in &cases {
        let problems = place.problems(name);
        let found =
            problems.iter().find(|(code, message, _)| code == "other-kind" && message.contains(is));
        assert!(found.is_some_and(|(_, _, hints)| *hints > 0), "{name}: {problems:?}");
    }
}

#[test]
fn one_thing_is_said_of_a_paper_that_tells_and_nothing_of_one_that_does_not() {
    let mute = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xFF\xD9".as_slice();
    let names = "<cp><dc:creator>PLANTED-OWNER</dc:creator></cp>";
    let nobody = "<cp><dc:creator></dc:creator><cp:lastModifiedBy/></cp>";
    let xmp: &[u8] = b"<dc:creator>\n<rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator>";
    let empty: &[u8] = b"<dc:creator><rdf:Seq></rdf:Seq></dc:creator>";
    let odt = |meta: &str| {
        let kind = b"application/vnd.oasis.opendocument.text".as_slice();
        paper::zip(&[("mimetype", kind), ("meta.xml", meta.as_bytes())], true)
    };
    let inner = paper::docx(names, &jpeg());
    let sheet: [(&str, &[u8]); 2] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<x15ac:absPath url=\"C:\\Users\\planted\"/>"),
    ];
    let place = Some("A photo in this file reveals where");
    let name = Some("name who wrote or saved it");
    let cases: Vec<(&str, Vec<u8>, Option<&str>)> = vec![
        ("a.pdf", paper::pdf(&[&paper::photo(&jpeg()), b"/Author (Ana)", xmp]), place),
        ("b.pdf", paper::pdf(&[b"<</Author (Ana)>>"]), name),
        ("c.pdf", paper::pdf(&[b"<</Author<FEFF0041>>>"]), name),
        ("d.pdf", paper::pdf(&[xmp]), name),
        ("e.pdf", paper::pdf(&[&paper::packed(b"<</Title (x)/Author (Ana)>>")]), name),
        ("f.pdf", paper::pdf(&[b"/Author ()/Author <FEFF>", empty, &paper::photo(mute)]), None),
        ("g.docx", paper::docx(nobody, &jpeg()), place),
        ("h.docx", paper::docx(names, mute), name),
        ("i.docx", paper::docx(nobody, mute), None),
        ("j.odt", odt("<meta:initial-creator>Ana</meta:initial-creator>"), name),
        ("k.odt", odt("<meta:generator>LibreOffice</meta:generator>"), None),
        ("l.zip", paper::zip(&[("IMG_1.jpg", &jpeg())], false), place),
        ("m.zip", paper::zip(&[("minutes.docx", &inner)], true), place),
        ("n.zip", paper::zip(&[("a.txt", b"words")], true), None),
        ("o.xlsx", paper::zip(&sheet, true), name),
        ("p.vcf", paper::card(), place),
        ("q.csv", b"a;b\n=1+1;2\n".to_vec(), None),
        ("r.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ana><i>No.</i>\n".to_vec(), None),
        ("s.ics", b"BEGIN:VCALENDAR\nX-ALT-DESC;FMTTYPE=text/html:<HTML>".to_vec(), None),
    ];
    let files: Vec<_> = cases.iter().map(|(name, bytes, _)| (*name, bytes.clone())).collect();
    let place = Place::new(&files);
    let (is_built, said) = place.build();
    assert!(is_built, "{said}");
    for (name, bytes, tells) in &cases {
        let problems = place.problems(name);
        assert_eq!(problems.len(), usize::from(tells.is_some()), "{name}: {problems:?}");
        if let Some(tells) = tells {
            let (code, message, _) = &problems[0];
            assert!(code.starts_with("paper-"), "{name}: {code}");
            assert!(format!("{code} {message}").contains(tells), "{name}: {message}");
        }
        // It is published as it stands.
        let stem = format!("{}-", name.split('.').next().expect("a stem"));
        let all = files_named(&place, &stem);
        assert!(all.iter().any(|file| fs::read(file).is_ok_and(|it| it == *bytes)), "{name}");
    }
}

fn files_named(place: &Place, begin: &str) -> Vec<PathBuf> {
    let mut all = files(&place.path("public/media"));
    all.retain(|file| file.file_name().is_some_and(|it| it.to_string_lossy().starts_with(begin)));
    all
}

#[test]
fn a_paper_that_no_page_offers_is_named_and_not_looked_into() {
    let place = Place::new(&[]);
    place.write("content/stories/a.pdf", &paper::pdf(&[b"/Author (Ana)"]));
    let (is_built, said) = place.build();
    assert!(is_built && said.contains("No page links to this file"), "{said}");
    assert!(!said.contains("paper-tells"), "{said}");
}

#[test]
fn a_look_publishes_no_photo_as_a_font_and_no_script_in_its_sign() {
    let place = Place::new(&[]);
    place.write(
        "site.toml",
        b"title = \"Harbour\"\nbase_url = \"https://h.example/\"\ntheme = \"own\"\n",
    );
    let sign = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><!-- PLANTED-OWNER -->\
                <metadata>PLANTED-MAKER</metadata><path d=\"M0 0L4 3\"/></svg>";
    place.write("themes/own/icon.svg", sign.as_bytes());
    let (is_built, said) = place.build();
    assert!(is_built, "{said}");
    let all = files(&place.path("public/assets"));
    assert!(all.iter().any(|file| file.to_string_lossy().contains("icon-")));
    for file in all {
        let found = found(&fs::read(&file).expect("a file"));
        assert!(found.is_empty(), "{found:?} in {}", file.display());
    }
    let runs = sign.replace("<path", "<script>alert(1)</script><path");
    place.write("themes/own/icon.svg", runs.as_bytes());
    place.write("themes/own/fonts/news.woff2", &jpeg());
    let (is_built, said) = place.build();
    assert!(!is_built && said.contains("This file is a JPEG photo, but its name ends in .woff2"));
    assert!(said.contains("error[bad-picture]"), "{said}");
}

#[test]
fn an_archive_that_grows_without_end_costs_no_more_than_a_full_one() {
    let zeros = vec![0; 20 << 20];
    let one = paper::zip(&[("a.bin", &zeros)], true);
    assert!(one.len() < 100_000);
    // The same entry, named again and again.
    let list = one.windows(4).rposition(|it| it == b"PK\x01\x02").expect("a list");
    let end = one.len() - 22;
    let bomb = [&one[..list], &one[list..end].repeat(4000), &one[end..]].concat();
    let zip = Offer::of("zip").expect("is offered");
    assert!(look_into(zip, &bomb).expect("it is one").unseen, "it is said that not all was seen");
    // Archives in archives, deeper than anybody looks.
    let mut nest = paper::zip(&[("a.jpg", &jpeg())], true);
    for _ in 0..50 {
        nest = paper::zip(&[("a.zip", &nest)], true);
    }
    assert!(!look_into(zip, &nest).expect("it is one").place);
}

/// Every file of this test, under its ending.
fn everything() -> Vec<(&'static str, Vec<u8>)> {
    let mut all = recordings();
    all.extend([
        ("a.pdf", paper::pdf(&[&paper::photo(&jpeg()), &paper::packed(b"/Author (Ana)")])),
        ("a.docx", paper::docx("<dc:creator>Ana</dc:creator>", &jpeg())),
        ("a.zip", paper::zip(&[("a.jpg", &jpeg())], false)),
        ("a.vcf", paper::card()),
    ]);
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// Whatever happens to a file on its way, it is cleaned, refused or looked into; it never
    /// grows, and what is published of it needs no second cleaning.
    #[test]
    fn damaged_files_cause_no_panic(
        which in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), prop_oneof![any::<u8>(), Just(0), Just(0xFF)]),
            0..12,
        ),
    ) {
        let mut all = everything();
        let (name, mut bytes) = all.swap_remove(which.index(all.len()));
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let offer = Offer::of(name.rsplit('.').next().expect("an ending")).expect("is offered");
        match offer.is_recording() {
            true => {
                let length = bytes.len();
                if let Ok(clean) = clean_recording(offer, bytes) {
                    prop_assert!(clean.len() <= length);
                    prop_assert_eq!(clean_recording(offer, clean.clone()), Ok(clean));
                }
            }
            false => _ = look_into(offer, &bytes),
        }
    }
}
