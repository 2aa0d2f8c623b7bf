//! Sizes of photos.

use super::*;

fn photo(format: PictureFormat, width: u32, height: u32) -> Picture {
    Picture { format, width, height, hash: Hash::of(b"x"), moves: false, is_deep: false }
}

fn made(picture: &Picture, shown: Shown) -> Vec<(RenditionFormat, u32, u32)> {
    let made = renditions(picture, shown, &Config::silent());
    made.iter().map(|it| (it.format, it.width, it.height)).collect()
}

#[test]
fn a_phone_photo_has_three_sizes_and_one_that_every_browser_can_show() {
    use RenditionFormat::{Jpeg, Webp};
    let photo = photo(PictureFormat::Jpeg, 4000, 3000);
    assert_eq!(
        made(&photo, Shown::Large),
        [(Webp, 400, 300), (Webp, 800, 600), (Webp, 1600, 1200), (Jpeg, 800, 600)]
    );
    assert_eq!(made(&photo, Shown::Small), [(Webp, 96, 72), (Webp, 320, 240), (Jpeg, 320, 240)]);
}

#[test]
fn a_photo_is_never_enlarged() {
    use RenditionFormat::{Png, Webp};
    let cases = [(300, vec![300]), (830, vec![400, 830]), (1000, vec![400, 800, 1000])];
    for (own, widths) in cases {
        let small = photo(PictureFormat::Png, own, 100);
        let made = made(&small, Shown::Large);
        let webp = made.iter().filter(|it| it.0 == Webp).map(|it| it.1);
        assert_eq!(webp.collect::<Vec<_>>(), widths, "{own}");
        assert_eq!(made.iter().filter(|it| it.0 == Png).count(), 1);
    }
    assert_eq!(made(&photo(PictureFormat::Webp, 1, 9000), Shown::Small), [(Webp, 1, 9000)]);
}

#[test]
fn drawings_have_every_size() {
    assert_eq!(made(&photo(PictureFormat::Svg, 40, 30), Shown::Large), []);
}
