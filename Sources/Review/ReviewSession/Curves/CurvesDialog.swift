import ReviewAudit
public import RoundModel

/// What the verdicts show along a threshold or a score: how good a set would be at each value, how well a score tells safe from
/// unsafe, and what its values mean.
public struct CurvesDialog: Dialog {
    public static let id: DialogID = "curves"
    public static let opener: Command? = .showCurves
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.rows)
        .adding([
            .stepDown: .move(.rows(-1)), .stepUp: .move(.rows(1)),
            .leapDown: .move(.pages(-1)), .leapUp: .move(.pages(1)),
            .chooseAdv: choosing(.adv), .chooseSafety: choosing(.safety), .chooseHelp: choosing(.help),
            .nextCurve: .turn(curveField, by: 1),
            .nextTab: .turn(measureField, by: 1), .previousTab: .turn(measureField, by: -1),
        ])
        .adding(DialogCommands.own(.undo, .redo, .showEvidence, .plotDrawing))
    private static let curveField = "curve"
    private static let thresholdField = "threshold"
    private static let measureField = "measure"
    private static func choosing(_ name: ThresholdName) -> DialogAction { .set(thresholdField, to: name.key) }

    /// What is drawn.
    public enum Kind: String, CaseIterable, Sendable {
        /// What a threshold would make of its set at each of its values.
        case sweep
        /// What a score keeps of one kind against what it keeps of the other.
        case roc
        /// How much of what it keeps is right, against how much of what is right it keeps.
        case precision = "precision-recall"
        /// The share of the wrong kind at each of its values.
        case reliability
    }

    /// What of a sweep is looked at.
    public enum Measure: String, CaseIterable, Sendable {
        case all, size, precision, recall
    }

    /// What is drawn.
    public internal(set) var kind = Kind.sweep
    /// The threshold that is swept, or whose score is looked at.
    public internal(set) var name: ThresholdName
    /// What of it is drawn.
    public internal(set) var measure = Measure.all
    /// The value that was gone to; nil for where the threshold is now.
    public internal(set) var value: Double?
    /// Why the last attempt was refused, until something is changed; nil where none was.
    public internal(set) var problem: String?

    init(_ name: ThresholdName) { self.name = name }

    /// The curve that is shown.
    public var curve: AuditCurve {
        switch kind {
        case .sweep: .sweep(name)
        case .roc, .precision: .scores(name.score)
        case .reliability: .reliability(name.score)
        }
    }

    public func title(in review: ReviewState) -> String {
        let score = name.score.rawValue
        return switch kind {
        case .sweep: "curves: if \(name.title) moved"
        case .roc: "curves: what the \(score) score tells apart (ROC)"
        case .precision: "curves: precision and recall of the \(score) score"
        case .reliability: "curves: what a \(score) score means"
        }
    }

    public func rows(in review: ReviewState) -> [DialogRow] {
        (review.curves.result(of: curve)?.values ?? []).map { DialogRow(ThresholdSweep.text($0)) }
    }

    /// The value nearest to where the cursor was left.
    public func chosenRow(in review: ReviewState) -> Int? {
        guard let values = review.curves.result(of: curve)?.values else { return nil }
        let at = value ?? review.thresholds.now[name]
        return values.indices.min { abs(values[$0] / 2 - at / 2) < abs(values[$1] / 2 - at / 2) }
    }

    public func fields(in review: ReviewState) -> [DialogField] {
        [
            DialogField(Self.curveField, value: kind.rawValue, choices: Kind.allCases.map(\.rawValue)),
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
            CommandHint(.nextCurve, "other curve"),
        ] + (kind == .sweep ? [CommandHint(.nextTab, "one figure")] : [])
            + (kind == .sweep && review.queue == nil ? [CommandHint(.confirm, "use this θ")] : []) + [
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
        case Self.curveField:
            guard let kind = Kind(rawValue: value), kind != self.kind else { return }
            (self.kind, self.value) = (kind, nil)
        case Self.measureField: measure = Measure(rawValue: value) ?? measure
        default: break
        }
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        var open = self
        if kind != .sweep {
            open.problem = "a threshold is taken from its sweep; \(review.key(.nextCurve)) leads there"
        } else if review.queue != nil {
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
