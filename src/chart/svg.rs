//! A drawing as SVG: classes, and no colour and no style in any attribute.

use super::Named;
use super::marks::{Drawing, Mark, Side, short};
use crate::base::escape::escape;

/// The drawing as an image with a name and a description.
pub(super) fn svg(named: &Named, drawing: &Drawing) -> String {
    let Named { id, title, description } = named;
    let (width, height) = (short(drawing.width), short(drawing.height));
    let mut out = format!(
        "<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">"
    );
    escape(&mut out, title);
    out.push_str(&format!("</title><desc id=\"{id}-d\">"));
    escape(&mut out, description);
    out.push_str("</desc>");
    drawing.marks.iter().for_each(|mark| write(mark, &mut out));
    out.push_str("</svg>");
    out
}

fn write(mark: &Mark, out: &mut String) {
    match mark {
        Mark::Rect { class, x, y, width, height } => {
            let [x, y, width, height] = [x, y, width, height].map(|it| short(*it));
            out.push_str(&format!(
                "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
            ));
        }
        Mark::Circle { class, x, y, radius } => {
            let [x, y, radius] = [x, y, radius].map(|it| short(*it));
            out.push_str(&format!(
                "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"
            ));
        }
        Mark::Path { class, commands } => {
            out.push_str(&format!("<path class=\"{class}\" d=\"{commands}\"/>"));
        }
        Mark::Words(words) => {
            let anchor = match words.side {
                Side::Start => "",
                Side::Middle => " text-anchor=\"middle\"",
                Side::End => " text-anchor=\"end\"",
            };
            let (class, x, y) = (words.size.class(), short(words.x), short(words.y));
            out.push_str(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>"));
            escape(out, &words.words);
            out.push_str("</text>");
        }
    }
}
