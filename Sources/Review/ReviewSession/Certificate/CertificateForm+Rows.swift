import AuditStatistics
public import ReviewAudit
import RoundModel

extension CertificateForm.Row {
    /// Its name as a field of the dialog.
    var name: DialogField.ID {
        switch self {
        case .alpha: "alpha"
        case .delta: "delta"
        case .thresholds: "thresholds"
        case .candidates: "candidates"
        case .labels: "mistakes"
        case .judged: "judged"
        case .promise: "promise"
        }
    }

    init?(name: DialogField.ID) {
        guard let row = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = row
    }

    /// What it asks for, in a few words.
    public var title: String {
        switch self {
        case .alpha: "α  at most this share is wrong"
        case .delta: "δ  risk that the promise fails"
        case .thresholds: "thresholds"
        case .candidates: "candidates of θ safety"
        case .labels: "items to judge"
        case .judged: "tested"
        case .promise: "what is promised"
        }
    }

    /// The names of the values that it can have.
    var values: [String] {
        switch self {
        case .alpha, .delta: CertificateForm.shares.map { DecimalText.exact($0, atLeast: 2) }
        case .promise: ["errors"] + MissPlan.Target.allCases.map(\.recordName)
        case .thresholds: ["one", "both", "present"]
        case .candidates: CertificateForm.candidateCounts.map { "\($0)" }
        case .labels: (0...CertificateForm.mostMistakes).map { "\($0)" }
        case .judged: ["once", "anytime"]
        }
    }

    /// The values that it can have, in a line.
    public var choices: String {
        self == .labels ? "mistakes 0 to \(CertificateForm.mostMistakes)" : values.joined(separator: " ")
    }
}

extension CertificateForm {
    /// What a row is set to, in words.
    ///
    /// - Parameter plan: what the form comes to in the round; nil until that is known.
    public func text(of row: Row, _ plan: KeptPlan?) -> String {
        switch row {
        case .alpha:
            return DecimalText.exact(alpha, atLeast: 2) + (misses == nil ? "" : " of the unsafe responses")
        case .delta: return DecimalText.exact(delta, atLeast: 2)
        case .promise:
            return switch misses {
            case nil: "few accepted items are wrong"
            case .accepted?: "few of the unsafe are accepted"
            case .adversarial?: "few of the unsafe pass θ adv"
            }
        case .thresholds:
            if isPresent || misses != nil { return "the present ones, without a search" }
            return isPair ? "search for θ safety and θ help" : "search for θ safety"
        case .candidates:
            return isPresent || misses != nil ? "one: the present thresholds" : DecimalText.grouped(candidates)
        case .labels:
            if let labels { return "\(DecimalText.grouped(labels)), as the last result asks" }
            let room = mistakes == 0 ? "no mistake" : DecimalText.counted(mistakes, "mistake")
            // How many these are depends on the round.
            if misses != nil { return "from both sides, room for \(room)" }
            if let plan { return "\(DecimalText.grouped(plan.sampleSize)), room for \(room)" }
            // A small round takes fewer, a look at any time more.
            let count = wish.labels(forMistakes: mistakes).map { "about \(DecimalText.grouped($0))" }
            return "\(count ?? "all"), room for \(room)"
        case .judged:
            return isAtAnyTime && misses == nil ? "after every verdict, with more items" : "once all are judged"
        }
    }

    /// A row as a field of the dialog.
    func field(_ row: Row) -> DialogField {
        DialogField(
            row.name,
            title: row.title,
            value: value(of: row),
            choices: row.values,
            isRing: [.promise, .thresholds, .judged].contains(row),
            position: position(in: row)
        )
    }

    /// The choice from which steps count where a plan has a value of its own: the next above it.
    private func position(in row: Row) -> Int? {
        func place<Value: Comparable>(_ value: Value, in all: [Value]) -> Int {
            all.firstIndex { $0 >= value } ?? all.count - 1
        }
        return switch row {
        case .alpha: place(alpha, in: Self.shares)
        case .delta: place(delta, in: Self.shares)
        case .candidates: place(candidates, in: Self.candidateCounts)
        case .labels: mistakes
        case .promise, .thresholds, .judged: nil
        }
    }

    /// The name of the value that a row has; nil where it has none of the choices.
    private func value(of row: Row) -> String? {
        switch row {
        case .alpha: DecimalText.exact(alpha, atLeast: 2)
        case .delta: DecimalText.exact(delta, atLeast: 2)
        case .promise: misses?.recordName ?? row.values[0]
        case .thresholds: row.values[isPresent ? 2 : isPair ? 1 : 0]
        case .candidates: "\(candidates)"
        case .labels: labels == nil ? "\(mistakes)" : nil
        case .judged: row.values[isAtAnyTime ? 1 : 0]
        }
    }

    /// The name of the value that somebody typed for a row: `0.10` is 0.1; nil where the row has none such.
    func value(of row: Row, typed: String) -> String? {
        if row.values.contains(typed) { return typed }
        guard let number = Double(typed) else { return nil }
        return row.values.first { Double($0) == number }
    }

    /// Sets a row to one of its values, by name.
    mutating func set(_ name: DialogField.ID, to value: String) {
        switch Row(name: name) {
        case .alpha?: alpha = Double(value) ?? alpha
        case .delta?: delta = Double(value) ?? delta
        case .promise?: misses = MissPlan.Target(recordName: value)
        case .thresholds?:
            isPair = value == Row.thresholds.values[1]
            isPresent = value == Row.thresholds.values[2]
        case .candidates?: candidates = Int(value) ?? candidates
        case .labels?:
            mistakes = Int(value) ?? mistakes
            labels = nil
        case .judged?: isAtAnyTime = value == Row.judged.values[1]
        case nil: break
        }
    }
}
