import Foundation
import RoundModel
import TestSupport

@testable import RoundFiles

extension TestFolder {
    /// Writes a round, its name first, as rounds are long.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String { try write(bytes, to: name) }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(text, to: name) }

    /// What a command makes of some bytes.
    func filter(_ bytes: [UInt8], through command: [String]) throws -> [UInt8] {
        let input = try write(bytes, to: "filter-input")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = FileHandle(forReadingAtPath: input)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return Array(data)
    }
}

extension LoadSettings {
    /// Blocks so small that a row rarely fits into one.
    static func tiny(blockSize: Int = 64, rowLimit: Int = 4096, workers: Int = 3) -> LoadSettings {
        var settings = LoadSettings()
        settings.blockSize = blockSize
        settings.readAhead = blockSize
        settings.rowLimit = rowLimit
        settings.workers = workers
        return settings
    }
}

extension LoadedRound {
    /// The scores of all items, in order.
    var scores: [Scores] { (0..<columns.count).map { columns.scores(ofKnown: $0) } }

    /// The reasons and lines of the invalid rows, in order.
    var refused: [Refused] { report.invalidRows.map { Refused(line: $0.line, reason: $0.reason) } }

    func text(_ item: Int) throws -> ItemText { try texts.itemText(of: item, in: columns) }
}

struct Refused: Hashable {
    var line: Int
    var reason: InvalidRow.Reason
}

/// A row of JSON Lines with both texts and these scores, as they are to be written.
func jsonRow(_ safety: String = "0.5", _ helpfulness: String = "0.25", extra: String = "") -> String {
    #"{"prompt": "how", "response": "so", "safety": \#(safety), "helpfulness": \#(helpfulness)\#(extra)}"#
}

func load(
    _ paths: String...,
    fields: [FieldRole: String] = [:],
    lowerIsBetter: Set<ScoreName>? = nil,
    settings: LoadSettings = LoadSettings()
) throws(RoundFilesError) -> LoadedRound {
    try RoundLoader.load(
        RoundRequest(paths: paths, fields: fields, lowerIsBetter: lowerIsBetter),
        settings: settings
    )
}
