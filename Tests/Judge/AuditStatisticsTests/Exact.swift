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

    /// How likely something is shown at some number of labels while `wrong` of a population's items are wrong, by following
    /// every number of mistakes without replacement.
    ///
    /// - Parameters:
    ///   - looking: for labels and mistakes, after how many more labels somebody looks again; 0 for never.
    ///   - shown: whether so many labels with so many mistakes show it.
    static func ever(
        _ wrong: Int,
        of size: Int,
        upTo last: Int,
        looking: (_ n: Int, _ x: Int) -> Int = { _, _ in 1 },
        _ shown: (_ n: Int, _ x: Int) -> Bool
    ) -> Double {
        let last = max(1, min(last, size))
        // How likely so many mistakes are at each number of labels where somebody looks.
        var looks: [[Int: Double]] = Array(repeating: [:], count: last + 1)
        var found = 0.0
        func look(_ n: Int, _ x: Int, _ mass: Double) {
            if shown(n, x) {
                found += mass
            } else if looking(n, x) > 0, looking(n, x) <= last - n {
                let (more, wrong, left) = (looking(n, x), wrong - x, size - n)
                let right = left - wrong
                let fewest = max(0, more - right)
                // No mistake among those drawn, or nothing else among those that are not.
                var likely = (0..<(fewest == 0 ? more : left - more)).reduce(1.0) {
                    $0 * Double((fewest == 0 ? right : wrong) - $1) / Double(left - $1)
                }
                for drawn in fewest...min(more, wrong) {
                    // What is that unlikely adds nothing that shows.
                    if mass * likely > 1e-15 { looks[n + more][x + drawn, default: 0] += mass * likely }
                    likely *= Double(wrong - drawn) * Double(more - drawn)
                    likely /= Double(drawn + 1) * Double(right - more + drawn + 1)
                }
            }
        }
        look(0, 0, 1)
        for n in 1...last {
            for (x, mass) in looks[n] { look(n, x, mass) }
        }
        return found
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
