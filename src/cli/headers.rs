//! `storywall headers`: what a web server should send with the site, in the words of that server.

mod apache;
mod caddy;
mod iis;
mod json;
mod netlify;
mod nginx;

use anyhow::Context;
use clap::ValueEnum;

use super::Ended;
use super::output::{print, say_report};
use super::project::{ProjectArgs, human};
use crate::base::headers::{Rule, rules};
use crate::base::{Diagnostic, Severity, percent};
use crate::io::http::target::Mount;
use crate::language::Language;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The web server that will read them.
    #[arg(long, value_enum)]
    format: Format,
    #[command(flatten)]
    project: ProjectArgs,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A file .htaccess in the site's folder.
    Apache,
    /// Lines of a site in a Caddyfile.
    Caddy,
    /// A file web.config in the site's folder.
    Iis,
    /// The rules themselves, for all else.
    Json,
    /// A file _headers in the site's folder; Cloudflare reads it too.
    Netlify,
    /// Lines inside a server, or a location of it.
    Nginx,
}

/// What a server must be configured with.
struct Served {
    /// The path that the site lies below, as people write it, with a slash at both ends.
    mount: String,
    /// The folders of the languages that have one.
    folders: Vec<String>,
    rules: Vec<Rule>,
}

/// Prints, and writes nothing.
pub(crate) fn run(args: &Args) -> anyhow::Result<Ended> {
    let project = args.project.open_to_read()?;
    let snapshot = &project.snapshot;
    // Only these decide where the site lies.
    let is_asked =
        |it: &&Diagnostic| it.severity() == Severity::Error && it.span.path.as_str() == "site.toml";
    let wrong: Vec<Diagnostic> = snapshot.diagnostics().iter().filter(is_asked).cloned().collect();
    if !wrong.is_empty() {
        say_report(human(snapshot, &wrong).trim_end());
        return Ok(Ended::Problems);
    }
    let site = snapshot.site();
    let folder = |language: &Language| {
        let page = site.address("404.html", language.as_str());
        page.as_str().strip_suffix("/404.html").map(str::to_owned)
    };
    let served = Served {
        mount: mount(site.base_url().as_deref())?,
        folders: site.languages.all().filter_map(folder).collect(),
        rules: rules(),
    };
    let text = match args.format {
        Format::Apache => apache::text(&served),
        Format::Caddy => caddy::text(&served),
        Format::Iis => iis::text(&served),
        Format::Json => json::text(&served),
        Format::Netlify => netlify::text(&served),
        Format::Nginx => nginx::text(&served),
    };
    print(text.trim_end())?;
    Ok(Ended::Fine)
}

/// The path of the site. Signs that mean something in the files of a server would say there what
/// nobody meant.
fn mount(base_url: Option<&str>) -> anyhow::Result<String> {
    let mount = Mount::of(base_url);
    let is_plain = |c: char| c.is_alphanumeric() || "/-_.~".contains(c);
    let decoded = percent::decoded(mount.as_str()).filter(|path| path.chars().all(is_plain));
    let path = decoded.with_context(|| {
        format!(
            "the path {} in the address of the site has characters that servers read in different \
             ways: use --base-url with a path of letters, digits, “-” and “_”, and insert the real \
             path yourself",
            mount.as_str()
        )
    })?;
    Ok(path.into_owned())
}

impl Served {
    fn page_for_missing(&self) -> String {
        format!("{}404.html", self.mount)
    }

    /// The paths of languages, with a slash at the end, and the page that each of them has for what
    /// is missing below it.
    fn pages_for_missing(&self) -> impl Iterator<Item = (String, String)> {
        self.folders.iter().map(|folder| {
            let path = format!("{}{folder}/", self.mount);
            let page = format!("{path}404.html");
            (path, page)
        })
    }

    /// A rule as a regular expression of the path: `^/handbook/media/.*\.svg$`.
    fn expression(&self, rule: &Rule) -> String {
        let mut expression = format!("^{}", escaped(&self.mount));
        if let Some(folder) = rule.folder {
            expression += &format!("{folder}/");
        }
        if let Some(ending) = rule.ending {
            expression += &format!(".*\\.{ending}$");
        }
        expression
    }
}

/// A path in a regular expression.
fn escaped(path: &str) -> String {
    path.replace('.', "\\.")
}

/// `content-security-policy` as people write it.
fn written(name: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(1);
        format!("{}{rest}", first.to_uppercase())
    };
    name.split('-').map(word).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_escaped_in_the_syntax_of_each_server() {
        let of = |base: &str| mount(Some(base)).ok();
        assert_eq!(mount(None).ok().as_deref(), Some("/"));
        assert_eq!(of("https://x.example").as_deref(), Some("/"));
        assert_eq!(of("https://x.example/h%C3%A5nd_bog/v1.0").as_deref(), Some("/hånd_bog/v1.0/"));
        for bad in ["a%20b", "a%22b", "a%0Ab", "a;b", "a{b}", "a$b", "a#b|c", "%2A", "(a)", "a%ffb"]
        {
            assert_eq!(
                of(&format!("https://x.example/{}/", bad.replace('#', "%23"))),
                None,
                "{bad}"
            );
        }
    }

    #[test]
    fn values_can_stand_in_quotes() {
        for rule in rules() {
            for (name, value) in rule.headers {
                assert!(
                    !value.contains(['"', '\\', '$', '{', '%', '<', '&', '\n']),
                    "{name}: {value}"
                );
            }
        }
        assert_eq!(written("x-content-type-options"), "X-Content-Type-Options");
    }
}
