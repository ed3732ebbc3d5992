/// What thresholds make of a grid: exact where each of them is a line, else between two ends.
public struct GridCounts: Hashable, Sendable {
    /// The items.
    public private(set) var tally: BoundedTally
    /// Distinct prompts among the adversarial items.
    public private(set) var adversarialPrompts = CountRange()
    /// Distinct (prompt, response) pairs from each bucket of the baseline to each at the thresholds, in the order of `FlowTable`: a
    /// pair whose copies have several scores is in each part that one of them is in.
    public private(set) var pairFlows = [CountRange](repeating: CountRange(), count: 9)
    /// Distinct pairs of each bucket.
    private var pairs = [CountRange](repeating: CountRange(), count: 3)

    /// - Complexity: O(cells + pairs whose copies differ).
    public init(_ grid: ScoreGrid, at thresholds: Thresholds, baseline: Thresholds? = nil) {
        let baseline = baseline ?? thresholds
        let safety = GridClasses(
            grid.safety,
            [thresholds.adv, thresholds.safety, baseline.adv, baseline.safety]
        )
        let help = GridClasses(grid.helpfulness, [thresholds.help, baseline.help])
        let parts = Self.parts(safety, help, now: thresholds, then: baseline)
        tally = BoundedTally(
            thresholds,
            baseline: baseline,
            total: grid.items,
            lines: [
                safety.position(of: thresholds.adv, grid.safetyStrips),
                safety.position(of: thresholds.safety, grid.safetyStrips),
                help.position(of: thresholds.help, grid.helpfulnessStrips),
            ]
        )
        let width = help.ranks.count
        func sums(_ cells: [GridCell]) -> [Int] {
            var sums = [Int](repeating: 0, count: safety.ranks.count * width)
            for cell in cells {
                sums[safety.ofStrip[cell.safety] * width + help.ofStrip[cell.helpfulness]] += cell.count
            }
            return sums
        }
        for (place, count) in sums(grid.cells).enumerated() where count > 0 { tally.add(count, parts[place]) }
        let adv = safety.rank(of: thresholds.adv)
        for (strip, count) in grid.prompts.enumerated() where count > 0 {
            let ranks = safety.ranks[safety.ofStrip[strip]]
            adversarialPrompts.add(
                count,
                isCertain: ranks.upperBound < adv,
                isPossible: ranks.lowerBound < adv
            )
        }
        for (place, count) in sums(grid.pairs).enumerated() where count > 0 { addPairs(count, [parts[place]]) }
        for cells in grid.mixedPairs {
            addPairs(
                1,
                cells.map { parts[safety.ofStrip[$0.safety] * width + help.ofStrip[$0.helpfulness]] }
            )
        }
    }

    /// The parts in which items of each class of cells can be, those of one class of safety after the other.
    private static func parts(
        _ safety: GridClasses,
        _ help: GridClasses,
        now: Thresholds,
        then: Thresholds
    ) -> [FlowParts] {
        func ranked(_ thresholds: Thresholds) -> Thresholds {
            Thresholds(
                adv: Double(safety.rank(of: thresholds.adv)),
                safety: Double(safety.rank(of: thresholds.safety)),
                help: Double(help.rank(of: thresholds.help))
            )
        }
        let (now, then) = (ranked(now), ranked(then))
        return safety.ranks.flatMap { safety in
            help.ranks.map { help in
                var parts = FlowParts()
                for one in safety {
                    for other in help {
                        let (s, h) = (Double(one), Double(other))
                        parts.insert(
                            from: then.bucket(safety: s, helpfulness: h),
                            to: now.bucket(safety: s, helpfulness: h)
                        )
                    }
                }
                return parts
            }
        }
    }

    private mutating func addPairs(_ count: Int, _ places: [FlowParts]) {
        func add(_ parts: Int, to range: inout CountRange) {
            let isCertain = places.contains { $0.isOnly(parts) }
            range.add(count, isCertain: isCertain, isPossible: places.contains { $0.isPossible(parts) })
        }
        for part in pairFlows.indices { add(1 << part, to: &pairFlows[part]) }
        for bucket in pairs.indices { add(FlowParts.after(bucket), to: &pairs[bucket]) }
    }

    /// Distinct (prompt, response) pairs of a bucket.
    public func pairs(of bucket: Bucket) -> CountRange { pairs[Int(bucket.rawValue)] }

    /// Distinct pairs among the accepted items.
    public var acceptedPairs: CountRange { pairs(of: .accepted) }

    /// True where nothing is left open.
    public var isExact: Bool { tally.isExact && adversarialPrompts.isExact && acceptedPairs.isExact }
}
