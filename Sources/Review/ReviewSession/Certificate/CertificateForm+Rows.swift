import ReviewAudit
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
        }
    }

    /// The names of the values that it can have.
    var values: [String] {
        switch self {
        case .alpha, .delta: CertificateForm.shares.map { DecimalText.exact($0, atLeast: 2) }
        case .thresholds: ["one", "both"]
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
    public func text(of row: Row) -> String {
        switch row {
        case .alpha: return DecimalText.exact(alpha, atLeast: 2)
        case .delta: return DecimalText.exact(delta, atLeast: 2)
        case .thresholds: return isPair ? "θ safety and θ help" : "θ safety"
        case .candidates: return DecimalText.grouped(candidates)
        case .labels:
            if let labels { return "\(DecimalText.grouped(labels)), as the last result asks" }
            // A small round takes fewer, a look at any time more.
            let count = wish.labels(forMistakes: mistakes).map { "about \(DecimalText.grouped($0))" }
            let room = mistakes == 0 ? "no mistake" : DecimalText.counted(mistakes, "mistake")
            return "\(count ?? "all"), room for \(room)"
        case .judged: return isAtAnyTime ? "after every verdict, with more items" : "once all are judged"
        }
    }

    /// A row as a field of the dialog.
    func field(_ row: Row) -> DialogField {
        DialogField(
            row.name,
            title: row.title,
            value: value(of: row),
            choices: row.values,
            isRing: row == .thresholds || row == .judged,
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
        case .thresholds, .judged: nil
        }
    }

    /// The name of the value that a row has; nil where it has none of the choices.
    private func value(of row: Row) -> String? {
        switch row {
        case .alpha: DecimalText.exact(alpha, atLeast: 2)
        case .delta: DecimalText.exact(delta, atLeast: 2)
        case .thresholds: row.values[isPair ? 1 : 0]
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
        case .thresholds?: isPair = value == Row.thresholds.values[1]
        case .candidates?: candidates = Int(value) ?? candidates
        case .labels?:
            mistakes = Int(value) ?? mistakes
            labels = nil
        case .judged?: isAtAnyTime = value == Row.judged.values[1]
        case nil: break
        }
    }
}
