//! What a drawing costs those who look at it: a few lines can stand for millions of pieces.
//!
//! What elements refer to is counted as often as it is drawn, in one walk: each piece is added up
//! once, and used as a sum. Where styles could be read in two ways, the dearer one counts.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use super::css::declarations;
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
    bytes: 300_000,
    pixels: 12_000_000,
};
/// Lines of one stroke with gaps count as one each.
const MOST_DASHES: f64 = 200_000.0;
/// Declarations of style sheets that may cost something.
const MOST_RULES: usize = 1_000;
/// How often browsers ask of an element whether a rule means it, and what it says.
const MOST_WORK: usize = 1_000_000;
/// Each font is looked for in the reader's system.
const MOST_FONTS: usize = 100;
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
}

impl Cost {
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
        let parent = self.nodes[at].parent.map(|parent| self.nodes[parent].name.clone());
        let before = self.nodes[at].references.len();
        self.nodes[at].attribute(name, value, parent.as_deref())?;
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
            return Err("the drawing piles marks on a letter without end: take them away".into());
        }
        self.bytes += text.len();
        if let Some(at) = self.open.last() {
            self.nodes[*at].size += text.len();
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
                "the styles of the drawing hold {costly} rules for patterns and filters; \
                 {MOST_RULES} are the most: save it as PNG"
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
        self.hand_up_moving_dashes();
        let bytes = self.bytes;
        if bytes > DRAWING.bytes {
            return Err(format!(
                "the drawing has {} kB of shapes; {} kB are the most: simplify its paths, or save \
                 it as PNG",
                bytes.div_ceil(1000),
                DRAWING.bytes / 1000
            ));
        }
        if self.fonts.len() > MOST_FONTS {
            return Err(format!(
                "the drawing asks for {} fonts; {MOST_FONTS} are the most: turn its texts into \
                 paths, or save it as PNG",
                self.fonts.len()
            ));
        }
        if self.pixels > DRAWING.pixels {
            return Err(format!(
                "the photos in the drawing have {} million pixels; {} are the most: make them \
                 smaller before you place them, or save it as JPEG",
                self.pixels.div_ceil(1_000_000),
                DRAWING.pixels / 1_000_000
            ));
        }
        let times = if self.nodes.iter().any(|node| node.moves) { MOVING } else { 1 };
        let sum = self.sum()?;
        let (pieces, filters) = (sum.pieces.saturating_mul(times), sum.filters * times);
        if sum.depth > DRAWING.depth {
            return Err(too_deep());
        }
        if pieces > DRAWING.pieces {
            return Err(too_many_pieces(pieces));
        }
        if filters > DRAWING.filters || sum.steps.saturating_mul(times) > DRAWING.steps {
            return Err(format!(
                "the drawing uses too many filters (shadows, blurs): {} of {} steps in \
                 all are the most, a tenth of them where something moves: take shadows away, or \
                 save it as PNG",
                DRAWING.filters, DRAWING.steps
            ));
        }
        // Nor may it be no number at all.
        if !matches!(sum.dashes.partial_cmp(&MOST_DASHES), Some(Ordering::Less)) {
            return Err(
                "the dashes of its lines are too short to be counted: make them longer, or \
                        save it as PNG"
                    .into(),
            );
        }
        Ok(())
    }

    /// Dashes that move are those of the element that they move.
    fn hand_up_moving_dashes(&mut self) {
        for at in 0..self.nodes.len() {
            let Node { moves_dashes: true, dash, parent: Some(parent), moves_other, .. } =
                self.nodes[at]
            else {
                continue;
            };
            // Whichever it is, it is in the drawing.
            let parent = if moves_other { 0 } else { parent };
            self.nodes[parent].dash = self.nodes[parent].dash.min(dash);
        }
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
                    return Err("the styles of the drawing hold too many rules for so many \
                                pieces: save it as plain SVG, or as PNG"
                        .into());
                }
                for declaration in &*rule.costly {
                    node.size += declaration.value.len();
                    node.declaration(&declaration.name, &declaration.value)?;
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
        "the drawing has {pieces} pieces once all is drawn that it uses again; {} are the most \
         (a tenth of them where something moves): simplify it, or save it as PNG",
        DRAWING.pieces
    )
}

fn too_deep() -> String {
    format!(
        "more than {} groups of the drawing stand in each other: ungroup them, or save it as PNG",
        DRAWING.depth
    )
}
