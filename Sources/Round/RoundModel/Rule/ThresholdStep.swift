/// The step by which a key moves a threshold, following the scale of its score.
public struct ThresholdStep: Hashable, Sendable {
    /// What the power of ten is taken times, over 0: 1, 2 or 5 where the step follows the scores.
    public var digit: Int
    /// The power of ten; a step of 0.01 has -2.
    public var exponent: Int

    public init(digit: Int, exponent: Int) {
        self.digit = digit
        self.exponent = exponent
    }

    /// The 1, 2 or 5 times a power of ten that comes nearest to a hundredth of the middle nine tenths of the scores, or
    /// of all of them where these have no spread; 0.01 for a score that has none at all.
    public init(for scores: ScoreSummary) {
        let wide = scores.quantile(0.95) / 2 - scores.quantile(0.05) / 2
        let half = wide > 0 ? wide : scores.max / 2 - scores.min / 2
        let target = half / 50
        guard target.isNormal else {
            self.init(digit: 1, exponent: half > 0 ? -320 : -2)
            return
        }
        let exponent = Self.exponentOfTen(target)
        // The borders lie at the geometric means of neighbours, where both are off by the same factor.
        switch target / Self.powerOfTen(exponent) {
        case ..<1.414: self.init(digit: 1, exponent: exponent)
        case ..<3.162: self.init(digit: 2, exponent: exponent)
        case ..<7.071: self.init(digit: 5, exponent: exponent)
        default: self.init(digit: 1, exponent: exponent + 1)
        }
    }

    /// The step with a size; nil where it is not over 0, or has more than 15 digits.
    public init?(_ value: Double) {
        let decimals = DecimalText.decimals(of: value)
        guard value > 0, value < 1e15, decimals <= 15,
            let digit = Int(DecimalText.fixed(value, decimals: decimals).filter { $0 != "." })
        else { return nil }
        self.init(digit: digit, exponent: -decimals)
    }

    /// The step's size.
    public var value: Double { Double(digit) * Self.powerOfTen(exponent) }

    /// Digits after the decimal point that show a multiple of the step; 0 for steps of 1 and more.
    public var decimals: Int { max(0, -exponent) }

    /// `value` moved by a number of steps, as the double that the same number typed in decimal would give.
    ///
    /// A threshold reached by steps must equal a score written with the same digits, so sums are taken in decimal.
    /// - Returns: `value` itself where the sum would not be finite, or where a step is less than its last bit.
    public func move(_ value: Double, by steps: Int) -> Double {
        let moved = value + Double(steps) * self.value
        guard moved.isFinite else { return value }
        let places = max(decimals, DecimalText.decimals(of: value))
        guard places <= 15, let exact = Double(DecimalText.fixed(moved, decimals: places)) else { return moved }
        return exact
    }

    private static func exponentOfTen(_ value: Double) -> Int {
        var exponent = 0
        var rest = value
        while rest >= 10 {
            rest /= 10
            exponent += 1
        }
        while rest < 1 {
            rest *= 10
            exponent -= 1
        }
        return exponent
    }

    private static func powerOfTen(_ exponent: Int) -> Double {
        // The literal is read correctly rounded, which repeated multiplication is not.
        Double("1e\(exponent)") ?? 0
    }
}
