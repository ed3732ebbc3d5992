import AuditStatistics
import Basics
import Foundation
import RoundFiles
public import RoundModel

/// A round in memory, and its grid as the job makes it.
public struct MadeGrid: Sendable {
    public private(set) var safety: [Double] = []
    public private(set) var help: [Double] = []
    public private(set) var prompts: [Int] = []
    public private(set) var responses: [Int] = []
    public let lines: (safety: [Double], help: [Double])

    /// A round of odd scores: ties, few values, tails; prompts and pairs that repeat.
    public init(seed: UInt64, count: Int) {
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

    /// A round with some scores, and a grid of it with some lines.
    ///
    /// - Parameter contents: what tells the content of each item; nil where each has its own.
    public init(_ columns: ScoreColumns, contents: [Int]? = nil, lines: [Double]) {
        for item in 0..<columns.count {
            let scores = columns.scores(ofKnown: item)
            safety.append(scores.safety)
            help.append(scores.helpfulness)
            prompts.append(contents?[item] ?? item)
            responses.append(contents?[item] ?? item)
        }
        self.lines = (lines, lines)
    }

    /// Where the scores are.
    public var axes: (safety: GridAxis, help: GridAxis) {
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

    /// The grid's counts.
    public var grid: ScoreGrid {
        let tables = Tables(self)
        let (s, h) = axes
        var prompts = [Int](repeating: 0, count: s.strips)
        for row in tables.prompts { prompts[row[0]] += row[1] }
        func cells(_ rows: [[Int]]) -> [GridCell] {
            rows.map { GridCell(safety: $0[0], helpfulness: $0[1], count: $0[2]) }
        }
        let mixed = Dictionary(grouping: tables.mixed) { $0[0] }.sorted { $0.key < $1.key }.map { _, rows in
            rows.map { GridCell(safety: $0[1], helpfulness: $0[2], count: 1) }
        }
        return ScoreGrid(
            safety: s,
            helpfulness: h,
            cells: cells(tables.cells),
            prompts: prompts,
            pairs: cells(tables.pairs),
            mixedPairs: mixed,
            invalid: 1
        )
    }

    /// What the rows are drawn with.
    public static let seed: UInt64 = 7

    /// The lines that cut the strata.
    public var cuts: (safety: [Double], help: [Double]) {
        func thin(_ lines: [Double]) -> [Double] {
            lines.enumerated().filter { $0.offset % 3 == 1 }.map(\.element)
        }
        return (thin(lines.safety), thin(lines.help))
    }

    /// The strata that have items, and how far each is drawn: contents whose number, times 2^53, is below.
    public var strata: [(safety: Int, help: Int, below: UInt64)] {
        let places = Set(safety.indices.map { stratum(of: $0) })
        return places.sorted { $0.lexicographicallyPrecedes($1) }.map { place in
            let rate: Int = 2 + (7 * place[0] + 3 * place[1]) % 5
            return (safety: place[0], help: place[1], below: UInt64(rate) << 50)
        }
    }

    /// The stratum of an item, by its strips of the cuts.
    public func stratum(of item: Int) -> [Int] {
        func strip(_ value: Double, _ cuts: [Double]) -> Int {
            GridAxis(lines: cuts, min: 0, max: 0, isExact: false).strip(of: value)
        }
        return [strip(safety[item], cuts.safety), strip(help[item], cuts.help)]
    }

    /// The items that are drawn: of each content whose number is small enough for one of its rows, one for each pair of scores.
    public var drawn: [Int] {
        let below = Dictionary(uniqueKeysWithValues: strata.map { ([$0.safety, $0.help], $0.below) })
        let small = safety.indices.filter { number(of: $0) < below[stratum(of: $0)] ?? 0 }
        let chosen = Set(small.map { content(of: $0) })
        var seen: Set<[Double]> = []
        return safety.indices.filter { item in
            let content = content(of: item)
            let row = [Double(content[0]), Double(content[1]), safety[item], help[item]]
            return chosen.contains(content) && seen.insert(row).inserted
        }
    }

    private func content(of item: Int) -> [Int] { [prompts[item], responses[item]] }

    /// The number of an item's content, times 2^53.
    public func number(of item: Int) -> UInt64 {
        let key = digest(of: item).high
        let id: [UInt8] = (0..<8).map { UInt8(truncatingIfNeeded: key >> UInt64(56 - 8 * $0)) }
        return PermanentRandomNumber(id: id, seed: Self.seed).bits
    }

    /// What tells an item's content from others.
    public func digest(of item: Int) -> ItemDigest {
        Array("prompt \(prompts[item])".utf8).withUnsafeBytes { prompt in
            Array("response \(responses[item])".utf8).withUnsafeBytes { ItemDigest(prompt: prompt, response: $0) }
        }
    }

    /// The scores of the items that are drawn.
    public var drawnColumns: ScoreColumns {
        ScoreColumns(safety: drawn.map { safety[$0] }, helpfulness: drawn.map { help[$0] })
    }

    /// Writes the folder.
    public func write(to folder: TestFolder, _ name: String = ".") throws {
        let tables = Tables(self)
        let (s, h) = axes
        let rows = drawn.map { item in
            #"{"prompt": "prompt \#(prompts[item])", "response": "response \#(responses[item])", "#
                + #""safety": \#(safety[item]), "helpfulness": \#(help[item])}"# + "\n"
        }
        let files = [
            "cells.csv": Self.table("safety,helpfulness,rows", tables.cells),
            "prompts.csv": Self.table("safety,prompts", tables.prompts),
            "pairs.csv": Self.table("safety,helpfulness,pairs", tables.pairs),
            "mixed.csv": Self.table("pair,safety,helpfulness", tables.mixed),
            "sample.jsonl": rows.joined(),
        ]
        var outputs: [String] = []
        for (file, text) in files.sorted(by: { $0.key < $1.key }) {
            try folder.write(text, to: "\(name)/\(file)")
            var digest = SHA256()
            Array(text.utf8).withUnsafeBytes { digest.add($0) }
            outputs.append(#""\#(file)": {"sha256": "\#(Hexadecimal.text(digest.bytes))", "lines": 0}"#)
        }
        func axis(_ axis: GridAxis) -> String {
            #"{"lines": \#(axis.lines), "exact": \#(axis.isExact), "min": \#(axis.min), "max": \#(axis.max)}"#
        }
        let fields = ["prompt", "response", "safety", "helpfulness"].map { #""\#($0)": ["\#($0)"]"# }
        let sizes = strata.map { one in
            #"{"safety": \#(one.safety), "helpfulness": \#(one.help), "rows": 1, "below": \#(one.below)}"#
        }
        let record = """
            {"grid": 1, "engine": "duckdb", "plan": "00", "seed": "7", "fields": {\(fields.joined(separator: ", "))},
            "lower_is_better": [],
            "files": [{"path": "/round.jsonl", "bytes": 12}], "items": \(safety.count), "invalid": 1,
            "invalid_rows": [{"reason": "nan", "field": "safety", "rows": 1, "first": {"file": "/round.jsonl", "text": "x"}}],
            "safety": \(axis(s)), "helpfulness": \(axis(h)),
            "strata": {"safety": \(cuts.safety), "helpfulness": \(cuts.help), "sizes": [\(sizes.joined(separator: ", "))]}, "outputs": {\(outputs.joined(separator: ", "))}}
            """
        try folder.write(record, to: "\(name)/grid.json")
    }

    /// Rows of numbers, as the files have them.
    private struct Tables {
        var cells: [[Int]]
        var prompts: [[Int]]
        var pairs: [[Int]] = []
        var mixed: [[Int]] = []

        init(_ made: MadeGrid) {
            let (s, h) = made.axes
            let places = made.safety.indices.map { [s.strip(of: made.safety[$0]), h.strip(of: made.help[$0])] }
            var cells: [[Int]: Int] = [:]
            var lowest: [Int: Int] = [:]
            var pairs: [[Int]: Set<[Int]>] = [:]
            for (item, place) in places.enumerated() {
                cells[place, default: 0] += 1
                lowest[made.prompts[item]] = min(lowest[made.prompts[item]] ?? .max, place[0])
                pairs[[made.prompts[item], made.responses[item]], default: []].insert(place)
            }
            var strips: [Int: Int] = [:]
            for strip in lowest.values { strips[strip, default: 0] += 1 }
            var plain: [[Int]: Int] = [:]
            for (number, places) in pairs.values.enumerated() {
                if let only = places.first, places.count == 1 {
                    plain[only, default: 0] += 1
                } else {
                    mixed += places.map { [number] + $0 }
                }
            }
            self.cells = cells.map { $0.key + [$0.value] }
            self.prompts = strips.map { [$0.key, $0.value] }
            self.pairs = plain.map { $0.key + [$0.value] }
        }
    }

    private static func table(_ titles: String, _ rows: [[Int]]) -> String {
        ([titles] + rows.map { $0.map(String.init).joined(separator: ",") }).joined(separator: "\n") + "\n"
    }

    // MARK: What is so

    /// What the buckets of the round hold.
    public func counts(_ thresholds: Thresholds) -> [Bucket: Int] {
        var counts: [Bucket: Int] = [.adversarial: 0, .accepted: 0, .discarded: 0]
        for item in safety.indices { counts[bucket(item, thresholds), default: 0] += 1 }
        return counts
    }

    /// The items that go from one bucket to another.
    public func flow(_ from: Bucket, _ to: Bucket, _ baseline: Thresholds, _ thresholds: Thresholds) -> Int {
        safety.indices.count { bucket($0, baseline) == from && bucket($0, thresholds) == to }
    }

    public func adversarialPrompts(_ thresholds: Thresholds) -> Int {
        Set(safety.indices.filter { bucket($0, thresholds) == .adversarial }.map { prompts[$0] }).count
    }

    /// The distinct pairs that one of whose copies goes from one bucket to another.
    public func pairFlow(_ from: Bucket, _ to: Bucket, _ baseline: Thresholds, _ thresholds: Thresholds) -> Int {
        let items = safety.indices.filter { bucket($0, baseline) == from && bucket($0, thresholds) == to }
        return Set(items.map { [prompts[$0], responses[$0]] }).count
    }

    /// The bucket of an item.
    public func bucket(_ item: Int, _ thresholds: Thresholds) -> Bucket {
        thresholds.bucket(safety: safety[item], helpfulness: help[item])
    }

    /// Thresholds on lines, or mostly not.
    public func thresholds(onLines: Bool, using random: inout SeededGenerator) -> Thresholds {
        let (s, h) = axes
        func threshold(_ axis: GridAxis) -> Double {
            let onLine: Double = axis.lines.randomElement(using: &random) ?? 0
            let anywhere = Double.random(in: axis.min - 0.5...axis.max + 0.5, using: &random)
            let other: Double = [anywhere, axis.min, axis.max, onLine].randomElement(using: &random) ?? 0
            return onLines ? onLine : other
        }
        return Thresholds(adv: threshold(s), safety: threshold(s), help: threshold(h))
    }
}
