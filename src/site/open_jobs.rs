//! The jobs that are open on the day of the build, by the team that one would join.

use std::collections::HashMap;

use super::Site;
use crate::base::Date;
use crate::config::{Job, Jobs};

/// By team, the places of its open jobs in `jobs.toml`; of each, the first is the one that closes first.
pub(super) type JobsByTeam = HashMap<String, Vec<usize>>;

/// `team` is the name of a team as most texts write it.
pub(super) fn by_team<'a>(
    jobs: Option<&'a Jobs>,
    today: Date,
    team: impl Fn(&'a str) -> &'a str,
) -> JobsByTeam {
    let Some(Jobs { jobs }) = jobs else { return JobsByTeam::new() };
    let mut open: Vec<usize> = (0..jobs.len()).filter(|at| jobs[*at].until >= today).collect();
    open.sort_by_key(|at| jobs[*at].until);
    let mut by_team = JobsByTeam::new();
    for at in open {
        by_team.entry(team(&jobs[at].team.id).to_owned()).or_default().push(at);
    }
    by_team
}

impl Site {
    /// The open jobs of a team; the one that closes first is the first.
    pub(crate) fn open_jobs_of(&self, team: &str) -> impl Iterator<Item = &Job> {
        let all = self.jobs.as_deref().map_or(&[][..], |jobs| &jobs.jobs);
        let places = match all {
            [] => None,
            _ => self.open_jobs.get(self.usual_team(team)),
        };
        places.into_iter().flatten().map(|at| &all[*at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::types::TeamName;

    fn job(team: &str, until: &str) -> Job {
        let team = TeamName { id: team.into(), ..TeamName::default() };
        Job { team, until: until.parse().expect("a day"), ..Job::default() }
    }

    #[test]
    fn a_job_is_open_on_its_last_day_and_gone_on_the_next() {
        let jobs =
            [job("deck", "2026-12-24"), job("deck", "2026-12-15"), job("hall", "2026-12-15")];
        let jobs = Jobs { jobs: jobs.into() };
        let on = |day: &str| {
            let mut open: Vec<_> = by_team(Some(&jobs), day.parse().expect("a day"), |team| team)
                .into_iter()
                .collect();
            open.sort();
            open
        };
        let (deck, hall) = ("deck".to_owned(), "hall".to_owned());
        assert_eq!(on("2026-12-15"), [(deck.clone(), vec![1, 0]), (hall, vec![2])]);
        assert_eq!(on("2026-12-16"), [(deck, vec![0])]);
        assert_eq!(on("2026-12-25"), []);
        assert_eq!(by_team(None, "2026-12-15".parse().expect("a day"), |team| team).len(), 0);
    }
}
