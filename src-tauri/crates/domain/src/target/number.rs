//! Numbers as Russian readers write them.

/// Digits after the comma with which a share of any two `u32` can be told from a whole per cent.
const MOST_DECIMALS: u32 = 10;

/// A share in percent: «65,0 %» with a no-break space, one decimal, rounded once, half up; «—» of zero.
///
/// A whole per cent is printed only of an exact one, so that «70,0 %» never stands beside «не достигнут»
/// for a target of 70: 1399 of 2000 is «69,95 %».
pub fn percent(numerator: impl Into<i64>, denominator: impl Into<i64>) -> String {
    percent_beside(numerator.into(), denominator.into(), None)
}

/// As [`percent`], and never on the wrong side of a threshold given in hundredths of a per cent.
pub(super) fn percent_beside(numerator: i64, denominator: i64, threshold: Option<i64>) -> String {
    let (over, under) = (i128::from(numerator) * 100, i128::from(denominator));
    if under <= 0 {
        return "—".to_owned();
    }
    let honest = |decimals: &u32| {
        let unit = 10_i128.pow(*decimals);
        let printed = rounded(over * unit, under);
        let whole = printed % unit == 0 && over % under != 0;
        let side = |threshold: i64| {
            let threshold = i128::from(threshold);
            (printed * 100).cmp(&(threshold * unit)) == (over * 100).cmp(&(threshold * under))
        };
        !whole && threshold.is_none_or(side)
    };
    let decimals = (1..=MOST_DECIMALS).find(honest).unwrap_or(MOST_DECIMALS);
    format!("{}\u{a0}%", with_comma(rounded(over * 10_i128.pow(decimals), under), decimals))
}

/// A share in tenths of a per cent, rounded once, half up; none of zero.
pub fn percent_tenths(numerator: impl Into<i64>, denominator: impl Into<i64>) -> Option<i64> {
    let (numerator, denominator) = (i128::from(numerator.into()), i128::from(denominator.into()));
    if denominator <= 0 {
        return None;
    }
    i64::try_from(rounded(numerator * 1000, denominator)).ok()
}

/// Hundredths as a decimal with a comma and no spare zeros: 385 is «3,85», 400 is «4».
pub fn decimal(hundredths: impl Into<i64>) -> String {
    let text = with_comma(i128::from(hundredths.into()), 2);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// Half up.
fn rounded(over: i128, under: i128) -> i128 {
    (over * 2 + under).div_euclid(2 * under)
}

fn with_comma(number: i128, decimals: u32) -> String {
    let unit = 10_i128.pow(decimals);
    let sign = if number < 0 { "−" } else { "" };
    let (whole, rest) = (number.abs() / unit, number.abs() % unit);
    format!("{sign}{whole},{rest:0width$}", width = decimals as usize)
}
