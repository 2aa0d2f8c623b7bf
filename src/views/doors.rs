//! How wide the doors of the themes are: two in a row, the one with the more upright picture broad,
//! so that its picture stands beside the question and no head is cut off.

use serde::Serialize;

use super::picture::Aspect;

/// The width of a door in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Width {
    Narrow,
    Broad,
    /// Half of the row: both have a landscape picture, which stands above the words.
    Half,
    /// The last of an odd number has the row to itself.
    Whole,
}

/// The widths of doors with such pictures. Where both of a row are alike, the broad one changes sides
/// from row to row.
pub(crate) fn widths(pictures: &[Option<Aspect>]) -> Vec<Width> {
    let mut widths = Vec::with_capacity(pictures.len());
    for (row, pair) in pictures.chunks(2).enumerate() {
        let &[one, other] = pair else {
            widths.push(Width::Whole);
            continue;
        };
        if upright(one) == 0 && upright(other) == 0 {
            widths.extend([Width::Half, Width::Half]);
            continue;
        }
        let first_is_broad = match upright(one).cmp(&upright(other)) {
            std::cmp::Ordering::Equal => row.is_multiple_of(2),
            order => order.is_gt(),
        };
        let (broad, narrow) = (Width::Broad, Width::Narrow);
        widths.extend(if first_is_broad { [broad, narrow] } else { [narrow, broad] });
    }
    widths
}

/// How much a picture suffers when it is cut to a low one; a door without one has only words.
fn upright(picture: Option<Aspect>) -> u8 {
    match picture {
        Some(Aspect::Tall) => 3,
        Some(Aspect::Square) => 2,
        None => 1,
        Some(Aspect::Wide | Aspect::Panorama) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upright_picture_has_the_broad_door() {
        let (tall, wide) = (Some(Aspect::Tall), Some(Aspect::Wide));
        assert_eq!(widths(&[tall, wide]), [Width::Broad, Width::Narrow]);
        assert_eq!(widths(&[wide, tall]), [Width::Narrow, Width::Broad]);
        assert_eq!(widths(&[wide, wide]), [Width::Half, Width::Half]);
        assert_eq!(widths(&[wide, None]), [Width::Narrow, Width::Broad]);
    }

    #[test]
    fn every_row_is_full_and_no_two_rows_of_equals_are_alike() {
        assert_eq!(widths(&[]), []);
        assert_eq!(widths(&[None]), [Width::Whole]);
        let five = widths(&[None; 5]);
        let expected = [Width::Broad, Width::Narrow, Width::Narrow, Width::Broad, Width::Whole];
        assert_eq!(five, expected);
    }
}
