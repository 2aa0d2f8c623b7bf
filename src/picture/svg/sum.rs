//! The total cost of a drawing: each element is calculated once, and counted as often as it is
//! drawn.

use std::collections::HashMap;

use super::cost::Cost;
use super::node::{Node, Way};

/// The cost factor of `use`: browsers build a copy of the target for each use.
const USE: u64 = 5;
/// The layers of a mask: browsers draw it separately and then combine it, as with blend modes.
const MASK: u64 = 4;
const BLEND: u64 = 2;
/// The layers of a pattern, which is drawn once and then repeated as tiles.
const TILES: u64 = 2;
/// This many bytes of attributes, corners or letters cost as much as one more element.
const LONG: usize = 1024;
const CORNERS: u64 = 32;
/// The cost of stroke joins, which are drawn one by one; a curve counts as three corners.
const JOINS: u64 = 8;
/// The cost factor of combined clip paths, whose corners are compared with each other.
const CUT_TOGETHER: u64 = 128;
/// The cost of a gradient, which is computed for each pixel.
const GRADIENT: u64 = 3;
const LETTERS: usize = 4;

/// The cost of one element with its content, drawn once.
#[derive(Clone, Copy, Default)]
pub(super) struct Sum {
    pub(super) pieces: u64,
    /// The number of elements in the file, without repeated use.
    written: u64,
    /// The number of filled and stroked shapes, and of their corners.
    shapes: u64,
    corners: u64,
    joins: u64,
    /// Transparent shapes that need a layer if they are stroked.
    faded: u64,
    pub(super) layers: u64,
    pub(super) filters: u64,
    pub(super) steps: u64,
    /// The reach of its filters and the length of its paths, at the displayed scale.
    pub(super) reach: f64,
    pub(super) lines: f64,
    /// The length of its strokes, for dashes that are inherited from a `use`.
    strokes: f64,
    pub(super) dashes: f64,
    pub(super) depth: usize,
}

/// Why one element makes another be drawn.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    Child,
    Reference(Way),
    /// The fill or marker of a group, which its shapes inherit.
    Inherited(Way),
}

/// The elements that are drawn because of one element, and why.
type Links = Vec<(usize, Link)>;

impl Cost {
    /// Adds up the whole drawing. Each element is calculated once; references in a circle are an
    /// error.
    pub(super) fn sum(&self) -> Result<Sum, String> {
        let by_id = self.by_id();
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
                    // A pattern inside a group that is filled with it: its shapes are not drawn.
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

    /// The first element with each id, as browsers resolve ids.
    pub(super) fn by_id(&self) -> HashMap<&str, usize> {
        let mut by_id = HashMap::new();
        for (at, node) in self.nodes.iter().enumerate().filter(|(_, node)| !node.id.is_empty()) {
            by_id.entry(node.id.as_str()).or_insert(at);
        }
        by_id
    }

    /// The elements whose cost must be known before that of this element.
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
        let mut sum = self.own(at);
        // All shapes in the target of a `use` inherit its properties.
        let used = match links.iter().find(|(_, link)| *link == Link::Reference(Way::Use)) {
            Some((to, _)) => sums[*to].unwrap_or_default(),
            None => Sum { shapes: 1, corners: node.outline.corners, ..Sum::default() },
        };
        for (to, link) in links {
            let (Some(other), named) = (sums[*to], &self.nodes[*to]) else { continue };
            sum.depth = sum.depth.max(other.depth + 1);
            // The target inherits nothing from this element.
            let alone = Sum { shapes: 0, corners: 0, joins: 0, faded: 0, strokes: 0.0, ..other };
            match link {
                // Definitions are drawn only where they are used.
                Link::Child if named.is_definition() => {
                    sum.written += other.written;
                    sum.pieces = sum.pieces.saturating_add(other.written);
                }
                Link::Child => {
                    sum.written += other.written;
                    sum.add(&other, 1);
                }
                Link::Reference(way) | Link::Inherited(way) => match way {
                    // A target that is a single element adds only its own cost.
                    Way::Use => {
                        let more = if other.written > 1 { USE } else { 0 };
                        let pieces = other.pieces.saturating_add(more).saturating_sub(1).max(more);
                        sum.add(&Sum { pieces, ..other }, 1);
                        sum.hand_down(&other, self.dash_around(at), self.is_stroked(at));
                    }
                    Way::Filter => {
                        let times = named.region.times(self.shown);
                        let (steps, reach) =
                            (other.steps.saturating_mul(times), other.reach * times as f64);
                        sum.filters = sum.filters.saturating_add(1);
                        sum.add(&Sum { steps, reach, ..other }, 1);
                    }
                    Way::Paint if named.is_gradient() => {
                        sum.add(&Sum::pieces(GRADIENT + other.pieces / 8), used.shapes);
                    }
                    Way::Paint => {
                        let layers = alone.layers.saturating_add(TILES);
                        sum.add(&Sum { layers, ..alone }, used.shapes);
                    }
                    Way::Marker => sum.add(&alone, used.shapes.saturating_mul(2)),
                    Way::MarkerEverywhere => {
                        sum.add(&alone, used.corners.saturating_add(used.shapes));
                    }
                    Way::Mask => {
                        sum.layers = sum.layers.saturating_add(MASK);
                        sum.add(&alone, 1);
                    }
                    Way::Clip => {
                        if !self.is_one_outline(*to) {
                            let corners = other.corners.saturating_mul(other.corners);
                            sum.layers = sum.layers.saturating_add(MASK);
                            sum.pieces = sum.pieces.saturating_add(corners / CUT_TOGETHER);
                        }
                        sum.add(&alone, 1);
                    }
                    Way::Whole => sum.add(&alone, 1),
                },
            }
        }
        let (width, height) = self.shown;
        let times = node.scale.times(width.max(height), &node.name, self.widest_stroke);
        sum.grow(times);
        if self.keeps_strokes {
            sum.dashes *= times.max(1.0);
            sum.strokes *= times.max(1.0);
        }
        sum
    }

    /// The cost of an element without its content.
    fn own(&self, at: usize) -> Sum {
        let node = &self.nodes[at];
        let joins = node.outline.corners + 2 * node.outline.curves;
        let outline = match self.is_stroked(at) {
            true => joins / JOINS,
            false => node.outline.corners / CORNERS,
        };
        let pieces = 1 + (node.size / LONG + node.letters / LETTERS) as u64 + outline;
        // A transparent shape with one colour needs no layer.
        let needs_layer = node.is_group() || node.is_text() || node.has_markers();
        let waits_for_stroke = node.fades && node.is_shape() && !needs_layer;
        let is_layer = node.fades && (needs_layer || (node.is_shape() && self.is_stroked(at)));
        let strokes = if node.is_shape() { self.length(node) } else { 0.0 };
        Sum {
            pieces,
            written: 1,
            shapes: u64::from(node.is_shape()),
            corners: node.outline.corners,
            joins,
            faded: u64::from(waits_for_stroke),
            layers: u64::from(is_layer) + if node.blends { BLEND } else { 0 },
            filters: u64::from(node.functions.weight > 0),
            steps: node.functions.weight + node.step.weight,
            reach: node.functions.reach + node.step.reach,
            lines: node.outline.path,
            strokes,
            dashes: over(strokes, self.dash_around(at)),
            depth: 1,
        }
    }

    /// The largest length of a shape's stroke; the outline of a letter is eight times its height.
    fn length(&self, node: &Node) -> f64 {
        if node.letters == 0 {
            return node.outline.length;
        }
        node.outline.length + node.letters as f64 * self.largest_letter * 8.0
    }

    /// The shortest dash of an element and of the groups around it.
    fn dash_around(&self, at: usize) -> f64 {
        self.around(at).map(|node| node.dash).fold(f64::INFINITY, f64::min)
    }

    fn is_stroked(&self, at: usize) -> bool {
        self.around(at).find_map(|node| node.stroke).unwrap_or(false)
    }

    fn around(&self, at: usize) -> impl Iterator<Item = &Node> {
        let first = self.nodes.get(at);
        std::iter::successors(first, |node| node.parent.map(|parent| &self.nodes[parent]))
    }

    /// Whether a clip path is a single shape, which browsers can clip with directly.
    fn is_one_outline(&self, at: usize) -> bool {
        let clip = &self.nodes[at];
        let [only] = clip.children.as_slice() else { return clip.children.is_empty() };
        let only = &self.nodes[*only];
        let is_clipped = |node: &Node| node.references.iter().any(|it| it.way == Way::Clip);
        !is_clipped(clip) && !is_clipped(only) && only.children.is_empty() && !only.is_text()
    }
}

/// The number of dashes in a stroke.
fn over(stroke: f64, dash: f64) -> f64 {
    if dash.is_infinite() { 0.0 } else { stroke / dash }
}

impl Sum {
    fn pieces(pieces: u64) -> Sum {
        Sum { pieces, ..Sum::default() }
    }

    fn add(&mut self, other: &Sum, times: u64) {
        if times == 0 {
            return;
        }
        let add = |to: &mut u64, more: u64| *to = to.saturating_add(more.saturating_mul(times));
        add(&mut self.pieces, other.pieces);
        add(&mut self.shapes, other.shapes);
        add(&mut self.corners, other.corners);
        add(&mut self.joins, other.joins);
        add(&mut self.faded, other.faded);
        add(&mut self.layers, other.layers);
        add(&mut self.filters, other.filters);
        add(&mut self.steps, other.steps);
        self.reach += other.reach * times as f64;
        self.lines += other.lines * times as f64;
        self.strokes += other.strokes * times as f64;
        self.dashes += other.dashes * times as f64;
    }

    /// Applies the dashes and the stroke of a `use` to all shapes of its target.
    fn hand_down(&mut self, used: &Sum, dash: f64, is_stroked: bool) {
        self.dashes += over(used.strokes, dash);
        if is_stroked {
            self.layers = self.layers.saturating_add(used.faded);
            self.pieces = self.pieces.saturating_add(used.joins / JOINS);
        }
    }

    /// Scales the cost for content that is shown `times` as large.
    fn grow(&mut self, times: f64) {
        for length in [&mut self.lines, &mut self.reach] {
            if *length > 0.0 {
                *length *= times;
            }
        }
    }
}
