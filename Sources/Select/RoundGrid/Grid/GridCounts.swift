public import RoundModel

/// What thresholds make of a grid: exact where each of them is a line, else between two ends.
public struct GridCounts: Hashable, Sendable {
    /// The thresholds.
    public let thresholds: Thresholds
    /// The items of each bucket.
    public private(set) var buckets: [Bucket: CountRange] = [:]
    /// The scores below, on and above each threshold.
    public private(set) var lines: [ThresholdName: Position] = [:]
    /// Distinct prompts among the adversarial rows.
    public private(set) var adversarialPrompts = CountRange()
    /// Distinct pairs among the accepted rows.
    public private(set) var acceptedPairs = CountRange()

    /// Scores against one threshold.
    public struct Position: Hashable, Sendable {
        public var below = CountRange()
        public var on = CountRange()
        public var above = CountRange()
    }

    /// - Complexity: O(cells + pairs whose copies differ).
    public init(_ grid: RoundGrid, at thresholds: Thresholds) {
        self.thresholds = thresholds
        let adv = grid.safety.sides(of: thresholds.adv)
        let safety = grid.safety.sides(of: thresholds.safety)
        let help = grid.helpfulness.sides(of: thresholds.help)
        var (adversarial, accepted, discarded) = (CountRange(), CountRange(), CountRange())
        for cell in grid.cells {
            let (a, s, h) = (adv[cell.safety], safety[cell.safety], help[cell.helpfulness])
            let isNone = a != .below
            let mayBeAdversarial = a.contains(.below)
            let mayBeAccepted = isNone && s.contains(.above) && h.contains(.above)
            let mayBeDiscarded = isNone && (s != .above || h != .above)
            let isCertain = [mayBeAdversarial, mayBeAccepted, mayBeDiscarded].count { $0 } == 1
            adversarial.add(cell.count, isCertain: isCertain && mayBeAdversarial, isPossible: mayBeAdversarial)
            accepted.add(cell.count, isCertain: isCertain && mayBeAccepted, isPossible: mayBeAccepted)
            discarded.add(cell.count, isCertain: isCertain && mayBeDiscarded, isPossible: mayBeDiscarded)
        }
        buckets = [.adversarial: adversarial, .accepted: accepted, .discarded: discarded]
        lines = [
            .adv: Self.position(adv, grid.safetyStrips), .safety: Self.position(safety, grid.safetyStrips),
            .help: Self.position(help, grid.helpfulnessStrips),
        ]
        for (strip, count) in grid.prompts.enumerated() where count > 0 {
            adversarialPrompts.add(count, isCertain: adv[strip] == .below, isPossible: adv[strip].contains(.below))
        }
        func acceptance(_ cell: GridCell) -> (isCertain: Bool, isPossible: Bool) {
            let (a, s, h) = (adv[cell.safety], safety[cell.safety], help[cell.helpfulness])
            return (
                !a.contains(.below) && s == .above && h == .above,
                a != .below && s.contains(.above) && h.contains(.above)
            )
        }
        for cell in grid.pairs {
            let found = acceptance(cell)
            acceptedPairs.add(cell.count, isCertain: found.isCertain, isPossible: found.isPossible)
        }
        for cells in grid.mixedPairs {
            let found = cells.map(acceptance)
            acceptedPairs.add(
                1,
                isCertain: found.contains { $0.isCertain },
                isPossible: found.contains { $0.isPossible }
            )
        }
    }

    /// True where nothing is left open.
    public var isExact: Bool {
        buckets.values.allSatisfy(\.isExact) && adversarialPrompts.isExact && acceptedPairs.isExact
    }

    private static func position(_ sides: [Sides], _ strips: [Int]) -> Position {
        var position = Position()
        for (strip, count) in strips.enumerated() where count > 0 {
            let side = sides[strip]
            position.below.add(count, isCertain: side == .below, isPossible: side.contains(.below))
            position.on.add(count, isCertain: side == .on, isPossible: side.contains(.on))
            position.above.add(count, isCertain: side == .above, isPossible: side.contains(.above))
        }
        return position
    }
}
