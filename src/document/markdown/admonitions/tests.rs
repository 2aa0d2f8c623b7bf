//! Blocks of other tools, and what only looks like one.

use proptest::prelude::*;

use super::*;

fn rewritten(text: &str) -> String {
    as_alerts(text).map_or("as it is".to_owned(), |rewritten| rewritten.text)
}

#[test]
fn blocks_of_other_tools_become_alerts() {
    let cases = [
        (
            "A\n!!! note \"Mind\"\n    One\n\n    Two\nThree\n",
            "A\n> [!NOTE]\n> **Mind**\n>\n> One\n> \n> Two\n\nThree\n",
        ),
        (
            "!!! note\n    One\n\n??? tip\n    Two\n\n\n> Three\n",
            "> [!NOTE]\n> One\n> \n\n> [!TIP]\n> Two\n> \n> \n\n> Three\n",
        ),
        (
            "!!! note\n    !!! tip\n        One\n\n    > Two\n",
            "> [!NOTE]\n> > [!TIP]\n> > One\n> > \n> \n> > Two\n",
        ),
        (":::tip\nOne\n:::\nTwo", "> [!TIP]\n> One\n\nTwo\n"),
        ("{{% alert color=\"danger\" %}}\nOne\n{{% /alert %}}", "> [!CAUTION]\n> One\n\n"),
        ("- A\n\n  :::info\n  One\n  :::\n", "- A\n\n  > [!NOTE]\n  > One\n\n"),
        ("::::warning\nA\n:::tip\nB\n:::\n::::\n", "> [!WARNING]\n> A\n> > [!TIP]\n> > B\n> \n\n"),
    ];
    for (text, expected) in cases {
        assert_eq!(rewritten(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_such_block_stays_as_it_is() {
    for text in [
        ":::note\nNo end",
        "```\n:::note\nA\n:::\n```\n",
        "    !!! note\n        A\n",
        "!!! hurra\n    for her\n",
        "!!! note\nNothing indented",
        ":::columns\nA\n:::\n",
        "{{% figure %}}",
    ] {
        assert_eq!(rewritten(text), "as it is", "{text}");
    }
}

#[test]
fn every_byte_of_the_words_knows_where_it_stood() {
    let text = "One.\n\n!!! note \"å {six}\"\n    Two *three*.\n\n    - four\n\nfive\n:::tip[seven]\n:::\n";
    let found = as_alerts(text).expect("a block");
    for word in ["One", "Two", "three", "four", "five", "six", "seven"] {
        let now = found.text.find(word).expect("the word");
        assert_eq!(found.places.before(now), text.find(word).expect("the word"), "{word}");
    }
}

/// Texts that would become many times as long.
#[test]
fn no_text_becomes_many_times_as_long() {
    let nested = |sign: fn(usize) -> String| (0..400).map(sign).collect::<String>();
    let indented = nested(|depth| "    ".repeat(depth) + "!!! note\n");
    let colons = nested(|depth| ":".repeat(500 - depth) + "note\n");
    let closed = nested(|depth| ":".repeat(101 + depth) + "\n");
    let mixed = nested(|depth| match depth % 2 {
        0 => "    ".repeat(depth) + "!!! note\n",
        _ => "    ".repeat(depth) + ":::note\n",
    });
    let blank = "\n".repeat(50_000);
    let far = format!("{0}- a\n{0}  !!! note\n{0}      a\n", " ".repeat(5_000));
    for text in [
        format!("{indented}{blank}"),
        format!("{mixed}{blank}"),
        format!("{colons}{blank}{closed}"),
        format!("{far}{blank}"),
        format!("!!! note\n    a\n{blank}"),
    ] {
        let Some(rewritten) = as_alerts(&text) else { continue };
        let most = 5 * text.len() + 5_000;
        assert!(rewritten.text.len() <= most, "{}: {}", text.len(), rewritten.text.len());
        let deepest = rewritten.text.lines().map(|line| line.matches("> ").count()).max();
        assert!(deepest <= Some(2 * MAX_DEPTH), "{deepest:?}");
    }
    // What a handbook may well contain is rewritten.
    let text = "!!! note\n    a\n\n    b\n\n".repeat(2_000);
    assert!(as_alerts(&text).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_is_lost_and_every_place_is_in_the_text(
        lines in prop::collection::vec(
            "[ \t]{0,9}(!!! tip|\\?\\?\\? note \"ti\"|:::tip|::::note|:::|::::|\\{% hint %\\}|\\{% endhint %\\}|```|- |x|yå|)\r?",
            0..12,
        ),
    ) {
        let text = lines.join("\n");
        let Some(found) = as_alerts(&text) else { return Ok(()) };
        let words = |text: &str| text.chars().filter(|c| "xyå`-".contains(*c)).collect::<String>();
        prop_assert_eq!(words(&found.text), words(&text));
        let before: Vec<usize> = (0..=found.text.len()).map(|at| found.places.before(at)).collect();
        prop_assert!(before.is_sorted() && before.iter().all(|at| *at <= text.len()), "{:?}", before);
    }
}
