internal import RoundModel

/// Scores for a person: short, and never so short that one reads as another.
enum ScoreText {
    /// The digits that a score has at most, unless it takes more to tell it from a whole number.
    private static let digits = 6

    /// Numbers to stand beside each other, with the same decimals as far as that goes.
    ///
    /// They have about four digits of the largest one, and up to six where fewer make two of them look alike or a
    /// fraction look whole.
    static func row(_ values: [Double]) -> [String] {
        // Nobody tells a zero that is below zero from the other one.
        let values = values.map { $0 == 0 ? 0 : $0 }
        let largest = values.map(abs).filter(\.isFinite).max() ?? 0
        let whole = wholeDigits(of: largest)
        let most = max(0, digits - whole)
        var decimals = max(0, 4 - whole)
        while decimals < most && !tellsApart(values, decimals) { decimals += 1 }
        return values.map { text(of: $0, decimals) }
    }

    /// The digits before the point, at least one.
    private static func wholeDigits(of value: Double) -> Int {
        var count = 1
        var bound = 10.0
        while value >= bound && count < digits {
            count += 1
            bound *= 10
        }
        return count
    }

    private static func tellsApart(_ values: [Double], _ decimals: Int) -> Bool {
        let texts = values.map { DecimalText.fixed($0, decimals: decimals) }
        return Set(texts).count == Set(values).count && zip(values, texts).allSatisfy { !isMisread($0, as: $1) }
    }

    private static func text(of value: Double, _ decimals: Int) -> String {
        let fixed = DecimalText.fixed(value, decimals: decimals)
        if abs(value) < 1e9, !isMisread(value, as: fixed) { return fixed }
        let shorter = (digits...17).lazy.map { DecimalText.significant(value, digits: $0) }
        return shorter.first { !isMisread(value, as: $0) } ?? "\(value)"
    }

    /// Whether a fraction reads as a whole number: 0.9998 as 1.000.
    private static func isMisread(_ value: Double, as text: String) -> Bool {
        guard let read = Double(text), read != value else { return false }
        return read == read.rounded() && value != value.rounded()
    }
}
