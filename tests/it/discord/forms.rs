//! Forms about one date of a series: opened by a button, sent, and answered.

use crate::support::discord::{Stage, is_hidden};
use crate::support::fake_discord::payloads::{self, Asker};
use crate::support::fixture_desk;

const STAMP: &str = "0123456789abcdef01234567";

#[tokio::test(flavor = "multi_thread")]
async fn a_button_of_a_reminder_opens_the_form_for_its_date_and_the_form_is_answered() {
    let mut stage = Stage::new(fixture_desk()).await;
    let asker = Asker::speaking("sv-SE");
    for (letter, title, fields) in [
        ("m", "Flytta träffen", vec!["when"]),
        ("t", "Berätta om träffen", vec!["topic", "speaker", "link", "note"]),
        ("r", "Efter träffen", vec!["recap"]),
    ] {
        let date = format!("o.{letter}.123456.20261217T0900");
        let press = payloads::button(stage.id(), &asker, &format!("l1:-:f:{date}#{STAMP}"));
        let opened = stage.answer(press).await;
        assert_eq!((&opened.body["type"], opened.status), (&9.into(), 204), "{letter}");
        let form = &opened.body["data"];
        assert_eq!(form["title"], title);
        assert_eq!(form["custom_id"], format!("l1:-:form:{date}"));
        let rows = form["components"].as_array().unwrap();
        let ids: Vec<&str> =
            rows.iter().map(|row| row["components"][0]["custom_id"].as_str().unwrap()).collect();
        assert_eq!(ids, fields);
        let sent = payloads::modal(stage.id(), &asker, form["custom_id"].as_str().unwrap(), ids[0], "x");
        let answered = stage.answer(sent).await;
        assert!(answered.status == 204 && is_hidden(&answered), "{:?}", answered.body);
    }
    stage.stop().await.unwrap();
}
