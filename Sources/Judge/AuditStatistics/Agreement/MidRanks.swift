/// Ranks from 1, with ties at the mean of their ranks.
///
/// - Complexity: O(n log n).
func midRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
        var end = start + 1
        while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
        // Ranks start + 1 to end.
        for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
        start = end
    }
    return ranks
}

/// How many values are equal, for each value that occurs.
///
/// - Complexity: O(n log n).
func tieSizes(_ values: [Double]) -> [Int] {
    var sizes: [Int] = []
    var before = Double.nan
    for value in values.sorted() {
        if value == before { sizes[sizes.count - 1] += 1 } else { sizes.append(1) }
        before = value
    }
    return sizes
}
