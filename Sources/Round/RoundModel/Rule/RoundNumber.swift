/// Numbers that are short to write.
public enum RoundNumber {
    /// A number within a span with as few decimal digits as there are, the nearest one to its middle where there are several.
    ///
    /// It keeps away from the ends by a hundredth of the span. As the double that the same digits typed would give.
    /// - Parameters:
    ///   - low: the lower end, finite.
    ///   - high: the upper end, finite.
    /// - Returns: the middle where the span is too narrow for that, or holds nothing.
    public static func within(_ low: Double, _ high: Double) -> Double {
        let middle = low / 2 + high / 2
        let margin = high / 100 - low / 100
        let (first, last) = (low + margin, high - margin)
        guard first < last, (last - first).isNormal else { return middle }
        let widest = exponent(of: last - first) + 1
        // One power of ten above the span may have a multiple in it; the one below has.
        for power in [widest, widest - 1] {
            guard let number = multiple(of: power, near: middle) else { continue }
            for candidate in [number, multiple(of: power, above: first) ?? number]
            where candidate > first && candidate < last { return candidate }
        }
        return middle
    }

    /// The number with the fewest digits, zeros at its ends not counted, that is at least `low` and less than `high`, and of
    /// several the nearest to `value`; `low` where no shorter one lies there.
    ///
    /// - Parameter value: finite; what is outside is taken for the nearer end.
    public static func nearest(to value: Double, from low: Double, below high: Double) -> Double {
        let value = min(max(value, low), high)
        let largest = max(abs(low), abs(high))
        guard low < high, largest >= 1e-300 else { return low }
        let widest = exponent(of: largest) + 1
        var best: (number: Double, digits: Int)?
        for power in stride(from: widest, through: widest - 16, by: -1) {
            let unit = unit(power)
            guard unit > 0 else { break }
            for count in [(value / unit).rounded(.down), (value / unit).rounded(.up)] {
                guard let number = decimal(count, power), number >= low, number < high else { continue }
                let digits = digits(of: count)
                if let best, (best.digits, abs(best.number - value)) <= (digits, abs(number - value)) { continue }
                best = (number, digits)
            }
        }
        return best?.number ?? low
    }

    /// Those of a whole number below 1e15, without zeros at its end.
    private static func digits(of count: Double) -> Int {
        var rest = Int(abs(count))
        while rest > 0, rest % 10 == 0 { rest /= 10 }
        return String(rest).count
    }

    /// The same for a number over `low` that is at most `high`.
    public static func nearest(to value: Double, above low: Double, to high: Double) -> Double {
        0 - nearest(to: 0 - value, from: 0 - high, below: 0 - low)
    }

    /// The largest number with few digits that is at most `value`, and less than `slack` below it; `value` where there is none.
    public static func below(_ value: Double, slack: Double) -> Double {
        guard slack.isNormal, slack > 0 else { return value }
        let power = exponent(of: slack)
        // A value that is such a number already may come out of the division as a little less.
        for rule in [FloatingPointRoundingRule.toNearestOrEven, .down] {
            let number = decimal((value / unit(power)).rounded(rule), power)
            if let number, number <= value, value - number <= slack { return number }
        }
        return value
    }

    /// The smallest one that is at least `value`, likewise.
    public static func above(_ value: Double, slack: Double) -> Double { 0 - below(0 - value, slack: slack) }

    private static func multiple(of power: Int, near value: Double) -> Double? {
        decimal((value / unit(power)).rounded(), power)
    }

    private static func multiple(of power: Int, above value: Double) -> Double? {
        decimal((value / unit(power)).rounded(.up), power)
    }

    /// A whole number of powers of ten; nil where it would have more digits than a double tells apart.
    private static func decimal(_ count: Double, _ power: Int) -> Double? {
        guard abs(count) < 1e15 else { return nil }
        // The literal is read correctly rounded, which multiplication is not.
        return Double("\(Int(count))e\(power)")
    }

    private static func unit(_ power: Int) -> Double { Double("1e\(power)") ?? 0 }

    /// The power of ten at or below a number over 0.
    private static func exponent(of value: Double) -> Int {
        var power = 0
        var rest = value
        while rest >= 10 {
            rest /= 10
            power += 1
        }
        while rest < 1 {
            rest *= 10
            power -= 1
        }
        return power
    }
}
