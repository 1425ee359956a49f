//! Tests over small invented articles.

use crate::{
    citations::citations, entities::entities, entities::tests::article, sentences::sentences,
};

fn check(body: &str, expected: &[&str]) {
    let article = article(&format!("A headline\n{body}"), "en", "Exbury Herald");
    let sentences = sentences(&article);
    let entities = entities(&article, &sentences);
    let found = citations(&article, &sentences, &entities);
    let names: Vec<&str> = found.iter().map(|it| it.source_name.as_str()).collect();
    assert_eq!(names, expected, "{body}");
}

#[test]
fn media_credited_with_a_report_are_sources() {
    check("Two ships sank, according to Coastal Wire.", &["Coastal Wire"]);
    check("“It sank,” he said, as cited by the BBC.", &["BBC"]);
    check("As the Oxmoor Post reported, nobody was hurt.", &["Oxmoor Post"]);
    check("Ann Vale of Corvane told the Oxmoor Tribune it was late.", &["Oxmoor Tribune"]);
    check("Earlier, The Lantern reported that a ship was late.", &["Lantern"]);
    check("The report was confirmed, the news agency Tirra said.", &["Tirra"]);
}

#[test]
fn the_own_outlet_is_no_source() {
    check("Ann Vale told the Herald it was late.", &[]);
    check("Earlier, Exbury Herald reported that it was late.", &[]);
}

#[test]
fn ministries_companies_and_people_are_no_sources() {
    check("Two ships sank, according to the Finance Ministry.", &[]);
    check("Corvane Shipping reported a loss. Ann Vale said so.", &[]);
    check("The Coastal Wire building burnt down.", &[]);
}
