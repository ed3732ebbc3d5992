internal import Basics
internal import Foundation
internal import RoundModel

extension ClusterSets {
    /// How the lines in a folder differ from the manifest, a clause each; none where they do not.
    ///
    /// - Complexity: O(bytes of the sets).
    public func problems(in folder: String) -> [String] {
        outputs.sorted { $0.key < $1.key }.compactMap { name, output in
            guard let found = LineSums(folder: "\(folder)/\(name)") else { return "\(name) cannot be read" }
            if found.count != output.lines {
                let wanted = DecimalText.grouped(output.lines)
                return "\(name) has \(DecimalText.counted(found.count, "line")), and the manifest says \(wanted)"
            }
            return found.xor == output.xor && found.sum == output.sum
                ? nil : "\(name) has other lines than when it was written"
        }
    }

    /// What cannot be so if the grid is of the same round, a clause each; none where all can.
    ///
    /// - Complexity: O(cells).
    public func problems(against grid: RoundGrid) -> [String] {
        guard files == grid.record.files else { return ["the grid was counted from other files"] }
        guard let thresholds = thresholds.all else { return ["the manifest has no thresholds"] }
        var problems: [String] = []
        func expect(_ count: Int, _ wanted: Int, _ what: String) {
            if count == wanted { return }
            problems.append("\(DecimalText.grouped(count)) \(what), and \(DecimalText.grouped(wanted)) in the grid")
        }
        expect(items, grid.record.items, "items")
        expect(invalid, grid.record.invalid, "invalid rows")
        if Set(invalidRows) != Set(grid.record.invalidRows) { problems.append("rows are invalid for other reasons") }
        let counts = GridCounts(grid.counts, at: thresholds)
        func expect(_ count: Int?, within range: CountRange, _ what: String) {
            guard let count, !range.contains(count) else { return }
            problems.append("\(DecimalText.grouped(count)) \(what), and \(range.text) by the grid")
        }
        for name in ThresholdName.allCases {
            expect(onTheLine[name.key], within: counts.tally[name].on, "items on \(name.title)")
        }
        // What people said is not in the grid.
        guard verdicts == 0 else { return problems }
        for bucket in Bucket.allCases {
            expect(buckets[bucket.name], within: counts.tally[bucket], "\(bucket.name) items")
        }
        expect(outputs["adversarial"]?.lines, within: counts.adversarialPrompts, "adversarial prompts")
        expect(outputs["accepted"]?.lines, within: counts.acceptedPairs, "accepted pairs")
        return problems
    }
}

/// What tells lines from others in whatever order and parts they come.
struct LineSums {
    private(set) var count = 0
    private var mixed: UInt64 = 0
    private var total: UInt128 = 0

    /// As the job writes it.
    var xor: String { Hexadecimal.text(mixed, digits: 15) }
    /// Likewise.
    var sum: String { "\(total)" }

    /// Of all parts in a folder; nil where one cannot be read.
    init?(folder: String) {
        guard let names = FileSystem.entries(of: folder) else { return nil }
        for name in names where name.hasPrefix("part-") {
            let place = URL(fileURLWithPath: "\(folder)/\(name)")
            guard let data = try? Data(contentsOf: place, options: .mappedIfSafe) else { return nil }
            data.withUnsafeBytes { add($0) }
        }
    }

    private mutating func add(_ text: UnsafeRawBufferPointer) {
        var rest = text[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            var digest = SHA256()
            digest.add(UnsafeRawBufferPointer(rebasing: rest[..<end]))
            let number = digest.withBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) } >> 4
            count += 1
            mixed ^= number
            total += UInt128(number)
            rest = rest[min(end + 1, rest.endIndex)...]
        }
    }
}
