//! Files of quarters, as people and spreadsheets write them.

use super::*;
use crate::base::SourcePath;

fn read(name: &str, text: &str) -> (QuarterFile, Vec<String>) {
    let path = SourcePath::new(&format!("content/metrics/{name}")).expect("a path inside");
    let source = Source::new(path, Source::without_mark(&text.into()));
    let mut out = vec![];
    let languages = ["en".to_owned(), "da".to_owned()];
    let (file, _) = QuarterFile::read(&source, &languages, &mut out);
    let told = out.iter().map(|it| {
        let range = it.span.range.clone().unwrap_or_default();
        format!("{} at {:?}: {}", it.code.name(), &source.text[range], it.message)
    });
    (file, told.collect())
}

#[test]
fn the_tables_of_spreadsheets_are_read_alike() {
    let danish = "kvartal;id;mål;værdi;forrige;målsætning;hvordan;antal;bemærkning\r\n\
                  2026-Q4;i_dare;bliv;3,6;3,1;3,5;asked;198;\"På papir; på telefon\"\r\n";
    let dutch = "\u{feff}kwartaal\tid\tdoel\twaarde\tvorige\tstreefwaarde\thoe\taantal\topmerking\n\
                 2026-Q4\ti_dare\tbliv\t3,6\t3,1\t3,5\tasked\t198\tPå papir; på telefon\n";
    let english = "id,goal,value,previous,target,how,n,note\n\
                   i_dare,bliv,\"3,6\",3.1,3.5,asked,198,På papir; på telefon\n\n";
    let with_title = "sep=;\nTal fra personale\nid;goal;value;previous;target;how;n;note\n\
                      i_dare;bliv;3,6;3,1;3,5;asked;198;På papir; på telefon\n";
    for (text, told) in [(danish, 0), (dutch, 0), (english, 0), (with_title, 1)] {
        let (file, wrong) = read("2026-Q4.csv", text);
        assert_eq!(wrong.len(), told, "{wrong:?}");
        assert_eq!(file.quarter.value.to_string(), "2026-Q4");
        let Some(measure) = file.metrics.first() else {
            assert!(wrong[0].contains("9 cells"), "{wrong:?}");
            continue;
        };
        let goal = measure.goal.as_ref().map(|goal| goal.id.as_str());
        assert_eq!((measure.id.value.as_str(), goal), ("i_dare", Some("bliv")));
        assert_eq!(measure.value.map(|it| it.value), Some(3.6));
        assert_eq!(measure.previous.map(|it| it.value), Some(3.1));
        assert_eq!(measure.n.as_ref().map(|n| n.value), Some(198));
        assert_eq!(measure.how, Some(How::Asked));
        let note = measure.note.as_ref().map(|note| note.get("en", "en"));
        assert_eq!(note, Some("På papir; på telefon"));
    }
}

#[test]
fn how_many_is_the_number_where_there_is_no_other() {
    for text in [
        "id;antal\nconversations;12\n",
        "id\taantal\nconversations\t12\n",
        "id;Antal;svar\nconversations;12;40\n",
    ] {
        let (file, wrong) = read("2026-Q4.csv", text);
        assert_eq!(wrong, Vec::<String>::new(), "{text}");
        assert_eq!(file.metrics[0].value.map(|it| it.value), Some(12.0), "{text}");
    }
    let (file, _) = read("2026-Q4.csv", "id;tal;antal\ni_dare;3,6;198\n");
    let measure = &file.metrics[0];
    assert_eq!(measure.value.map(|it| it.value), Some(3.6));
    assert_eq!(measure.n.as_ref().map(|n| n.value), Some(198));
}

#[test]
fn a_percentage_is_no_number_of_people() {
    for (text, told) in [
        (
            "id;value\nconversations;12 %\n",
            "“12 %” is a percentage, and “conversations” counts people",
        ),
        ("id;value\nbreadth;12%\n", "“12%” is a percentage, and “breadth” counts things"),
        ("id;value\ni_dare;62 %\n", "“62 %” is a percentage, and “i_dare” is the mean of answers"),
        ("id;value;of\nperk_use;62 %;9 %\n", "“9 %” is a percentage, and “of” is a number"),
    ] {
        let (file, wrong) = read("2026-Q4.csv", text);
        assert!(wrong.len() == 1 && wrong[0].contains(told), "{text}: {wrong:?}");
        let measure = &file.metrics[0];
        assert!(measure.value.is_none() || measure.of.is_none(), "{text}");
    }
    for text in ["id;value\nperk_use;62 %\n", "id;value\nproduct_quiz;14%\n"] {
        let (file, wrong) = read("2026-Q4.csv", text);
        assert!(wrong.is_empty() && file.metrics[0].value.is_some(), "{text}: {wrong:?}");
    }
    let own = "quarter = \"2026-Q4\"\n[[metrics]]\nid = \"bikes\"\nvalue = \"12 %\"\n";
    let points = "[[series]]\nid = \"bikes\"\npoints = [{ m = \"2026-10\", v = \"11 %\" }]\n";
    let (file, wrong) = read("2026-Q4.toml", &format!("{own}{points}"));
    assert!(wrong.len() == 2 && wrong[1].contains("“11 %” is a percentage"), "{wrong:?}");
    assert_eq!((file.metrics[0].value, file.series[0].points[0].v), (None, None));
    let (file, wrong) = read("2026-Q4.toml", &format!("{own}counts = \"percent\"\n{points}"));
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(file.metrics[0].value.is_some() && file.series[0].points[0].v.is_some());
}

#[test]
fn what_is_wrong_with_a_table_is_told_at_its_cell() {
    for (text, told) in [
        ("a;b\n1;2\n", "bad-table at \"a;b\": This table has no column “id”"),
        ("id;value\nvoices;9;x\n", "bad-table at \"voices;9;x\": This row has 3 cells"),
        ("id;Names\nvoices;9\n", "bad-table at \"Names\": No column is called “Names”"),
        ("id;value\nvoices;#N/A\n", "wrong-type at \"#N/A\": “value” needs a number, not “#N/A”"),
        ("id;value\nvoices;1.234\n", "bad-number at \"1.234\": “1.234” can be read as 1234 or as"),
        ("quarter;id\n2026-Q5;voices\n", "bad-quarter at \"2026-Q5\": “2026-Q5” is not a quarter"),
        (
            "quarter;id\n2026-Q4;voices\n2026-Q3;voices\n",
            "bad-quarter at \"2026-Q3\": This row is of 2026-Q3",
        ),
    ] {
        let (_, wrong) = read("2026-Q4.csv", text);
        assert!(wrong.len() == 1 && wrong[0].starts_with(told), "{text}: {wrong:?}");
    }
}

#[test]
fn a_missing_number_is_not_nothing() {
    let (file, wrong) = read("2026-Q4.csv", "id;value;previous\nvoices;9;\n");
    assert_eq!((file.metrics[0].previous, wrong), (None, vec![]));
}

#[test]
fn numbers_of_how_many_might_have_seen_something_are_refused() {
    let (file, wrong) = read(
        "2026-Q4.toml",
        "quarter = \"2026-Q4\"\npotential_reach = 30000\n\
         [[metrics]]\nid = \"potential_reach\"\ncontext_only = true\n\
         [[metrics]]\nid = \"views\"\nvalue = 3\n\
         [[metrics]]\nid = \"reach\"\nvalue = 3\ncontext_only = true\n\
         [[metrics]]\nid = \"voices\"\nimpressions = 4\n",
    );
    let ids: Vec<&str> = file.metrics.iter().map(|it| it.id.value.as_str()).collect();
    assert_eq!(ids, ["reach", "voices"]);
    assert_eq!(wrong.len(), 4, "{wrong:?}");
    assert!(wrong.iter().all(|it| it.starts_with("refused-measure")), "{wrong:?}");
}

#[test]
fn more_than_seven_measures_are_too_many() {
    let measures = "[[metrics]]\nid = \"voices\"\n".repeat(8);
    let (file, wrong) = read("2026-Q4.toml", &format!("quarter = \"2026-Q4\"\n{measures}"));
    assert_eq!(file.metrics.len(), 7);
    assert!(wrong.len() == 1 && wrong[0].starts_with("too-many"), "{wrong:?}");
}
