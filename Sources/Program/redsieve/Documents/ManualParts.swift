import Configuration
import Foundation
import ReviewScreens
import ReviewSession

/// The parts of the manual's pages that are made from the program.
enum ManualParts {
    /// The pages in the project's folder, and the lines for each.
    static let all: [(page: String, lines: [String])] = [
        ("doc/manual/keys.md", keys), ("doc/manual/configuration.md", settings),
    ]

    /// A table of commands and their keys for each section.
    static var keys: [String] {
        var lines: [String] = []
        for section in CommandSection.allCases {
            if !lines.isEmpty { lines.append("") }
            lines += ["| \(section.rawValue) | | |", "| --- | --- | --- |"]
            for entry in CommandTable.entries where entry.section == section {
                let keys = entry.keys.map { "`\(escaped($0.name))`" }.joined(separator: " ")
                lines.append("| \(keys) | \(escaped(entry.title)) | `\(entry.command.rawValue)` |")
            }
        }
        return lines
    }

    /// The configuration with every default, up to the keys, which have a page of their own.
    static var settings: [String] {
        var lines = ConfigurationText.defaults.components(separatedBy: "\n")
        if let keys = lines.firstIndex(of: "[keys]") { lines.removeSubrange((keys + 1)...) }
        return ["```toml"] + lines + ["```"]
    }

    private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
