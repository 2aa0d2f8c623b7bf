//! What is planned for a place.

use super::*;

fn address(name: &str) -> UrlPath {
    UrlPath::new(name).expect("inside")
}

fn wanted(names: &[(&str, Stage)]) -> Vec<(UrlPath, Stage)> {
    names.iter().map(|(name, stage)| (address(name), *stage)).collect()
}

fn standing(names: &[&str], made_of: Option<Hash>) -> Manifest {
    let row = ManifestRow { hash: Hash::of(b"1"), digest: Hash::of(b"1"), size: 1 };
    let rows = names.iter().map(|name| (address(name), Some(row))).collect();
    Manifest { made_of, rows }
}

#[test]
fn assets_are_put_before_pages_and_indexes_after_them() {
    let wanted = wanted(&[
        ("index.html", Stage::Entrances),
        ("a.html", Stage::Pages),
        ("feeds/a.xml", Stage::Entrances),
        ("assets/a.css", Stage::Files),
        ("b.html", Stage::Pages),
    ]);
    let plan = Plan::new(&wanted, None, &standing(&["b.html", "old.html"], None));
    let plan = plan.expect("nothing overlaps");
    let names: Vec<Vec<&str>> =
        plan.stages.iter().map(|it| it.iter().map(|it| it.as_str()).collect()).collect();
    assert_eq!(
        names,
        [vec!["assets/a.css"], vec!["a.html", "b.html"], vec!["feeds/a.xml", "index.html"]]
    );
    assert_eq!(plan.deletes, [address("old.html")]);
}

#[test]
fn a_site_made_of_the_same_is_left_alone_unless_something_of_it_is_in_doubt() {
    let made_of = Some(Hash::of(b"all"));
    let wanted = wanted(&[("a", Stage::Pages), ("b", Stage::Pages)]);
    let untouched = |standing: &Manifest, made_of| {
        Plan::new(&wanted, made_of, standing).expect("nothing overlaps").untouched
    };
    let mut same = standing(&["a", "b"], made_of);
    assert_eq!(untouched(&same, made_of), 2);
    assert_eq!(untouched(&same, None), 0);
    assert_eq!(untouched(&same, Some(Hash::of(b"other"))), 0);
    assert_eq!(untouched(&standing(&["a", "b"], None), made_of), 0);
    assert_eq!(untouched(&standing(&["a", "c"], made_of), made_of), 0);
    assert_eq!(untouched(&standing(&["a"], made_of), made_of), 0);
    same.rows.insert(address("a"), None);
    assert_eq!(untouched(&same, made_of), 0);
}

#[test]
fn a_page_cannot_have_the_name_of_a_folder() {
    let wanted = wanted(&[("a", Stage::Pages), ("a/b/c", Stage::Files)]);
    let error = Plan::new(&wanted, None, &Manifest::default()).expect_err("cannot be");
    assert!(error.to_string().contains("at a/b/c"), "{error}");
}
