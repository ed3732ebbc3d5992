internal import DensityPlot
internal import RoundModel

/// Where the plot lies in its picture, in the picture's units.
struct PlotFrame {
    let width = 960
    let height = 600
    let plotWidth = 768.0
    let plotHeight = 480.0
    private let left = 76.0
    private let top = 56.0

    /// - Parameter share: 0 at the left, 1 at the right.
    func x(_ share: Double) -> Double { left + share * plotWidth }

    /// - Parameter share: 0 at the bottom, 1 at the top.
    func y(_ share: Double) -> Double { top + (1 - share) * plotHeight }

    /// A coordinate, to a hundredth at most.
    static func text(_ value: Double) -> String {
        var digits = DecimalText.fixed(value, decimals: 2)
        while digits.hasSuffix("0") { digits.removeLast() }
        if digits.hasSuffix(".") { digits.removeLast() }
        return digits == "-0" ? "0" : digits
    }
}

extension ScoreRange {
    /// How far a score lies from the low end to the high one; nil outside the range.
    ///
    /// In halves, since two doubles can be further apart than the largest one.
    func share(of score: Double) -> Double? {
        guard contains(score) else { return nil }
        let share = (score / 2 - low / 2) / (high / 2 - low / 2)
        return share.isFinite ? min(1, max(0, share)) : nil
    }
}
