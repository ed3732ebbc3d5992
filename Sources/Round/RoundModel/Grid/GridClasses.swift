/// The strips of an axis by how their scores can lie against some thresholds: few kinds, whatever the number of strips.
///
/// A score is known by its rank among the thresholds: 2i+1 on the i-th of them, 2i between it and the one before. The rule compares,
/// so it says the same of ranks as of scores.
struct GridClasses {
    /// The thresholds, ascending, each once.
    private let thresholds: [Double]
    /// The class of each strip.
    private(set) var ofStrip: [Int] = []
    /// The ranks that scores of each class can have.
    private(set) var ranks: [ClosedRange<Int>] = []

    /// - Complexity: O(strips).
    init(_ axis: GridAxis, _ thresholds: [Double]) {
        self.thresholds = Set(thresholds).sorted()
        var known: [ClosedRange<Int>: Int] = [:]
        var (line, before) = (0, 0)
        ofStrip.reserveCapacity(axis.strips)
        for strip in 0..<axis.strips {
            let range: ClosedRange<Int>
            if strip % 2 == 1 {
                let value = axis.lines[line]
                while before < self.thresholds.count, self.thresholds[before] < value { before += 1 }
                let isOn = before < self.thresholds.count && self.thresholds[before] == value
                range = isOn ? 2 * before + 1...2 * before + 1 : 2 * before...2 * before
                if isOn { before += 1 }
                line += 1
            } else {
                range = between(before, axis.lines.indices.contains(line) ? axis.lines[line] : .infinity, axis)
            }
            let number = known[range] ?? ranks.count
            if number == ranks.count {
                known[range] = number
                ranks.append(range)
            }
            ofStrip.append(number)
        }
    }

    /// The ranks of what lies below a line and above the one before.
    private func between(_ before: Int, _ line: Double, _ axis: GridAxis) -> ClosedRange<Int> {
        var end = before
        while end < thresholds.count, thresholds[end] < line { end += 1 }
        var (low, high) = (2 * before, 2 * end)
        // What no score of the round reaches is not possible.
        while low < high, thresholds[low / 2] < axis.min || low % 2 == 0 && thresholds[low / 2] <= axis.min { low += 1 }
        while low < high,
            thresholds[(high - 1) / 2] > axis.max || high % 2 == 0 && thresholds[(high - 1) / 2] >= axis.max
        {
            high -= 1
        }
        return low...high
    }

    /// The rank of a threshold.
    func rank(of threshold: Double) -> Int {
        2 * (thresholds.firstIndex(of: threshold) ?? 0) + 1
    }

    /// How the scores of each strip, so many in each, lie against a threshold.
    func position(of threshold: Double, _ strips: [Int]) -> BoundedTally.Position {
        let place = rank(of: threshold)
        var position = BoundedTally.Position()
        for (strip, count) in strips.enumerated() where count > 0 {
            let ranks = ranks[ofStrip[strip]]
            let (isBelow, isOn, isAbove) = (ranks.lowerBound < place, ranks.contains(place), ranks.upperBound > place)
            position.below.add(count, isCertain: !isOn && !isAbove, isPossible: isBelow)
            position.on.add(count, isCertain: !isBelow && !isAbove, isPossible: isOn)
            position.above.add(count, isCertain: !isBelow && !isOn, isPossible: isAbove)
        }
        return position
    }
}
