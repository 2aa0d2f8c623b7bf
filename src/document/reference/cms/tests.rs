//! Every field that can be edited is in the configuration, in the form that the file has.

use super::*;

fn repository(edit_url: &str) -> Repository {
    Repository::of(edit_url).expect("an address of a known kind")
}

fn written(languages: &[&str], edit_url: &str, places: &[Place]) -> String {
    written_in(languages[0], languages, edit_url, places)
}

fn written_in(words: &str, languages: &[&str], edit_url: &str, places: &[Place]) -> String {
    let languages: Vec<String> = languages.iter().map(|it| (*it).to_owned()).collect();
    config(&CmsSite {
        languages: &languages,
        own_names: &languages.iter().map(|it| format!("In {it}")).collect::<Vec<_>>(),
        repository: &repository(edit_url),
        published: Some("https://people.example/"),
        places,
        words: EditorWords::of(words),
        teams: vec![Named { id: "workshop", name: "Workshop 4" }],
        goals: vec![],
        roles: vec![],
    })
}

const GITHUB: &str = "https://github.com/people/handbook/edit/main/{path}";

#[test]
fn every_kind_is_a_collection_with_its_fields() {
    let config = written(&["en"], GITHUB, &[]);
    for kind in Kind::ALL {
        assert!(config.contains(&format!("\n  - name: {}\n", kind.word())), "{}", kind.word());
        for field in Subject::from(*kind).fields() {
            assert!(config.contains(&format!("- name: {}\n", field.name)), "{}", field.name);
        }
    }
    assert!(!config.contains("i18n"), "a site in one language has no translations");
}

#[test]
fn the_forge_is_the_one_of_the_site() {
    let on = |edit_url: &str| written(&["en"], edit_url, &[]);
    let github = on(GITHUB);
    assert!(github.starts_with(
        "backend:\n  name: github\n  repo: people/handbook\n  branch: main\n  auth_methods: [\"token\"]\n\
         publish_mode: editorial_workflow\n"
    ));
    let gitlab = on("https://git.example/a/b/c/-/edit/main/site/{path}");
    assert!(gitlab.contains("  name: gitlab\n  repo: a/b/c\n"), "{gitlab}");
    assert!(gitlab.contains("  api_root: \"https://git.example/api/v4\"\n"), "{gitlab}");
    assert!(gitlab.contains("    folder: site/content/stories\n"), "{gitlab}");
    let forgejo = on("https://git.example/a/b/_edit/main/{path}");
    assert!(forgejo.contains("  name: gitea\n"), "{forgejo}");
    assert!(!forgejo.contains("editorial_workflow"), "it knows no requests there");
}

#[test]
fn only_words_are_in_every_language() {
    let config = written(&["en", "da"], GITHUB, &[]);
    let theme = config.split("\n  - name: ").find(|part| part.starts_with("theme\n"));
    let fields: Vec<&str> = theme.expect("a collection").split("\n      - name: ").collect();
    let is_translated = |name: &str| {
        let field = fields.iter().find(|field| field.starts_with(&format!("{name}\n")));
        field.expect("a field").contains("i18n: true")
    };
    assert!(is_translated("title") && is_translated("prompts") && is_translated("body"));
    assert!(!is_translated("order") && !is_translated("from"));
    // In several languages, what a person does may be a text or a table: it stays as it is.
    assert!(!config.contains("- name: role\n"));
}

#[test]
fn other_folders_are_collections_of_their_own() {
    let place = |folder: &str, kind| Place { folder: folder.to_owned(), kind };
    let places = [
        place("how-to/", Kind::Page),
        place("stories/2026/", Kind::Story),
        place("stories/old/", Kind::Story),
    ];
    let config = written(&["en"], GITHUB, &places);
    assert!(config.contains("  - name: page-how-to\n    label: \"Pages: how-to\"\n"), "{config}");
    assert!(config.contains("  - name: story-stories-old\n"), "{config}");
    assert!(!config.contains("stories/2026"), "a year is where stories lie anyway");
}

#[test]
fn what_people_see_is_in_their_language_and_what_a_file_has_is_not() {
    let places = [Place { folder: "how-to/".to_owned(), kind: Kind::Page }];
    let danish = written_in("da", &["en", "da"], GITHUB, &places);
    for shown in [
        "label: \"Historier\"",
        "label_singular: historie",
        "label: \"Sider: how-to\"",
        "label: \"Tekst\"",
        "hint: \"Overskriften, med dine egne ord.\"",
        "- label: \"Kladde\"\n            value: draft",
        "- label: \"Workshop 4\"\n            value: workshop",
        "- label: \"In da\"\n            value: da",
    ] {
        assert!(danish.contains(shown), "{shown}\n{danish}");
    }
    // The rest is the same in every language.
    let bare = |config: &str| {
        let is_shown = |line: &&str| {
            let line = line.trim_start().trim_start_matches("- ");
            ["label: ", "label_singular: ", "hint: ", "description: "]
                .iter()
                .any(|shown| line.starts_with(shown))
        };
        config.lines().filter(|line| !is_shown(line)).map(str::to_owned).collect::<Vec<_>>()
    };
    for language in ["en", "nl"] {
        let other = written_in(language, &["en", "da"], GITHUB, &places);
        assert_eq!(bare(&danish), bare(&other), "{language}");
    }
}
