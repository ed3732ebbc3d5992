import Foundation
import ReviewScreens
import ReviewSession

/// The README's list of keys.
enum KeyList {
    static let begin = "<!-- script/documents -->"
    static let end = "<!-- end of script/documents -->"

    /// A table for each section, between the marks.
    static var text: String {
        var lines = [begin]
        for section in CommandSection.allCases {
            lines += ["", "| \(section.rawValue) | | |", "| --- | --- | --- |"]
            for entry in CommandTable.entries where entry.section == section {
                let keys = entry.keys.map { "`\(escaped($0.name))`" }.joined(separator: " ")
                lines.append("| \(keys) | \(escaped(entry.title)) | `\(entry.command.rawValue)` |")
            }
        }
        return (lines + ["", end]).joined(separator: "\n")
    }

    /// A text with the list in place of the one that stands between its marks; nil where it has none.
    static func replaced(in text: String) -> String? {
        guard let start = text.range(of: begin), let stop = text.range(of: end, range: start.upperBound..<text.endIndex)
        else { return nil }
        return text[..<start.lowerBound] + Self.text + text[stop.upperBound...]
    }

    private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
