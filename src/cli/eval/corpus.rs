//! How well the ranking finds the texts of a public set.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::cli::arguments::{EvalArguments, TableFormat};
use crate::search::{CorpusIndex, CorpusText};

/// The figures look at so many texts.
const DEPTH: usize = 10;

#[derive(Deserialize)]
struct Entry {
    id: String,
    text: String,
    #[serde(default)]
    title: String,
}

#[derive(Deserialize)]
struct Query {
    id: String,
    text: String,
}

pub(super) fn run(arguments: &EvalArguments) -> anyhow::Result<()> {
    let (Some(corpus), Some(queries), Some(qrels), Some(language)) =
        (&arguments.questions.corpus, &arguments.queries, &arguments.qrels, arguments.lang)
    else {
        anyhow::bail!("--corpus needs --queries, --qrels and --lang");
    };
    let texts: Vec<Entry> = lines(corpus)?;
    let queries: Vec<Query> = lines(queries)?;
    let numbers: HashMap<String, usize> =
        texts.iter().enumerate().map(|(number, text)| (text.id.clone(), number)).collect();
    let right = right(qrels, &numbers)?;
    let texts = texts.into_iter().map(|text| CorpusText { title: text.title, body: text.text });
    let index = CorpusIndex::build(language, texts)?;
    let mut figures = Figures::default();
    for query in &queries {
        let Some(right) = right.get(&query.id) else { continue };
        let started = Instant::now();
        let found = index.rank(&query.text, DEPTH)?;
        figures.add(&found, right, started.elapsed());
    }
    let mut out = anstream::stdout();
    match arguments.format {
        TableFormat::Json => writeln!(out, "{}", figures.to_json())?,
        TableFormat::Text => write!(out, "{figures}")?,
    }
    Ok(())
}

/// The objects of a file with one a line.
fn lines<T: DeserializeOwned>(file: &Path) -> anyhow::Result<Vec<T>> {
    let name = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?;
    let filled = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    filled
        .map(|(line, number)| {
            serde_json::from_str(line).with_context(|| format!("{name}:{number}: cannot use this line"))
        })
        .collect()
}

/// By question, the numbers of the texts that answer it.
fn right(file: &Path, numbers: &HashMap<String, usize>) -> anyhow::Result<HashMap<String, HashSet<usize>>> {
    let name = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?;
    let mut right: HashMap<String, HashSet<usize>> = HashMap::new();
    for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        let mut columns = line.split('\t');
        let (Some(query), Some(text)) = (columns.next(), columns.next()) else {
            anyhow::bail!("{name}:{number}: write question, text and 1, separated by tabs");
        };
        let text = numbers
            .get(text)
            .with_context(|| format!("{name}:{number}: the corpus has no text with the id {text}"))?;
        right.entry(query.to_owned()).or_default().insert(*text);
    }
    Ok(right)
}

/// Sums over questions.
#[derive(Debug, Default)]
struct Figures {
    queries: usize,
    hit_at_1: f64,
    hit_at_3: f64,
    mrr_at_10: f64,
    ndcg_at_10: f64,
    times: Vec<Duration>,
}

impl Figures {
    fn add(&mut self, found: &[usize], right: &HashSet<usize>, time: Duration) {
        let places: Vec<usize> =
            (0..).zip(found).filter(|(_, text)| right.contains(text)).map(|(place, _)| place).collect();
        let gain = |place: usize| 1.0 / (place as f64 + 2.0).log2();
        let best: f64 = (0..right.len().min(DEPTH)).map(gain).sum();
        self.queries += 1;
        self.hit_at_1 += f64::from(u8::from(places.first() == Some(&0)));
        self.hit_at_3 += f64::from(u8::from(places.first().is_some_and(|place| *place < 3)));
        self.mrr_at_10 += places.first().map_or(0.0, |place| 1.0 / (*place as f64 + 1.0));
        self.ndcg_at_10 += places.iter().copied().map(gain).sum::<f64>() / best;
        self.times.push(time);
    }

    fn mean(&self, sum: f64) -> f64 {
        if self.queries == 0 { 0.0 } else { (1e4 * sum / self.queries as f64).round() / 1e4 }
    }

    /// The time within which so many of a hundred questions were answered, in milliseconds.
    fn milliseconds(&self, of_a_hundred: usize) -> f64 {
        let mut times = self.times.clone();
        times.sort_unstable();
        let place = (times.len() * of_a_hundred).div_ceil(100).saturating_sub(1);
        let time = times.get(place).copied().unwrap_or_default();
        (time.as_secs_f64() * 1e6).round() / 1e3
    }

    fn to_json(&self) -> Value {
        json!({
            "hit_at_1": self.mean(self.hit_at_1),
            "hit_at_3": self.mean(self.hit_at_3),
            "mrr_at_10": self.mean(self.mrr_at_10),
            "ndcg_at_10": self.mean(self.ndcg_at_10),
            "p50_ms": self.milliseconds(50),
            "p95_ms": self.milliseconds(95),
            "queries": self.queries,
        })
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "hit@1    {:.3}", self.mean(self.hit_at_1))?;
        writeln!(f, "hit@3    {:.3}", self.mean(self.hit_at_3))?;
        writeln!(f, "MRR@10   {:.3}", self.mean(self.mrr_at_10))?;
        writeln!(f, "nDCG@10  {:.3}", self.mean(self.ndcg_at_10))?;
        writeln!(f, "p50      {:.3} ms", self.milliseconds(50))?;
        writeln!(f, "p95      {:.3} ms", self.milliseconds(95))?;
        writeln!(f, "queries  {}", self.queries)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_follow_their_definitions() {
        let mut figures = Figures::default();
        figures.add(&[7, 3], &HashSet::from([7]), Duration::from_millis(1));
        figures.add(&[1, 2, 5, 8], &HashSet::from([8, 9]), Duration::from_millis(3));
        let json = figures.to_json();
        assert_eq!((json["hit_at_1"].as_f64(), json["hit_at_3"].as_f64()), (Some(0.5), Some(0.5)));
        assert_eq!(json["mrr_at_10"], 0.625);
        // 1 / log2(5) against 1 + 1 / log2(3).
        assert_eq!(json["ndcg_at_10"], 0.632);
        assert_eq!((json["p50_ms"].as_f64(), json["p95_ms"].as_f64()), (Some(1.0), Some(3.0)));
    }
}
