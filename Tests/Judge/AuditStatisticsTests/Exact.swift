import AuditStatistics

/// Probabilities by plain enumeration, to hold the intervals against.
enum Exact {
    /// P(X = x) for all x of a binomial distribution, by the recurrence from 0.
    static func binomial(_ n: Int, _ p: Double) -> [Double] {
        var all = [(0..<n).reduce(1.0) { result, _ in result * (1 - p) }]
        for x in 0..<n { all.append(all[x] * Double(n - x) / Double(x + 1) * p / (1 - p)) }
        return all
    }

    /// How likely an interval holds p, given the interval for each number of mistakes.
    static func coverage(of intervals: [Interval], at p: Double) -> Double {
        zip(binomial(intervals.count - 1, p), intervals).reduce(0) { $0 + ($1.1.contains(p) ? $1.0 : 0) }
    }

    /// How likely the interval excludes p at some number of labels, by following every number of mistakes.
    static func everExcluded(
        _ p: Double,
        from first: Int,
        to last: Int,
        _ interval: (_ x: Int, _ n: Int) throws -> Interval
    ) throws -> Double {
        var still = [1.0]
        var gone = 0.0
        for n in 1...last {
            var next = [Double](repeating: 0, count: n + 1)
            for (x, mass) in still.enumerated() {
                next[x] += mass * (1 - p)
                next[x + 1] += mass * p
            }
            // What is that unlikely adds nothing that shows.
            if n >= first {
                for x in next.indices where next[x] > 1e-18 {
                    guard try !interval(x, n).contains(p) else { continue }
                    gone += next[x]
                    next[x] = 0
                }
            }
            still = next
        }
        return gone
    }

    /// P(X = x) of a draw without replacement, from binomial coefficients of a small population.
    static func draw(_ x: Int, _ n: Int, _ wrong: Int, _ population: Int) -> Double {
        choose(wrong, x) * choose(population - wrong, n - x) / choose(population, n)
    }

    static func choose(_ n: Int, _ k: Int) -> Double {
        guard k >= 0, k <= n else { return 0 }
        return (0..<min(k, n - k)).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
}
