import DensityPlot
import ReviewScreens
import ReviewSession
import RoundModel

extension PlainTeller {
    /// Bins that are named as the densest.
    private static let named = 3

    /// The plot in words: what it covers, where most items lie, what each region holds, and what lies on a line.
    ///
    /// - Complexity: O(n) shared among the cores.
    func plot(_ state: ReviewState) -> [String] {
        guard let viewport = state.viewport, state.population.count > 0 else { return ["there is no item to show"] }
        let safety = PlainParts(viewport.safety, of: state.round.safety)
        let help = PlainParts(viewport.helpfulness, of: state.round.helpfulness)
        let grid = DensityGrid(
            state.population,
            viewport: Viewport(safety: safety.range, helpfulness: help.range),
            columns: safety.count,
            rows: help.count
        )
        let zoomed = state.plot.chosenViewport == nil ? "" : "zoomed: "
        let drawn = state.grid == nil ? "" : " of the drawn items"
        var lines = ["\(zoomed)the plot\(drawn) shows safety \(safety.whole), help \(help.whole)\(narrowed(state))"]
        if let beyond = beyond(grid.beyond) { lines.append(beyond) }
        lines += densest(grid, safety, help)
        lines += [
            middle("safety", state.round.safety, .safety, state), middle("help", state.round.helpfulness, .help, state),
        ]
        .compactMap { $0 }
        guard let tally = state.shownTally else { return lines }
        func share(_ bucket: Bucket) -> String {
            "\(tally[bucket].percent(of: tally.total)) of the items, \(tally[bucket].text)"
        }
        let theta = ThresholdName.allCases.map { "\($0.title) \(state.describe(state.thresholds.now[$0], $0))" }
        lines += [
            "\(share(.adversarial)), lie below \(theta[0]): adversarial",
            "\(share(.accepted)), lie above \(theta[1]) and above \(theta[2]): accepted",
            "\(share(.discarded)), lie elsewhere: discarded",
        ]
        if let judged = state.verdicts.judged?.count, judged > 0, state.countScope != .grid {
            lines.append("\(DecimalText.counted(judged, "verdict")) put items where their scores do not")
        }
        return lines + [ties(tally)]
    }

    private func beyond(_ beyond: ItemsBeyond) -> String? {
        let sides = [
            ("lower safety", beyond.left), ("higher safety", beyond.right), ("lower help", beyond.below),
            ("higher help", beyond.above),
        ].filter { $0.1 > 0 }
        guard !sides.isEmpty else { return nil }
        return "beyond it: \(sides.map { "\(DecimalText.grouped($0.1)) at \($0.0)" }.joined(separator: ", "))"
    }

    /// The fullest bins, with the scores that they cover.
    private func densest(_ grid: DensityGrid, _ safety: PlainParts, _ help: PlainParts) -> [String] {
        let total = grid.counts.reduce(0) { $0 + Int($1) }
        guard total > 0 else { return ["no item lies within it"] }
        let fullest = grid.counts.enumerated().filter { $0.element > 0 }
            .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
        let filled = fullest.count
        let bins = fullest.prefix(Self.named).map { bin -> String in
            let (row, column) = bin.offset.quotientAndRemainder(dividingBy: grid.columns)
            let place = "safety \(safety[column]) and help \(help[grid.rows - 1 - row])"
            let items = DecimalText.counted(Int(bin.element), "item")
            return "\(place), \(items), \(DecimalText.percent(Int(bin.element), of: total))"
        }
        let parts = grid.columns * grid.rows
        let empty = parts - filled
        return ["densest at \(bins.joined(separator: "; at "))"]
            + (empty > 0 ? ["\(empty) of its \(parts) parts are empty"] : [])
    }

    /// How one score is spread, by its quantiles in the whole round.
    private func middle(_ title: String, _ summary: ScoreSummary?, _ name: ThresholdName, _ state: ReviewState)
        -> String?
    {
        guard let summary else { return nil }
        func text(_ fraction: Double) -> String { state.describe(summary.quantile(fraction), name) }
        return "\(title): \(state.describe(summary.min, name)) to \(state.describe(summary.max, name)), "
            + "half of the round between \(text(0.25)) and \(text(0.75)), the middle at \(text(0.5))"
    }

    private func ties(_ lines: BoundedTally) -> String {
        let ties = ThresholdName.allCases.filter { lines[$0].on.high > 0 }
        guard !ties.isEmpty else { return "no item lies on a line" }
        let named = ties.map { name in
            let on = lines[name].on
            return "\(on.isExact ? DecimalText.counted(on.low, "item") : "\(on.text) items") on \(name.title)"
        }
        return "on a line, neither below nor above it: \(named.joined(separator: ", "))"
    }
}

/// An axis in parts whose ends are round numbers.
struct PlainParts {
    let range: ScoreRange
    let count: Int
    private let low: Double
    private let step: Double
    private let decimals: Int

    /// - Parameters:
    ///   - shown: what the plot shows, whose ends follow the scores.
    ///   - scores: those of the round, which need no part where there are none.
    init(_ shown: ScoreRange, of scores: ScoreSummary?) {
        let ticks = AxisTicks(shown, atMost: 11)
        guard let first = ticks.values.first, let last = ticks.values.last, ticks.values.count > 1, last > first else {
            (range, count, low, step, decimals) = (shown, 1, shown.low, shown.high - shown.low, 4)
            return
        }
        let step = (last - first) / Double(ticks.values.count - 1)
        let least = max(shown.low, scores?.min ?? shown.low)
        let most = min(shown.high, scores?.max ?? shown.high)
        let low = least < first ? first - step : first
        let high = most > last ? last + step : last
        self.low = low
        self.step = step
        range = ScoreRange(low: low, high: high)
        count = max(1, Int(((high - low) / step).rounded()))
        decimals = ticks.labels.map { DecimalText.decimals(of: Double($0) ?? 0) }.max() ?? 2
    }

    /// Both ends of a part, from 0.
    subscript(part: Int) -> String { "\(text(part)) to \(text(part + 1))" }

    var whole: String { "\(text(0)) to \(text(count))" }

    private func text(_ edge: Int) -> String {
        let value = low + Double(edge) * step
        guard abs(value) < 1e9, step >= 1e-9 else { return DecimalText.significant(value, digits: 6) }
        let text = DecimalText.fixed(value, decimals: decimals)
        // What is left of rounding is no number below 0.
        return Double(text) == 0 ? DecimalText.fixed(0, decimals: decimals) : text
    }
}
