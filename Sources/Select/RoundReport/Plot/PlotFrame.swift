internal import DensityPlot
internal import RoundModel
internal import TextSafety

/// The frame of a picture with two axes, whose places are shares of its sides: it is as wide as there is room, and its texts
/// stay as large as those around it.
///
/// Shapes are drawn in a square of 1,000 that is stretched to the frame; texts stand at percentages of it.
enum PlotFrame {
    /// How high a picture is.
    enum Shape: String {
        /// Wide, for a curve or bars.
        case chart
        /// Likewise, with room for two names above it.
        case named = "chart named"
        /// Higher, for a plot.
        case plot
    }

    /// - Parameter share: 0 at the left, 1 at the right.
    static func x(_ share: Double) -> String { number(1000 * share) }

    /// - Parameter share: 0 at the bottom, 1 at the top.
    static func y(_ share: Double) -> String { number(1000 * (1 - share)) }

    /// A share as a percentage, to a hundredth of one.
    static func percent(_ share: Double) -> String { "\(number(100 * share))%" }

    /// A coordinate, to a hundredth at most.
    static func number(_ value: Double) -> String {
        var digits = DecimalText.fixed(value, decimals: 2)
        while digits.hasSuffix("0") { digits.removeLast() }
        if digits.hasSuffix(".") { digits.removeLast() }
        return digits == "-0" ? "0" : digits
    }

    /// Writes a picture.
    ///
    /// - Parameters:
    ///   - id: what tells it from other pictures of the page.
    ///   - title: what it shows, for who cannot see it.
    ///   - shapes: draws what is stretched.
    ///   - texts: writes what is not.
    static func write(
        _ page: inout Markup,
        _ shape: Shape,
        id: String,
        title: String,
        shapes: (inout Markup) -> Void,
        texts: (inout Markup) -> Void
    ) {
        page.element("div", ["class": "picture \(shape.rawValue)"]) { page in
            page.element(
                "svg",
                ["xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-labelledby": id]
            ) { page in
                page.element("title", ["id": id], text: title)
                page.element("svg", ["viewBox": "0 0 1000 1000", "preserveAspectRatio": "none"]) { shapes(&$0) }
                page.newLine()
                page.empty("rect", ["class": "frame", "width": "100%", "height": "100%"])
                texts(&page)
            }
        }
    }

    /// Draws a line across the picture at each tick.
    static func grid(_ page: inout Markup, below: [Double], left: [Double]) {
        let shape =
            below.map { "M\(x($0)) 0V1000" }.joined() + left.map { "M0 \(y($0))H1000" }.joined()
        if !shape.isEmpty { page.empty("path", ["class": "grid", "d": shape]) }
    }
}

extension PlotFrame {
    /// A place on an axis and what is written there.
    struct Tick {
        let share: Double
        let label: String
    }

    /// Round values along a range.
    static func ticks(_ range: ScoreRange, atMost most: Int = 8) -> [Tick] {
        let ticks = AxisTicks(range, atMost: most)
        return zip(ticks.values, ticks.labels).compactMap { value, label in
            range.share(of: value).map { Tick(share: $0, label: label) }
        }
    }

    /// Round counts from 0 to a number.
    static func counts(upTo largest: Int) -> [Tick] {
        let range = ScoreRange(low: 0, high: Double(max(1, largest)))
        return AxisTicks(range, atMost: largest < 5 ? largest + 1 : 5).values.compactMap { value in
            guard let share = range.share(of: value), value == value.rounded() else { return nil }
            return Tick(share: share, label: DecimalText.grouped(Int(value)))
        }
    }

    /// 0 to 100 per cent.
    static let shares = (0...4).map { Tick(share: Double($0) / 4, label: "\(25 * $0) %") }

    /// Writes the labels below; where there is little room every other one goes.
    static func labelsBelow(_ page: inout Markup, _ ticks: [Tick]) {
        for (number, tick) in ticks.enumerated() {
            let kind = ticks.count > 5 && number % 2 == 1 ? "tick spare" : "tick"
            text(&page, tick.label, (tick.share, 0), below: 1.4, kind, anchor: .middle)
        }
    }

    /// Writes the labels on the left.
    static func labelsLeft(_ page: inout Markup, _ ticks: [Tick]) {
        for tick in ticks { text(&page, tick.label, (0, tick.share), right: -0.5, below: 0.35, "tick", anchor: .end) }
    }

    /// On which side of a text its place is.
    enum Anchor: String {
        case start, middle, end
    }

    /// Writes a text beside a place.
    ///
    /// - Parameters:
    ///   - place: in shares.
    ///   - right: how far right of it, in heights of the text.
    ///   - below: how far below it, likewise.
    static func text(
        _ page: inout Markup,
        _ text: String,
        _ place: (x: Double, y: Double),
        right: Double = 0,
        below: Double = 0,
        _ kind: String,
        anchor: Anchor
    ) {
        page.element(
            "text",
            [
                "class": kind, "x": percent(place.x), "y": percent(1 - place.y), "dx": "\(number(right))em",
                "dy": "\(number(below))em", "text-anchor": anchor.rawValue,
            ],
            text: text
        )
        page.newLine()
    }

    /// Where a text that is centred over a place must begin or end in order to stay within a narrow picture.
    static func anchor(of text: String, at share: Double) -> Anchor {
        let half = min(0.5, 0.014 * Double(text.count))
        return share < half ? .start : share > 1 - half ? .end : .middle
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
