import DensityPlot
import ReviewSession
import RoundModel
import TerminalCanvas

/// What is written into a plot: the names of the three lines and of the three regions, and how many items lie above and
/// below it. No two share a cell.
struct PlotLabels {
    struct Label {
        enum Subject: Hashable {
            case line(ThresholdName)
            case region(Bucket)
            /// How many items lie above or below what is shown.
            case beyond
        }

        var subject: Subject
        var text: String
        var x: Int
        var y: Int
        var width: Int
    }

    private(set) var labels: [Label] = []
    private let layout: PlotLayout
    private let state: ReviewState
    private let item: (x: Int, y: Int)?
    /// The width of a text as it will be drawn.
    private let measure: (String) -> Int

    init(
        _ layout: PlotLayout,
        _ state: ReviewState,
        _ cells: DensityCells?,
        _ beyond: ItemsBeyond,
        item: (x: Int, y: Int)?,
        measure: @escaping (String) -> Int
    ) {
        self.layout = layout
        self.state = state
        self.item = item
        self.measure = measure
        placeBeyond(beyond)
        // Then the chosen one, so that it finds its place.
        for name in [state.thresholds.chosen] + ThresholdName.allCases.filter({ $0 != state.thresholds.chosen }) {
            if name == .help { placeHelp() } else { placeVertical(name) }
        }
        for bucket in Bucket.allCases {
            for text in ["\(bucket.letter) \(bucket.name)", String(bucket.letter)] {
                if placeRegion(bucket, text, cells) { break }
            }
        }
    }

    private mutating func place(_ subject: Label.Subject, _ text: String, x: Int, y: Int) -> Bool {
        let width = measure(text)
        guard layout.inner.contains(x: x, y: y), x + width <= layout.inner.maxX,
            !isTaken(x: x - 1, y: y, width: width + 2)
        else { return false }
        labels.append(Label(subject: subject, text: text, x: x, y: y, width: width))
        return true
    }

    private func isTaken(x: Int, y: Int, width: Int) -> Bool {
        if let item, item.y == y, item.x >= x, item.x < x + width { return true }
        return labels.contains { $0.y == y && $0.x < x + width && x < $0.x + $0.width }
    }

    /// At the ends of the axis of helpfulness; before all else, since nothing may be missing in silence.
    private mutating func placeBeyond(_ beyond: ItemsBeyond) {
        let inner = layout.inner
        for (count, arrow, y) in [(beyond.above, "↑", inner.y), (beyond.below, "↓", inner.maxY - 1)] where count > 0 {
            let text = "\(arrow) \(DecimalText.grouped(count)) beyond"
            for x in [inner.x, inner.x + inner.width / 2] where place(.beyond, text, x: x, y: y) { break }
        }
    }

    /// A name stands beside the upper end of its line; that of a line outside the plot at the edge it lies beyond.
    private mutating func placeVertical(_ name: ThresholdName) {
        let inner = layout.inner
        let value = state.thresholds.now[name]
        let label = "\(name.title) \(state.describe(value, name, width: 8))"
        let spots: [(String, Int)]
        if let x = layout.column(of: value) {
            spots = [(label, x + 2), (label, x - 1 - measure(label))]
        } else if value < layout.viewport.safety.low {
            spots = [("← \(label)", inner.x)]
        } else {
            spots = [("\(label) →", inner.maxX - measure("\(label) →"))]
        }
        for y in inner.y..<min(inner.maxY, inner.y + 4) {
            for (text, x) in spots where place(.line(name), text, x: x, y: y) { return }
        }
    }

    /// On the right, where the line decides, unless something is there.
    private mutating func placeHelp() {
        let inner = layout.inner
        let value = state.thresholds.now.help
        let label = "θ help \(state.describe(value, .help, width: 8))"
        let row: Int
        var text = label
        if let own = layout.row(of: value) {
            row = own
        } else if value > layout.viewport.helpfulness.high {
            row = inner.y
            text += " ↑"
        } else {
            row = inner.maxY - 1
            text += " ↓"
        }
        let isOnLine = layout.row(of: value) != nil
        for y in isOnLine ? [row] : [row, row + 1, row - 1, row + 2] {
            for x in [inner.maxX - measure(text), inner.x] where place(.line(.help), text, x: x, y: y) { return }
        }
    }

    /// The place within a bucket's region where a text hides the fewest items.
    private mutating func placeRegion(_ bucket: Bucket, _ text: String, _ cells: DensityCells?) -> Bool {
        let inner = layout.inner
        let size = measure(text) + 2
        let lines = [ThresholdName.adv, .safety].compactMap { layout.column(of: state.thresholds.now[$0]) }
        let help = layout.row(of: state.thresholds.now.help)
        var best: (x: Int, y: Int, cost: Int)?
        for y in inner.y..<inner.maxY where y != help {
            var run = 0
            var hidden = 0
            for x in inner.x..<inner.maxX {
                let isInside = !lines.contains(x) && layout.bucket(x: x, y: y, at: state.thresholds.now) == bucket
                guard isInside else {
                    run = 0
                    hidden = 0
                    continue
                }
                run += 1
                hidden += items(cells, x, y)
                if run > size { hidden -= items(cells, x - size, y) }
                let start = x - size + 1
                // Among equally empty places the upper and the left one, so that the name does not jump about.
                guard run >= size, best.map({ hidden < $0.cost }) ?? true, !isTaken(x: start, y: y, width: size) else {
                    continue
                }
                best = (start + 1, y, hidden)
            }
        }
        guard let best else { return false }
        return place(.region(bucket), text, x: best.x, y: best.y)
    }

    private func items(_ cells: DensityCells?, _ x: Int, _ y: Int) -> Int {
        cells?.items(column: x - layout.inner.x, row: y - layout.inner.y) ?? 0
    }
}
