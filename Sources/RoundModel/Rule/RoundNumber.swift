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
        let margin = (high / 100 - low / 100)
        let (low, high) = (low + margin, high - margin)
        guard low < high, (high - low).isNormal else { return middle }
        let widest = exponent(of: high - low) + 1
        // One power of ten above the span may have a multiple in it; the one below has.
        for power in [widest, widest - 1] {
            guard let number = multiple(of: power, near: middle) else { continue }
            for candidate in [number, multiple(of: power, above: low)].compactMap({ $0 })
            where candidate > low && candidate < high { return candidate }
        }
        return middle
    }

    /// The largest number with few digits that is at most `value`, and less than `slack` below it; `value` where there is none.
    public static func below(_ value: Double, slack: Double) -> Double {
        guard slack.isNormal, slack > 0 else { return value }
        let power = exponent(of: slack)
        let number = decimal((value / unit(power)).rounded(.down), power)
        return number.map { $0 <= value ? $0 : value } ?? value
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
