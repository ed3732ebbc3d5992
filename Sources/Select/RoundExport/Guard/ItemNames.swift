internal import RoundFiles
internal import RoundModel

/// Where items stand, for lines about them.
struct ItemNames {
    private let round: LoadedRound
    private let shards: [String]

    init(of round: LoadedRound) {
        self.round = round
        shards = ShardNames.short(round.report.shards)
    }

    /// The file, line and id of items.
    ///
    /// - Parameter items: ascending.
    /// - Complexity: O(bytes up to the last of them in each block).
    func names(of items: [Int]) throws(ExportError) -> [ListedPrompt] {
        do throws(RoundFilesError) {
            let lines = try round.texts.lines(of: items, in: round.columns)
            let reader = round.texts.makeRowReader()
            var names: [ListedPrompt] = []
            names.reserveCapacity(items.count)
            // The items up to this one are open.
            var last = -1
            for (place, (item, line)) in zip(items, lines).enumerated() {
                let (block, index) = try round.columns.existing(item)
                if item > last {
                    last = Self.last(of: items[place...], before: item - index + block.count)
                    try reader.open(block, rows: index..<index + 1 + last - item)
                }
                let id = try reader.decode(reader.row(index), .id).id
                names.append(
                    ListedPrompt(
                        file: shards.indices.contains(block.shard) ? shards[block.shard] : round.report.name,
                        line: line,
                        id: id.map { String(decoding: $0, as: UTF8.self) }
                    )
                )
            }
            return names
        } catch {
            throw ExportError(error)
        }
    }

    /// The last item that is read in one go with the first: one row in twenty at least is wanted of what is read.
    private static func last(of items: ArraySlice<Int>, before end: Int) -> Int {
        guard var last = items.first else { return -1 }
        for item in items.dropFirst() {
            guard item < end, item - last <= 20 else { break }
            last = item
        }
        return last
    }
}
