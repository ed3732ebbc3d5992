import RoundModel

extension FilterExpression {
    /// The items of a rectangle of the score plane, its edges among them.
    ///
    /// - Parameter other: what must hold as well; bounds of a score in it are drawn together with the new ones.
    public static func region(
        safety: ClosedRange<Double>,
        helpfulness: ClosedRange<Double>,
        and other: FilterExpression? = nil
    ) -> FilterExpression {
        var bounds: [(score: ScoreName, low: Double, high: Double)] = [
            (.safety, safety.lowerBound, safety.upperBound),
            (.helpfulness, helpfulness.lowerBound, helpfulness.upperBound),
        ]
        var rest: [FilterExpression] = []
        for part in other?.parts ?? [] {
            guard case .test(.score(let score, let comparison, let value)) = part,
                let at = bounds.firstIndex(where: { $0.score == score }), [.atLeast, .atMost].contains(comparison)
            else {
                rest.append(part)
                continue
            }
            if comparison == .atLeast {
                bounds[at].low = max(bounds[at].low, value)
            } else {
                bounds[at].high = min(bounds[at].high, value)
            }
        }
        let tests = bounds.flatMap {
            [FilterTest.score($0.score, .atLeast, $0.low), .score($0.score, .atMost, $0.high)]
        }
        return .and(tests.map { .test($0) } + rest)
    }
}
