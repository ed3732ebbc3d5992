extension ScoreColumns {
    /// The item whose row stands at a place; nil where none of that length begins there.
    ///
    /// - Complexity: O(log n).
    public func item(at place: RowPlace) -> Int? {
        // The last block that begins at the place or before it.
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            let block = blocks[middle]
            if (block.shard, block.baseOffset) <= (place.shard, place.offset) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var number = low - 1
        // Blocks without items say nothing.
        while number >= 0, blocks[number].count == 0 { number -= 1 }
        guard number >= 0, blocks[number].shard == place.shard else { return nil }
        let block = blocks[number]
        let start = place.offset - block.baseOffset
        var first = 0
        var last = block.count
        while first < last {
            let middle = (first + last) / 2
            if Int(block.rowStart[middle]) < start { first = middle + 1 } else { last = middle }
        }
        guard first < block.count, Int(block.rowStart[first]) == start, Int(block.rowLength[first]) == place.length
        else { return nil }
        return firstItem[number] + first
    }
}
