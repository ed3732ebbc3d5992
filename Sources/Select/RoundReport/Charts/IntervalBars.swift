internal import AuditStatistics
internal import RoundModel
internal import TextSafety

/// Shares with their intervals, each as a bar on a scale that all of them have in common.
struct IntervalBars {
    /// The share at the right end.
    let end: Double
    /// Into how many parts the scale is divided.
    private var steps: Int { end == 0.1 || end == 0.5 ? 5 : 4 }

    /// - Parameter estimates: the scale has room for all of them.
    init(for estimates: [Estimate]) {
        let most = estimates.map { max($0.value, $0.interval.upper) }.max() ?? 1
        end = [0.1, 0.2, 0.5].first { most <= $0 } ?? 1
    }

    /// The bar of one share, with a dot where the best single value is.
    func write(_ estimate: Estimate, letter: Character, to page: inout Markup) {
        let (lower, upper) = (place(estimate.interval.lower), place(estimate.interval.upper))
        page.element("svg", ["class": "interval", "aria-hidden": "true"]) { page in
            for step in 0...steps {
                let x = PlotFrame.percent(Double(step) / Double(steps))
                page.empty("line", ["class": "grid", "x1": x, "x2": x, "y1": "0", "y2": "100%"])
            }
            page.empty(
                "rect",
                [
                    "class": "fill \(letter)", "fill-opacity": "0.4", "x": PlotFrame.percent(lower), "y": "25%",
                    "width": PlotFrame.percent(max(0.004, upper - lower)), "height": "50%",
                ]
            )
            page.empty(
                "circle",
                ["class": "fill \(letter)", "cx": PlotFrame.percent(place(estimate.value)), "cy": "50%", "r": "5"]
            )
        }
    }

    /// The scale below the bars.
    func writeScale(to page: inout Markup) {
        page.element("svg", ["class": "scale", "aria-hidden": "true"]) { page in
            for step in 0...steps {
                let share = Double(step) / Double(steps)
                let label = "\(PlotFrame.number(100 * end * share)) %"
                page.element(
                    "text",
                    [
                        "class": "tick", "x": PlotFrame.percent(share), "y": "1em",
                        "text-anchor": step == 0 ? "start" : step == steps ? "end" : "middle",
                    ],
                    text: label
                )
            }
        }
    }

    private func place(_ share: Double) -> Double { min(1, max(0, share / end)) }
}
