internal import DensityPlot
internal import RoundModel
internal import TextSafety

/// Where the plot lies in its picture, in the picture's units.
struct PlotFrame {
    let width = 960
    var height = 600
    let plotWidth = 768.0
    var plotHeight = 480.0
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

extension PlotFrame {
    /// Draws the edge of the plot.
    func edge(_ page: inout Markup) {
        page.empty(
            "rect",
            [
                "class": "frame", "x": Self.text(x(0)), "y": Self.text(y(1)),
                "width": Self.text(plotWidth), "height": Self.text(plotHeight),
            ]
        )
        page.newLine()
    }

    /// Draws ticks and labels of the axis below.
    func ticksBelow(_ page: inout Markup, _ range: ScoreRange) {
        let ticks = AxisTicks(range, atMost: 8)
        for (value, label) in zip(ticks.values, ticks.labels) {
            if let share = range.share(of: value) { tickBelow(&page, label, at: share) }
        }
    }

    /// Draws a tick and its label below.
    func tickBelow(_ page: inout Markup, _ label: String, at share: Double) {
        page.empty("path", ["class": "frame", "d": "M\(Self.text(x(share))) \(Self.text(y(0)))v6"])
        text(&page, label, x(share), y(0) + 21, "tick", anchor: "middle")
    }

    /// Draws a tick and its label on the left.
    func tickLeft(_ page: inout Markup, _ label: String, at share: Double) {
        page.empty("path", ["class": "frame", "d": "M\(Self.text(x(0))) \(Self.text(y(share)))h-6"])
        text(&page, label, x(0) - 10, y(share) + 4, "tick", anchor: "end")
    }

    /// Draws a text.
    func text(_ page: inout Markup, _ text: String, _ x: Double, _ y: Double, _ kind: String, anchor: String) {
        page.element(
            "text",
            ["class": kind, "x": Self.text(x), "y": Self.text(y), "text-anchor": anchor],
            text: text
        )
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
