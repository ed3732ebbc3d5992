internal import Foundation
public import TerminalCanvas
public import Testing

/// Compares a canvas, text and styles, with `Goldens/NAME.txt` beside the test file.
///
/// With `REDSIEVE_RECORD` in the environment a file that differs is written instead, and the test fails so that nobody records
/// by accident.
public func expectGolden(
    _ canvas: Canvas,
    named name: String,
    filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let shown = CanvasText(canvas)
    var lines = ["\(canvas.size.columns)x\(canvas.size.rows)"]
    lines += shown.lines.map { "|\($0)|" }
    if let cursor = canvas.cursor { lines.append("cursor at \(cursor.x),\(cursor.y)") }
    if !shown.legend.isEmpty {
        lines.append("styles")
        lines += shown.styleMap.map { "|\($0)|" }
        lines += shown.legend
    }
    expectGolden(lines.joined(separator: "\n") + "\n", named: name, filePath: filePath, sourceLocation: sourceLocation)
}

/// Compares text with `Goldens/NAME.txt` beside the test file; see `expectGolden(_:named:filePath:sourceLocation:)`.
public func expectGolden(
    _ text: String,
    named name: String,
    filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent("Goldens")
    let file = folder.appendingPathComponent(name + ".txt")
    let recorded = try? Data(contentsOf: file)
    if recorded != Data(text.utf8), ProcessInfo.processInfo.environment["REDSIEVE_RECORD"] != nil {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(name).txt; run again without REDSIEVE_RECORD", sourceLocation: sourceLocation)
        } catch {
            Issue.record("cannot record \(file.path): \(error)", sourceLocation: sourceLocation)
        }
        return
    }
    guard let recorded else {
        Issue.record(
            "no golden \(file.path); record it with REDSIEVE_RECORD=1. It would be:\n\(text)",
            sourceLocation: sourceLocation
        )
        return
    }
    let expected = String(decoding: recorded, as: UTF8.self)
    if expected != text {
        Issue.record("\(name).txt differs\nexpected:\n\(expected)\nfound:\n\(text)", sourceLocation: sourceLocation)
    }
}
