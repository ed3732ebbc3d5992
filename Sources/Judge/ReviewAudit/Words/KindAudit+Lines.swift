import AuditStatistics
import RoundModel

extension KindAudit {
    /// All of it in words, after its heading bucket by bucket: first whether a kind stands out, then the figures. Nothing before
    /// a sample has as many verdicts as were planned.
    public var lines: [AuditLine] {
        AuditLine.part("error by \(field) (\(Self.method))", buckets.flatMap { $0.lines(by: field) })
    }

    /// How the figures came about.
    static let method = "intervals hold for all kinds of a bucket at once: Clopper-Pearson; p by Fisher and Holm"
}

extension KindAudit.BucketKinds {
    fileprivate func lines(by field: String) -> [AuditLine] {
        let part = isOfDenser ? ", by what was drawn evenly" : ""
        let title = "\(bucket.letter) \(bucket.name)\(part): \(sentence(by: field))"
        return [AuditLine(kind: .bucket(bucket), label: "", text: title)] + cells.map(\.line)
    }

    /// Whether a kind stands out.
    func sentence(by field: String) -> String {
        let others = cells.filter(\.differs)
        guard cells.count > 1 else {
            return "no kind has enough verdicts to be held against the others"
        }
        guard !others.isEmpty else { return "no kind differs from the others by more than chance explains" }
        let mean =
            Double(cells.reduce(0) { $0 + $1.wrong + ($1.rate.unsure?.labels ?? 0) })
            / Double(max(1, cells.reduce(0) { $0 + $1.rate.labels }))
        return others.map { cell in
            "\(cell.name) is wrong \(cell.rate.value > mean ? "more" : "less") often than the others"
        }.joined(separator: "; ")
    }
}

extension KindAudit.Cell {
    /// What the kind is called; several are counted.
    public var name: String {
        kinds.count == 1 ? kinds[0].name : "\(DecimalText.grouped(kinds.count)) small ones"
    }

    fileprivate var line: AuditLine {
        let counts = "\(DecimalText.grouped(wrong)) of \(DecimalText.counted(rate.labels, "verdict"))"
        var text = "\(FigureText.valueAlone(rate)), \(counts) wrong"
        if let unsure = rate.unsure { text += ", \(DecimalText.grouped(unsure.labels)) unsure count as wrong" }
        if differs { text += ", differs (p \(Self.probability(adjusted)))" }
        if kinds.count > 1 {
            let named = kinds.prefix(6).map(\.name).joined(separator: ", ")
            let more = kinds.count > 6 ? " and \(DecimalText.grouped(kinds.count - 6)) more" : ""
            text += "; put together, with fewer than \(CellRates.fewest) each: \(named)\(more)"
        }
        return AuditLine(kind: .figure, label: name, text: text)
    }

    private static func probability(_ p: Double) -> String {
        p < 0.0005 ? "under 0.001" : DecimalText.fixed(p, decimals: 3)
    }
}

extension KindAudit.Kind {
    /// As a person reads it.
    public var name: String {
        switch self {
        case .value(let bytes): bytes.isEmpty ? "(empty)" : String(decoding: bytes, as: UTF8.self)
        case .none: "(no value)"
        case .gone: "(not in the round)"
        }
    }
}
