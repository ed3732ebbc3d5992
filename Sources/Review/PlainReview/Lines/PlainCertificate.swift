import ReviewSession
import RoundModel

/// Reads the answers to the form of a certificate: the number of a row, and what it is to be.
enum PlainCertificate {
    static func answer(_ first: String, _ value: String?, _ open: CertificateDialog) -> PlainIntent? {
        if first == "another", value == nil { return .actions([[.command(.nextFormat)]]) }
        guard let form = open.form, let number = Int(first) else { return nil }
        let rows = CertificateForm.Row.allCases
        guard let row = CertificateForm.Row(rawValue: number - 1) else {
            return .refused("there are rows 1 to \(rows.count)")
        }
        let way = Array(repeating: Action.command(.next), count: (row.rawValue - form.row + rows.count) % rows.count)
        guard let value else { return .actions([way + [.command(.stepUp)]]) }
        guard let steps = steps(row, value, form) else {
            return .refused("\"\(value)\" is no value of row \(number)\(choices(of: row))")
        }
        // What the last result asked for is left first, which changes nothing else.
        let leaving: [Action] = row == .labels && form.labels != nil ? [.command(.stepUp)] : []
        let command = Command.stepUp
        let changes = Array(repeating: Action.command(steps < 0 ? .stepDown : command), count: abs(steps))
        return .actions([way + leaving + changes])
    }

    /// The values that a row can have, in brackets; nothing where confirming would be the only choice.
    static func choices(of row: CertificateForm.Row) -> String {
        let all: [String] =
            switch row {
            case .alpha, .delta: CertificateForm.shares.map { DecimalText.exact($0, atLeast: 2) }
            case .thresholds: ["one", "both"]
            case .candidates: CertificateForm.candidateCounts.map { DecimalText.grouped($0) }
            case .labels: ["mistakes 0 to \(CertificateForm.mostMistakes)"]
            case .judged: ["once", "anytime"]
            }
        return " (\(all.joined(separator: " ")))"
    }

    /// Choices up, or down where it is below 0, from what a row is to what it is to be; nil where it cannot be that.
    private static func steps(_ row: CertificateForm.Row, _ value: String, _ form: CertificateForm) -> Int? {
        func distance<Value: Comparable>(_ all: [Value], from now: Value, to wanted: Value?) -> Int? {
            guard let wanted, let to = all.firstIndex(of: wanted) else { return nil }
            return to - (all.firstIndex { $0 >= now } ?? all.count - 1)
        }
        switch row {
        case .alpha: return distance(CertificateForm.shares, from: form.alpha, to: Double(value))
        case .delta: return distance(CertificateForm.shares, from: form.delta, to: Double(value))
        case .candidates: return distance(CertificateForm.candidateCounts, from: form.candidates, to: Int(value))
        case .labels:
            return distance(Array(0...CertificateForm.mostMistakes), from: form.mistakes, to: Int(value))
        case .thresholds: return toggle(["one": false, "both": true], value, form.isPair)
        case .judged: return toggle(["once": false, "anytime": true], value, form.isAtAnyTime)
        }
    }

    private static func toggle(_ values: [String: Bool], _ value: String, _ now: Bool) -> Int? {
        values[value].map { $0 == now ? 0 : 1 }
    }
}
