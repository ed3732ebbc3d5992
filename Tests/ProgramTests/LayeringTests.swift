import TestSupport
import Testing

import class Foundation.FileManager
import struct Foundation.URL

/// The direction of the modules, held against what every file imports.
@Suite struct LayeringTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What each target may import of the project and its packages; the system's modules are free but for `system`.
    static let allowed: [String: Set<String>] = [
        "RoundModel": [],
        "DensityPlot": ["RoundModel"],
        "Verdicts": ["RoundModel"],
        "ItemFilter": ["RoundModel"],
        "RoundFilter": ["RoundModel", "RoundFiles", "RoundSearch", "ItemFilter"],
        "RoundFiles": ["RoundModel", "CSimdJSON", "CLibCSV", "CInflate", "CPlatform", "Crypto"],
        "AuditStatistics": ["RoundModel", "CBoostMath", "Crypto"],
        // Foundation reads and writes the JSON of a certificate's records.
        "ReviewAudit": ["RoundModel", "Verdicts", "AuditStatistics", "Foundation"],
        // GRDB keeps bytes as Foundation's Data.
        "ReviewStore": ["RoundModel", "Verdicts", "CPlatform", "GRDB", "GRDBSQLite", "Foundation"],
        "RoundExport": [
            "RoundModel", "Verdicts", "AuditStatistics", "ReviewAudit", "RoundFiles", "CPlatform", "Crypto",
        ],
        "RoundReport": ["RoundModel", "DensityPlot", "ReviewAudit", "TerminalCanvas"],
        "RoundSearch": ["RoundModel", "RoundFiles", "CTextSearch"],
        "OutsidePrograms": ["CPlatform"],
        "TerminalCanvas": ["CPlatform"],
        "ScreenPictures": ["TerminalCanvas"],
        "NearNames": [],
        "TOMLText": ["TOMLKit"],
        "Themes": ["TerminalCanvas", "TOMLText", "NearNames", "TOMLKit"],
        "Configuration": [
            "RoundModel", "DensityPlot", "ReviewAudit", "ReviewSession", "ReviewScreens", "TerminalCanvas", "TOMLText",
            "NearNames", "TOMLKit",
        ],
        "ReviewSession": ["RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewAudit"],
        "ReviewScreens": [
            "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewAudit", "ReviewSession", "TerminalCanvas",
            "NearNames",
        ],
        "PlainReview": [
            "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewAudit", "ReviewSession", "ReviewScreens",
            "TerminalCanvas",
        ],
        "ReviewApp": [
            "RoundModel", "RoundFiles", "RoundExport", "RoundSearch", "ItemFilter", "RoundFilter", "DensityPlot",
            "Verdicts", "AuditStatistics", "ReviewAudit", "ReviewStore", "ReviewSession", "ReviewScreens",
            "PlainReview",
            "TerminalCanvas", "ScreenPictures", "NearNames", "OutsidePrograms", "Logging",
        ],
        "CursesTerminal": ["CTerminal", "TerminalCanvas"],
        "redsieve": [
            "RoundModel", "RoundFiles", "RoundExport", "RoundReport", "DensityPlot", "Verdicts", "ReviewStore",
            "ItemFilter", "RoundSearch", "RoundFilter",
            "ReviewSession", "ReviewScreens", "PlainReview", "ReviewApp", "CursesTerminal", "TerminalCanvas", "Themes",
            "AuditStatistics", "ReviewAudit", "OutsidePrograms",
            "Configuration", "CBuild", "ArgumentParser", "Crypto", "Logging", "Foundation",
        ],
        "SampleRounds": [],
        "make-sample-data": ["SampleRounds"],
        "review-bench": [
            "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewSession", "ReviewScreens", "TerminalCanvas",
            "SampleRounds",
        ],
    ]

    static let system: Set<String> = ["Glibc", "Darwin", "Dispatch", "Synchronization", "Musl"]

    private static func files(under folder: String, ending: [String]) -> [URL] {
        let base = root.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
        return walk.compactMap { $0 as? String }.filter { name in ending.contains { name.hasSuffix($0) } }
            .map { base.appendingPathComponent($0) }
    }

    private static func lines(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test(arguments: allowed.keys.sorted()) func `a target imports only what lies below it`(_ target: String) throws {
        let files = Self.files(under: "Sources/\(target)", ending: [".swift"])
        #expect(!files.isEmpty)
        let free = Self.allowed[target, default: []].union(Self.system)
        for file in files {
            for line in try Self.lines(of: file) {
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at <= 1, words.count > at + 1 else { continue }
                let module = String(words[words.count - 1].prefix { $0 != "." })
                #expect(free.contains(module), "\(file.lastPathComponent): \(line)")
            }
        }
    }

    @Test func `every target has its rule and its line in the table`() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent("Sources").path
        ).filter { !$0.hasPrefix(".") }
        let table = try String(
            contentsOf: Self.root.appendingPathComponent("ARCHITECTURE.md"),
            encoding: .utf8
        )
        for folder in folders {
            #expect(Self.allowed[folder] != nil || folder.hasPrefix("C"), "\(folder)")
            #expect(table.contains("| \(folder) |"), "\(folder) is not in ARCHITECTURE.md")
        }
    }

    @Test func `curses is included in one target`() throws {
        for file in Self.files(under: "Sources", ending: [".h", ".c", ".cpp", ".swift"]) {
            let includes = try Self.lines(of: file).contains { $0.contains("#include <curses.h>") }
            guard includes else { continue }
            #expect(file.path.contains("/Sources/CTerminal/"), "\(file.lastPathComponent)")
            // Its own header shows plain types only.
            #expect(!file.path.contains("/include/"), "\(file.lastPathComponent)")
        }
    }

    @Test func `input never meets a force unwrap or a trap of ours`() throws {
        for file in Self.files(under: "Sources", ending: [".swift"]) {
            for line in try Self.lines(of: file) where !line.contains("//") {
                for word in ["try!", "fatalError(", "as! "] {
                    #expect(!line.contains(word), "\(file.lastPathComponent): \(line)")
                }
            }
        }
    }
}
