//! Examples that stand under the help of commands.

pub(super) const READ_EXAMPLES: &str = "\
Examples:
  parallax read page.html
  parallax read --explain page.html | less -R
  parallax read --json captures/ | jq -r '.headline'";

pub(super) const STORY_EXAMPLES: &str = "\
Examples:
  parallax story fixtures/
  parallax story --format md captures/ > story.md
  parallax story --explain captures/ | less -R
  parallax story --as-of 2027-03-12T10:00:00Z captures/
  parallax story --json captures/ | jq '.stories[].differences'";

pub(super) const ADD_EXAMPLES: &str = "\
Examples:
  parallax init --archive news
  parallax add --archive news captures/ crawl.warc.gz
  parallax stories --archive news
  parallax story --archive news 3f2a90c1";

pub(super) const WATCH_EXAMPLES: &str = "\
Examples:
  parallax init --archive news
  parallax watch --archive news --contact desk@quay.example sources.toml
  parallax watch --once --archive news sources.toml         for cron; the contact stands in the file
  parallax sources --archive news

sources.toml:
  contact = \"https://quay.example/our-crawler\"

  [[source]]
  name = \"Quay\"
  feed = \"https://quay.example/feed.xml\"       or sitemap, front-page, page, folder, file: docs/sources.md

robots.txt is asked first, always. Ctrl-C ends it once what was asked is heard.";

pub(super) const SERVE_EXAMPLES: &str = "\
Examples:
  parallax serve --archive news                        then open http://127.0.0.1:8440/
  parallax serve --archive news --listen 127.0.0.1:0   prints the address it takes
  parallax serve --listen 192.0.2.7:80 --name news.example

Nothing can be changed by it. On any other address than loopback a reader sees the sentences that are compared, each
with its link, and not whole articles, unless `parallax decide show` says otherwise of an outlet. Ctrl-C ends it.";

pub(super) const CHANGES_EXAMPLES: &str = "\
Examples:
  parallax changes --since 2027-03-12T10:00:00Z captures/
  parallax changes --since 2027-03-11 --until 2027-03-12 --json captures/
  parallax changes --archive news --since 2027-03-12T06:00:00Z
  parallax changes --archive news --since 2027-03-11 3f2a90c1

Each of the two states is made of the captures known at its moment, and of nothing else: the same as
parallax story --as-of prints.";

pub(super) const DECIDE_EXAMPLES: &str = "\
Examples:
  parallax decide merge 3f2a90c1 77b0e2d4
  parallax decide split 0b7c11d2 9a40cc01
  parallax decide hide 'The Daily Copy'
  parallax decide show tidepost.example link
  parallax decide undo 3

Decisions are kept as a log with who and when, outlast a rebuild, and are applied in the order they were taken.";

pub(super) const EXPORT_EXAMPLES: &str = "\
Examples:
  parallax export > stories.jsonl
  parallax export --format csv --query 'topic:labour since:2027-03' > statements.csv
  parallax export --format parquet --to tables
  parallax export --format warc --story 3f2a90c1 --to captures.warc.gz
  parallax export --story 3f2a90c1 --evidence story.zip

Nothing is written over, and nothing stands under its name before it is whole.";

pub(super) const ARTICLE_EXAMPLES: &str = "\
Examples:
  parallax article 0b7c11d2
  parallax article --revisions 0b7c11d2
  parallax article 0b7c11d2 --diff
  parallax article 0b7c11d2 --diff 1..3 --json";

pub(super) const FORGET_EXAMPLES: &str = "\
Examples:
  parallax forget https://quay.example/a --reason 'asked by the author, 3 May'
  parallax forget 0b7c11d2 --reason 'wrong person named' --dry-run

What was made of a capture goes with it. Its digest, the moment and the reason stay, so that the same bytes are refused
when they come again, and the stories it was in keep their ids.";

pub(super) const RETAIN_EXAMPLES: &str = "\
Examples:
  parallax retain --older-than 365d --dry-run
  parallax retain --older-than 90d --outlet 'The Daily Copy'
  parallax retain --rules retention.toml

A rule in the file:
  [[rule]]
  outlet = \"The Daily Copy\"   # by name or domain; every outlet where it is left out
  older-than = \"90d\"          # d, w, m (30 days) or y (365 days)
  keep = false                 # true: what fits stays, whatever later rules say

The first rule that fits an article decides.";

pub(super) const DOCTOR_EXAMPLES: &str = "\
Examples:
  parallax doctor --archive news
  parallax doctor --json | jq '.checks[] | select(.state != \"fine\")'

Each thing is fine, a warning (nothing is lost) or broken, and has the command that mends it beside it. The exit status is 1
where something is broken. What every byte says is checked by parallax verify.";

pub(super) const SEARCH_EXAMPLES: &str = "\
Examples:
  parallax search 'dock strike'
  parallax search 'said:\"Otto Brandt\" since:2027-03'
  parallax search --latest 'differs:number origins:>2 lang:ru'";

pub(super) const GROUP_EXAMPLES: &str = "\
Example:
  parallax group --assignments rows.jsonl > stories.tsv";
