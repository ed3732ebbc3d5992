import RoundModel

/// The labelled values along an axis.
public struct AxisTicks: Hashable, Sendable {
    /// Ascending values within the range.
    public let values: [Double]
    /// The text of each value, all with as many digits behind the point, or as powers of ten from 1e7 on and for ticks
    /// closer than 1e-6.
    public let labels: [String]

    /// Chooses 1, 2, 2.5 or 5 times a power of ten so that there are at most `atMost` ticks.
    ///
    /// - Parameter atMost: fewer than 1 gives none.
    /// - Complexity: O(`atMost`).
    public init(_ range: ScoreRange, atMost: Int) {
        guard atMost >= 1, let spacing = Self.spacing(range, atMost: atMost) else {
            values = []
            labels = []
            return
        }
        var values: [Double] = []
        let first = (range.low / spacing.value).rounded(.up)
        // Counting from the first index keeps every tick exact; at huge magnitudes an index may not change at all.
        for step in 0..<(atMost + 2) {
            let value = spacing.tick(first + Double(step))
            guard value.isFinite, value <= range.high else { break }
            if value >= range.low, values.last.map({ $0 < value }) ?? true { values.append(value == 0 ? 0 : value) }
        }
        self.values = values
        let largest = max(abs(range.low), abs(range.high))
        labels = values.map { value in
            if largest >= 1e7 || spacing.value < 1e-6 { return Self.short(value) }
            return DecimalText.fixed(value, decimals: spacing.decimals)
        }
    }

    /// Chooses values with few digits at about equal distances along an axis, which need not be equal in value.
    ///
    /// - Parameter atMost: fewer than 1 gives none.
    /// - Complexity: O(`atMost` * log points).
    public init(_ axis: PlotAxis, atMost: Int) {
        guard !axis.isStraight, atMost >= 1 else {
            self.init(axis.range, atMost: atMost)
            return
        }
        var values: [Double] = []
        for number in 0..<atMost {
            // A quarter of the distance to either side leaves half of it between two ticks.
            let share = (Double(number) + 0.5) / Double(atMost)
            let reach = 0.25 / Double(atMost)
            let (low, high) = (axis.score(at: share - reach), axis.score(at: share + reach))
            let value = RoundNumber.within(low, high)
            guard value >= low, value <= high, values.last.map({ $0 < value }) ?? true else { continue }
            values.append(value == 0 ? 0 : value)
        }
        let largest = max(abs(axis.range.low), abs(axis.range.high))
        let labels = values.map { value in
            let decimals = DecimalText.decimals(of: value)
            return largest >= 1e7 || decimals > 7 ? Self.short(value) : DecimalText.fixed(value, decimals: decimals)
        }
        self.init(values: values, labels: labels)
    }

    private init(values: [Double], labels: [String]) {
        self.values = values
        self.labels = labels
    }

    private struct Spacing {
        var mantissa: Double
        var exponent: Int
        var value: Double
        var decimals: Int { max(0, -exponent + (mantissa == 2.5 ? 1 : 0)) }

        /// The tick with a number, rounded to the digits that its label shows.
        func tick(_ number: Double) -> Double {
            let value = number * self.value
            guard decimals <= 15, abs(value) < 1e15 else { return value }
            return Double(DecimalText.fixed(value, decimals: decimals)) ?? value
        }
    }

    private static func spacing(_ range: ScoreRange, atMost: Int) -> Spacing? {
        let span = range.high - range.low
        let wanted = span.isFinite ? span / Double(atMost) : (range.high / 2 - range.low / 2) / Double(atMost) * 2
        // The share of the smallest doubles may be none, that of the largest infinite; a power too low is only tried first.
        let exponent = decimalExponent(min(max(wanted, .leastNonzeroMagnitude), .greatestFiniteMagnitude))
        for power in exponent...(exponent + 1) {
            for mantissa in [1, 2, 2.5, 5] {
                guard let value = Double("\(mantissa)e\(power)"), value > 0, value.isFinite else { continue }
                let ticks = (range.high / value).rounded(.down) - (range.low / value).rounded(.up) + 1
                if ticks <= Double(atMost) || (power == exponent + 1 && mantissa == 5) {
                    return Spacing(mantissa: mantissa, exponent: power, value: value)
                }
            }
        }
        return nil
    }

    /// The power of ten of a number's first digit.
    ///
    /// - Precondition: finite and above 0.
    private static func decimalExponent(_ value: Double) -> Int {
        let text = "\(value)"
        guard let mark = text.firstIndex(of: "e") else {
            var exponent = 0
            var rest = value
            while rest >= 10 { rest /= 10; exponent += 1 }
            while rest < 1 { rest *= 10; exponent -= 1 }
            return exponent
        }
        return Int(text[text.index(after: mark)...]) ?? 0
    }

    /// A value as a short power of ten: `-1e308`, `2.5e-7`.
    private static func short(_ value: Double) -> String {
        if value == 0 { return "0" }
        var exponent = decimalExponent(abs(value))
        // In two steps, since a power of ten can be too small for a double where the value is not.
        var scaled = exponent < -300 ? value * 1e300 / power(exponent + 300) : value / power(exponent)
        if abs(scaled) >= 9.995 {
            scaled /= 10
            exponent += 1
        }
        var digits = DecimalText.fixed(scaled, decimals: 2)
        while digits.hasSuffix("0") { digits.removeLast() }
        if digits.hasSuffix(".") { digits.removeLast() }
        return "\(digits)e\(exponent)"
    }

    private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }
}
