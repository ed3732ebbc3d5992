import RoundExport
import RoundModel

/// Rows that leak evaluation prompts, each beside what it leaks.
enum LeakText {
    /// The most characters of a prompt that are shown.
    private static let width = 160

    /// The lines for standard error.
    static func lines(_ report: GuardReport) -> [String] {
        var lines: [String] = []
        for example in report.examples {
            lines.append("\(example.leak.text) (\(example.bucket.name))")
            let names = [example.name.text, example.listed.text]
            let widest = names.map(\.count).max() ?? 0
            let texts = [example.text, example.listedText ?? "(only its digest is known)"]
            for (name, text) in zip(names, texts) {
                lines.append("  \(name)\(String(repeating: " ", count: widest - name.count))  \(beginning(text))")
            }
        }
        let more = (report.evaluation?.lines.total ?? 0) - report.examples.count
        if more > 0 { lines.append("and \(DecimalText.counted(more, "more line"))") }
        return lines
    }

    private static func beginning(_ text: String) -> String {
        if text.isEmpty { return "(empty)" }
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > width ? line.prefix(width - 1) + "…" : line
    }
}
