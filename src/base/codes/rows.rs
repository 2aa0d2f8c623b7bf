//! Makes `Code` and its rows of the table.

macro_rules! codes {
    ($( $Section:ident { $(
        $(#[doc = $meaning:literal])+
        $Name:ident = $name:literal $(once $old:literal)*, [$($Severity:ident),+], $weighing:expr;
    )+ } )+) => {
        /// What kind of problem a diagnostic is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $( $( $(#[doc = $meaning])+ $Name, )+ )+ }

        impl Code {
            /// All of them, by section.
            pub const ALL: &'static [Code] = &[$( $( Code::$Name, )+ )+];

            /// What there is to know about it.
            pub(crate) fn row(self) -> &'static Row {
                &ROWS[self as usize]
            }
        }

        static ROWS: &[Row] = &[$( $( Row {
            name: $name,
            old_names: &[$($old),*],
            meaning: concat!($($meaning),+).trim_ascii_start(),
            severities: &[$(Severity::$Severity),+],
            weighing: $weighing,
            section: Section::$Section,
        }, )+ )+];
    };
}

pub(super) use codes;
