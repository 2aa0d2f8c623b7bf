//! The effect of an animation on the cost of its element.

use super::filter;
use super::length::dash;
use super::movement::Movement;
use super::node::Node;
use super::outline::{Outline, is_geometry};
use super::rules::MOVES;
use super::scale;

/// An animated element counts with the largest values that its animation gives it.
pub(super) fn apply(movement: &Movement, to: &mut Node) -> Result<(), String> {
    if filter::is_part(&to.name) {
        return Err(MOVES.into());
    }
    let values = || movement.values.iter().map(String::as_str);
    match movement.attribute.as_str() {
        "stroke-dasharray" => {
            let shortest = values().map(dash).fold(f64::INFINITY, f64::min);
            to.dash = if movement.adds { 0.0 } else { to.dash.min(shortest) };
        }
        "opacity" => to.fades = true,
        "stroke" => to.stroke = Some(true),
        "transform" => {
            let mut most: f64 = 1.0;
            for value in values() {
                most = most.max(scale::of(&format!("{}({value})", movement.kind))?);
            }
            if movement.adds && most > 1.0 {
                return Err(MOVES.into());
            }
            to.scale.grow(most);
        }
        name if is_geometry(name) => {
            let mut largest = Outline::default();
            for value in values() {
                let mut outline = Outline::default();
                outline.take(&to.name, name, value);
                largest = largest.largest(outline);
            }
            if movement.adds {
                largest.length = f64::INFINITY;
            }
            to.outline.moves_to(largest);
        }
        _ => {}
    }
    Ok(())
}
