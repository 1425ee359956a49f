//! The classes of the table, as senses.

use jiff::civil::Weekday;

use super::{Bound, Sense, Side, Tense, Unit};

/// The sense of a row of class `class`.
pub(super) fn sense(class: &str, value: &'static str) -> Option<Sense> {
    let number = || value.parse::<i8>().ok();
    Some(match class {
        "unit" => Sense::Unit(unit(value)?),
        "weekday" => Sense::Weekday(Weekday::from_monday_one_offset(number()?).ok()?),
        "plural" => Sense::Plural,
        "part" => Sense::Part(value),
        "partday" => Sense::PartDay(value),
        "deixis" => Sense::Deixis(number()?),
        "tonight" => Sense::Tonight(value),
        "tonight-" => Sense::LastNight(value),
        "shift" => Sense::Shift(number()?),
        "rolling" => Sense::Rolling,
        "context" => Sense::Context,
        "same" => Sense::Same,
        "ago" => Sense::Ago(if value == "pre" { Side::Before } else { Side::After }),
        "before" => Sense::Before,
        "after" => Sense::After,
        "event" => Sense::Event,
        "in" => Sense::In,
        "fromnow" => Sense::From,
        "now" => Sense::Now,
        "yearstep" => Sense::YearStep(number()?),
        "stage" => Sense::Stage,
        "stageof" => Sense::StageOf,
        "ordinal" => Sense::Ordinal(value.parse().ok()?),
        "the" => Sense::The,
        "a" => Sense::A,
        "of" => Sense::Of,
        "on" => Sense::On,
        "at" => Sense::At,
        "and" => Sense::And,
        "old" => Sense::Old,
        "few" => Sense::Few,
        "couple" => Sense::Couple,
        "more" => Sense::More,
        "half" => Sense::Half,
        "strong" => Sense::Strong,
        "weak" => Sense::Weak,
        "counts" => Sense::Counts,
        "year_owner" => Sense::YearOwner,
        "season" => Sense::Season(value),
        "every" => Sense::Every,
        "set" => Sense::Set(value),
        "reference" => Sense::Reference(value),
        "attribute" => Sense::Attribute(value),
        "refnoun" => Sense::ReferenceNoun(value),
        "noon" => Sense::Noon(value),
        "oclock" => Sense::Oclock,
        "zone" => Sense::Zone,
        "time" => Sense::Time,
        "fiscal" => Sense::Fiscal,
        "decade" => Sense::Decade(value.parse().ok()?),
        "lasting" => Sense::Lasting,
        "onward" => Sense::Onward,
        "future" => Sense::Tense(Tense::Future),
        "present" => Sense::Tense(Tense::Present),
        "ahead" => Sense::Ahead,
        "edge" => Sense::Edge(number()?),
        "bound" => Sense::Bound(bound(value)?),
        "boundbehind" => Sense::BoundBehind(bound(value)?),
        "opens" => Sense::Opens,
        "between" => Sense::Between,
        "link" => Sense::Link,
        "moved" => Sense::Moved,
        "known" => Sense::Known,
        "like" => Sense::Like,
        "comes" => Sense::Comes,
        "passed" => Sense::Passed,
        "afterwards" => Sense::Since,
        "modal" => Sense::Modal,
        "yearly" => Sense::Yearly,
        "plan" => Sense::Plan,
        "era" => Sense::Era,
        "title" => Sense::Title,
        "past" => Sense::Tense(Tense::Past),
        _ => return None,
    })
}

fn bound(name: &str) -> Option<Bound> {
    Some(match name {
        "before" => Bound::Before,
        "after" => Bound::After,
        "since" => Bound::Since,
        "until" => Bound::Until,
        _ => return None,
    })
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}
