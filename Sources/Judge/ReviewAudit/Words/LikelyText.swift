import AuditStatistics
import RoundModel

/// Intervals as people say them, their ends rounded outwards.
enum LikelyText {
    /// "between 2 % and 38 %", "at most 14 %", or "7.7 %" where nothing is left to be unsure of.
    static func text(_ interval: Interval) -> String {
        let (lower, upper) = (interval.lower, interval.upper)
        if lower == upper { return FigureText.percent(lower, decimals: 1) }
        let decimals = upper - lower >= 0.1 ? 0 : upper - lower >= 0.01 ? 1 : 2
        if lower <= 0 { return "at most \(up(upper, decimals))" }
        if upper >= 1 { return "at least \(down(lower, decimals))" }
        return "between \(down(lower, decimals)) and \(up(upper, decimals))"
    }

    /// A lower end; one that is not 0 is not rounded to it.
    private static func down(_ share: Double, _ decimals: Int) -> String {
        for digits in decimals...4 {
            // What a product adds behind the digits that are written is none of it.
            let rounded = (share * 100 * power(digits) + 1e-9).rounded(.down) / power(digits)
            if rounded > 0 || digits == 4 { return "\(DecimalText.fixed(rounded, decimals: digits)) %" }
        }
        return FigureText.percent(share, decimals: decimals)
    }

    /// An upper end; one that is not 100 % is not rounded to it.
    static func up(_ share: Double, _ decimals: Int) -> String {
        for digits in decimals...4 {
            let rounded = (share * 100 * power(digits) - 1e-9).rounded(.up) / power(digits)
            if rounded < 100 || share >= 1 || digits == 4 { return "\(DecimalText.fixed(rounded, decimals: digits)) %" }
        }
        return FigureText.percent(share, decimals: decimals)
    }

    private static func power(_ digits: Int) -> Double { [1, 10, 100, 1_000, 10_000][digits] }
}
