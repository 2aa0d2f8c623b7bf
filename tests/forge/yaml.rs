//! YAML as a tree, so that a test can ask what stands where.

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::Value;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Yaml {
    /// Without quotation marks: it may be a number or a yes.
    Plain(String),
    Text(String),
    List(Vec<Yaml>),
    Map(Vec<(String, Yaml)>),
}

impl Yaml {
    pub(crate) fn read(text: &str) -> Yaml {
        let mut events = Parser::new_from_str(text).map(|event| event.expect("sound YAML").0);
        loop {
            match events.next().expect("a document") {
                Event::StreamStart | Event::DocumentStart(_) => {}
                first => return Yaml::from(first, &mut events),
            }
        }
    }

    fn from<'a>(event: Event<'a>, rest: &mut impl Iterator<Item = Event<'a>>) -> Yaml {
        match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) => Yaml::Plain(text.into_owned()),
            Event::Scalar(text, ..) => Yaml::Text(text.into_owned()),
            Event::SequenceStart(..) => {
                let mut items = vec![];
                loop {
                    match rest.next().expect("an end") {
                        Event::SequenceEnd => return Yaml::List(items),
                        item => items.push(Yaml::from(item, rest)),
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut entries = vec![];
                loop {
                    match rest.next().expect("an end") {
                        Event::MappingEnd => return Yaml::Map(entries),
                        key => {
                            let key = Yaml::from(key, rest).as_text().to_owned();
                            let value = rest.next().expect("a value");
                            entries.push((key, Yaml::from(value, rest)));
                        }
                    }
                }
            }
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn at(&self, path: &[&str]) -> Option<&Yaml> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        let Yaml::Map(entries) = self else { return None };
        entries.iter().find(|(key, _)| key == first)?.1.at(rest)
    }

    pub(crate) fn get(&self, key: &str) -> &Yaml {
        self.at(&[key]).unwrap_or_else(|| panic!("no {key}"))
    }

    pub(crate) fn words(&self, path: &[&str]) -> String {
        self.at(path).unwrap_or_else(|| panic!("no {path:?}")).as_text().to_owned()
    }

    pub(crate) fn as_text(&self) -> &str {
        let (Yaml::Text(text) | Yaml::Plain(text)) = self else { panic!("no text: {self:?}") };
        text
    }

    pub(crate) fn items(&self) -> &[Yaml] {
        let Yaml::List(items) = self else { panic!("no list: {self:?}") };
        items
    }

    pub(crate) fn entries(&self) -> &[(String, Yaml)] {
        let Yaml::Map(entries) = self else { panic!("no map: {self:?}") };
        entries
    }

    /// The same as YAML 1.2 reads it.
    pub(crate) fn json(&self) -> Value {
        match self {
            Yaml::Plain(text) => match text.as_str() {
                "" | "~" | "null" => Value::Null,
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                text => text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
            },
            Yaml::Text(text) => Value::from(text.as_str()),
            Yaml::List(items) => items.iter().map(Yaml::json).collect(),
            Yaml::Map(entries) => {
                entries.iter().map(|(key, value)| (key.clone(), value.json())).collect()
            }
        }
    }
}
