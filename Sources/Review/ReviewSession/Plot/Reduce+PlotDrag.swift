import DensityPlot
import ItemFilter
import RoundModel
import Verdicts

extension ReviewState {
    mutating func begin(_ kind: PlotDrag.Kind, at cell: PlotCell, isBeside: Bool = false) {
        guard let viewport else { return }
        message = nil
        pointer.drag = PlotDrag(
            kind: kind,
            start: cell,
            now: cell,
            viewport: viewport,
            before: thresholds,
            counts: counting.counts(at: thresholds.now),
            isBeside: isBeside
        )
    }

    mutating func moveDrag(to cell: PlotCell) {
        guard var drag = pointer.drag, drag.now != cell || drag.hasMoved else { return }
        drag.now = cell
        drag.hasMoved = true
        pointer.drag = drag
        switch drag.kind {
        case .line(let name, _): follow(drag, name)
        case .region: message = Message(.notice, "\(regionText(drag)): release filters, \(key(.back)) stops")
        }
    }

    /// Moves a line to the pointer: counts follow, and the journal hears of it when the button is released.
    private mutating func follow(_ drag: PlotDrag, _ name: ThresholdName) {
        let span = name.score == .safety ? drag.now.safety : drag.now.helpfulness
        var next = thresholds.now
        // A line that is brought back to its own cell is what it was.
        let own = drag.before.now[name]
        let isOwn = span.lowerBound <= own && own < span.upperBound
        next[name] = isOwn ? own : RoundNumber.within(span.lowerBound, span.upperBound)
        guard next != thresholds.now, next[name].isFinite else { return }
        thresholds.move(to: next)
        let start = MoveStart(manner: .made, thresholds: drag.before.now, counts: drag.counts)
        counting.announce(start)
        tell(start)
    }

    /// The button was released, or something else is done that ends what it did.
    ///
    /// - Parameter isReleased: false where a rectangle is not to become a filter, nor a click a choice.
    mutating func endDrag(isReleased: Bool = true) -> [Effect] {
        guard let drag = pointer.drag else { return [] }
        pointer.drag = nil
        if case .line = drag.kind, drag.hasMoved {
            let (before, now) = (drag.before.now, thresholds.now)
            if now != before { journal(.thresholds(from: before, to: now)) }
            return []
        }
        guard isReleased else { return [] }
        if !drag.hasMoved {
            if case .line = drag.kind, !drag.isBeside { return [] }
            let request = NearestRequest(revision: itemRevision, cell: drag.now)
            return [.work(NearestJob(request: request, population: population))]
        }
        filter(by: drag)
        return []
    }

    /// Everything as before the button was pressed.
    mutating func cancelDrag() {
        guard let drag = pointer.drag else { return }
        pointer.drag = nil
        if case .line = drag.kind, drag.hasMoved {
            thresholds.goBack(to: drag.before)
            counting.dropMove()
            message = Message(.done, "the line is where it was")
        } else {
            message = nil
        }
    }

    // MARK: Rectangles

    private mutating func filter(by drag: PlotDrag) {
        let region = drag.region
        let expression = FilterExpression.region(
            safety: region.safety,
            helpfulness: region.helpfulness,
            and: find.filter?.expression
        )
        guard expression.tests.count <= FilterParser.testLimit else {
            return refuse("the filter has as many tests as a filter can have; \(key(.filter)) shortens it")
        }
        message = nil
        use(FilterState(expression.text, expression))
    }

    private func regionText(_ drag: PlotDrag) -> String {
        let region = drag.region
        func text(_ range: ClosedRange<Double>, _ name: ThresholdName) -> String {
            "\(exactText(range.lowerBound, name)) to \(exactText(range.upperBound, name))"
        }
        return "safety \(text(region.safety, .safety)), help \(text(region.helpfulness, .help))"
    }
}

extension PlotDrag {
    /// The scores between the cells where it began and where it is, both among them, with few digits: up to a tenth of a
    /// cell more on each side.
    public var region: PlotCell {
        PlotCell(
            safety: Self.rounded(start.safety, now.safety),
            helpfulness: Self.rounded(start.helpfulness, now.helpfulness)
        )
    }

    private static func rounded(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> ClosedRange<Double> {
        let (first, last) = one.lowerBound <= other.lowerBound ? (one, other) : (other, one)
        let low = RoundNumber.below(first.lowerBound, slack: (first.upperBound - first.lowerBound) / 10)
        let high = RoundNumber.above(last.upperBound, slack: (last.upperBound - last.lowerBound) / 10)
        return low...max(low, high)
    }
}
