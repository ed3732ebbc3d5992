extension WaveletMatrix {
    /// How many values lie in each cell of a grid: between two neighbouring positions and two neighbouring bounds.
    ///
    /// All positions go down the levels together, and only into halves that a bound parts.
    /// - Parameters:
    ///   - positions: 0 to `count` each, ascending; equal ones have nothing between them.
    ///   - bounds: 0 to `count` each, ascending likewise.
    /// - Returns: for each pair of bounds from the lowest, the counts for each pair of positions.
    /// - Complexity: O(positions * bounds * log n), whatever lies between them.
    func grid(positions: [Int], bounds: [Int]) -> [UInt32] {
        guard positions.count > 1, bounds.count > 1 else { return [] }
        var walk = GridWalk(matrix: self, bounds: bounds, positions: positions)
        walk.descend(level: 0, value: 0, bounds: 0..<bounds.count)
        return walk.counts
    }
}

/// One walk down the levels of a matrix.
private struct GridWalk {
    let matrix: WaveletMatrix
    let bounds: [Int]
    /// How many positions there are.
    let width: Int
    /// The positions on the way to the present half: for each level those of its values, then those of the half with a
    /// one, which waits for the half with a zero.
    private var places: [Int]
    private(set) var counts: [UInt32]

    init(matrix: WaveletMatrix, bounds: [Int], positions: [Int]) {
        self.matrix = matrix
        self.bounds = bounds
        width = positions.count
        places = positions + [Int](repeating: 0, count: positions.count * (2 * matrix.levels + 1))
        counts = [UInt32](repeating: 0, count: (positions.count - 1) * (bounds.count - 1))
    }

    /// Counts the values from `value` on that share the bits above `level`.
    ///
    /// - Parameter bounds: which of the bounds are above `value` and at most at the end of these values; what is below
    ///   the first of them belongs to the row before it.
    mutating func descend(level: Int, value: Int, bounds: Range<Int>) {
        let here = 2 * level * width
        guard places[here] < places[here + width - 1] else { return }
        let end = value + 1 << (matrix.levels - level)
        // Bounds at either end part nothing.
        var inner = bounds
        while let first = inner.first, self.bounds[first] <= value { inner.removeFirst() }
        while let last = inner.last, self.bounds[last] >= end { inner.removeLast() }
        guard !inner.isEmpty else { return add(here, toRow: inner.lowerBound - 1) }
        let (zero, one) = (here + 2 * width, here + width)
        let zeros = matrix.zeros[level]
        var last = -1
        var ones = 0
        for index in 0..<width {
            let place = places[here + index]
            // Where nothing lies between two positions, nothing will.
            if place != last { ones = matrix.ones(level, before: place) }
            last = place
            places[zero + index] = place - ones
            places[one + index] = zeros + ones
        }
        descend(level: level + 1, value: value, bounds: inner)
        for index in 0..<width { places[zero + index] = places[one + index] }
        descend(level: level + 1, value: (value + end) / 2, bounds: inner)
    }

    /// Values that no bound parts: they are between the bounds of one row, or outside all.
    private mutating func add(_ start: Int, toRow row: Int) {
        guard row >= 0, row < bounds.count - 1 else { return }
        let first = row * (width - 1)
        for index in 0..<width - 1 {
            counts[first + index] &+= UInt32(truncatingIfNeeded: places[start + index + 1] - places[start + index])
        }
    }
}
