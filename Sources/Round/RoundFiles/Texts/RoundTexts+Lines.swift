public import RoundModel

extension RoundTexts {
    /// The lines, from 1, on which the rows of items start.
    ///
    /// - Parameter items: ascending.
    /// - Precondition: the columns are those of the same round.
    /// - Throws: as `rowBytes`; `noSuchItem` for an item that they do not have.
    /// - Complexity: O(bytes of each block up to the last of them in it).
    public func lines(of items: [Int], in columns: ScoreColumns) throws(RoundFilesError) -> [Int] {
        var lines: [Int] = []
        let buffer = TextBuffer()
        var known: (shard: Int, block: Int, offset: Int, line: Int)?
        for item in items {
            let (block, index) = try columns.existing(item)
            let shard = try shard(block.shard)
            let end = block.baseOffset + Int(block.rowStart[index])
            // Two blocks of a shard never begin at one place.
            let isSame =
                known.map { $0.shard == block.shard && $0.block == block.baseOffset && $0.offset <= end } ?? false
            var (at, line) = isSame ? (known?.offset ?? 0, known?.line ?? 0) : (block.baseOffset, block.firstLine)
            while at < end {
                buffer.count = 0
                buffer.reserve(1 << 18)
                let count = min(end - at, buffer.free.count)
                try shard.fill(UnsafeMutableRawBufferPointer(rebasing: buffer.free[..<count]), at: at)
                buffer.count = count
                line += RoundFiles.count(of: shard.layout.lineEnd, in: buffer.bytes)
                at += count
            }
            known = (block.shard, block.baseOffset, end, line)
            lines.append(line)
        }
        return lines
    }
}
