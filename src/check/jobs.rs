//! `jobs.toml`: teams in it that there are not.

use super::known::Known;
use crate::base::diagnostic::nearest;
use crate::base::{Anchor, Code, Diagnostic, Finding};
use crate::data::fields::shortened;
use crate::site::Site;
use crate::site::addresses::jobs_path;
use crate::site::spelling::same_to_people;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    let Some(jobs) = site.jobs.as_deref() else { return };
    let path = &site.programme_path;
    let teams = Known::of(site).teams;
    // Where the programme lists no teams, each name is one.
    if teams.is_empty() || site.flawed.contains(path) || site.misread.contains(path) {
        return;
    }
    for job in &jobs.jobs {
        let name = &job.team.id;
        if teams.contains(&name.as_str()) {
            continue;
        }
        let message = format!("There is no team called “{}”", shortened(name));
        let span = Anchor { path: jobs_path(), at: job.team.at };
        let mut called = site.programme.teams.iter().filter(|team| {
            team.name.all().any(|known| same_to_people(known) == same_to_people(name))
        });
        let near = called.next().map(|team| team.id.value.as_str());
        let hint = match near.or_else(|| nearest(name, teams.iter().copied())) {
            Some(near) => format!("Did you mean “{near}”?"),
            None => {
                "Add it to [[teams]] in content/programme.toml, or name one of those".to_owned()
            }
        };
        out.push(Diagnostic::new(Code::UnknownTeam, span, message).hint(hint));
    }
}
