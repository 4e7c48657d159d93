//! What every store must do, whatever it is kept in.

use jiff::civil::datetime;
use ledord::domain::delivery::{Reason, State};
use ledord::domain::session::{Change, Follow, Series, SeriesId, SeriesState};
use ledord::domain::{Language, TargetKind};
use ledord::store::{Claim, Doubt, Outcome, Plan, Planned, Store};

use super::{Place, at, bare_series, claim, key, only, plan, planned, series, target};

#[tokio::test]
async fn an_installation_keeps_its_name_and_no_two_share_one() {
    let mut names = Vec::new();
    for place in Place::shared() {
        let store = place.open().await;
        let first = store.installation().await.unwrap();
        let hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(first.id.len() == 32 && first.feed_secret.len() == 64, "{first:?}");
        assert!(hex(&first.id) && hex(&first.feed_secret));
        assert_eq!((first.planned_at, first.restored_at), (None, None));
        store.carry_out(&Plan::default(), at(5)).await.unwrap();
        store.close().await;
        let again = place.open().await.installation().await.unwrap();
        assert_eq!(again.planned_at, Some(at(5)));
        assert_eq!((&again.id, &again.feed_secret), (&first.id, &first.feed_secret));
        names.push(first.id);
    }
    names.dedup();
    assert_eq!(names.len(), Place::shared().len());
}

#[tokio::test]
async fn planning_looks_back_to_the_first_change_and_to_one_by_a_clock_that_was_set_back() {
    for place in Place::all() {
        let store = place.open().await;
        let planned_at = async || store.installation().await.unwrap().planned_at;
        store.plan_again_from(at(1)).await.unwrap();
        assert_eq!(planned_at().await, Some(at(1)));
        store.carry_out(&Plan::default(), at(5)).await.unwrap();
        store.plan_again_from(at(9)).await.unwrap();
        assert_eq!(planned_at().await, Some(at(5)));
        store.plan_again_from(at(3)).await.unwrap();
        assert_eq!(planned_at().await, Some(at(3)));
    }
}

#[tokio::test]
async fn series_are_read_back_as_they_were_written() {
    for place in Place::all() {
        let store = place.open().await;
        assert!(store.insert_series(&series(i64::MAX)).await.unwrap());
        assert!(store.insert_series(&bare_series(2)).await.unwrap());
        assert_eq!(store.series().await.unwrap(), [bare_series(2), series(i64::MAX)]);
        assert_eq!(store.one_series(SeriesId(i64::MAX)).await.unwrap(), Some(series(i64::MAX)));
        assert_eq!(store.one_series(SeriesId(2)).await.unwrap(), Some(bare_series(2)));
        assert_eq!(store.one_series(SeriesId(3)).await.unwrap(), None);
        let other = Series { about: Some("other".into()), ..series(2) };
        assert!(!store.insert_series(&other).await.unwrap());
        assert_eq!(store.series().await.unwrap()[0], bare_series(2));
    }
}

#[tokio::test]
async fn a_series_changes_only_from_the_state_that_was_read() {
    for place in Place::all() {
        let store = place.open().await;
        store.insert_series(&series(1)).await.unwrap();
        let mut paused = series(1);
        (paused.state, paused.sequence, paused.link) = (SeriesState::Paused, 4, None);
        paused.changes.clear();
        assert!(store.update_series(&paused, 3).await.unwrap());
        paused.changes = series(1).changes;
        assert_eq!(store.series().await.unwrap(), [paused]);
        assert!(!store.update_series(&series(1), 3).await.unwrap(), "somebody else was faster");
        assert!(!store.update_series(&series(2), 3).await.unwrap(), "it is not there");
    }
}

#[tokio::test]
async fn changes_of_a_date_replace_each_other_and_a_confirmation_touches_nothing_else() {
    let date = datetime(2027, 2, 25, 9, 0, 0, 0);
    for place in Place::all() {
        let store = place.open().await;
        store.insert_series(&bare_series(1)).await.unwrap();
        let id = bare_series(1).id;
        store.confirm(id, date).await.unwrap();
        let mut change = Change { is_confirmed: true, ..Change::of(date) };
        assert_eq!(store.series().await.unwrap()[0].changes, [change.clone()]);
        (change.topic, change.is_confirmed, change.sequence) = (Some("Loggar".into()), false, 1);
        assert!(store.put_change(id, &change).await.unwrap());
        assert!(!store.put_change(id, &change).await.unwrap(), "somebody was quicker");
        assert_eq!(store.series().await.unwrap()[0].changes, [change.clone()]);
        store.confirm(id, date).await.unwrap();
        change.is_confirmed = true;
        assert_eq!(store.series().await.unwrap()[0].changes, [change.clone()]);
        let earlier = Change::of(datetime(2027, 1, 28, 9, 0, 0, 0));
        assert!(store.put_change(id, &earlier).await.unwrap());
        assert_eq!(store.series().await.unwrap()[0].changes, [earlier, change]);
        assert!(store.put_change(series(2).id, &Change::of(date)).await.is_err(), "no such series");
    }
}

#[tokio::test]
async fn old_drafts_are_forgotten_with_their_changes_and_nothing_else_is() {
    for place in Place::all() {
        let store = place.open().await;
        let mut old = series(1);
        old.state = SeriesState::Draft;
        store.insert_series(&old).await.unwrap();
        store.insert_series(&series(2)).await.unwrap();
        let mut young = bare_series(3);
        young.since = at(100);
        store.insert_series(&young).await.unwrap();
        store.forget_drafts(at(100)).await.unwrap();
        assert_eq!(store.series().await.unwrap(), [series(2), young]);
        assert!(store.insert_series(&bare_series(1)).await.unwrap());
        assert_eq!(store.series().await.unwrap()[0].changes, []);
    }
}

#[tokio::test]
async fn a_follow_keeps_its_beginning_when_its_language_changes() {
    for place in Place::all() {
        let store = place.open().await;
        let network = series(1).network;
        let mut follow = Follow {
            person: "discord:user:4".parse().unwrap(),
            network: network.clone(),
            language: Language::Finnish,
            since: at(0),
        };
        store.follow(&follow).await.unwrap();
        let other = Follow { person: "discord:user:10".parse().unwrap(), ..follow.clone() };
        store.follow(&other).await.unwrap();
        store.follow(&Follow { language: Language::Swedish, since: at(9), ..follow.clone() }).await.unwrap();
        follow.language = Language::Swedish;
        assert_eq!(store.follows().await.unwrap(), [other.clone(), follow.clone()]);
        assert!(store.unfollow(&follow.person, &network).await.unwrap());
        assert!(!store.unfollow(&follow.person, &network).await.unwrap());
        assert_eq!(store.follows().await.unwrap(), [other]);
    }
}

#[tokio::test]
async fn a_plan_adds_each_key_once() {
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, vec![planned(1, 1, at(10)), planned(2, 1, at(5))]).await;
        plan(&store, vec![planned(1, 1, at(999)), planned(1, 2, at(20))]).await;
        let all = store.deliveries_of("series:7").await.unwrap();
        let seen: Vec<_> = all.iter().map(|delivery| (delivery.key.clone(), delivery.due_at)).collect();
        assert_eq!(seen, [(key(2, 1), at(5)), (key(1, 1), at(10)), (key(1, 2), at(20))]);
        let first = &all[0];
        assert_eq!((first.state, first.attempts, first.not_before), (State::Planned, 0, at(5)));
        assert_eq!((first.first_try_at, first.settled_at, first.reason), (None, None, None));
        assert!(!first.is_in_doubt);
        assert_eq!(store.deliveries_since(at(10)).await.unwrap(), all[1..]);
        assert_eq!(store.deliveries_of("series:8").await.unwrap(), []);
        assert_eq!(store.installation().await.unwrap().planned_at, Some(at(0)));
    }
}

#[tokio::test]
async fn only_planned_deliveries_are_moved_or_cancelled_and_only_cancelled_ones_come_back() {
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, vec![planned(1, 1, at(10)), planned(1, 2, at(500))]).await;
        let claimed = claim(&store, "a", 10, 9).await.remove(0);
        let waiting = store.deliveries_since(at(11)).await.unwrap().remove(0);
        let both = [claimed.id, waiting.id];
        let moved = Plan { reschedule: both.map(|id| (id, at(600))).to_vec(), ..Plan::default() };
        store.carry_out(&moved, at(11)).await.unwrap();
        let all = store.deliveries_of("series:7").await.unwrap();
        assert_eq!(all[0], claimed);
        assert_eq!((all[1].due_at, all[1].not_before), (at(600), at(600)));
        let cancelled = Plan { cancel: both.map(|id| (id, Reason::Skipped)).to_vec(), ..Plan::default() };
        store.carry_out(&cancelled, at(12)).await.unwrap();
        let all = store.deliveries_of("series:7").await.unwrap();
        assert_eq!(all[0], claimed);
        assert_eq!((all[1].state, all[1].reason), (State::Cancelled, Some(Reason::Skipped)));
        assert_eq!(all[1].settled_at, Some(at(12)));
        plan(&store, vec![planned(1, 1, at(700)), planned(1, 2, at(800))]).await;
        let all = store.deliveries_of("series:7").await.unwrap();
        assert_eq!(all[0], claimed);
        assert_eq!((all[1].id, all[1].state, all[1].due_at), (waiting.id, State::Planned, at(800)));
        assert_eq!((all[1].not_before, all[1].reason, all[1].settled_at), (at(800), None, None));
    }
}

#[tokio::test]
async fn what_may_have_been_sent_before_a_restore_begins_as_unknown() {
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, vec![Planned { may_have_been_sent: true, ..planned(1, 1, at(10)) }]).await;
        let row = only(&store).await;
        assert_eq!((row.state, row.reason), (State::Unknown, Some(Reason::Restored)));
        assert_eq!(row.settled_at, Some(at(0)));
        assert_eq!(claim(&store, "a", 100, 9).await, []);
        assert_eq!(store.untold(9).await.unwrap(), [row]);
    }
}

#[tokio::test]
async fn a_claim_takes_the_earliest_of_each_target_and_leaves_targets_alone_that_are_busy() {
    for place in Place::all() {
        let store = place.open().await;
        let rows = vec![
            planned(1, 1, at(3)),
            planned(2, 1, at(1)),
            planned(1, 2, at(2)),
            planned(1, 3, at(4)),
            planned(1, 4, at(99)),
        ];
        plan(&store, rows).await;
        let taken = claim(&store, "a", 10, 2).await;
        let keys: Vec<_> = taken.iter().map(|row| row.key.clone()).collect();
        assert_eq!(keys, [key(2, 1), key(1, 2)]);
        for row in &taken {
            assert_eq!((row.state, row.attempts, row.first_try_at), (State::Claimed, 1, Some(at(10))));
            assert!(!row.is_in_doubt);
        }
        let taken = claim(&store, "b", 11, 9).await;
        assert_eq!(taken.len(), 1, "channel 1 is busy, channel 4 is not due");
        assert_eq!(taken[0].key, key(1, 3));
        assert_eq!(claim(&store, "b", 12, 9).await, []);
    }
}

#[tokio::test]
async fn a_claim_that_ran_out_is_taken_over_in_doubt() {
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, vec![planned(1, 1, at(0))]).await;
        let first = claim(&store, "a", 10, 9).await.remove(0);
        assert_eq!(claim(&store, "b", 69, 9).await, []);
        let second = claim(&store, "b", 70, 9).await.remove(0);
        assert_eq!((second.id, second.attempts, second.first_try_at), (first.id, 2, Some(at(10))));
        assert!(second.is_in_doubt);
        let sent = Outcome::Sent { message_id: "1".into(), message_link: None, at: at(71) };
        assert!(!store.settle(first.id, "a", &sent).await.unwrap(), "the claim is another's");
        assert!(store.settle(first.id, "b", &sent).await.unwrap());
        assert!(!store.settle(first.id, "b", &sent).await.unwrap(), "it is settled");
        assert!(!only(&store).await.is_in_doubt);
    }
}

#[tokio::test]
async fn a_claim_beyond_the_furthest_was_made_by_a_clock_that_jumped_back() {
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, vec![planned(1, 1, at(0)), planned(2, 1, at(1))]).await;
        claim(&store, "a", 10_000, 9).await;
        let taken = claim(&store, "b", 10, 9).await;
        assert_eq!(taken.len(), 1);
        assert_eq!(taken[0].key, key(1, 1));
        assert!(taken[0].is_in_doubt);
    }
}

#[tokio::test]
async fn doubt_lasts_until_it_is_known_that_nothing_was_sent() {
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, vec![planned(1, 1, at(0))]).await;
        let id = claim(&store, "a", 1, 9).await[0].id;
        let later = |not_before, doubt| Outcome::Later { not_before, doubt };
        assert!(store.settle(id, "a", &later(at(5), Doubt::MayBeThere)).await.unwrap());
        let row = only(&store).await;
        assert_eq!((row.state, row.not_before, row.due_at), (State::Planned, at(5), at(0)));
        assert!(row.is_in_doubt);
        assert_eq!(claim(&store, "a", 4, 9).await, []);
        assert!(claim(&store, "a", 5, 9).await[0].is_in_doubt);
        assert!(store.settle(id, "a", &later(at(6), Doubt::NotSent)).await.unwrap());
        assert!(!only(&store).await.is_in_doubt);
        let third = claim(&store, "a", 6, 9).await.remove(0);
        assert!(!third.is_in_doubt);
        assert_eq!((third.attempts, third.first_try_at), (3, Some(at(1))));
    }
}

#[tokio::test]
async fn a_delivery_that_comes_back_after_a_doubtful_try_is_looked_for_first() {
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, vec![planned(1, 1, at(0))]).await;
        let id = claim(&store, "a", 1, 9).await[0].id;
        store.settle(id, "a", &Outcome::Later { not_before: at(2), doubt: Doubt::MayBeThere }).await.unwrap();
        claim(&store, "a", 2, 9).await;
        let cancelled = Outcome::Cancelled { reason: Reason::Skipped, at: at(3) };
        assert!(store.settle(id, "a", &cancelled).await.unwrap());
        plan(&store, vec![planned(1, 1, at(4))]).await;
        let row = only(&store).await;
        assert_eq!((row.attempts, row.first_try_at), (0, Some(at(1))));
        assert!(claim(&store, "a", 4, 9).await[0].is_in_doubt);
    }
}

#[tokio::test]
async fn every_outcome_is_kept() {
    let outcomes = [
        Outcome::Sent { message_id: "5".into(), message_link: Some("https://x".into()), at: at(9) },
        Outcome::Unknown { reason: Reason::HistoryUnreadable, at: at(9) },
        Outcome::Cancelled { reason: Reason::Gone, at: at(9) },
        Outcome::Missed { reason: Reason::Forbidden, at: at(9) },
    ];
    let seen = [
        (State::Sent, None, Some("5"), Some("https://x")),
        (State::Unknown, Some(Reason::HistoryUnreadable), None, None),
        (State::Cancelled, Some(Reason::Gone), None, None),
        (State::Missed, Some(Reason::Forbidden), None, None),
    ];
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, (0..4).map(|number| planned(number, number, at(number))).collect()).await;
        let claimed = claim(&store, "a", 8, 9).await;
        for (row, outcome) in claimed.iter().zip(&outcomes) {
            assert!(store.settle(row.id, "a", outcome).await.unwrap());
        }
        for (row, expected) in store.deliveries_of("series:7").await.unwrap().iter().zip(seen) {
            let found = (row.state, row.reason, row.message_id.as_deref(), row.message_link.as_deref());
            assert_eq!(found, expected);
            assert_eq!((row.settled_at, row.attempts), (Some(at(9)), 1));
        }
        assert_eq!(claim(&store, "a", 900, 9).await, []);
        let states: Vec<_> = store.untold(9).await.unwrap().iter().map(|row| row.state).collect();
        assert_eq!(states, [State::Unknown, State::Missed]);
    }
}

#[tokio::test]
async fn of_each_failure_somebody_is_told_once() {
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, vec![planned(2, 2, at(2)), planned(1, 1, at(1))]).await;
        for row in claim(&store, "a", 8, 9).await {
            let missed = Outcome::Missed { reason: Reason::NotFound, at: at(9) };
            store.settle(row.id, "a", &missed).await.unwrap();
        }
        let first = store.untold(1).await.unwrap();
        assert_eq!(first[0].key, key(1, 1));
        let telling = Plan { add: vec![planned(3, 3, at(9))], ..Plan::default() };
        store.tell(&[first[0].id], &telling).await.unwrap();
        let rest = store.untold(9).await.unwrap();
        assert_eq!(rest.len(), 1);
        assert_eq!(rest[0].key, key(2, 2));
        assert_eq!(claim(&store, "a", 9, 9).await[0].key, key(3, 3));
        assert_eq!(store.installation().await.unwrap().planned_at, Some(at(0)), "telling is no planning");
    }
}

#[tokio::test]
async fn the_next_moment_is_that_of_the_first_plan_or_the_end_of_the_first_claim() {
    for place in Place::all() {
        let store = place.open().await;
        assert_eq!(store.next_at().await.unwrap(), None);
        plan(&store, vec![planned(1, 1, at(10)), planned(1, 2, at(500))]).await;
        assert_eq!(store.next_at().await.unwrap(), Some(at(10)));
        let id = claim(&store, "a", 20, 9).await[0].id;
        assert_eq!(store.next_at().await.unwrap(), Some(at(80)));
        let later = Outcome::Later { not_before: at(600), doubt: Doubt::NotSent };
        store.settle(id, "a", &later).await.unwrap();
        assert_eq!(store.next_at().await.unwrap(), Some(at(500)));
    }
}

#[tokio::test]
async fn a_lease_has_one_holder_until_it_runs_out_or_is_given_up() {
    for place in Place::all() {
        let store = place.open().await;
        assert!(store.hold("ledord", "a", at(0), at(30)).await.unwrap());
        assert!(!store.hold("ledord", "b", at(29), at(60)).await.unwrap());
        assert!(store.hold("other", "b", at(0), at(30)).await.unwrap());
        assert!(store.hold("ledord", "a", at(29), at(60)).await.unwrap(), "it is kept");
        assert!(!store.hold("ledord", "b", at(59), at(90)).await.unwrap());
        assert!(store.hold("ledord", "b", at(60), at(90)).await.unwrap(), "it has run out");
        store.let_go("ledord", "a").await.unwrap();
        assert!(!store.hold("ledord", "a", at(61), at(90)).await.unwrap(), "it was another's");
        store.let_go("ledord", "b").await.unwrap();
        assert!(store.hold("ledord", "a", at(61), at(90)).await.unwrap());
        store.seize("ledord", "b", at(95)).await.unwrap();
        assert!(!store.hold("ledord", "a", at(62), at(90)).await.unwrap(), "it was seized");
        store.let_go("ledord", "b").await.unwrap();
        assert!(store.hold("ledord", "a", at(61), at(90)).await.unwrap());
    }
}

#[tokio::test]
async fn a_series_whose_zone_has_no_name_is_refused() {
    for place in Place::all() {
        let store = place.open().await;
        let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(2));
        assert!(store.insert_series(&Series { zone, ..series(2) }).await.is_err());
        assert_eq!(store.series().await.unwrap(), []);
    }
}

#[tokio::test]
async fn a_limit_of_nothing_claims_nothing() {
    for place in Place::all() {
        let store = place.open().await;
        plan(&store, vec![planned(1, target(1).id(), at(1))]).await;
        let claim =
            Claim { by: "a", now: at(5), until: at(9), furthest: at(9), kind: TargetKind::Channel, limit: 0 };
        assert_eq!(store.claim(&claim).await.unwrap(), []);
    }
}
