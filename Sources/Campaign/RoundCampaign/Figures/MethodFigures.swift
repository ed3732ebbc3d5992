public import AuditStatistics

/// What a campaign tells of one method.
public struct MethodFigures: Hashable, Sendable {
    /// The method; empty where there is one only.
    public var method: String
    /// Its rounds' places in the campaign, by their numbers; those that are there.
    public var rounds: [Int]
    /// Whether its unsafe rate goes up or down; nil with fewer than two rounds.
    public var trend: RateTrend?
    /// Cells that are still broken, that with the highest lower bound in the newest round first.
    public var broken: [BrokenCell]
    /// Its families of prompts; nil until they are known, and where fewer than two rounds can be followed.
    public var families: FamilyList?

    /// A cell whose lower bound lay above the target in all of the newest rounds.
    public struct BrokenCell: Hashable, Sendable {
        public var category: Int
        public var style: Int
        /// Its rates in those rounds, the newest last.
        public var rates: [Estimate]
    }

    /// - Parameter figures: by the places of `rounds`.
    init(
        _ method: String,
        rounds: [Int],
        _ figures: [Int: (figures: RoundFigures, unsafe: Int)],
        numbers: [Int],
        target: Double,
        last: Int
    ) throws(AuditError) {
        self.method = method
        self.rounds = rounds
        var rates: [Proportion] = []
        for place in rounds {
            guard let round = figures[place] else { continue }
            rates.append(try Proportion(round.unsafe, of: round.figures.items))
        }
        trend = rates.count > 1 ? try RateTrend(rates, places: numbers.map(Double.init)) : nil
        let newest = rounds.suffix(last).compactMap { figures[$0]?.figures.cells }
        guard let latest = newest.last, newest.count == min(last, rounds.count) else {
            broken = []
            return
        }
        broken = latest.cells.compactMap { cell in
            let rates = newest.compactMap { $0.cell(category: cell.category, style: cell.style)?.unsafe }
            guard rates.count == newest.count, rates.allSatisfy({ $0.interval.lower > target }) else { return nil }
            return BrokenCell(category: cell.category, style: cell.style, rates: rates)
        }.sorted { one, other in
            let (left, right) = (one.rates.last?.interval.lower ?? 0, other.rates.last?.interval.lower ?? 0)
            return left != right ? left > right : (one.category, one.style) < (other.category, other.style)
        }
    }
}
