public import RoundModel

/// What a manifest and `summary --json` say of both scores; null for a round without items.
public struct ScoreRecords: Codable, Hashable, Sendable {
    /// Of the safety scores.
    public var safety: ScoreRecord?
    /// Of the helpfulness scores.
    public var helpfulness: ScoreRecord?

    init(_ scores: [ScoreName: ScoreSummary]) {
        safety = scores[.safety].map(ScoreRecord.init)
        helpfulness = scores[.helpfulness].map(ScoreRecord.init)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(safety, forKey: .safety)
        try container.encode(helpfulness, forKey: .helpfulness)
    }
}

/// The distribution of one score, its quantiles named by their fractions.
public struct ScoreRecord: Codable, Hashable, Sendable {
    /// The figures.
    public var summary: ScoreSummary

    private enum CodingKeys: String, CodingKey {
        case min, max, mean, quantiles
    }

    init(_ summary: ScoreSummary) { self.summary = summary }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let quantiles = try container.nestedContainer(keyedBy: AnyKey.self, forKey: .quantiles)
        summary = ScoreSummary(
            min: try container.decode(Double.self, forKey: .min),
            max: try container.decode(Double.self, forKey: .max),
            mean: try container.decode(Double.self, forKey: .mean),
            quantiles: try ScoreSummary.fractions.map { try quantiles.decode(Double.self, forKey: AnyKey("\($0)")) }
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(summary.min, forKey: .min)
        try container.encode(summary.max, forKey: .max)
        try container.encode(summary.mean, forKey: .mean)
        var quantiles = container.nestedContainer(keyedBy: AnyKey.self, forKey: .quantiles)
        for (fraction, value) in zip(ScoreSummary.fractions, summary.quantiles) {
            try quantiles.encode(value, forKey: AnyKey("\(fraction)"))
        }
    }
}
