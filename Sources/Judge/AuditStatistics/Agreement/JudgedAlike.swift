/// Items by what several judges made of them: how many all gave one and the same answer, and which; how many they
/// differed on, and how.
///
/// Figures of agreement beyond chance follow from it, and their intervals: the share of items that the judges differ on
/// and the shares of the answers are moved to the ends of their exact intervals (`RecoveredInterval`). So no interval has
/// width zero where all judges agree: others of the items may be judged otherwise.
struct JudgedAlike {
    /// Items that all judges gave the same answer to, by answer; only answers that somebody gave.
    let alike: [Int]
    /// Items that they differ on, by how they do.
    let apart: [Int]

    /// What a figure is made of: numbers of items that need not be whole.
    struct Mix {
        var alike: [Double]
        var apart: [Double]
        /// Items that the judges differ on as often by chance, where none was found.
        var byChance = 0.0
    }

    private var mix: Mix { Mix(alike: alike.map(Double.init), apart: apart.map(Double.init)) }

    /// The interval of a figure.
    ///
    /// - Parameter figure: the figure of a mix; nil where it is not defined.
    /// - Returns: nil where the figure is not defined.
    /// - Complexity: O(kinds × figure).
    func interval(
        alpha: Double,
        within limits: ClosedRange<Double>,
        of figure: (Mix) -> Double?
    ) throws(AuditError) -> Interval? {
        let mix = mix
        guard let value = figure(mix) else { return nil }
        var recovered = RecoveredInterval(value)
        let (same, other) = (alike.reduce(0, +), apart.reduce(0, +))
        func moved(_ change: (inout Mix) -> Void) -> Double? {
            var moved = mix
            change(&moved)
            return figure(moved)
        }
        // How many they differ on.
        let all = Double(same + other)
        let differing = try Proportion(other, of: same + other).clopperPearson(alpha: alpha)
        recovered.add(
            [differing.lower, differing.upper].map { share in
                moved { mix in
                    let left = all * (1 - share)
                    mix.alike = mix.alike.map {
                        same > 0 ? $0 * left / Double(same) : left / Double(max(1, alike.count))
                    }
                    if other > 0 {
                        mix.apart = mix.apart.map { $0 * all * share / Double(other) }
                    } else {
                        mix.byChance = all * share
                    }
                }
            }
        )
        for ends in try answers(alpha) { recovered.add(ends.map { alike in moved { $0.alike = alike } }) }
        // How they differ.
        if other > 1 {
            let variance = slopesVariance(figure)
            let reach = Special.twoSidedNormal(alpha) * variance.squareRoot()
            recovered.add(below: reach, above: reach)
        }
        return recovered.interval(within: limits)
    }

    /// Which answers the judges agree on: the commonest against all others, then the next against those that are left, each
    /// at the ends of its interval.
    private func answers(_ alpha: Double) throws(AuditError) -> [[[Double]]] {
        let order = alike.indices.sorted { (alike[$1], $0) < (alike[$0], $1) }
        var left = alike.reduce(0, +)
        var parts: [[[Double]]] = []
        for (place, answer) in order.enumerated().dropLast() where left > 0 {
            let others = order[(place + 1)...]
            let rest = left - alike[answer]
            let share = try Proportion(alike[answer], of: left).clopperPearson(alpha: alpha)
            parts.append(
                [share.lower, share.upper].map { share in
                    var moved = alike.map(Double.init)
                    moved[answer] = share * Double(left)
                    for other in others {
                        let part = rest > 0 ? Double(alike[other]) / Double(rest) : 1 / Double(others.count)
                        moved[other] = (1 - share) * Double(left) * part
                    }
                    return moved
                }
            )
            left = rest
        }
        return parts
    }

    /// The variance of the figure by linearisation, as far as it comes from how judges differ.
    private func slopesVariance(_ figure: (Mix) -> Double?) -> Double {
        let n = Double(apart.reduce(0, +))
        let step = 1e-4
        var (sum, squares) = (0.0, 0.0)
        for (kind, count) in apart.enumerated() where count > 0 {
            var (more, fewer) = (mix, mix)
            more.apart[kind] += step
            fewer.apart[kind] -= step
            guard let high = figure(more), let low = figure(fewer) else { continue }
            let slope = (high - low) / (2 * step)
            sum += Double(count) * slope
            squares += Double(count) * slope * slope
        }
        return max(0, squares - sum * sum / n) * n / (n - 1)
    }
}
