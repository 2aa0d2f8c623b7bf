//! Pictures built by hand, with diaries planted wherever a format has room for one.

use proptest::prelude::*;

use super::*;

const MARK: &[u8] = b"55.6761N 12.5683E taken by Ana";

fn jpeg() -> Vec<u8> {
    let segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).expect("short").to_be_bytes();
        [&[0xFF, marker], length.as_slice(), content].concat()
    };
    let turned = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    let frame = [8, 0, 30, 0, 40, 1, 1, 0x11, 0];
    [
        vec![0xFF, 0xD8],
        segment(0xE0, &[b"JFIF\0\x01\x02\x01\0\x48\0\x48\x01\x01", MARK].concat()),
        segment(0xE1, &[turned, MARK].concat()),
        segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", MARK].concat()),
        segment(0xE2, &[b"MPF\0", MARK].concat()),
        segment(0xE2, b"ICC_PROFILE\0\x01\x01colours"),
        segment(0xED, &[b"Photoshop 3.0\0", MARK].concat()),
        segment(0xEE, &[b"Adobe\0\x64\0\0\0\0\x01", MARK].concat()),
        segment(0xFE, MARK),
        MARK.to_vec(),
        segment(0xDB, &[0; 65]),
        segment(0xC0, &frame),
        segment(0xC4, &[0; 20]),
        segment(0xDA, &[1, 1, 0, 0, 63, 0]),
        vec![1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 5],
        segment(0xFE, MARK),
        vec![0xFF, 0xD9],
        MARK.to_vec(),
    ]
    .concat()
}

fn png() -> Vec<u8> {
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("short").to_be_bytes();
        [&length, kind.as_slice(), content, &[1, 2, 3, 4]].concat()
    };
    [
        png::SIGNATURE.to_vec(),
        chunk(b"IHDR", &[0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0]),
        chunk(b"iCCP", &[MARK, b"\0\0squeezed"].concat()),
        chunk(b"tEXt", MARK),
        chunk(b"zTXt", MARK),
        chunk(b"iTXt", MARK),
        chunk(b"eXIf", MARK),
        chunk(b"tIME", MARK),
        chunk(b"gAMA", MARK),
        chunk(b"pHYs", &[0, 0, 1, 0, 0, 0, 1, 0, 1]),
        chunk(b"IDAT", b"pixels"),
        chunk(b"prVt", MARK),
        chunk(b"IEND", &[]),
        MARK.to_vec(),
    ]
    .concat()
}

fn gif() -> Vec<u8> {
    let block =
        |content: &[u8]| [&[u8::try_from(content.len()).expect("short")], content, &[0]].concat();
    [
        b"GIF89a\x28\0\x1e\0\x80\0\0".to_vec(),
        vec![0; 6],
        b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0".to_vec(),
        [b"\x21\xff\x0bXMP DataXMP", block(MARK).as_slice()].concat(),
        [b"\x21\xfe", block(MARK).as_slice()].concat(),
        b"\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x28\0\x1e\0\0\x02\x02\x44\x01\0".to_vec(),
        b"\x21\xf9\x04\0\x0b\0\0\0\x21\x01\x0c123456789012".to_vec(),
        block(MARK),
        vec![0x3B],
        MARK.to_vec(),
    ]
    .concat()
}

fn webp() -> Vec<u8> {
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("short").to_le_bytes();
        [kind, length.as_slice(), content, &vec![0; content.len() % 2]].concat()
    };
    let frame = [vec![0; 16], chunk(b"VP8L", b"\x2fpixel"), chunk(b"note", MARK)].concat();
    let chunks = [
        chunk(b"VP8X", &[0x2E, 7, 7, 7, 39, 0, 0, 29, 0, 0]),
        chunk(b"ICCP", b"colours"),
        chunk(b"ANIM", &[0; 6]),
        chunk(b"ANMF", &frame),
        chunk(b"EXIF", MARK),
        chunk(b"XMP ", MARK),
        chunk(b"mine", MARK),
    ]
    .concat();
    let length = u32::try_from(chunks.len() + 4).expect("short").to_le_bytes();
    [b"RIFF", length.as_slice(), b"WEBP", &chunks, MARK].concat()
}

fn svg() -> Vec<u8> {
    let mark = String::from_utf8_lossy(MARK);
    format!(
        r##"<?xml version="1.0"?><!-- {mark} -->
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
             xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://inkscape.org/"
             width="40" height="30" i:docname="{mark}" data-by="{mark}" content="{mark}">
        <metadata><rdf:RDF><by>{mark}</by></rdf:RDF></metadata><i:view at="{mark}"/>
        <style>/* {mark} */ .a {{ fill: url(#b) }} <![CDATA[ .b > .c {{ x: 1 }} ]]></style>
        <g class="a" i:label="{mark}"><path d="M0 0&#x20;L1 1" style="fill:red/*{mark}*/"/></g>
        <text>Tea &amp; <tspan>cake</tspan></text><use xlink:href="#b"/>
        <image href="data:image/png;base64,{}"/></svg><!-- {mark} -->"##,
        String::from_utf8_lossy(&base64(&png()))
    )
    .into_bytes()
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let alphabet: Vec<u8> = [b'A'..=b'Z', b'a'..=b'z', b'0'..=b'9', b'+'..=b'+', b'/'..=b'/']
        .into_iter()
        .flatten()
        .collect();
    let bits: Vec<u8> =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)).collect();
    let digit = |six: &[u8]| {
        let value =
            (0..6).fold(0, |value, at| value * 2 + usize::from(six.get(at).copied().unwrap_or(0)));
        alphabet[value]
    };
    bits.chunks(6).map(digit).collect()
}

fn samples() -> [(PictureFormat, Vec<u8>); 5] {
    [
        (PictureFormat::Jpeg, jpeg()),
        (PictureFormat::Png, png()),
        (PictureFormat::Gif, gif()),
        (PictureFormat::Webp, webp()),
        (PictureFormat::Svg, svg()),
    ]
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn format_and_size_are_read_from_the_header() {
    for (format, bytes) in samples() {
        let picture = header(&bytes).expect("a whole picture");
        let sides = if format == PictureFormat::Jpeg { (30, 40) } else { (40, 30) };
        assert_eq!((picture.format, (picture.width, picture.height)), (format, sides));
        assert_eq!(picture.hash, Hash::of(&bytes));
    }
}

#[test]
fn cleaning_removes_place_and_time() {
    for (format, bytes) in samples() {
        let before = header(&bytes).expect("a whole picture");
        let cleaned = clean(&bytes).expect("a whole picture");
        assert!(!contains(&cleaned, MARK), "{format:?}: {}", String::from_utf8_lossy(&cleaned));
        assert!(!contains(&cleaned, &base64(MARK)[..20]), "{format:?}");
        let after = header(&cleaned).expect("still a picture");
        assert_eq!((after.width, after.height), (before.width, before.height), "{format:?}");
        assert_eq!(clean(&cleaned).as_ref(), Ok(&cleaned), "{format:?}: clean is clean");
    }
}

#[test]
fn cleaning_keeps_the_visible_picture() {
    let kept: [(Vec<u8>, &[&[u8]]); 5] = [
        (
            jpeg(),
            &[b"JFIF\0\x01\x01\0", b"ICC_PROFILE\0", b"Adobe\0\x64", b"\xff\0\x03\xff\xd0\x04\x05"],
        ),
        (png(), &[b"iCCPicc\0\0squeezed", b"pHYs", b"IDATpixels\x01\x02\x03\x04", b"IEND\xae\x42"]),
        (
            gif(),
            &[b"NETSCAPE2.0\x03\x01\0\0\0", b"\x21\xf9\x04\0\x0a\0\0\0\x2c", b"\x02\x44\x01\0\x3b"],
        ),
        (webp(), &[b"VP8X\x0a\0\0\0\x22\0\0\0\x27", b"ICCP\x07\0\0\0colours\0", b"\x2fpixel"]),
        (svg(), &[b".a{fill:url(#b);}", b".b&gt;.c", b"Tea &amp; <tspan>", b"M0 0 L1 1"]),
    ];
    for (bytes, parts) in kept {
        let cleaned = clean(&bytes).expect("a whole picture");
        for part in parts {
            assert!(contains(&cleaned, part), "{:?}", String::from_utf8_lossy(part));
        }
    }
}

#[test]
fn every_fault_is_reported_in_a_sentence() {
    let large = [
        png::SIGNATURE,
        b"\0\0\0\x0dIHDR\0\0\x40\0\0\0\0\x01",
        &[0; 9],
        b"\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\0\0\0\0",
    ]
    .concat();
    let cases: [(&[u8], &str); 8] = [
        (b"", "empty"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC photo"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"%PDF-1.7", "PDF"),
        (b"hello", "not a picture"),
        (&jpeg()[..200], "too early"),
        (&png()[..60], "too early"),
        (&large, "too large (16384 × 1 pixels)"),
    ];
    for (bytes, words) in cases {
        let fault = header(bytes).expect_err(words);
        assert!(fault.contains(words) && !fault.ends_with('.'), "{fault}");
    }
}

#[test]
fn a_drawing_that_does_more_than_draw_is_refused() {
    let cases = [
        ("<script>alert(1)</script>", "script"),
        ("<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>", "script"),
        ("<metadata><script/></metadata>", "script"),
        ("<foreignObject><p>hi</p></foreignObject>", "foreignObject"),
        ("<rect onclick='alert(1)'/>", "events"),
        ("<rect ONLOAD='alert(1)'/>", "events"),
        ("<image href='https://x.example/a.png'/>", "outside"),
        ("<image xlink:href='//x.example/a.png'/>", "outside"),
        ("<image href='data:image/svg+xml;base64,AAAA'/>", "outside"),
        ("<image href='data:image/png;base64,AAAA'/>", "neither"),
        ("<a href='java&#115;cript:alert(1)'/>", "outside"),
        ("<animate attributeName='href' to='#x'/>", "outside"),
        ("<set attributeName='x' to=' java script:alert(1)'/>", "outside"),
        ("<rect fill='URL( &quot;https://x.example/&quot;)'/>", "outside"),
        ("<rect style='fill:u\\72l(https://x.example)'/>", "escapes"),
        ("<style>@import 'x.css'</style>", "outside"),
        ("<style>u/**/rl(x) ur<![CDATA[l(x)]]></style>", "outside"),
        ("<style>a{mask:image-set('https://x.example/a')}</style>", "outside"),
        ("<style><g/></style>", "damaged"),
        ("<html/>", "not known to be safe"),
        ("<g xmlns='http://www.w3.org/1999/xhtml'/>", "another XML language"),
        ("<g>&secret;</g>", "entities"),
        ("<g></a>", "damaged"),
        ("<g", "damaged"),
    ];
    for (content, words) in cases {
        let drawing =
            format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'>{content}</svg>");
        let fault = header(drawing.as_bytes()).expect_err(content);
        assert!(fault.contains(words), "{content}: {fault}");
    }
    let entity = b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'/>";
    assert!(header(entity).expect_err("an entity").contains("entities"));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(
        which in 0..5usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = samples()[which].1.clone();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(picture) = header(&bytes) {
            let cleaned = clean(&bytes).expect("what header accepts, clean accepts");
            let again = header(&cleaned).expect("clean pictures are pictures");
            prop_assert_eq!((again.width, again.height), (picture.width, picture.height));
            prop_assert_eq!(clean(&cleaned), Ok(cleaned));
        }
    }
}

#[test]
fn a_drawing_pasted_out_of_a_page_says_what_it_is() {
    const SVG: &str = "xmlns=\"http://www.w3.org/2000/svg\"";
    const XLINK: &str = "xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    for (drawing, lacking) in [
        ("<svg viewBox=\"0 0 4 3\"><path d=\"M0 0\"/></svg>".to_owned(), vec![SVG]),
        ("<svg viewBox=\"0 0 4 3\"><use xlink:href=\"#a\"/></svg>".to_owned(), vec![SVG, XLINK]),
        (format!("<svg {SVG} viewBox=\"0 0 4 3\"><use xlink:href=\"#a\"/></svg>"), vec![XLINK]),
        (format!("<svg {SVG} viewBox=\"0 0 4 3\"><svg width=\"1\" height=\"1\"/></svg>"), vec![]),
    ] {
        let cleaned = clean(drawing.as_bytes()).expect("a drawing");
        let cleaned = String::from_utf8_lossy(&cleaned);
        let added: String = lacking.iter().map(|it| format!(" {it}")).collect();
        assert_eq!(cleaned, drawing.replacen("<svg", &format!("<svg{added}"), 1));
        // What is whole already stays as it is.
        let again = clean(cleaned.as_bytes()).expect("a drawing");
        assert_eq!(String::from_utf8_lossy(&again), cleaned);
    }
}
