import DensityPlot
import ItemFilter
import RoundModel
import Verdicts

/// What a drag in the plot is to the rest of the review: what it does by itself stands in `PointerState`.
extension ReviewState {
    mutating func begin(_ kind: PlotDrag.Kind, at cell: PlotCell, isBeside: Bool = false) {
        if pointer.press(kind, at: cell, isBeside: isBeside, pointerContext) { message = nil }
    }

    mutating func moveDrag(to cell: PlotCell) {
        guard let drag = pointer.move(to: cell) else { return }
        switch drag.kind {
        case .line(let name, _): follow(drag, name)
        case .region: message = Message(.notice, "\(regionText(drag)): release filters, \(key(.back)) stops")
        }
    }

    /// Moves a line to the pointer: counts follow, and the journal hears of it when the button is released.
    private mutating func follow(_ drag: PlotDrag, _ name: ThresholdName) {
        guard let next = drag.thresholds(moving: name, from: thresholds.now) else { return }
        thresholds.move(to: next)
        let start = MoveStart(manner: .made, thresholds: drag.before.now, counts: drag.counts)
        counting.announce(start)
        tell(start)
    }

    /// The button was released, or something else is done that ends what it did.
    ///
    /// - Parameter isReleased: false where a rectangle is not to become a filter, nor a click a choice.
    mutating func endDrag(isReleased: Bool = true) -> [Effect] {
        switch pointer.end(isReleased: isReleased) {
        case .line(let before)?:
            if thresholds.now != before { journal(.thresholds(from: before, to: thresholds.now)) }
        case .click(let cell)?:
            let request = NearestRequest(revision: itemRevision, cell: cell)
            return [.work(NearestJob(request: request, population: population))]
        case .region(let drag)?: filter(by: drag)
        case nil: break
        }
        return []
    }

    /// Everything as before the button was pressed.
    mutating func cancelDrag() {
        guard let drag = pointer.drop() else { return }
        guard drag.hasMovedLine else { return message = nil }
        thresholds.goBack(to: drag.before)
        counting.dropMove()
        message = Message(.done, "the line is where it was")
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
