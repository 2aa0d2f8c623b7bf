//! Lists of fields of which some are prose: words that only the page itself and its cards show.
//! Such a list becomes two structs, one of facts and one of prose, so that whoever is given the
//! facts cannot depend on the words.

/// A list of fields some of which are prose.
pub(crate) trait HasProse {
    /// Its fields that are prose; the fields of `Self` are facts.
    type Prose;
}

/// The values of such a list, read at once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Split<T: HasProse> {
    pub(crate) facts: T,
    pub(crate) prose: T::Prose,
}

impl<T: HasProse> Split<T> {
    pub(crate) fn apart(self) -> (T, T::Prose) {
        (self.facts, self.prose)
    }
}

/// Declares a list of fields as two structs: `struct Story, StoryProse { … }`. A line is as in
/// `fields!`; one that begins with `prose` goes to the second struct, and one that begins with
/// `split` is a group that has prose itself, and goes to both: of a list, the entries at the same
/// place belong together.
macro_rules! split_fields {
    ($(#[$meta:meta])* $vis:vis struct $Name:ident, $Prose:ident { $($lines:tt)* }) => {
        $crate::data::split::split_fields! {
            @sort { [$(#[$meta])*] $vis $Name $Prose } {} {} {} { $($lines)* }
        }
    };
    (@sort $head:tt { $($facts:tt)* } { $($prose:tt)* } { $($all:tt)* } {
        $(#[doc = $doc:literal])+ $(#[expect($($unread:tt)+)])?
        prose $mode:ident $field:ident: $Type:ty $(, at most $most:literal)? $(, unless $unless:ident)? = $example:literal;
        $($rest:tt)*
    }) => {
        $crate::data::split::split_fields! {
            @sort $head
            { $($facts)* }
            { $($prose)* {
                [$(#[doc = $doc])+ $(#[expect($($unread)+)])?]
                $field [$crate::data::fields::fields!(@type $mode $Type)] [$field]
            } }
            { $($all)* { [$($doc),+] $mode $field [$Type] [$($most)?] [$($unless)?] $example [whole] } }
            { $($rest)* }
        }
    };
    (@sort $head:tt { $($facts:tt)* } { $($prose:tt)* } { $($all:tt)* } {
        $(#[doc = $doc:literal])+ $(#[expect($($unread:tt)+)])?
        split $mode:ident $field:ident: $Type:ty $(, at most $most:literal)? $(, unless $unless:ident)? = $example:literal;
        $($rest:tt)*
    }) => {
        $crate::data::split::split_fields! {
            @sort $head
            { $($facts)* {
                [$(#[doc = $doc])+ $(#[expect($($unread)+)])?]
                $field [$crate::data::fields::fields!(@type $mode $Type)] [$field.0]
            } }
            { $($prose)* {
                [$(#[doc = $doc])+]
                $field
                [$crate::data::fields::fields!(
                    @type $mode <$Type as $crate::data::split::HasProse>::Prose
                )]
                [$field.1]
            } }
            { $($all)* {
                [$($doc),+] $mode $field [$crate::data::split::Split<$Type>] [$($most)?] [$($unless)?] $example
                [apart $mode]
            } }
            { $($rest)* }
        }
    };
    (@sort $head:tt { $($facts:tt)* } { $($prose:tt)* } { $($all:tt)* } {
        $(#[doc = $doc:literal])+ $(#[expect($($unread:tt)+)])?
        $mode:ident $field:ident: $Type:ty $(, at most $most:literal)? $(, unless $unless:ident)? = $example:literal;
        $($rest:tt)*
    }) => {
        $crate::data::split::split_fields! {
            @sort $head
            { $($facts)* {
                [$(#[doc = $doc])+ $(#[expect($($unread)+)])?]
                $field [$crate::data::fields::fields!(@type $mode $Type)] [$field]
            } }
            { $($prose)* }
            { $($all)* { [$($doc),+] $mode $field [$Type] [$($most)?] [$($unless)?] $example [whole] } }
            { $($rest)* }
        }
    };
    (@sort { [$($meta:tt)*] $vis:vis $Name:ident $Prose:ident }
        { $({ [$($fact_docs:tt)*] $fact:ident [$($Fact:tt)*] [$($fact_value:tt)*] })* }
        { $({ [$($prose_docs:tt)*] $prose:ident [$($ProseType:tt)*] [$($prose_value:tt)*] })* }
        { $({ [$($doc:literal),+] $mode:ident $field:ident [$Type:ty] [$($most:literal)?]
            [$($unless:ident)?] $example:literal [$($form:tt)+] })* }
        {}
    ) => {
        $($meta)*
        #[derive(Clone, Debug, Default, PartialEq)]
        $vis struct $Name { $( $($fact_docs)* $vis $fact: $($Fact)*, )* }

        /// What of it is prose.
        #[derive(Clone, Debug, Default)]
        $vis struct $Prose { $( $($prose_docs)* $vis $prose: $($ProseType)*, )* }

        impl $crate::data::split::HasProse for $Name {
            type Prose = $Prose;
        }

        impl $crate::data::fields::FieldList for $crate::data::split::Split<$Name> {
            const FIELDS: &'static [$crate::data::Field] = &[ $(
                $crate::data::Field {
                    name: $crate::data::fields::plain_name(stringify!($field)),
                    doc: &[$($doc),+],
                    required: $crate::data::fields::fields!(@required $mode),
                    unless: $crate::data::fields::fields!(@unless $($unless)?),
                    shape: $crate::data::fields::fields!(@shape $mode $Type),
                    most: $crate::data::bounds::most(
                        &$crate::data::fields::fields!(@shape $mode $Type),
                        $crate::data::fields::fields!(@most $($most)?),
                    ),
                    example: $example,
                },
            )* ];

            fn take(
                tree: &[$crate::data::KeyValue],
                _whole: &std::ops::Range<usize>,
                reader: &mut $crate::data::Reader<'_>,
            ) -> Self {
                $(
                    let $field: $crate::data::fields::fields!(@type $mode $Type) =
                        $crate::data::fields::fields!(
                            @read $mode tree,
                            $crate::data::fields::plain_name(stringify!($field)),
                            const {
                                $crate::data::bounds::most(
                                    &$crate::data::fields::fields!(@shape $mode $Type),
                                    $crate::data::fields::fields!(@most $($most)?),
                                )
                            },
                            reader
                        );
                    let $field = $crate::data::split::split_fields!(@$($form)+ $field);
                )*
                $crate::data::split::Split {
                    facts: $Name { $( $fact: $($fact_value)*, )* },
                    prose: $Prose { $( $prose: $($prose_value)*, )* },
                }
            }
        }
    };
    (@whole $value:ident) => { $value };
    (@apart optional $value:ident) => {
        $value.map_or((None, None), |it| {
            let (facts, prose) = it.apart();
            (Some(facts), Some(prose))
        })
    };
    (@apart list $value:ident) => {
        $value.into_iter().map($crate::data::split::Split::apart).unzip::<_, _, Vec<_>, Vec<_>>()
    };
}
pub(crate) use split_fields;
