public import RoundModel

extension ItemListQuery {
    private func key(_ scores: Scores, _ item: Int) -> Double {
        switch order {
        case .distance: distance(scores)
        case .safety: scores.safety
        case .helpfulness: scores.helpfulness
        case .round: 0
        // What has no value stands last either way.
        case .field:
            ranks.map { $0.places[item] }.flatMap { $0 == ItemRanks.none ? nil : Double($0) }
                ?? (descending ? -.infinity : .infinity)
        }
    }

    /// The whole list by looking at every item and sorting: what windows are held against.
    public func plainList(in population: Population) -> [UInt32] {
        var found = (0..<population.columns.count).filter {
            population.contains($0)
                && contains(population.columns.scores(ofKnown: $0), ruling: population.judged?.ruling(of: $0))
        }.map { (key: key(population.columns.scores(ofKnown: $0), $0), item: UInt32($0)) }
        if order == .round {
            if descending { found.reverse() }
        } else {
            found.sort { left, right in
                if left.key != right.key { return descending ? left.key > right.key : left.key < right.key }
                return left.item < right.item
            }
        }
        return found.map(\.item)
    }
}
