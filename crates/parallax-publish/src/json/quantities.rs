//! Numbers and amounts.

use super::{Pair, pair};
use parallax_model::{Annotations, Article};
use serde::{Serialize, Serializer};

#[derive(Serialize)]
pub(super) struct QuantityBody<'a> {
    span: Pair,
    text: &'a str,
    number: Pair,
    value: Decimal,
    upper: Option<Decimal>,
    bound: &'static str,
    unit: Option<&'a str>,
    counted: Option<&'a str>,
}

impl<'a> QuantityBody<'a> {
    pub(super) fn list(article: &'a Article, annotations: &'a Annotations) -> Vec<Self> {
        let said = |word: &'a str| Some(word).filter(|word| !word.is_empty());
        let quantities = annotations.quantities.iter();
        quantities
            .map(|quantity| Self {
                span: pair(quantity.span),
                text: article.words(quantity.span),
                number: pair(quantity.number),
                value: Decimal(quantity.milli),
                upper: quantity.upper.map(Decimal),
                bound: quantity.bound.name(),
                unit: said(&quantity.unit),
                counted: said(&quantity.counted),
            })
            .collect()
    }
}

/// A number in thousandths, printed as a whole one where it is.
struct Decimal(i128);

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (whole, rest) = (self.0 / 1000, (self.0 % 1000).unsigned_abs());
        match i64::try_from(whole) {
            Ok(whole) if rest == 0 => serializer.serialize_i64(whole),
            _ => {
                let sign = if self.0 < 0 { "-" } else { "" };
                let printed = format!("{sign}{}.{rest:03}", whole.unsigned_abs());
                serializer.serialize_f64(printed.parse().unwrap_or_default())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn values_are_printed_as_exactly_as_they_are_known() {
        let print = |milli: i128| serde_json::to_string(&Decimal(milli)).unwrap();
        assert_eq!(print(1_200_000_000_000), "1200000000");
        assert_eq!(print(3_250), "3.25");
        assert_eq!(print(-500), "-0.5");
        assert_eq!(print(i128::MAX), "1.7014118346046924e+35");
    }
}
