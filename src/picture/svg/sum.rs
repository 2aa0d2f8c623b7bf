//! A drawing added up: each element once, and what refers to it as often as it is drawn.

use std::collections::HashMap;

use super::cost::Cost;
use super::node::{Node, Way};

/// What is used again is built anew for each use.
const USE: u64 = 5;
/// A mask is drawn beside the drawing, and then laid upon it; so is what is mixed with it.
const MASK: u64 = 4;
const BLEND: u64 = 2;
/// Attributes of this length cost as much as another piece.
const LONG: usize = 1024;

/// What one element costs with all that is in it, drawn once.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    pub(super) pieces: u64,
    /// Elements in it as they are written.
    written: u64,
    /// Those that are filled and stroked.
    shapes: u64,
    pub(super) filters: u64,
    pub(super) steps: u64,
    pub(super) dashes: f64,
    pub(super) depth: usize,
}

/// Why one element makes another be drawn.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    Child,
    Reference(Way),
    /// A group's fill or marker, which its shapes have too.
    Inherited(Way),
}

/// The elements that one makes be drawn.
type Links = Vec<(usize, Link)>;

impl Cost {
    /// Adds up the whole drawing. No element is added up twice, and none waits for itself.
    pub(super) fn sum(&self) -> Result<Sum, String> {
        let mut by_id: HashMap<&str, usize> = HashMap::new();
        for (at, node) in self.nodes.iter().enumerate().filter(|(_, node)| !node.id.is_empty()) {
            by_id.entry(&node.id).or_insert(at);
        }
        let mut sums: Vec<Option<Sum>> = vec![None; self.nodes.len()];
        let mut waits = vec![false; self.nodes.len()];
        let mut open: Vec<(usize, Links, usize)> = vec![];
        if !self.nodes.is_empty() {
            open.push((0, self.links(0, &by_id), 0));
        }
        while let Some((at, links, next)) = open.last_mut() {
            let at = *at;
            waits[at] = true;
            if let Some((to, link)) = links.get(*next).copied() {
                *next += 1;
                if waits[to] {
                    // The shapes of a pattern in a group that is filled with it: drawn by nobody.
                    if matches!(link, Link::Inherited(_)) {
                        links.remove(*next - 1);
                        *next -= 1;
                        continue;
                    }
                    return Err("the drawing refers to itself, in a circle: save it as PNG".into());
                }
                if sums[to].is_none() {
                    let links = self.links(to, &by_id);
                    open.push((to, links, 0));
                }
                continue;
            }
            sums[at] = Some(self.added(at, links, &sums));
            waits[at] = false;
            open.pop();
        }
        Ok(sums.first().copied().flatten().unwrap_or_default())
    }

    /// What must be added up before an element can be.
    fn links(&self, at: usize, by_id: &HashMap<&str, usize>) -> Links {
        let node = &self.nodes[at];
        let mut links: Links = node.children.iter().map(|child| (*child, Link::Child)).collect();
        let mut add = |of: &Node, link: fn(Way) -> Link, ways: fn(Way) -> bool| {
            let asked = of.references.iter().filter(|reference| ways(reference.way));
            links.extend(asked.filter_map(|reference| {
                Some((*by_id.get(reference.id.as_str())?, link(reference.way)))
            }));
        };
        let is_painted = node.is_shape() || node.name == "use";
        match is_painted {
            true => add(node, Link::Reference, |_| true),
            false => add(node, Link::Reference, |way| !way.is_inherited()),
        }
        let mut above = node.parent.filter(|_| is_painted);
        while let Some(parent) = above.map(|above| &self.nodes[above]) {
            add(parent, Link::Inherited, Way::is_inherited);
            above = parent.parent;
        }
        links
    }

    fn added(&self, at: usize, links: &[(usize, Link)], sums: &[Option<Sum>]) -> Sum {
        let node = &self.nodes[at];
        let own = 1 + (node.size / LONG) as u64 + if node.blends { BLEND } else { 0 };
        let mut sum = Sum {
            pieces: own,
            written: own,
            shapes: u64::from(node.is_shape()),
            filters: u64::from(node.steps > 0),
            steps: node.steps + node.primitive(),
            dashes: self.dashes(at),
            depth: 1,
        };
        let (mut painted, mut shapes) = (0_u64, 0_u64);
        for (to, link) in links {
            let (Some(other), named) = (sums[*to], &self.nodes[*to]) else { continue };
            sum.depth = sum.depth.max(other.depth + 1);
            match link {
                Link::Child => {
                    sum.written += other.written;
                    // What is only defined is drawn where it is used.
                    match named.is_definition() && named.primitive() == 0 {
                        true => sum.pieces = sum.pieces.saturating_add(other.written),
                        false => sum.add(&other, 1),
                    }
                }
                Link::Reference(way) | Link::Inherited(way) => match way {
                    Way::Use => {
                        sum.pieces = sum.pieces.saturating_add(USE);
                        shapes = shapes.saturating_add(other.shapes);
                        sum.add(&other, 1);
                    }
                    Way::Filter => {
                        sum.filters = sum.filters.saturating_add(1);
                        sum.add(&other, 1);
                    }
                    Way::Paint if named.is_gradient() => {
                        painted = painted.saturating_add(1 + other.pieces / 8);
                    }
                    Way::Paint => {
                        painted = painted.saturating_add(other.pieces);
                        sum.add(&Sum { pieces: 0, shapes: 0, ..other }, 1);
                    }
                    Way::Marker => sum.add(&Sum { shapes: 0, ..other }, 1),
                    Way::MarkerEverywhere => {
                        sum.add(&Sum { shapes: 0, ..other }, node.corners());
                    }
                    Way::Mask => {
                        sum.pieces = sum.pieces.saturating_add(MASK);
                        sum.add(&Sum { shapes: 0, ..other }, 1);
                    }
                    Way::Whole => sum.add(&Sum { shapes: 0, ..other }, 1),
                },
            }
        }
        // Every shape that is used has the fill of its use.
        let times = if node.name == "use" { shapes } else { 1 };
        sum.pieces = sum.pieces.saturating_add(painted.saturating_mul(times));
        sum
    }

    /// How many dashes its stroke may have, by its own dashes or those of the groups around it.
    fn dashes(&self, at: usize) -> f64 {
        let node = &self.nodes[at];
        let mut around = node.is_shape().then_some(at);
        let mut shortest = f64::INFINITY;
        while let Some(above) = around {
            shortest = shortest.min(self.nodes[above].dash);
            around = self.nodes[above].parent;
        }
        if shortest.is_finite() { node.length() / shortest } else { 0.0 }
    }
}

impl Sum {
    fn add(&mut self, other: &Sum, times: u64) {
        self.pieces = self.pieces.saturating_add(other.pieces.saturating_mul(times));
        self.shapes = self.shapes.saturating_add(other.shapes.saturating_mul(times));
        self.filters = self.filters.saturating_add(other.filters.saturating_mul(times));
        self.steps = self.steps.saturating_add(other.steps.saturating_mul(times));
        self.dashes += other.dashes * times as f64;
    }
}
