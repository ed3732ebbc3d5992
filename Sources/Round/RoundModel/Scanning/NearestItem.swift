extension Population {
    /// The item whose scores come nearest to a point, within some units of it; of several the first of the round.
    ///
    /// - Parameters:
    ///   - point: where to look.
    ///   - unit: what counts as one of each score, over 0.
    ///   - most: how many units away it may lie at most.
    /// - Returns: nil where there is none so near.
    /// - Complexity: O(items), on all cores.
    public func nearest(to point: Scores, unit: Scores, within most: Double) -> UInt32? {
        let found = ParallelScan.run(over: columns) { blocks in
            var best: (item: Int, distance: Double)?
            forEachItem(inBlocks: blocks) { item, safety, help in
                let across = (safety - point.safety) / unit.safety
                let up = (help - point.helpfulness) / unit.helpfulness
                let distance = across * across + up * up
                if distance <= most * most, distance < best?.distance ?? .infinity { best = (item, distance) }
            }
            return best.map { Found(item: $0.item, distance: $0.distance) }
        }
        return found.compactMap { $0 }.min { $0.distance < $1.distance }.map { UInt32($0.item) }
    }
}

private struct Found: Sendable {
    var item: Int
    var distance: Double
}
