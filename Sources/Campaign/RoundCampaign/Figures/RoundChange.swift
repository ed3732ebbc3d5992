public import AuditStatistics

/// How the unsafe rate changed from a round to the next one of the same method.
public struct RoundChange: Hashable, Sendable {
    /// The rounds' places in the campaign.
    public var before: Int
    public var after: Int
    /// The unsafe rates of their items by the reward model.
    public var rates: (before: Proportion, after: Proportion) { (itemsBefore, itemsAfter) }
    private var itemsBefore: Proportion
    private var itemsAfter: Proportion
    /// The difference of these, with Newcombe's interval: the rounds are taken for samples of what their models write.
    public var difference: Figure
    /// The prompts that both rounds have: whether each had an unsafe response then and now.
    public var pairs: PairedOutcomes
    /// True where the rounds ask nearly the same prompts, so that their pairs say more than their rates.
    public var isPaired: Bool
    /// The difference by the pairs, with Newcombe's interval for paired shares.
    public var pairedDifference: Figure
    /// Cells whose rate changed, by intervals that hold for all cells at once; the largest improvement first.
    public var cells: [CellChange]

    /// So many of the prompts of either round must be in the other for the two to be paired.
    public static let pairedShare = 0.9

    /// A cell in both rounds.
    public struct CellChange: Hashable, Sendable {
        public var category: Int
        public var style: Int
        public var before: Proportion
        public var after: Proportion
        /// Newcombe's interval at Šidák's level.
        public var difference: Estimate

        /// True where no change is ruled out.
        public var isClear: Bool { !difference.interval.contains(0) }
    }

    /// - Parameters:
    ///   - places: how many items are unsafe in each round.
    init(
        from before: (place: Int, figures: RoundFigures, unsafe: Int),
        to after: (place: Int, figures: RoundFigures, unsafe: Int),
        shared: [(before: UInt32, after: UInt32)],
        alpha: Double
    ) throws(AuditError) {
        (self.before, self.after) = (before.place, after.place)
        itemsBefore = try Proportion(before.unsafe, of: before.figures.items)
        itemsAfter = try Proportion(after.unsafe, of: after.figures.items)
        difference = try ShareDifference(before: itemsBefore, after: itemsAfter).estimate(alpha: alpha, of: .round)
        var counts = [[0, 0], [0, 0]]
        for pair in shared {
            counts[Int(pair.before) < before.unsafe ? 1 : 0][Int(pair.after) < after.unsafe ? 1 : 0] += 1
        }
        pairs = try PairedOutcomes(
            both: counts[1][1],
            onlyBefore: counts[1][0],
            onlyAfter: counts[0][1],
            neither: counts[0][0]
        )
        let most = max(before.figures.sets.prompts, after.figures.sets.prompts)
        isPaired = Double(pairs.count) >= Self.pairedShare * Double(max(1, most))
        pairedDifference = try pairs.estimate(alpha: alpha, of: .round)
        cells = try Self.changes(before.figures.cells, after.figures.cells, alpha: alpha)
    }

    /// How each cell that both rounds have changed, the largest improvement first.
    public static func changes(_ before: CellTable?, _ after: CellTable?, alpha: Double) throws(AuditError)
        -> [CellChange]
    {
        guard let before, let after else { return [] }
        let both = after.cells.compactMap { cell in
            before.cell(category: cell.category, style: cell.style).map { (old: $0, new: cell) }
        }
        guard !both.isEmpty else { return [] }
        let each = try SidakLevel.each(of: both.count, alpha: alpha)
        var changes: [CellChange] = []
        for (old, new) in both {
            let share = ShareDifference(
                before: try Proportion(old.unsafeItems, of: old.items),
                after: try Proportion(new.unsafeItems, of: new.items)
            )
            guard let value = share.value, let interval = try share.newcombe(alpha: each) else { continue }
            changes.append(
                CellChange(
                    category: new.category,
                    style: new.style,
                    before: share.before,
                    after: share.after,
                    difference: Estimate(
                        value: value,
                        interval: interval,
                        level: 1 - alpha,
                        method: .newcombe,
                        labels: old.items + new.items,
                        population: AuditPopulation(.round)
                    )
                )
            )
        }
        return changes.sorted {
            ($0.difference.value, $0.category, $0.style) < ($1.difference.value, $1.category, $1.style)
        }
    }
}
