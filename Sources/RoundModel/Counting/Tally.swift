/// Everything that is counted anew when a threshold moves.
public struct Tally: Hashable, Sendable {
    /// The thresholds that were counted with.
    public var thresholds: Thresholds
    /// The thresholds that flows start from.
    public var baseline: Thresholds
    /// Items by their bucket at the baseline and at `thresholds`.
    public var flows: FlowTable
    /// Items below, on and above each line of `thresholds`; the baseline plays no part.
    public var lines: LinePositions

    public init(thresholds: Thresholds, baseline: Thresholds, flows: FlowTable, lines: LinePositions) {
        self.thresholds = thresholds
        self.baseline = baseline
        self.flows = flows
        self.lines = lines
    }

    /// What each bucket holds at `thresholds`.
    public var counts: BucketCounts { flows.after }
    /// Items that are in another bucket than at the baseline.
    public var moved: Int { flows.moved }
}

extension ScoreColumns {
    /// Counts buckets, flows and ties by looking at every item once.
    ///
    /// The loop has no branch that depends on a score: at random scores a mispredicted branch an item costs ten times
    /// the comparisons themselves.
    /// - Complexity: O(n).
    public func tally(_ thresholds: Thresholds, baseline: Thresholds) -> Tally {
        var flows = FlowTable()
        var lines = LinePositions()
        forEachBlock { _, safety, help in
            var scan = TallyScan(thresholds: thresholds, baseline: baseline)
            scan.count(safety, help)
            scan.add(to: &flows, &lines)
        }
        return Tally(thresholds: thresholds, baseline: baseline, flows: flows, lines: lines)
    }
}

/// The counters of one block, as plain integers so that the loop keeps them in registers.
private struct TallyScan {
    let now: Thresholds
    let then: Thresholds
    private var total = 0
    private var belowAdv = 0, belowSafety = 0, belowHelp = 0
    private var onAdv = 0, onSafety = 0, onHelp = 0
    // Items by (adversarial or accepted before) x (adversarial or accepted now); the rest follows by subtraction.
    private var advBefore = 0, accBefore = 0, advNow = 0, accNow = 0
    private var advAdv = 0, advAcc = 0, accAdv = 0, accAcc = 0

    init(thresholds: Thresholds, baseline: Thresholds) {
        now = thresholds
        then = baseline
    }

    mutating func count(_ safety: UnsafeBufferPointer<Double>, _ help: UnsafeBufferPointer<Double>) {
        total += safety.count
        for index in 0..<min(safety.count, help.count) {
            let score = safety[index]
            let helpfulness = help[index]
            let belowNow = bit(score < now.adv)
            let belowThen = bit(score < then.adv)
            let acceptedNow = bit(score > now.safety) & bit(helpfulness > now.help) & (1 ^ belowNow)
            let acceptedThen = bit(score > then.safety) & bit(helpfulness > then.help) & (1 ^ belowThen)
            advNow &+= belowNow
            advBefore &+= belowThen
            accNow &+= acceptedNow
            accBefore &+= acceptedThen
            advAdv &+= belowThen & belowNow
            advAcc &+= belowThen & acceptedNow
            accAdv &+= acceptedThen & belowNow
            accAcc &+= acceptedThen & acceptedNow
            belowAdv &+= belowNow
            onAdv &+= bit(score == now.adv)
            belowSafety &+= bit(score < now.safety)
            onSafety &+= bit(score == now.safety)
            belowHelp &+= bit(helpfulness < now.help)
            onHelp &+= bit(helpfulness == now.help)
        }
    }

    func add(to flows: inout FlowTable, _ lines: inout LinePositions) {
        flows[from: .adversarial, to: .adversarial] += advAdv
        flows[from: .adversarial, to: .accepted] += advAcc
        flows[from: .adversarial, to: .discarded] += advBefore - advAdv - advAcc
        flows[from: .accepted, to: .adversarial] += accAdv
        flows[from: .accepted, to: .accepted] += accAcc
        flows[from: .accepted, to: .discarded] += accBefore - accAdv - accAcc
        let discardedAdv = advNow - advAdv - accAdv
        let discardedAcc = accNow - advAcc - accAcc
        flows[from: .discarded, to: .adversarial] += discardedAdv
        flows[from: .discarded, to: .accepted] += discardedAcc
        flows[from: .discarded, to: .discarded] += total - advBefore - accBefore - discardedAdv - discardedAcc
        Self.add(&lines.adv, below: belowAdv, on: onAdv, of: total)
        Self.add(&lines.safety, below: belowSafety, on: onSafety, of: total)
        Self.add(&lines.help, below: belowHelp, on: onHelp, of: total)
    }

    private static func add(_ line: inout LinePosition, below: Int, on: Int, of total: Int) {
        line.below += below
        line.on += on
        line.above += total - below - on
    }

    @inline(__always)
    private func bit(_ condition: Bool) -> Int { condition ? 1 : 0 }
}
