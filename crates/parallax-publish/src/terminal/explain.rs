//! An article sentence by sentence, with all that analysis found in it marked
//! over the words, so that a person can see why.

mod found;
mod layers;

use super::{
    marks::{self, Mark, Stretch},
    page::{INDENT, Page},
    wrap::Piece,
};
use crate::{days, languages, outlets};
use found::Found;
use layers::layers;
use parallax_model::{MentionForm, ReadArticle, Span};

/// The column of what is said of a sign.
const COLUMN: usize = 6;

pub(super) fn set(page: &mut Page, read: &ReadArticle) {
    let article = &read.article;
    let published = article.published.as_ref().map(|stamp| days::short(&stamp.to_string()));
    let mut credit = vec![outlets::label(article).to_owned()];
    credit.extend(published);
    credit.push(languages::name(&article.language));
    page.set(0, "", &[Piece::faint(&credit.join(" · "))]);
    let layers = layers(read);
    for line in lines(read) {
        page.blank();
        sentence(page, read, line, &layers);
    }
    page.heading("Who and what");
    cast(page, read);
}

/// Headline, standfirst, and the sentences of every paragraph; a paragraph of none stands whole.
fn lines(read: &ReadArticle) -> Vec<Span> {
    let ReadArticle { article, annotations, .. } = read;
    let mut lines: Vec<Span> = article.headline.into_iter().chain(article.standfirst).collect();
    let mut sentences = annotations.sentences.iter().copied().peekable();
    for &paragraph in &article.paragraphs {
        let before = lines.len();
        while sentences.next_if(|sentence| sentence.start() < paragraph.start()).is_some() {}
        while let Some(sentence) = sentences.next_if(|one| paragraph.contains(*one)) {
            lines.push(sentence);
        }
        if lines.len() == before {
            lines.push(paragraph);
        }
    }
    lines
}

fn sentence(page: &mut Page, read: &ReadArticle, line: Span, layers: &[Found]) {
    let within = layers.iter().filter(|found| found.mark.range.start < line.end());
    let within: Vec<&Found> = within.filter(|found| line.start() < found.mark.range.end).collect();
    let marks: Vec<Mark> = within.iter().map(|found| found.mark.clone()).collect();
    let stretches = marks::set(read.article.text.as_str(), line.range(), &marks);
    let pieces: Vec<Piece<'_>> = stretches.iter().map(Stretch::piece).collect();
    page.set(0, "", &pieces);
    for found in within {
        if line.range().contains(&found.mark.range.start)
            && let Some(means) = &found.means
        {
            page.labelled(INDENT, &found.mark.sign, COLUMN, &[Piece::faint(means)]);
        }
    }
}

/// Every entity with its sign, and how often it is meant in which way.
fn cast(page: &mut Page, read: &ReadArticle) {
    for (at, entity) in read.annotations.entities.iter().enumerate() {
        let times = |form| entity.mentions.iter().filter(|mention| mention.form == form).count();
        let forms = [
            ("by name", times(MentionForm::Named)),
            ("by description", times(MentionForm::Descriptive)),
            ("by pronoun", times(MentionForm::Pronoun)),
        ];
        let forms = forms.iter().filter(|(_, times)| *times > 0);
        let forms: Vec<String> = forms.map(|(how, times)| format!("{times} {how}")).collect();
        let said = format!(" · {} · {}", entity.kind.name(), forms.join(", "));
        let pieces = [Piece::plain(&entity.name), Piece::faint(&said)];
        page.labelled(INDENT, &found::entity_sign(at), COLUMN, &pieces);
    }
}
