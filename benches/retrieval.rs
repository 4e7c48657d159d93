//! The ranking against three others on the same texts in the same run: tantivy as it comes, tantivy with stems, and SQLite's
//! FTS5 with trigrams. Each runs in a process of its own, so that its memory can be told from that of the others.
//!
//! The texts are the sections of the built-in Swedish articles, and for the larger sizes new ones from their sentences, in an
//! order that is the same each time; the questions are the example questions.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a measurement may fail loudly, and prints"
)]

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use ledord::domain::Language;
use ledord::knowledge;
use ledord::search::{CorpusIndex, CorpusText};
use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{LowerCaser, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{Index, Searcher, TantivyDocument};

const SIZES: [usize; 6] = [200, 1_000, 3_000, 10_000, 30_000, 100_000];
const ENGINES: [&str; 4] = ["ledord", "tantivy", "tantivy, stemmed", "SQLite FTS5 trigram"];
/// How a child process is told to measure one engine at one size.
const MEASURE: &str = "measure";
const LIMIT: usize = 10;
/// No single measurement takes longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A generator of numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

fn texts(size: usize) -> Vec<CorpusText> {
    let collection = knowledge::builtin(jiff::civil::date(2026, 11, 23));
    let mut texts = Vec::new();
    for (_, article) in collection.articles().filter(|(_, article)| article.language == Language::Swedish) {
        for section in &article.sections {
            texts.push(CorpusText { title: article.title.clone(), body: section.body.to_plain_text() });
        }
    }
    let titles: Vec<String> = texts.iter().map(|text| text.title.clone()).collect();
    let sentences: Vec<String> = texts
        .iter()
        .flat_map(|text| {
            text.body.split_inclusive(['.', '?', '\n']).map(|part| part.trim().to_owned()).collect::<Vec<_>>()
        })
        .filter(|sentence| sentence.len() > 20)
        .collect();
    let mut dice = Dice(7);
    texts.truncate(size);
    while texts.len() < size {
        let body: Vec<&str> = (0..8).map(|_| sentences[dice.below(sentences.len())].as_str()).collect();
        texts.push(CorpusText { title: titles[dice.below(titles.len())].clone(), body: body.join(" ") });
    }
    texts
}

fn questions() -> Vec<String> {
    let collection = knowledge::builtin(jiff::civil::date(2026, 11, 23));
    let swedish = collection.articles().filter(|(_, article)| article.language == Language::Swedish);
    swedish.flat_map(|(_, article)| article.questions.clone()).collect()
}

/// One way to find texts.
enum Engine {
    Ledord(CorpusIndex),
    Tantivy(Searcher, QueryParser),
    Sqlite(Box<SqliteConnection>, tokio::runtime::Runtime),
}

impl Engine {
    fn build(name: &str, texts: Vec<CorpusText>) -> Self {
        match name {
            "ledord" => Self::Ledord(CorpusIndex::build(Language::Swedish, texts).unwrap()),
            "tantivy" => tantivy(texts, "default"),
            "tantivy, stemmed" => tantivy(texts, "stemmed"),
            _ => sqlite(texts),
        }
    }

    fn ask(&mut self, question: &str) -> usize {
        match self {
            Self::Ledord(index) => index.rank(question, LIMIT).unwrap().len(),
            Self::Tantivy(searcher, parser) => {
                let (query, _) = parser.parse_query_lenient(question);
                searcher.search(&query, &TopDocs::with_limit(LIMIT).order_by_score()).unwrap().len()
            }
            Self::Sqlite(connection, runtime) => {
                let words =
                    question.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
                let query = words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" OR ");
                let found = sqlx::query(
                    "SELECT rowid FROM texts WHERE texts MATCH $1 ORDER BY bm25(texts, 3.0, 1.0) LIMIT 10",
                )
                .bind(query)
                .fetch_all(connection.as_mut());
                runtime.block_on(found).unwrap().len()
            }
        }
    }
}

fn tantivy(texts: Vec<CorpusText>, tokenizer: &str) -> Engine {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(tokenizer)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing);
    let (title, body) =
        (schema.add_text_field("title", options.clone()), schema.add_text_field("body", options));
    let index = Index::create_in_ram(schema.build());
    let stemmed = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(LowerCaser)
        .filter(Stemmer::new(tantivy::tokenizer::Language::Swedish))
        .build();
    index.tokenizers().register("stemmed", stemmed);
    let mut writer = index.writer_with_num_threads(1, 50_000_000).unwrap();
    for text in texts {
        let mut document = TantivyDocument::new();
        document.add_text(title, text.title);
        document.add_text(body, text.body);
        writer.add_document(document).unwrap();
    }
    writer.commit().unwrap();
    drop(writer);
    let searcher = index.reader().unwrap().searcher();
    Engine::Tantivy(searcher, QueryParser::for_index(&index, vec![title, body]))
}

fn sqlite(texts: Vec<CorpusText>) -> Engine {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let connection = runtime.block_on(async {
        let mut connection = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        sqlx::query("CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize = 'trigram')")
            .execute(&mut connection)
            .await
            .unwrap();
        let mut writing = connection.begin().await.unwrap();
        for text in texts {
            sqlx::query("INSERT INTO texts (title, body) VALUES ($1, $2)")
                .bind(text.title)
                .bind(text.body)
                .execute(&mut *writing)
                .await
                .unwrap();
        }
        writing.commit().await.unwrap();
        connection
    });
    Engine::Sqlite(Box::new(connection), runtime)
}

/// Resident memory of this process, in MB.
fn memory_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    let kilobytes: f64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes / 1024.0
}

/// Measures one engine at one size, and prints four figures.
fn child(name: &str, size: usize) {
    let (texts, questions) = (texts(size), questions());
    let bytes: usize = texts.iter().map(|text| text.title.len() + text.body.len()).sum();
    let before = memory_mb() - bytes as f64 / 1e6;
    let begun = Instant::now();
    let mut engine = Engine::build(name, texts);
    let built = begun.elapsed();
    let after = memory_mb();
    let begun = Instant::now();
    let mut times = Vec::new();
    for round in 0..4 {
        for question in &questions {
            let asked = Instant::now();
            black_box(engine.ask(question));
            if round > 0 {
                times.push(asked.elapsed());
            }
        }
        if round > 0 && begun.elapsed() > PATIENCE {
            break;
        }
    }
    times.sort_unstable();
    let at = |share: usize| times[times.len() * share / 100].as_secs_f64() * 1e3;
    println!("{:.4} {:.3} {:.3} {:.1}", built.as_secs_f64(), at(50), at(99), (after - before).max(0.0));
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, measure, engine, size] = &arguments[..]
        && measure == MEASURE
    {
        child(engine, size.parse().unwrap());
        return;
    }
    println!("| texts | engine | build | p50 | p99 | memory | p50 against stemmed tantivy |");
    println!("|---|---|---|---|---|---|---|");
    for size in SIZES {
        let rows: Vec<(&str, Vec<f64>)> = ENGINES
            .iter()
            .map(|engine| {
                let program = std::env::current_exe().unwrap();
                let output =
                    Command::new(program).args([MEASURE, engine, &size.to_string()]).output().unwrap();
                assert!(output.status.success(), "{engine}: {}", String::from_utf8_lossy(&output.stderr));
                let text = String::from_utf8(output.stdout).unwrap();
                (*engine, text.split_whitespace().map(|figure| figure.parse().unwrap()).collect())
            })
            .collect();
        let stemmed = rows.iter().find(|(engine, _)| *engine == "tantivy, stemmed").unwrap().1[1];
        for (engine, figures) in rows {
            let [built, p50, p99, memory] = figures[..] else { panic!("four figures") };
            println!(
                "| {size} | {engine} | {built:.2} s | {p50:.3} ms | {p99:.3} ms | {memory:.0} MB | {:.1} |",
                p50 / stemmed
            );
        }
    }
}
