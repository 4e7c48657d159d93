//! What each threshold of the confidence would let through, as a picture.

use std::fmt::Write;

/// A question, as the ranking of its own language sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Judged {
    /// How sure the first topic is.
    pub(super) confidence: f32,
    /// Whether the first topic is right; `None` when nothing could be.
    pub(super) is_right: Option<bool>,
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 360.0;
const MARGIN: f64 = 50.0;
const STEPS: u8 = 100;

/// The shares of questions in scope that are answered rightly and wrongly, and of those out of scope that are answered, at every
/// threshold from 0 to 1, as SVG; `threshold` is the one in use.
pub(super) fn svg(judged: &[Judged], threshold: f32) -> String {
    let x = |share: f64| MARGIN + share * (WIDTH - 2.0 * MARGIN);
    let y = |share: f64| HEIGHT - MARGIN - share * (HEIGHT - 2.0 * MARGIN);
    let lines = [
        ("in scope, right", "#1a7f37", Some(true)),
        ("in scope, wrong", "#bf8700", Some(false)),
        ("out of scope, answered", "#cf222e", None),
    ];
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"white\"/>\n"
    );
    for tenth in (0..=10).step_by(2) {
        let share = f64::from(tenth) / 10.0;
        let (across, up) = (x(share), y(share));
        let (left, right, bottom) = (x(0.0), x(1.0), y(0.0) + 18.0);
        // Writing to a string does not fail.
        let _ = writeln!(
            svg,
            "<line x1=\"{left}\" x2=\"{right}\" y1=\"{up}\" y2=\"{up}\" stroke=\"#ddd\"/>\
             <text x=\"{across}\" y=\"{bottom}\" text-anchor=\"middle\">{share}</text>\
             <text x=\"{}\" y=\"{}\" text-anchor=\"end\">{:.0} %</text>",
            left - 6.0,
            up + 4.0,
            share * 100.0
        );
    }
    let in_use = x(f64::from(threshold));
    let _ = writeln!(
        svg,
        "<line x1=\"{in_use}\" x2=\"{in_use}\" y1=\"{}\" y2=\"{}\" stroke=\"#888\" stroke-dasharray=\"4\"/>",
        y(0.0),
        y(1.0)
    );
    for (row, (name, colour, is_right)) in (0..).zip(lines) {
        let points: Vec<String> = (0..=STEPS)
            .map(|step| {
                let at = f64::from(step) / f64::from(STEPS);
                format!("{:.1},{:.1}", x(at), y(share(judged, is_right, at)))
            })
            .collect();
        let legend = y(1.0) + 16.0 * f64::from(row);
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\
             <text x=\"{}\" y=\"{legend}\" text-anchor=\"end\" fill=\"{colour}\">{name}</text>",
            points.join(" "),
            x(1.0)
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\">confidence from which an answer is given</text>\n</svg>",
        WIDTH / 2.0,
        HEIGHT - 12.0
    );
    svg
}

/// The share of questions whose first topic is so, and is given as the answer from a confidence on: of all in scope, or of all
/// out of scope.
fn share(judged: &[Judged], is_right: Option<bool>, from: f64) -> f64 {
    let of = judged.iter().filter(|one| one.is_right.is_some() == is_right.is_some());
    let (mut all, mut answered) = (0.0, 0.0);
    for one in of {
        all += 1.0;
        if one.is_right == is_right && f64::from(one.confidence) >= from {
            answered += 1.0;
        }
    }
    if all > 0.0 { answered / all } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_counts_its_own_questions() {
        let judged = [(0.9, Some(true)), (0.2, Some(true)), (0.6, Some(false)), (0.3, None)]
            .map(|(confidence, is_right)| Judged { confidence, is_right });
        assert!((share(&judged, Some(true), 0.5) - 1.0 / 3.0).abs() < 1e-9);
        assert!((share(&judged, Some(false), 0.5) - 1.0 / 3.0).abs() < 1e-9);
        assert!(share(&judged, None, 0.5) < 1e-9 && (share(&judged, None, 0.1) - 1.0).abs() < 1e-9);
        let svg = svg(&judged, 0.5);
        assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
        assert_eq!(svg.matches("<polyline").count(), 3);
    }
}
