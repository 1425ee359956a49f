//! TIMEX3 values, as they are written.

use super::vocabulary::Unit;
use jiff::civil::Date;

/// `2026-W06`.
pub(super) fn week(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// `2026-Q1`.
pub(super) fn quarter(day: Date) -> String {
    format!("{:04}-Q{}", day.year(), (day.month() - 1) / 3 + 1)
}

/// `P3D`, `PT60H`, `P6Y6M`, `PXM`.
pub(super) fn length(unit: Unit, milli: Option<i128>) -> String {
    let (mark, letter, times, smaller) = match unit {
        Unit::Second => ("PT", 'S', 1, None),
        Unit::Minute => ("PT", 'M', 1, Some((60, "S"))),
        Unit::Hour => ("PT", 'H', 1, Some((60, "M"))),
        Unit::Day => ("P", 'D', 1, Some((24, "T#H"))),
        Unit::Week => ("P", 'W', 1, Some((7, "D"))),
        Unit::Weekend => ("P", 'D', 2, None),
        Unit::Fortnight => ("P", 'W', 2, None),
        Unit::Month => ("P", 'M', 1, None),
        Unit::Quarter => ("P", 'Q', 1, None),
        Unit::Year => ("P", 'Y', 1, Some((12, "M"))),
        Unit::Decade => ("P", 'Y', 10, None),
        Unit::Century => ("P", 'Y', 100, None),
    };
    let Some(milli) = milli.map(|milli| milli.saturating_mul(times)) else {
        return format!("{mark}X{letter}");
    };
    let (whole, rest) = (milli / 1000, milli % 1000);
    let parts =
        smaller.map(|(count, form)| (rest * count, form)).filter(|(part, _)| part % 1000 == 0);
    let head = if whole == 0 { String::new() } else { format!("{whole}{letter}") };
    match parts {
        _ if rest == 0 => format!("{mark}{whole}{letter}"),
        Some((part, "T#H")) => format!("{mark}{head}T{}H", part / 1000),
        Some((part, form)) => format!("{mark}{head}{}{form}", part / 1000),
        None => {
            let decimals = format!("{rest:03}");
            format!("{mark}{whole}.{}{letter}", decimals.trim_end_matches('0'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Unit, length};

    #[test]
    fn lengths_with_halves_use_the_smaller_unit() {
        assert_eq!(length(Unit::Hour, Some(500)), "PT30M");
        assert_eq!(length(Unit::Hour, Some(5500)), "PT5H30M");
        assert_eq!(length(Unit::Year, Some(6500)), "P6Y6M");
        assert_eq!(length(Unit::Day, Some(1500)), "P1DT12H");
        assert_eq!(length(Unit::Month, Some(1500)), "P1.5M");
        assert_eq!(length(Unit::Week, None), "PXW");
        assert_eq!(length(Unit::Decade, Some(2000)), "P20Y");
    }
}
