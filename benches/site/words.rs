//! Sentences of made-up English, Danish and Dutch; the same seed gives the same sentences.

/// Numbers that look like chance and never are.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice of one text.
    pub fn new(kind: u64, number: usize) -> Dice {
        let mut dice = Dice(kind.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ number as u64);
        dice.roll();
        dice
    }

    /// SplitMix64.
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % end.max(1) as u64).expect("it is below a usize")
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn one<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

/// A language of the texts.
#[derive(Clone, Copy, Debug)]
pub struct Tongue {
    pub code: &'static str,
    words: &'static [&'static str],
}

pub const TONGUES: [Tongue; 3] = [
    Tongue { code: "en", words: ENGLISH },
    Tongue { code: "da", words: DANISH },
    Tongue { code: "nl", words: DUTCH },
];

impl Tongue {
    /// `count` words, the first one with a capital.
    pub fn phrase(&self, dice: &mut Dice, count: usize) -> String {
        let mut phrase = String::new();
        for at in 0..count {
            if at > 0 {
                let comma = at > 3 && at + 3 < count && dice.once_in(9);
                phrase.push_str(if comma { ", " } else { " " });
            }
            phrase.push_str(dice.one(self.words));
        }
        capital(&phrase)
    }

    pub fn sentence(&self, dice: &mut Dice) -> String {
        let count = 6 + dice.below(10);
        let mut sentence = self.phrase(dice, count);
        sentence.push(if dice.once_in(14) { '?' } else { '.' });
        sentence
    }

    /// Three to six sentences; here and there a word is stressed.
    pub fn paragraph(&self, dice: &mut Dice) -> String {
        let sentences = 3 + dice.below(4);
        let mut paragraph: Vec<String> = (0..sentences).map(|_| self.sentence(dice)).collect();
        if dice.once_in(3) {
            let stressed = dice.one(self.words);
            paragraph.push(format!("{} *{stressed}* {}.", self.phrase(dice, 3), {
                dice.one(self.words)
            }));
        }
        paragraph.join(" ")
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

const ENGLISH: &[&str] = &[
    "the",
    "a",
    "and",
    "of",
    "in",
    "it",
    "was",
    "I",
    "he",
    "she",
    "we",
    "they",
    "had",
    "with",
    "for",
    "on",
    "at",
    "but",
    "not",
    "that",
    "this",
    "then",
    "when",
    "before",
    "after",
    "under",
    "over",
    "again",
    "never",
    "always",
    "almost",
    "morning",
    "night",
    "winter",
    "harbour",
    "quay",
    "rope",
    "pump",
    "engine",
    "bolt",
    "deck",
    "lamp",
    "coffee",
    "bench",
    "door",
    "window",
    "hand",
    "voice",
    "letter",
    "colleague",
    "driver",
    "steward",
    "mechanic",
    "customer",
    "child",
    "mother",
    "boss",
    "shift",
    "minute",
    "hour",
    "Thursday",
    "rain",
    "wind",
    "water",
    "oil",
    "steel",
    "paper",
    "phone",
    "list",
    "drawer",
    "key",
    "bus",
    "ferry",
    "bridge",
    "cabin",
    "office",
    "asked",
    "said",
    "heard",
    "saw",
    "turned",
    "opened",
    "closed",
    "fixed",
    "broke",
    "forgot",
    "found",
    "carried",
    "laughed",
    "waited",
    "wrote",
    "called",
    "learned",
    "cold",
    "warm",
    "quiet",
    "loud",
    "old",
    "new",
    "small",
    "heavy",
    "honest",
    "tired",
    "wrong",
    "right",
    "first",
    "last",
    "twelve",
];

const DANISH: &[&str] = &[
    "og",
    "i",
    "det",
    "at",
    "en",
    "den",
    "til",
    "er",
    "som",
    "på",
    "de",
    "med",
    "han",
    "af",
    "for",
    "ikke",
    "der",
    "var",
    "mig",
    "sig",
    "men",
    "et",
    "har",
    "om",
    "vi",
    "min",
    "havde",
    "hun",
    "nu",
    "over",
    "da",
    "fra",
    "du",
    "ud",
    "sin",
    "dem",
    "os",
    "op",
    "hvor",
    "eller",
    "alt",
    "aldrig",
    "altid",
    "næsten",
    "morgen",
    "nat",
    "vinter",
    "havnen",
    "kajen",
    "tovet",
    "pumpen",
    "motoren",
    "bolten",
    "dækket",
    "lampen",
    "kaffen",
    "bænken",
    "døren",
    "vinduet",
    "hånden",
    "stemmen",
    "brevet",
    "kollegaen",
    "chaufføren",
    "stewarden",
    "mekanikeren",
    "kunden",
    "barnet",
    "moren",
    "chefen",
    "vagten",
    "minuttet",
    "timen",
    "torsdag",
    "regnen",
    "vinden",
    "vandet",
    "olien",
    "stålet",
    "papiret",
    "telefonen",
    "listen",
    "skuffen",
    "nøglen",
    "bussen",
    "færgen",
    "broen",
    "kahytten",
    "kontoret",
    "spurgte",
    "sagde",
    "hørte",
    "så",
    "drejede",
    "åbnede",
    "lukkede",
    "glemte",
    "fandt",
    "bar",
    "grinede",
    "ventede",
    "skrev",
    "lærte",
    "koldt",
    "varmt",
    "stille",
    "højt",
    "gammel",
    "ny",
    "lille",
    "tung",
    "ærlig",
    "træt",
    "forkert",
    "rigtigt",
    "først",
    "tolv",
];

const DUTCH: &[&str] = &[
    "de",
    "en",
    "het",
    "van",
    "ik",
    "te",
    "dat",
    "die",
    "in",
    "een",
    "hij",
    "niet",
    "zijn",
    "is",
    "was",
    "op",
    "aan",
    "met",
    "als",
    "voor",
    "had",
    "er",
    "maar",
    "om",
    "hem",
    "dan",
    "zou",
    "of",
    "wat",
    "mijn",
    "men",
    "dit",
    "zo",
    "door",
    "over",
    "ze",
    "zich",
    "bij",
    "ook",
    "tot",
    "je",
    "mij",
    "uit",
    "der",
    "daar",
    "nooit",
    "altijd",
    "bijna",
    "ochtend",
    "nacht",
    "winter",
    "haven",
    "kade",
    "touw",
    "pomp",
    "motor",
    "bout",
    "dek",
    "lamp",
    "koffie",
    "bank",
    "deur",
    "raam",
    "hand",
    "stem",
    "brief",
    "collega",
    "chauffeur",
    "steward",
    "monteur",
    "klant",
    "kind",
    "moeder",
    "baas",
    "dienst",
    "minuut",
    "uur",
    "donderdag",
    "regen",
    "wind",
    "water",
    "olie",
    "staal",
    "papier",
    "telefoon",
    "lijst",
    "lade",
    "sleutel",
    "bus",
    "veerboot",
    "brug",
    "hut",
    "kantoor",
    "vroeg",
    "zei",
    "hoorde",
    "zag",
    "draaide",
    "opende",
    "sloot",
    "vergat",
    "vond",
    "droeg",
    "lachte",
    "wachtte",
    "schreef",
    "belde",
    "leerde",
    "koud",
    "warm",
    "stil",
    "luid",
    "oud",
    "nieuw",
    "klein",
    "zwaar",
    "eerlijk",
    "moe",
    "fout",
    "goed",
    "eerst",
    "laatst",
    "twaalf",
];
