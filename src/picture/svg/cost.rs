//! The cost of drawing an SVG in a browser: a few lines can mean millions of pieces.
//!
//! The target of a reference counts as often as it is drawn. Each piece is added up once, and its
//! sum is reused. Where styles can be read in two ways, the more expensive one counts.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use super::css::declarations;
use super::filter::WHOLE;
use super::moved;
use super::node::{self, Node};
use super::properties;
use super::rules::{Rule, Sheet};
use super::selector::Key;

/// What a drawing may cost at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Pieces as they are shown, with all that is used again: diagrams have some hundreds.
    pub(crate) pieces: u64,
    /// How deep groups and what they use may stand in each other.
    pub(crate) depth: usize,
    /// How often filters may be used, and how many steps those may have in all.
    pub(crate) filters: u64,
    pub(crate) steps: u64,
    /// Layers that are drawn apart and then placed on the rest: transparent groups, masks, blends.
    pub(crate) layers: u64,
    /// Of the file without its photos.
    pub(crate) bytes: usize,
    /// Of its photos: twelve million are one of a phone.
    pub(crate) pixels: u64,
}

/// The bounds of every drawing.
pub(crate) const DRAWING: Bounds = Bounds {
    pieces: 5_000,
    depth: 100,
    filters: 30,
    steps: 60,
    layers: 600,
    bytes: 300_000,
    pixels: 12_000_000,
};
/// Lines of one stroke with gaps count as one each.
const MOST_DASHES: f64 = 100_000.0;
/// Elements whose text is not drawn.
const NOTES: &[&str] = &["style", "title", "desc"];
/// Declarations of style sheets that may cost something.
const MOST_RULES: usize = 4_000;
/// How often browsers ask of an element whether a rule means it, and what it says.
const MOST_WORK: usize = 1_000_000;
/// Each font is looked for in the reader's system.
const MOST_FONTS: usize = 100;
/// A line once through the whole drawing, in pieces.
const LINE: f64 = 0.25;
/// A step that looks around each pixel as far as the drawing is wide, in tenths of steps.
const WIDE: f64 = 3_000.0;
/// As wide as screens are, for strokes that do not grow with their drawing.
const SCREEN: f64 = 2_000.0;
/// What moves is painted again and again: then each piece counts as so many.
const MOVING: u64 = 10;

/// The elements of a drawing, in their order, with what they refer to.
#[derive(Default)]
pub(super) struct Cost {
    pub(super) nodes: Vec<Node>,
    open: Vec<usize>,
    rules: Vec<Rule>,
    fonts: BTreeSet<String>,
    pixels: u64,
    /// Without photos.
    bytes: usize,
    references: usize,
    /// Width and height of the drawing in its own units.
    pub(super) shown: (f64, f64),
    pub(super) widest_stroke: f64,
    pub(super) largest_letter: f64,
    pub(super) keeps_strokes: bool,
}

impl Cost {
    pub(super) fn shown_in(&mut self, (width, height): (f64, f64)) {
        self.shown = (width, height);
    }

    pub(super) fn open(&mut self, name: &str) -> Result<(), String> {
        if self.nodes.len() as u64 >= DRAWING.pieces {
            return Err(too_many_pieces(self.nodes.len() as u64 + 1));
        }
        if self.open.len() >= DRAWING.depth {
            return Err(too_deep());
        }
        let parent = self.open.last().copied();
        if let Some(parent) = parent {
            let at = self.nodes.len();
            self.nodes[parent].children.push(at);
        }
        self.open.push(self.nodes.len());
        self.nodes.push(Node::new(name, parent));
        Ok(())
    }

    /// An attribute of the element that was opened last.
    pub(super) fn attribute(&mut self, name: &str, value: &str) -> Result<(), String> {
        let Some(at) = self.open.last().copied() else { return Ok(()) };
        let before = self.nodes[at].references.len();
        self.nodes[at].attribute(name, value)?;
        self.references += self.nodes[at].references.len() - before;
        self.bytes += name.len() + node::length_of(value);
        match name {
            "style" => {
                for (name, value) in declarations(value) {
                    self.fonts.extend(properties::fonts(&name, value).map(str::to_owned));
                }
            }
            _ => self.fonts.extend(properties::fonts(name, value).map(str::to_owned)),
        }
        if self.references as u64 > DRAWING.pieces {
            return Err(too_many_pieces(self.references as u64));
        }
        Ok(())
    }

    /// Text of the element at hand.
    pub(super) fn text(&mut self, text: &str) -> Result<(), String> {
        if crate::base::marks::piled(text).is_some() {
            return Err(
                "a letter in the drawing has too many accents or other marks on it: remove them"
                    .into(),
            );
        }
        self.bytes += text.len();
        if let Some(at) = self.open.last() {
            self.nodes[*at].size += text.len();
            if !NOTES.contains(&self.nodes[*at].name.as_str()) {
                self.nodes[*at].letters += text.trim().len();
            }
        }
        Ok(())
    }

    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    pub(super) fn sheet(&mut self, sheet: Sheet) -> Result<(), String> {
        self.rules.extend(sheet.rules);
        self.fonts.extend(sheet.fonts);
        let costly: usize = self.rules.iter().map(|rule| rule.costly.len()).sum();
        if costly > MOST_RULES {
            return Err(format!(
                "the drawing's styles have {costly} rules for patterns and filters, and at most \
                 {MOST_RULES} are allowed: save it as PNG"
            ));
        }
        Ok(())
    }

    /// A photo that was written into the drawing.
    pub(super) fn photo(&mut self, pixels: u64) {
        self.pixels = self.pixels.saturating_add(pixels);
    }

    /// An error if it is more than a drawing may cost.
    pub(super) fn check(mut self) -> Result<(), String> {
        self.apply_rules()?;
        self.apply_movements()?;
        self.measure();
        let bytes = self.bytes;
        if bytes > DRAWING.bytes {
            return Err(format!(
                "the drawing has {} kB of shapes, and at most {} kB are allowed: simplify its \
                 paths, or save it as PNG",
                bytes.div_ceil(1000),
                DRAWING.bytes / 1000
            ));
        }
        if self.fonts.len() > MOST_FONTS {
            return Err(format!(
                "the drawing uses {} fonts, and at most {MOST_FONTS} are allowed: turn its texts \
                 into paths, or save it as PNG",
                self.fonts.len()
            ));
        }
        if self.pixels > DRAWING.pixels {
            return Err(format!(
                "the photos in the drawing have {} million pixels, and at most {} are allowed: \
                 make them smaller before you place them, or save it as JPEG",
                self.pixels.div_ceil(1_000_000),
                DRAWING.pixels / 1_000_000
            ));
        }
        self.compare()
    }

    /// An error if what is drawn in all is more than one may draw.
    fn compare(&self) -> Result<(), String> {
        let times = if self.nodes.iter().any(|node| node.moves) { MOVING } else { 1 };
        let sum = self.sum()?;
        if sum.depth > DRAWING.depth {
            return Err(too_deep());
        }
        let (width, height) = self.shown;
        // Saturates, and no number at all is too many.
        let lines = (sum.lines / width.hypot(height) * LINE).min(1e15);
        let lines = if lines.is_nan() { u64::MAX } else { lines as u64 };
        let pieces = sum.pieces.saturating_add(lines).saturating_mul(times);
        if pieces > DRAWING.pieces {
            return Err(too_many_pieces(pieces));
        }
        let reach = sum.reach / width.max(height) * WIDE;
        let reach = if reach.is_nan() { u64::MAX } else { reach as u64 };
        let steps = sum.steps.saturating_add(reach).saturating_mul(times).div_ceil(WHOLE);
        if sum.filters.saturating_mul(times) > DRAWING.filters || steps > DRAWING.steps {
            return Err(format!(
                "the drawing uses too many filters (shadows, blurs): at most {} of {} steps in all \
                 are allowed, a tenth of them where something moves: remove shadows, or save it as \
                 PNG",
                DRAWING.filters, DRAWING.steps
            ));
        }
        let layers = sum.layers.saturating_mul(times);
        if layers > DRAWING.layers {
            return Err(format!(
                "the drawing has {layers} layers (see-through groups and outlined shapes; two for \
                 each blend and pattern, four for each mask), and at most {} are allowed, a tenth \
                 of them where something moves: make fills see-through instead of whole shapes, or \
                 save it as PNG",
                DRAWING.layers
            ));
        }
        // Nor may it be no number at all.
        let stretched = if self.keeps_strokes { SCREEN / width.min(height) } else { 1.0 };
        let dashes = sum.dashes * stretched.max(1.0);
        if !matches!(dashes.partial_cmp(&MOST_DASHES), Some(Ordering::Less)) {
            return Err(
                "the dashes of its lines are too short to be counted, or not given in plain \
                 numbers: make them longer, or save it as PNG"
                    .into(),
            );
        }
        Ok(())
    }

    /// What moves counts as the largest that it becomes.
    fn apply_movements(&mut self) -> Result<(), String> {
        let by_id: HashMap<String, usize> =
            self.by_id().into_iter().map(|(id, at)| (id.to_owned(), at)).collect();
        for at in 0..self.nodes.len() {
            let Some(movement) = self.nodes[at].movement.take() else { continue };
            let target = match &movement.target {
                Some(id) => by_id.get(id).copied(),
                None => self.nodes[at].parent,
            };
            if let Some(target) = target {
                moved::apply(&movement, &mut self.nodes[target])?;
            }
        }
        Ok(())
    }

    /// What holds for the drawing as a whole.
    fn measure(&mut self) {
        if let Some(whole) = self.nodes.first_mut() {
            whole.scale.is_whole_drawing();
        }
        let most = |of: fn(&Node) -> f64| self.nodes.iter().map(of).fold(1.0, f64::max);
        self.widest_stroke = most(|node| node.stroke_width);
        self.largest_letter = most(|node| node.font_size).max(16.0);
        self.keeps_strokes = self.nodes.iter().any(|node| node.keeps_stroke);
    }

    fn apply_rules(&mut self) -> Result<(), String> {
        let mut by_key: HashMap<Key, Vec<Rule>> = HashMap::new();
        for rule in std::mem::take(&mut self.rules) {
            by_key.entry(rule.key.clone()).or_default().push(rule);
        }
        if by_key.is_empty() {
            return Ok(());
        }
        let mut work = 0;
        for node in &mut self.nodes {
            let keys = [Key::Any, Key::Id(node.id.clone()), Key::Element(node.name.clone())];
            let classes = node.classes.iter().map(|class| Key::Class(class.clone()));
            let keys: Vec<Key> = keys.into_iter().chain(classes).collect();
            for rule in keys.iter().filter_map(|key| by_key.get(key)).flatten() {
                work += 1 + rule.work;
                if work > MOST_WORK {
                    return Err(
                        "the drawing's styles have too many rules for so many pieces: save it as \
                         plain SVG, or as PNG"
                            .into(),
                    );
                }
                for declaration in &*rule.costly {
                    node.size += declaration.value.len();
                    node.style(&declaration.name, &declaration.value)?;
                }
            }
        }
        Ok(())
    }
}

fn too_many_pieces(pieces: u64) -> String {
    let pieces = match pieces {
        0..1_000_000 => pieces.to_string(),
        _ => "millions of".to_owned(),
    };
    format!(
        "the drawing has {pieces} pieces (what is used again counts each time, long paths and \
         texts as several), and at most {} are allowed (a tenth of them where something moves): \
         simplify it, or save it as PNG",
        DRAWING.pieces
    )
}

fn too_deep() -> String {
    format!(
        "more than {} groups of the drawing are inside each other: ungroup them, or save it as PNG",
        DRAWING.depth
    )
}
