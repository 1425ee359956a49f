//! What adding costs: from end to end, and stage by stage.

use anyhow::{Context, Result};
use cpu_time::ProcessTime;
use jiff::Timestamp;
use parallax::{
    keeper::{Input, Keeper},
    meaning::{self, Encoding},
    pipeline,
};
use parallax_archive::{Archive, KeptStory, Packed, Reader, Recorded};
use parallax_extract::OutletRules;
use parallax_group::{CopyIndex, Runs, Signature, Stream};
use parallax_model::{
    Annotations, Article, Capture, Digest, Grouping, ReadArticle, Story, Unread, Why,
};
use parallax_search::{Document, Index};
use std::{
    collections::BTreeMap,
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

/// By what name the archive is written.
const MADE_BY: &str = "benchmark";

/// Captures in one batch, as the program has them.
const BATCH: usize = 256;

/// Captures of which the cost of each stage is told.
const LOOKED_AT: usize = 1000;

/// Captures of files and folders, in batches.
struct Files {
    captures: Box<dyn Iterator<Item = Capture>>,
    articles: usize,
}

impl Files {
    fn of(path: &Path) -> Self {
        let sources = parallax_acquire::sources(&[path.display().to_string()]);
        let captures = sources.into_iter().filter_map(Result::ok);
        let captures =
            captures.flat_map(|source| parallax_acquire::captures_watched(&source, |_| ()));
        Self { captures: Box::new(captures.filter_map(Result::ok)), articles: 0 }
    }
}

impl Input for Files {
    fn batch(&mut self) -> Vec<Capture> {
        self.captures.by_ref().take(BATCH).collect()
    }

    fn refuse(&mut self, _: &Unread) {}

    fn tell(&mut self, articles: usize) {
        self.articles += articles;
    }
}

/// Adds what is in `input` to a new archive in `folder`, and tells what it took.
pub(crate) fn whole(what: &str, input: &Path, folder: &Path) -> Result<()> {
    Archive::create(folder)?;
    let (wall, processor) = (Instant::now(), ProcessTime::now());
    let (added, told) = add(input, folder)?;
    let (wall, processor) = (wall.elapsed(), processor.elapsed());
    let articles = added as f64;
    println!("\n**{what}**: {added} new articles, {told} stories told\n");
    println!("| figure | value |\n|---|--:|");
    println!("| articles a second | {:.0} |", articles / wall.as_secs_f64());
    println!("| processor time an article, ms | {:.2} |", processor.as_secs_f64() * 1e3 / articles);
    let cores = processor.as_secs_f64() / wall.as_secs_f64();
    println!("| cores busy | {cores:.2} |");
    println!(
        "| the same on two cores of its own, articles a second | {:.0} |",
        2.0 * articles / processor.as_secs_f64()
    );
    println!("| peak memory, MB | {} |", crate::peak_memory());
    for (part, bytes) in disk(folder)? {
        println!(
            "| {part}, GB for 100,000 articles | {:.2} |",
            bytes as f64 / articles * 1e5 / 1e9
        );
    }
    Ok(())
}

fn add(input: &Path, folder: &Path) -> Result<(usize, usize)> {
    let mut keeper = Keeper::open(folder, OutletRules::default(), MADE_BY)?;
    let added = keeper.add(&mut Files::of(input), Timestamp::UNIX_EPOCH, false)?;
    let (_, retold) = keeper.finish(&|_, _| ())?;
    Ok((added.articles, retold.told))
}

/// What one more article takes: adds what is in `input` to the archive that stands in `folder`.
pub(crate) fn one_more(input: &Path, folder: &Path) -> Result<()> {
    let held = Reader::open(folder)?.counts()?.articles;
    let (wall, processor) = (Instant::now(), ProcessTime::now());
    let keeper = Keeper::open(folder, OutletRules::default(), MADE_BY)?;
    let opened = wall.elapsed();
    drop(keeper);
    let again = Instant::now();
    let (added, told) = add(input, folder)?;
    println!(
        "\nTo {held} articles {added} more, {told} stories told: opening {:.2} s, the whole {:.2} s ({:.2} s of processor time for both)",
        opened.as_secs_f64(),
        again.elapsed().as_secs_f64(),
        processor.elapsed().as_secs_f64(),
    );
    Ok(())
}

fn disk(folder: &Path) -> Result<Vec<(&'static str, u64)>> {
    let parts = [
        ("captures", "captures"),
        ("database", "archive.sqlite"),
        ("log of the database", "archive.sqlite-wal"),
        ("index", "index"),
    ];
    parts.into_iter().map(|(name, path)| Ok((name, size(&folder.join(path))?))).collect()
}

pub(crate) fn size(path: &Path) -> Result<u64> {
    if !path.exists() {
        return Ok(0);
    }
    if path.is_file() {
        return Ok(path.metadata()?.len());
    }
    fs::read_dir(path)?.map(|entry| size(&entry?.path())).sum()
}

/// What each stage of adding costs, one at a time, whichever threads work on it.
#[derive(Default)]
struct Stages {
    order: Vec<&'static str>,
    cost: BTreeMap<&'static str, Duration>,
}

impl Stages {
    fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = ProcessTime::now();
        let done = black_box(work());
        if !self.cost.contains_key(stage) {
            self.order.push(stage);
        }
        *self.cost.entry(stage).or_default() += start.elapsed();
        done
    }
}

/// Tells what each stage costs of the first captures in `input`; the stories are those of the
/// archive in `folder`, to which all of them were added.
pub(crate) fn by_stage(input: &Path, folder: &Path) -> Result<()> {
    let mut stages = Stages::default();
    let captures = read_captures(input, &mut stages)?;
    let read = read_all(&captures, &mut stages);
    keep_all(captures, &read, &mut stages)?;
    let stories = tell_all(folder, read.len(), &mut stages)?;
    index_all(&stories, &mut stages)?;
    let told: usize = stories.iter().map(|kept| kept.articles.len()).sum();
    let late =
        ["load stories", "meaning of sentences", "compare", "pack and keep stories", "index"];
    let each = |stage: &&'static str| {
        let of = if late.contains(stage) { told } else { read.len() };
        stages.cost[*stage].as_secs_f64() * 1e3 / of.max(1) as f64
    };
    let floor = ["floor: read and hash the bytes", "floor: parse them"];
    let whole: f64 = stages.order.iter().filter(|stage| !floor.contains(stage)).map(each).sum();
    println!("\n| stage | ms an article | share |\n|---|--:|--:|");
    for stage in &stages.order {
        println!("| {stage} | {:.3} | {:.1} % |", each(stage), each(stage) / whole * 100.0);
    }
    let bottom: f64 =
        floor.iter().filter(|stage| stages.cost.contains_key(**stage)).map(each).sum();
    println!("| all stages | {whole:.3} | 100 % |\n");
    println!(
        "The physical floor (reading, hashing, parsing) is {:.1} % of it.",
        bottom / whole * 100.0
    );
    Ok(())
}

fn read_captures(input: &Path, stages: &mut Stages) -> Result<Vec<Capture>> {
    let mut files = Files::of(input);
    let captures: Vec<Capture> =
        stages.time("read captures", || files.captures.by_ref().take(LOOKED_AT).collect());
    stages.time("floor: read and hash the bytes", || {
        for capture in &captures {
            black_box(Digest::of(black_box(capture.payload())));
        }
    });
    stages.time("floor: parse them", || {
        for capture in &captures {
            let bytes = black_box(capture.payload());
            if input.is_file() {
                black_box(serde_json::from_slice::<serde_json::Value>(bytes).ok());
            } else {
                black_box(String::from_utf8_lossy(bytes).matches('<').count());
            }
        }
    });
    Ok(captures)
}

fn read_all(captures: &[Capture], stages: &mut Stages) -> Vec<(ReadArticle, Signature, Runs)> {
    let mut all = Vec::new();
    for capture in captures {
        let extracted = stages.time("extract", || parallax_extract::article(capture).value);
        let Some(article) = extracted else { continue };
        let annotations = stages.time("annotate", || parallax_analyse::annotate(&article).value);
        stages.time("terms for grouping", || Signature::of(&article));
        let signature =
            stages.time("terms and meaning of the lead", || meaning::signature(&article));
        let runs = stages.time("runs for copies", || Runs::of(&article));
        all.push((read_article(article, annotations), signature, runs));
    }
    // It holds the terms too.
    let terms = stages.cost.get("terms for grouping").copied().unwrap_or_default();
    if let Some(both) = stages.cost.remove("terms and meaning of the lead") {
        stages.cost.insert("meaning of the lead", both.saturating_sub(terms));
        for stage in &mut stages.order {
            if *stage == "terms and meaning of the lead" {
                *stage = "meaning of the lead";
            }
        }
    }
    all
}

fn read_article(article: Article, annotations: Annotations) -> ReadArticle {
    ReadArticle {
        article,
        annotations,
        copy_of: None,
        fold: None,
        why: None,
        credit: None,
        notes: Vec::new(),
    }
}

fn keep_all(
    captures: Vec<Capture>,
    read: &[(ReadArticle, Signature, Runs)],
    stages: &mut Stages,
) -> Result<()> {
    let home = tempfile::tempdir()?;
    let folder = home.path().join("archive");
    Archive::create(&folder)?;
    let mut archive = Archive::open(&folder, MADE_BY)?;
    archive.refuse_stale()?;
    archive.left_behind()?;
    let now = Timestamp::UNIX_EPOCH;
    let records: Vec<Recorded> = stages.time("compress and hash records", || {
        captures.into_iter().map(|capture| Recorded::new(capture, now)).collect()
    });
    stages.time("append captures", || archive.take(records, now))?;
    stages.time("pack articles and traces", || {
        for (read, signature, runs) in read {
            black_box((Packed::of(read), Packed::of(&(signature, runs))));
        }
    });
    let mut stream = Stream::new();
    let mut copies = CopyIndex::new();
    stages.time("group", || {
        for (_, signature, runs) in read {
            stream.admit(signature.clone());
            if let Some(copy) = copies.admit(runs.clone()) {
                stream.fold(copy.of);
            }
        }
        black_box(stream.settle());
    });
    Ok(())
}

fn tell_all(folder: &Path, most: usize, stages: &mut Stages) -> Result<Vec<KeptStory>> {
    let reader = Reader::open(folder)?;
    let (mut stories, mut articles) = (Vec::new(), 0);
    for (id, _) in reader.made_of()? {
        if articles >= most {
            break;
        }
        let kept = stages.time("load stories", || reader.story(id))?.context("a story")?;
        articles += kept.articles.len();
        stories.push(kept);
    }
    for kept in &stories {
        let apart =
            kept.articles.iter().map(|read| (read.article.clone(), read.annotations.clone()));
        let (of, notes): (Vec<Article>, Vec<Annotations>) = apart.unzip();
        let story: &Story = &kept.told.story;
        let grouping = Grouping {
            stories: vec![story.clone()],
            copy_of: kept.articles.iter().map(|read| read.copy_of).collect(),
            why: vec![Why::default(); of.len()],
        };
        let meanings = stages.time("meaning of sentences", || {
            pipeline::meanings(&of, &notes, &grouping, Encoding::Carried)
        });
        stages.time("compare", || {
            parallax_compare::compare_by_meaning(story, &of, &notes, &grouping, &meanings)
        });
        stages.time("pack and keep stories", || black_box(Packed::of(&kept.told)));
    }
    Ok(stories)
}

fn index_all(stories: &[KeptStory], stages: &mut Stages) -> Result<()> {
    let home = tempfile::tempdir()?;
    let index = Index::open(home.path())?;
    let mut update = index.update()?;
    let maker = update.maker();
    for kept in stories {
        for read in &kept.articles {
            let document = Document::new(
                &read.article,
                &read.annotations,
                &kept.told.story,
                &kept.told.comparison,
            );
            let made = stages.time("index", || maker.make(&document));
            update.put(made)?;
        }
    }
    // Written by threads of its own: not in the table but in the whole.
    update.finish("bench")?;
    Ok(())
}
