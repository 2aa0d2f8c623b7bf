//! What can be measured, and what is refused: the ids that files of quarters may use.

/// What a number counts, which says when it tells too much of a few people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    People,
    Things,
    Percent,
    /// The mean of answers on a scale.
    Score,
    Days,
}

/// The measures that the look has words for: their id, and what they count.
pub(crate) const MEASURES: &[(&str, Unit)] = &[
    ("applications_mentioning", Unit::People),
    ("referral_hires", Unit::People),
    ("inquiries_from_people", Unit::People),
    ("conversations", Unit::People),
    ("voices", Unit::People),
    ("new_voices", Unit::People),
    ("retention", Unit::People),
    ("inbound_volunteers", Unit::People),
    ("not_comms", Unit::Percent),
    ("breadth", Unit::Things),
    ("things_changed", Unit::Things),
    ("time_to_live", Unit::Days),
    ("edits_by_others", Unit::Things),
    ("brand_stops", Unit::Things),
    ("i_dare", Unit::Score),
    ("i_may", Unit::Score),
    ("wellbeing", Unit::Score),
    ("talks_given", Unit::People),
    ("thanks_sent", Unit::Things),
    ("questions_answered", Unit::Things),
    ("handbook_fresh", Unit::Things),
    ("product_quiz", Unit::Percent),
    ("perk_use", Unit::Percent),
    ("followers_company", Unit::Percent),
    ("network_growth_avg", Unit::Percent),
];

/// Percentages that are no share of people.
pub(crate) const NO_SHARE: [&str; 3] = ["not_comms", "followers_company", "network_growth_avg"];

/// Numbers that say how many might have seen something, or how one person compares with another. With
/// `context_only`, those that compare nobody may be shown small, but never the first.
pub(crate) const REFUSED: &[(&str, &[&str])] = &[
    (
        "potential_reach",
        &["potentiel_rækkevidde", "potentieel_bereik", "potentiële_bereik", "content_reach"],
    ),
    ("reach", &["rækkevidde", "bereik"]),
    ("impressions", &["visninger_i_alt", "impressies", "eksponeringer"]),
    ("views", &["visninger", "weergaven", "pageviews", "page_views"]),
    ("emv", &["earned_media_value", "medieværdi", "mediawaarde", "ad_value"]),
    ("score_per_person", &["points_per_person", "point_pr_person", "punten_per_persoon"]),
    ("leaderboard", &["rangliste", "ranglijst", "ranking", "top_sharers"]),
];

/// What `id` counts, if the look has words for it.
pub(crate) fn unit_of(id: &str) -> Option<Unit> {
    let known = MEASURES.iter().find(|(known, _)| *known == id).map(|(_, unit)| *unit);
    // The refused numbers that may be shown for context count screens, not people.
    known.or_else(|| REFUSED.iter().any(|(refused, _)| *refused == id).then_some(Unit::Things))
}

/// The refused number that is meant, however it is spelled.
pub(crate) fn refused(written: &str) -> Option<&'static str> {
    let plain = written.trim().to_lowercase().replace(['-', ' '], "_");
    let is_meant = |(id, others): &&(&str, &[&str])| *id == plain || others.contains(&&*plain);
    REFUSED.iter().find(is_meant).map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_number_is_known_however_it_is_spelled() {
        for (written, meant) in [
            ("potential_reach", Some("potential_reach")),
            ("Potential reach", Some("potential_reach")),
            ("potentiel rækkevidde", Some("potential_reach")),
            ("Bereik", Some("reach")),
            ("page-views", Some("views")),
            ("leaderboard", Some("leaderboard")),
            ("outreach", None),
            ("voices", None),
        ] {
            assert_eq!(refused(written), meant, "{written}");
        }
        assert!(MEASURES.iter().all(|(id, _)| refused(id).is_none()));
    }
}
