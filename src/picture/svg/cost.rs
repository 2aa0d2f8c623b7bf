//! The cost of drawing an SVG in a browser: a few lines can describe millions of pieces.
//!
//! The target of a reference counts as often as it is drawn. The cost of each element is computed
//! once and reused. If it is not known which style applies, the more expensive one counts.

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
    /// The number of drawn elements, including repeated use: diagrams have some hundreds.
    pub(crate) pieces: u64,
    /// The nesting depth of groups, including the elements that they use.
    pub(crate) depth: usize,
    /// The number of filter uses, and the total number of their steps.
    pub(crate) filters: u64,
    pub(crate) steps: u64,
    /// Layers that are drawn separately and then combined: transparent groups, masks, blends.
    pub(crate) layers: u64,
    /// The size of the file without its embedded photos.
    pub(crate) bytes: usize,
    /// The pixels of all embedded photos: a photo of a phone has twelve million.
    pub(crate) pixels: u64,
}

/// The limits for every drawing.
pub(crate) const DRAWING: Bounds = Bounds {
    pieces: 5_000,
    depth: 100,
    filters: 30,
    steps: 60,
    layers: 600,
    bytes: 300_000,
    pixels: 12_000_000,
};
/// The limit of dashes in a drawing; each dash counts as one line.
const MOST_DASHES: f64 = 100_000.0;
/// The elements whose text is not drawn.
const NOTES: &[&str] = &["style", "title", "desc"];
/// The limit of style declarations that may add cost.
const MOST_RULES: usize = 4_000;
/// The limit of the work that browsers need to match style rules with elements and to apply them.
const MOST_WORK: usize = 1_000_000;
/// The limit of fonts: browsers search for each font in the reader's system.
const MOST_FONTS: usize = 100;
/// The cost of a line across the whole drawing, in elements.
const LINE: f64 = 0.25;
/// The cost of a filter step that reads pixels as far away as the drawing is wide, in tenths.
const WIDE: f64 = 3_000.0;
/// The assumed width of a screen, for strokes that are not scaled with the drawing.
const SCREEN: f64 = 2_000.0;
/// The factor for drawings with an animation, because browsers paint them again and again.
const MOVING: u64 = 10;

/// The elements of a drawing, in their order, with what they refer to.
#[derive(Default)]
pub(super) struct Cost {
    pub(super) nodes: Vec<Node>,
    open: Vec<usize>,
    rules: Vec<Rule>,
    fonts: BTreeSet<String>,
    pixels: u64,
    /// The size without embedded photos.
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

    /// Adds an attribute to the element that was opened last.
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

    /// Adds text to the element that was opened last.
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

    /// Adds the pixels of an embedded photo.
    pub(super) fn photo(&mut self, pixels: u64) {
        self.pixels = self.pixels.saturating_add(pixels);
    }

    /// Returns an error if the drawing exceeds a limit.
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

    /// Returns an error if the total cost exceeds one of the limits of `DRAWING`.
    fn compare(&self) -> Result<(), String> {
        let times = if self.nodes.iter().any(|node| node.moves) { MOVING } else { 1 };
        let sum = self.sum()?;
        if sum.depth > DRAWING.depth {
            return Err(too_deep());
        }
        let (width, height) = self.shown;
        // The conversion saturates; an undefined result (NaN) counts as too many.
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
        // An undefined number of dashes (NaN) is refused, too.
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

    /// An animated element counts with the largest values that its animation gives it.
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

    /// Computes the properties of the whole drawing.
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
