//! Numbers as Russian readers write them.

/// A share in percent with one decimal, rounded once, half up: «65,0 %» with a no-break space; «—» of zero.
pub fn percent(numerator: impl Into<i64>, denominator: impl Into<i64>) -> String {
    match percent_tenths(numerator, denominator) {
        Some(tenths) => format!("{}\u{a0}%", with_comma(i128::from(tenths), 1)),
        None => "—".to_owned(),
    }
}

/// A share in tenths of a per cent, rounded once, half up; none of zero.
pub fn percent_tenths(numerator: impl Into<i64>, denominator: impl Into<i64>) -> Option<i64> {
    let (numerator, denominator) = (i128::from(numerator.into()), i128::from(denominator.into()));
    if denominator <= 0 {
        return None;
    }
    i64::try_from((numerator * 2000 + denominator).div_euclid(2 * denominator)).ok()
}

/// Hundredths as a decimal with a comma and no spare zeros: 385 is «3,85», 400 is «4».
pub fn decimal(hundredths: impl Into<i64>) -> String {
    let text = with_comma(i128::from(hundredths.into()), 2);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

fn with_comma(number: i128, decimals: u32) -> String {
    let unit = 10_i128.pow(decimals);
    let sign = if number < 0 { "−" } else { "" };
    let (whole, rest) = (number.abs() / unit, number.abs() % unit);
    format!("{sign}{whole},{rest:0width$}", width = decimals as usize)
}
