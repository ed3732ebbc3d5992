public import ReviewAudit
public import RoundModel

/// What the verdicts show along a threshold: how good its set would be at each value.
public struct CurvesDialog: Dialog {
    public static let id: DialogID = "curves"
    public static let opener: Command? = .showCurves
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.scrolling)
        .adding([
            .stepDown: .move(.rows(-1)), .stepUp: .move(.rows(1)),
            .leapDown: .move(.pages(-1)), .leapUp: .move(.pages(1)),
            .chooseAdv: choosing(.adv), .chooseSafety: choosing(.safety), .chooseHelp: choosing(.help),
            .nextTab: .turn(measureField, by: 1), .previousTab: .turn(measureField, by: -1),
        ])
        .adding(DialogCommands.own(.undo, .redo, .showEvidence, .plotDrawing))
    private static let thresholdField = "threshold"
    private static let measureField = "measure"
    private static func choosing(_ name: ThresholdName) -> DialogAction { .set(thresholdField, to: name.key) }

    /// What of a curve is looked at.
    public enum Measure: String, CaseIterable, Sendable {
        case all, size, precision, recall
    }

    /// The threshold that is swept.
    public internal(set) var name: ThresholdName
    /// What of it is drawn.
    public internal(set) var measure = Measure.all
    /// The value that was gone to; nil for where the threshold is now.
    public internal(set) var value: Double?
    /// Why the last attempt was refused, until something is changed; nil where none was.
    public internal(set) var problem: String?

    init(_ name: ThresholdName) { self.name = name }

    /// The curve that is shown.
    public var curve: AuditCurve { .sweep(name) }

    /// The sweep that is shown, if it is there.
    public func sweep(in review: ReviewState) -> ThresholdSweep? {
        if case .sweep(let sweep) = review.curves.result(of: curve) { sweep } else { nil }
    }

    public func title(in review: ReviewState) -> String { "curves: if \(name.title) moved" }

    public func rows(in review: ReviewState) -> [DialogRow] {
        (sweep(in: review)?.points ?? []).map { point in
            DialogRow(ThresholdSweep.text(point.value), detail: DecimalText.grouped(point.size))
        }
    }

    /// The value nearest to where the cursor was left.
    public func chosenRow(in review: ReviewState) -> Int? {
        guard let values = review.curves.result(of: curve)?.values else { return nil }
        let at = value ?? review.thresholds.now[name]
        return values.indices.min { abs(values[$0] / 2 - at / 2) < abs(values[$1] / 2 - at / 2) }
    }

    public func fields(in review: ReviewState) -> [DialogField] {
        [
            DialogField(Self.thresholdField, value: name.key, choices: ThresholdName.allCases.map(\.key)),
            DialogField(Self.measureField, value: measure.rawValue, choices: Measure.allCases.map(\.rawValue)),
        ]
    }

    public func problem(in review: ReviewState) -> String? { problem ?? review.curves.result(of: curve)?.problem }

    public func pendingWork(in review: ReviewState) -> PendingWork? {
        guard review.round.content.keys != nil else { return review.round.content.fraction.map(PendingWork.contents) }
        return review.curves.isPending ? .evidence : nil
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(keys: [.stepDown, .stepUp], title: "value", separator: " "),
            CommandHint(keys: [.chooseAdv, .chooseHelp], title: "choose θ", separator: "–"),
            CommandHint(.nextTab, "one figure"),
        ] + (review.queue == nil ? [CommandHint(.confirm, "use this θ")] : []) + [
            CommandHint(.cancel, "close"), CommandHint(.showEvidence, "evidence"),
        ]
    }

    public mutating func choose(row: Int, in review: inout ReviewState) {
        problem = nil
        guard let values = review.curves.result(of: curve)?.values, values.indices.contains(row) else { return }
        value = values[row]
    }

    public mutating func move(_ move: DialogMove, in review: inout ReviewState) { moveWithinEnds(move, in: &review) }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        problem = nil
        switch field {
        case Self.thresholdField:
            guard let name = ThresholdName.allCases.first(where: { $0.key == value }), name != self.name else { return }
            (self.name, self.value) = (name, nil)
        case Self.measureField: measure = Measure(rawValue: value) ?? measure
        default: break
        }
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        var open = self
        if review.queue != nil {
            open.problem = "a queue keeps its thresholds; leave it first"
        } else if let row = chosenRow(in: review), let value = review.curves.result(of: curve)?.values[row] {
            review.close()
            review.take(value, of: name)
            return []
        }
        review.dialog = open
        return []
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        switch command {
        case .undo, .redo: review.queue == nil ? review.performInRound(command) : []
        default: review.performInRound(command)
        }
    }
}
