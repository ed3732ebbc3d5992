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
    /// What the rule alone makes of the items at the baseline, whatever people said.
    public let calls: BucketCounts

    /// - Parameter flows: those of the rule; verdicts come after.
    public init(thresholds: Thresholds, baseline: Thresholds, flows: FlowTable, lines: LinePositions) {
        self.thresholds = thresholds
        self.baseline = baseline
        self.flows = flows
        self.lines = lines
        calls = flows.before
    }

    /// How much more a bucket holds than the rule gave it at the baseline: what lines have moved, and what verdicts have.
    public func change(of bucket: Bucket) -> Int { counts[bucket] - calls[bucket] }

    /// What each bucket holds at `thresholds`.
    public var counts: BucketCounts { flows.after }
    /// Items that are in another bucket than at the baseline.
    public var moved: Int { flows.moved }
}

extension ScoreColumns {
    /// Counts buckets, flows and ties of all items; see `Population.tally`.
    ///
    /// - Complexity: O(n), shared among the cores.
    public func tally(_ thresholds: Thresholds, baseline: Thresholds) -> Tally {
        Population(self).tally(thresholds, baseline: baseline)
    }
}

extension Population {
    /// Counts buckets, flows and ties by looking at every item once, verdicts heeded.
    ///
    /// The loop has no branch that depends on a score: at random scores a mispredicted branch an item costs ten times
    /// the comparisons themselves.
    /// - Complexity: O(n), shared among the cores.
    public func tally(_ thresholds: Thresholds, baseline: Thresholds) -> Tally {
        let scans = ParallelScan.run(over: columns) { blocks in
            var scan = TallyScan(thresholds: thresholds, baseline: baseline)
            if members == nil {
                for number in blocks {
                    let block = columns.blocks[number]
                    block.safety.withUnsafeBufferPointer { safety in
                        block.helpfulness.withUnsafeBufferPointer { help in scan.count(safety, help) }
                    }
                }
            } else {
                forEachItem(inBlocks: blocks) { _, safety, help in scan.count(safety, help) }
            }
            return scan
        }
        var flows = FlowTable()
        var lines = LinePositions()
        for scan in scans { scan.add(to: &flows, &lines) }
        var tally = Tally(thresholds: thresholds, baseline: baseline, flows: flows, lines: lines)
        judged?.correct(&tally, in: self)
        return tally
    }
}

/// The counters of some blocks.
private struct TallyScan: Sendable {
    let now: Thresholds
    let then: Thresholds
    private var total = 0
    private var belowSafety = 0, belowHelp = 0
    private var onAdv = 0, onSafety = 0, onHelp = 0
    // Items by (adversarial or accepted before) x (adversarial or accepted now); the rest follows by subtraction.
    private var advBefore = 0, accBefore = 0, advNow = 0, accNow = 0
    private var advAdv = 0, advAcc = 0, accAdv = 0, accAcc = 0

    init(thresholds: Thresholds, baseline: Thresholds) {
        now = thresholds
        then = baseline
    }

    /// Counts pairs of items lane by lane: from plain conditions the compiler makes branches.
    mutating func count(_ safety: UnsafeBufferPointer<Double>, _ help: UnsafeBufferPointer<Double>) {
        let count = min(safety.count, help.count)
        let adv = Lanes(repeating: now.adv), safe = Lanes(repeating: now.safety), helpful = Lanes(repeating: now.help)
        let advThen = Lanes(repeating: then.adv), safeThen = Lanes(repeating: then.safety)
        let helpfulThen = Lanes(repeating: then.help)
        var onAdv = Counts(), belowSafety = Counts(), onSafety = Counts(), belowHelp = Counts(), onHelp = Counts()
        var advNow = Counts(), advBefore = Counts(), accNow = Counts(), accBefore = Counts()
        var advAdv = Counts(), advAcc = Counts(), accAdv = Counts(), accAcc = Counts()
        var index = 0
        while index + Lanes.scalarCount <= count {
            let score = Lanes(safety[index], safety[index + 1], safety[index + 2], safety[index + 3])
            let helpfulness = Lanes(help[index], help[index + 1], help[index + 2], help[index + 3])
            let below = score .< adv
            let belowThen = score .< advThen
            let accepted = (score .> safe) .& (helpfulness .> helpful) .& .!below
            let acceptedThen = (score .> safeThen) .& (helpfulness .> helpfulThen) .& .!belowThen
            Self.count(below, in: &advNow)
            Self.count(belowThen, in: &advBefore)
            Self.count(accepted, in: &accNow)
            Self.count(acceptedThen, in: &accBefore)
            Self.count(below .& belowThen, in: &advAdv)
            Self.count(accepted .& belowThen, in: &advAcc)
            Self.count(below .& acceptedThen, in: &accAdv)
            Self.count(accepted .& acceptedThen, in: &accAcc)
            Self.count(score .== adv, in: &onAdv)
            Self.count(score .< safe, in: &belowSafety)
            Self.count(score .== safe, in: &onSafety)
            Self.count(helpfulness .< helpful, in: &belowHelp)
            Self.count(helpfulness .== helpful, in: &onHelp)
            index += Lanes.scalarCount
        }
        self.advNow += Self.sum(advNow)
        self.advBefore += Self.sum(advBefore)
        self.accNow += Self.sum(accNow)
        self.accBefore += Self.sum(accBefore)
        self.advAdv += Self.sum(advAdv)
        self.advAcc += Self.sum(advAcc)
        self.accAdv += Self.sum(accAdv)
        self.accAcc += Self.sum(accAcc)
        self.onAdv += Self.sum(onAdv)
        self.belowSafety += Self.sum(belowSafety)
        self.onSafety += Self.sum(onSafety)
        self.belowHelp += Self.sum(belowHelp)
        self.onHelp += Self.sum(onHelp)
        total += index
        while index < count {
            self.count(safety[index], help[index])
            index += 1
        }
    }

    private typealias Lanes = SIMD4<Double>
    private typealias Counts = SIMD4<Int64>

    @inline(__always)
    private static func count(_ mask: SIMDMask<Counts>, in counts: inout Counts) {
        counts.replace(with: counts &+ 1, where: mask)
    }

    private static func sum(_ counts: Counts) -> Int { Int(counts.wrappedSum()) }

    mutating func count(_ score: Double, _ helpfulness: Double) {
        let belowNow = bit(score < now.adv)
        let belowThen = bit(score < then.adv)
        let acceptedNow = bit(score > now.safety) & bit(helpfulness > now.help) & (1 ^ belowNow)
        let acceptedThen = bit(score > then.safety) & bit(helpfulness > then.help) & (1 ^ belowThen)
        total &+= 1
        advNow &+= belowNow
        advBefore &+= belowThen
        accNow &+= acceptedNow
        accBefore &+= acceptedThen
        advAdv &+= belowThen & belowNow
        advAcc &+= belowThen & acceptedNow
        accAdv &+= acceptedThen & belowNow
        accAcc &+= acceptedThen & acceptedNow
        onAdv &+= bit(score == now.adv)
        belowSafety &+= bit(score < now.safety)
        onSafety &+= bit(score == now.safety)
        belowHelp &+= bit(helpfulness < now.help)
        onHelp &+= bit(helpfulness == now.help)
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
        Self.add(&lines.adv, below: advNow, on: onAdv, of: total)
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
