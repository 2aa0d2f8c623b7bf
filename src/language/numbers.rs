//! Numbers as a language writes them: 12,345 or 12.345.

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;

use super::Language;

/// The way in which one language groups digits.
#[derive(Debug)]
pub(crate) struct Numbers(DecimalFormatter);

impl Numbers {
    pub(crate) fn new(language: &Language) -> Numbers {
        let formatter = DecimalFormatter::try_new((&language.id()).into(), Default::default());
        Numbers(formatter.expect("the data in the program covers every language by its fallbacks"))
    }

    pub(crate) fn whole(&self, number: i64) -> String {
        self.0.format(&Decimal::from(number)).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language;

    #[test]
    fn digits_are_grouped() {
        for (code, written) in [("en", "-1,234,567"), ("da", "-1.234.567"), ("nl", "-1.234.567")] {
            assert_eq!(Numbers::new(&language(code)).whole(-1_234_567), written);
        }
        assert_eq!(Numbers::new(&language("da")).whole(999), "999");
    }
}
