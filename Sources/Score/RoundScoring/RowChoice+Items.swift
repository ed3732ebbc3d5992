public import RoundFiles
import RoundModel

extension RowChoice {
    /// The rows of some items of a scored round.
    ///
    /// - Parameter items: their numbers, ascending.
    /// - Complexity: O(items + invalid rows).
    public init(items: some Sequence<Int>, of round: LoadedRound) {
        var invalid = round.report.invalidRows.makeIterator()
        var next = invalid.next()
        var before = 0
        self.init(
            items.lazy.compactMap { item -> Int? in
                guard let place = round.columns.place(of: item) else { return nil }
                while let row = next, (row.place.shard, row.place.offset) < (place.shard, place.offset) {
                    before += 1
                    next = invalid.next()
                }
                return item + before
            }
        )
    }
}
