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
            for (item, line) in zip(items, lines) {
                let (block, index) = try round.columns.existing(item)
                try reader.open(block, rows: index..<index + 1)
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
}
