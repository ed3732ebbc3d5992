import Basics
import Foundation
import RoundGrid
import RoundModel
import TestSupport

/// A round in memory, and its grid as the job writes it.
struct MadeGrid {
    var safety: [Double] = []
    var help: [Double] = []
    var prompts: [Int] = []
    var responses: [Int] = []
    let lines: (safety: [Double], help: [Double])

    /// A round of odd scores: ties, few values, tails; prompts and pairs that repeat.
    init(seed: UInt64, count: Int) {
        var random = SeededGenerator(seed: seed)
        let kind = seed % 3
        func score() -> Double {
            switch kind {
            case 0: [0.1, 0.3, 0.5, 0.8, 0.9, 0.0].randomElement(using: &random) ?? 0
            case 1: Double.random(in: -4...4, using: &random)
            default: (Double.random(in: 0...1, using: &random) * 50).rounded() / 50
            }
        }
        for _ in 0..<count {
            safety.append(score())
            help.append(score())
            prompts.append(Int.random(in: 0...count / 3, using: &random))
            responses.append(Int.random(in: 0...1, using: &random))
        }
        func lines(_ scores: [Double]) -> [Double] {
            let values = Set(scores).sorted()
            if values.count <= 12 { return values }
            return Set((1..<10).map { values[values.count * $0 / 10] } + [0.5, -0.25]).sorted()
        }
        self.lines = (lines(safety), lines(help))
    }

    /// Writes the folder and reads it.
    func grid(in folder: TestFolder) throws -> RoundGrid {
        let (s, h) = axes
        let places = safety.indices.map { (s.strip(of: safety[$0]), h.strip(of: help[$0])) }
        var cells: [[Int]: Int] = [:]
        var lowest: [Int: Int] = [:]
        var pairs: [[Int]: Set<[Int]>] = [:]
        for (item, place) in places.enumerated() {
            cells[[place.0, place.1], default: 0] += 1
            lowest[prompts[item]] = min(lowest[prompts[item]] ?? .max, place.0)
            pairs[[prompts[item], responses[item]], default: []].insert([place.0, place.1])
        }
        var strips: [Int: Int] = [:]
        for strip in lowest.values { strips[strip, default: 0] += 1 }
        var plain: [[Int]: Int] = [:]
        var mixed: [[Int]] = []
        for (number, places) in pairs.values.enumerated() {
            if let only = places.first, places.count == 1 {
                plain[only, default: 0] += 1
            } else {
                mixed += places.map { [number] + $0 }
            }
        }
        let files = [
            "cells.csv": Self.table("safety,helpfulness,rows", cells.map { $0.key + [$0.value] }),
            "prompts.csv": Self.table("safety,prompts", strips.map { [$0.key, $0.value] }),
            "pairs.csv": Self.table("safety,helpfulness,pairs", plain.map { $0.key + [$0.value] }),
            "mixed.csv": Self.table("pair,safety,helpfulness", mixed),
        ]
        var outputs: [String] = []
        for (name, text) in files {
            try folder.write(text, to: name)
            var digest = SHA256()
            Array(text.utf8).withUnsafeBytes { digest.add($0) }
            outputs.append(#""\#(name)": {"sha256": "\#(Hexadecimal.text(digest.bytes))", "lines": 0}"#)
        }
        func axis(_ axis: GridAxis) -> String {
            #"{"lines": \#(axis.lines), "exact": \#(axis.isExact), "min": \#(axis.min), "max": \#(axis.max)}"#
        }
        let record = """
            {"grid": 1, "engine": "duckdb", "plan": "00", "seed": "7", "fields": {"prompt": ["prompt"]}, "lower_is_better": [],
            "files": [{"path": "/round.jsonl", "bytes": 12}], "items": \(safety.count), "invalid": 1,
            "invalid_rows": [{"reason": "nan", "field": "safety", "rows": 1, "first": {"file": "/round.jsonl", "text": "x"}}],
            "safety": \(axis(s)), "helpfulness": \(axis(h)), "outputs": {\(outputs.joined(separator: ", "))}}
            """
        try folder.write(record, to: "grid.json")
        return try RoundGrid(folder: folder.path)
    }

    private var axes: (GridAxis, GridAxis) {
        func axis(_ lines: [Double], _ scores: [Double]) -> GridAxis {
            GridAxis(
                lines: lines,
                min: scores.min() ?? 0,
                max: scores.max() ?? 0,
                isExact: Set(scores).isSubset(of: lines)
            )
        }
        return (axis(lines.safety, safety), axis(lines.help, help))
    }

    private static func table(_ titles: String, _ rows: [[Int]]) -> String {
        ([titles] + rows.map { $0.map(String.init).joined(separator: ",") }).joined(separator: "\n") + "\n"
    }

    // MARK: What is so

    func counts(_ thresholds: Thresholds) -> [Bucket: Int] {
        var counts: [Bucket: Int] = [.adversarial: 0, .accepted: 0, .discarded: 0]
        for item in safety.indices { counts[bucket(item, thresholds), default: 0] += 1 }
        return counts
    }

    func adversarialPrompts(_ thresholds: Thresholds) -> Int {
        Set(safety.indices.filter { bucket($0, thresholds) == .adversarial }.map { prompts[$0] }).count
    }

    func acceptedPairs(_ thresholds: Thresholds) -> Int {
        Set(safety.indices.filter { bucket($0, thresholds) == .accepted }.map { [prompts[$0], responses[$0]] }).count
    }

    private func bucket(_ item: Int, _ thresholds: Thresholds) -> Bucket {
        thresholds.bucket(safety: safety[item], helpfulness: help[item])
    }
}
