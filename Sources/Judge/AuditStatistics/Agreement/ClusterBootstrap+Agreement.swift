extension ClusterBootstrap {
    /// The interval of the share of items whose two answers are the same.
    public func accuracy(_ first: [Int], _ second: [Int], alpha: Double) throws(AuditError) -> Interval? {
        try check(first, second)
        return try interval(alpha: alpha) { weights in
            let total = weights.reduce(0, +)
            let agreed = weights.indices.reduce(0) { $0 + (first[$1] == second[$1] ? weights[$1] : 0) }
            return total > 0 ? Double(agreed) / Double(total) : nil
        }
    }

    /// The interval of Cohen's κ of two lists of answers, numbered from 0 to `answers` - 1.
    public func kappa(_ first: [Int], _ second: [Int], answers: Int, alpha: Double) throws(AuditError) -> Interval? {
        try check(first, second)
        // Checks the answers once, so that the draws need not.
        _ = try AgreementTable(first, second, answers: answers)
        return try interval(alpha: alpha) { (weights) throws(AuditError) in
            var counts = [[Int]](repeating: [Int](repeating: 0, count: answers), count: answers)
            for item in weights.indices { counts[first[item]][second[item]] += weights[item] }
            return try AgreementTable(counts).kappa
        }
    }

    /// The interval of the area under the curve.
    public func areaUnderCurve(scores: [Double], isPositive: [Bool], alpha: Double) throws(AuditError) -> Interval? {
        try Check.sameCount(items, scores.count, .clusters)
        try Check.sameCount(scores.count, isPositive.count, .scores)
        try Check.finite(scores, .scores)
        let order = scores.indices.sorted { scores[$0] < scores[$1] }
        return try interval(alpha: alpha) { weights in
            Self.area(order, scores, isPositive, weights)
        }
    }

    /// The area of items that each count so often, given their ascending order.
    private static func area(_ order: [Int], _ scores: [Double], _ isPositive: [Bool], _ weights: [Int]) -> Double? {
        var (positives, negatives, sum) = (0, 0, 0.0)
        var start = 0
        while start < order.count {
            var (above, below) = (0, 0)
            var end = start
            while end < order.count, scores[order[end]] == scores[order[start]] {
                if isPositive[order[end]] { above += weights[order[end]] } else { below += weights[order[end]] }
                end += 1
            }
            sum += Double(above) * (Double(negatives) + Double(below) / 2)
            positives += above
            negatives += below
            start = end
        }
        return positives > 0 && negatives > 0 ? sum / Double(positives) / Double(negatives) : nil
    }

    private func check(_ first: [Int], _ second: [Int]) throws(AuditError) {
        try Check.sameCount(first.count, second.count, .answers)
        try Check.sameCount(items, first.count, .clusters)
    }
}
