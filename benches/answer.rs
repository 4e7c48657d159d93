//! Time per answer, against a bare tantivy query over the same articles in the same run.
//!
//! Criterion gives the means; the percentiles are printed before, because the slowest answers matter to people.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark may fail loudly and print"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::civil::date;
use ledord::domain::{Asker, Carrier, Inbound, Language, LanguageHints, Organisation, Request};
use ledord::knowledge;
use ledord::l10n::Catalog;
use ledord::search::MAX_QUESTION_CHARS;
use ledord::service::{KnowledgeSource, Service};
use ledord::snapshot::Snapshot;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{Schema, TEXT};
use tantivy::{Index, Searcher, TantivyDocument};

const NOW: &str = "2026-11-23T07:00:00Z";
const TODAY: jiff::civil::Date = date(2026, 11, 23);

fn service() -> Service {
    let source = KnowledgeSource::default();
    let loaded = source.load(TODAY);
    Service::new(source, &loaded, Organisation::default(), Catalog::load().unwrap()).unwrap()
}

/// Every example question of the built-in articles, with its language.
fn questions() -> Vec<(Language, String)> {
    let collection = knowledge::builtin(TODAY);
    let articles = collection.articles();
    articles
        .flat_map(|(_, article)| article.questions.iter().map(|q| (article.language, q.clone())))
        .collect()
}

/// tantivy as it comes: its default tokenizer and query parser, one text field an article.
struct Bare {
    searcher: Searcher,
    parser: QueryParser,
}

impl Bare {
    fn new() -> Self {
        let mut schema = Schema::builder();
        let text = schema.add_text_field("text", TEXT);
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
        for (_, article) in knowledge::builtin(TODAY).articles() {
            let mut document = TantivyDocument::new();
            document.add_text(text, &article.title);
            document.add_text(text, article.terms.join(" "));
            document.add_text(text, article.questions.join(" "));
            document.add_text(text, article.answer.to_plain_text());
            for section in &article.sections {
                document.add_text(text, section.body.to_plain_text());
            }
            writer.add_document(document).unwrap();
        }
        writer.commit().unwrap();
        let searcher = index.reader().unwrap().searcher();
        Self { searcher, parser: QueryParser::for_index(&index, vec![text]) }
    }

    fn search(&self, question: &str) -> usize {
        let (query, _) = self.parser.parse_query_lenient(question);
        self.searcher.search(&query, &TopDocs::with_limit(3).order_by_score()).unwrap().len()
    }
}

fn answer(service: &Service, language: LanguageHints, question: &str) -> usize {
    let inbound = Inbound {
        request: Request::Question(question.to_owned()),
        languages: language,
        carrier: Carrier::Terminal,
        asker: Asker::unknown(),
    };
    service.answer(&inbound, NOW.parse().unwrap()).sections.len()
}

/// The median and the 99th percentile, in microseconds, of many runs over all questions.
fn percentiles(
    mut run: impl FnMut(&(Language, String)) -> usize,
    questions: &[(Language, String)],
) -> (f64, f64) {
    for question in questions {
        black_box(run(question));
    }
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..20 {
        for question in questions {
            let started = Instant::now();
            black_box(run(question));
            times.push(started.elapsed());
        }
    }
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).unwrap().as_secs_f64() * 1e6;
    (at(50), at(99))
}

/// So many words has the memo in which terms are looked for.
const MEMO_WORDS: usize = 3_000;

/// A memo of a language: the texts by which the jargon finder is measured, one after the other and again from the first.
fn memo(language: Language) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/eval/jargon");
    let mut texts: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(language.code()))
        .collect();
    texts.sort();
    let text: String = texts.iter().map(|path| std::fs::read_to_string(path).unwrap() + "\n").collect();
    text.split_inclusive(char::is_whitespace).cycle().take(MEMO_WORDS).collect()
}

/// The median and the 99th percentile of finding the terms of a memo, in milliseconds.
fn jargon(service: &Service, language: Language) -> (f64, f64, usize) {
    let (snapshot, memo) = (service.snapshot(), memo(language));
    let mut found = 0;
    let mut times: Vec<Duration> = (0..200)
        .map(|_| {
            let started = Instant::now();
            found = black_box(snapshot.jargon_in(&memo, language)).len();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).unwrap().as_secs_f64() * 1e3;
    (at(50), at(99), found)
}

fn benches(criterion: &mut Criterion) {
    let service = service();
    let bare = Bare::new();
    let questions = questions();
    let snapshot = service.snapshot();
    let open = LanguageHints::only_fallback(Language::English);
    let (bare_p50, bare_p99) = percentiles(|(_, question)| bare.search(question), &questions);
    for (name, (p50, p99)) in [
        ("answer, language detected", percentiles(|(_, q)| answer(&service, open, q), &questions)),
        (
            "answer, language known",
            percentiles(|(l, q)| answer(&service, LanguageHints::chosen(*l), q), &questions),
        ),
        ("ranking alone", percentiles(|(l, q)| snapshot.rank(*l, q, 3).unwrap().len(), &questions)),
        ("bare tantivy query", (bare_p50, bare_p99)),
    ] {
        println!(
            "{name}: p50 {p50:.0} µs, p99 {p99:.0} µs; {:.1} and {:.1} times the bare query",
            p50 / bare_p50,
            p99 / bare_p99
        );
    }
    for language in Language::ALL {
        let (p50, p99, found) = jargon(&service, language);
        println!(
            "terms of a memo of {MEMO_WORDS} words in {language}: p50 {p50:.2} ms, p99 {p99:.2} ms, {found} found"
        );
    }
    let longest: String = "tietosuojavastaava och informationssäkerhet ".repeat(60);
    let longest = longest.get(..MAX_QUESTION_CHARS).unwrap_or(&longest).to_owned();
    criterion.bench_function("answer/all_questions", |bencher| {
        bencher
            .iter(|| questions.iter().map(|(_, question)| answer(&service, open, question)).sum::<usize>());
    });
    criterion.bench_function("bare_tantivy/all_questions", |bencher| {
        bencher.iter(|| questions.iter().map(|(_, question)| bare.search(question)).sum::<usize>());
    });
    criterion
        .bench_function("answer/longest_text", |bencher| bencher.iter(|| answer(&service, open, &longest)));
    let (snapshot, memo) = (service.snapshot(), memo(Language::Finnish));
    criterion.bench_function("terms_of_a_memo", |bencher| {
        bencher.iter(|| snapshot.jargon_in(&memo, Language::Finnish).len());
    });
    criterion.bench_function("build_snapshot", |bencher| {
        let collection = knowledge::builtin(TODAY);
        bencher.iter(|| {
            let articles = collection.articles().map(|(_, article)| article.clone());
            Snapshot::build(articles, collection.out_of_scope.clone()).unwrap().topic_count()
        });
    });
}

criterion_group! { name = all; config = Criterion::default().sample_size(20); targets = benches }
criterion_main!(all);
