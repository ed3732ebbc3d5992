/// The step by which a key moves a threshold, following the scale of its score.
public struct ThresholdStep: Hashable, Sendable {
    /// The step as 1, 2 or 5 times a power of ten.
    public var digit: Int
    /// The power of ten; a step of 0.01 has -2.
    public var exponent: Int

    public init(digit: Int, exponent: Int) {
        self.digit = digit
        self.exponent = exponent
    }

    /// The largest 1, 2 or 5 times a power of ten that divides the middle nine tenths of the scores into a hundred
    /// or more steps; 0.01 for a score that has no spread.
    public init(for scores: ScoreSummary) {
        let wide = scores.quantile(0.95) / 2 - scores.quantile(0.05) / 2
        let half = wide > 0 ? wide : scores.max / 2 - scores.min / 2
        guard half > 0, half.isFinite else {
            self.init(digit: 1, exponent: -2)
            return
        }
        let target = half / 50
        var exponent = Int(_exponentOfTen(target))
        var digit = 1
        // A hair of tolerance, so that a spread of exactly 1 gives 0.01 whatever the last bit says.
        let mantissa = target / _powerOfTen(exponent) * (1 + 1e-9)
        switch mantissa {
        case ..<1:
            digit = 5
            exponent -= 1
        case ..<2: digit = 1
        case ..<5: digit = 2
        case ..<10: digit = 5
        default:
            digit = 1
            exponent += 1
        }
        self.init(digit: digit, exponent: exponent)
    }

    /// The step's size.
    public var value: Double { Double(digit) * _powerOfTen(exponent) }

    /// Digits after the decimal point that show a multiple of the step; 0 for steps of 1 and more.
    public var decimals: Int { max(0, -exponent) }

    /// `value` moved by a number of steps, as the double that the same number typed in decimal would give.
    ///
    /// A threshold reached by steps must equal a score written with the same digits, so sums are taken in decimal.
    public func move(_ value: Double, by steps: Int) -> Double {
        let moved = value + Double(steps) * self.value
        guard moved.isFinite else { return value }
        let places = max(decimals, DecimalText.decimals(of: value))
        guard places <= 15, let exact = Double(DecimalText.fixed(moved, decimals: places)) else { return moved }
        // Never a step that does not move: far from zero a step can be less than the last bit.
        return exact
    }
}

private func _exponentOfTen(_ value: Double) -> Double {
    var exponent = 0.0
    var rest = value
    while rest >= 10 { rest /= 10; exponent += 1 }
    while rest < 1 && exponent > -320 { rest *= 10; exponent -= 1 }
    return exponent
}

private func _powerOfTen(_ exponent: Int) -> Double {
    // The literal is read correctly rounded, which repeated multiplication is not.
    Double("1e\(exponent)") ?? 0
}
