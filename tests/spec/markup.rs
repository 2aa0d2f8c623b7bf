//! HTML and XML as lines that people can read and compare: an element that holds others is
//! indented, one that holds words only stands on one line. Drawings are left out.

/// A line of the normal form.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) indent: usize,
    /// Of preformatted text, several lines.
    pub(crate) text: String,
}

enum Node {
    Element { name: String, open: String, children: Vec<Node> },
    Text(String),
}

const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// What stands in a line of text.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// The normal form of a whole page or feed.
pub(crate) fn lines(html: &str) -> Vec<Line> {
    print_all(&parse(html))
}

/// The normal form of what stands inside `<main>`.
pub(crate) fn main(html: &str) -> Option<Vec<Line>> {
    let nodes = parse(html);
    let inside = find(&nodes, "main")?;
    Some(print_all(inside))
}

fn find<'a>(nodes: &'a [Node], wanted: &str) -> Option<&'a [Node]> {
    nodes.iter().find_map(|node| match node {
        Node::Element { name, children, .. } if name == wanted => Some(children.as_slice()),
        Node::Element { children, .. } => find(children, wanted),
        Node::Text(_) => None,
    })
}

fn parse(html: &str) -> Vec<Node> {
    let mut open: Vec<(String, String, Vec<Node>)> = vec![(String::new(), String::new(), vec![])];
    let mut rest = html;
    while !rest.is_empty() {
        let end = if rest.starts_with('<') { tag_end(rest) } else { rest.find('<') };
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        if !piece.starts_with('<') {
            push(&mut open, Node::Text(piece.to_owned()));
        } else if let Some(name) = piece.strip_prefix("</") {
            let name = name.trim_end_matches('>').trim();
            if let Some(at) = open.iter().skip(1).rposition(|(known, ..)| known == name) {
                while open.len() > at + 1 {
                    close(&mut open);
                }
            }
        } else if !piece.starts_with("<!") && !piece.starts_with("<?") {
            let name: String = piece[1..]
                .chars()
                .take_while(|c| !c.is_whitespace() && !"/>".contains(*c))
                .collect();
            let written = piece.split_whitespace().collect::<Vec<_>>().join(" ");
            open.push((name.clone(), written, vec![]));
            if piece.ends_with("/>") || VOID.contains(&name.as_str()) {
                close(&mut open);
            }
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().expect("the root stays open").2
}

/// Behind the `>` that ends a tag or a comment; one within quotes ends nothing.
fn tag_end(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return text.find("-->").map(|at| at + 3);
    }
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn push(open: &mut [(String, String, Vec<Node>)], node: Node) {
    open.last_mut().expect("the root stays open").2.push(node);
}

fn close(open: &mut Vec<(String, String, Vec<Node>)>) {
    let (name, written, children) = open.pop().expect("an element is open");
    if name != "svg" {
        push(open, Node::Element { name, open: written, children });
    }
}

fn print_all(nodes: &[Node]) -> Vec<Line> {
    let mut lines = vec![];
    print(nodes, 0, &mut lines);
    lines
}

fn print(nodes: &[Node], indent: usize, lines: &mut Vec<Line>) {
    let mut words = String::new();
    for node in nodes {
        match node {
            Node::Element { name, open, children } if !is_inline(node) => {
                flush(&mut words, indent, lines);
                if name == "pre" {
                    let mut text = String::new();
                    verbatim(node, &mut text);
                    lines.push(Line { indent, text });
                } else if children.iter().all(is_inline) {
                    let mut text = String::new();
                    children.iter().for_each(|child| verbatim(child, &mut text));
                    let end = end_tag(name, open);
                    lines.push(Line { indent, text: format!("{open}{}{end}", squeezed(&text)) });
                } else {
                    lines.push(Line { indent, text: open.clone() });
                    print(children, indent + 1, lines);
                    lines.push(Line { indent, text: end_tag(name, open) });
                }
            }
            _ => verbatim(node, &mut words),
        }
    }
    flush(&mut words, indent, lines);
}

fn flush(words: &mut String, indent: usize, lines: &mut Vec<Line>) {
    let text = squeezed(words);
    words.clear();
    if !text.is_empty() {
        lines.push(Line { indent, text });
    }
}

fn is_inline(node: &Node) -> bool {
    match node {
        Node::Text(_) => true,
        Node::Element { name, children, .. } => {
            INLINE.contains(&name.as_str()) && children.iter().all(is_inline)
        }
    }
}

fn verbatim(node: &Node, out: &mut String) {
    match node {
        Node::Text(text) => out.push_str(text),
        Node::Element { name, open, children } => {
            out.push_str(open);
            children.iter().for_each(|child| verbatim(child, out));
            out.push_str(&end_tag(name, open));
        }
    }
}

fn end_tag(name: &str, open: &str) -> String {
    match VOID.contains(&name) || open.ends_with("/>") {
        true => String::new(),
        false => format!("</{name}>"),
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
