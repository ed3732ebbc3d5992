public import RoundModel

/// How many items a threshold gives its bucket at each of many values, the other thresholds kept.
public struct ThresholdCounts: Hashable, Sendable {
    /// The threshold that is moved.
    public let name: ThresholdName
    /// The bucket that is counted: adversarial for θ adv, else accepted.
    public let bucket: Bucket
    /// From where to where the threshold is moved.
    public let range: ScoreRange
    /// The items at values that are equally far apart, the first at the low end of the range, the last at its high one.
    public let counts: [Int]

    /// Counts every item, by the thresholds alone.
    ///
    /// - Parameter steps: how many values follow the first; fewer than 1 are taken for 1.
    /// - Complexity: O(n log steps), shared among the cores.
    public init(_ columns: ScoreColumns, of name: ThresholdName, in range: ScoreRange, steps: Int, at theta: Thresholds)
    {
        let steps = max(1, steps)
        let values = (0...steps).map { range.value(at: Double($0) / Double(steps)) }
        let population = Population(columns)
        // An item is counted at the first values, or at the last ones, but never elsewhere: so many values are below it.
        let parts = ParallelScan.run(over: columns) { blocks in
            var items = [Int](repeating: 0, count: values.count + 1)
            population.forEachItem(inBlocks: blocks) { _, safety, help in
                switch name {
                case .adv:
                    // Adversarial at all values over its score.
                    items[Self.firstIndex(of: values) { $0 > safety }] += 1
                case .safety:
                    guard help > theta.help, !(safety < theta.adv) else { return }
                    items[Self.firstIndex(of: values) { $0 >= safety }] += 1
                case .help:
                    guard safety > theta.safety, !(safety < theta.adv) else { return }
                    items[Self.firstIndex(of: values) { $0 >= help }] += 1
                }
            }
            return items
        }
        var items = [Int](repeating: 0, count: values.count + 1)
        for part in parts { for index in items.indices { items[index] += part[index] } }
        var (counts, sum) = ([Int](repeating: 0, count: values.count), 0)
        if name == .adv {
            for index in values.indices {
                sum += items[index]
                counts[index] = sum
            }
        } else {
            for index in values.indices.reversed() {
                sum += items[index + 1]
                counts[index] = sum
            }
        }
        self.name = name
        self.range = range
        self.counts = counts
        bucket = name == .adv ? .adversarial : .accepted
    }

    /// The first value that satisfies a condition which all behind it satisfy too; their number where none does.
    private static func firstIndex(of values: [Double], _ condition: (Double) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if condition(values[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
