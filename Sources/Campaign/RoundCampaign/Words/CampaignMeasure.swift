public import AuditStatistics
internal import CampaignFile
internal import PromptDiversity
public import RoundModel

/// What the figure of a campaign shows by round.
public enum CampaignMeasure: String, CaseIterable, Sendable {
    case unsafe, accepted, yield, seen, coverage, evenness
    case selfBLEU = "self-bleu"
    case distinct, safety, helpfulness

    /// What it is called.
    public var title: String {
        switch self {
        case .unsafe: "unsafe rate"
        case .accepted: "accepted share"
        case .yield: "yield"
        case .seen: "prompts seen before"
        case .coverage: "cells with items"
        case .evenness: "evenness of the cells"
        case .selfBLEU: "self-BLEU"
        case .distinct: "distinct-2"
        case .safety: "quantiles of safety"
        case .helpfulness: "quantiles of helpfulness"
        }
    }

    /// What it means, in a sentence.
    public var note: String {
        switch self {
        case .unsafe: "share of items below θ adv by the reward model; beside it what people say"
        case .accepted: "share of items above θ safety and θ help, and not below θ adv"
        case .yield: CampaignColumn.yield.note
        case .seen: "share of \(CampaignColumn.seen.note)"
        case .coverage: CampaignColumn.coverage.note
        case .evenness: CampaignColumn.evenness.note
        case .selfBLEU: CampaignColumn.selfBLEU.note
        case .distinct: CampaignColumn.distinct.note
        case .safety: "of one method: so much of the items has a safety score of at most this"
        case .helpfulness: "of one method: so much of the items has a helpfulness score of at most this"
        }
    }

    /// True for what lies between 0 and 1 and is told in per cent.
    public var isShare: Bool {
        switch self {
        case .unsafe, .accepted, .yield, .seen, .coverage: true
        case .evenness, .selfBLEU, .distinct, .safety, .helpfulness: false
        }
    }

    /// The score whose quantiles it shows; nil for other measures.
    public var score: ScoreName? {
        switch self {
        case .safety: .safety
        case .helpfulness: .helpfulness
        default: nil
        }
    }

    /// A value of it as text.
    public func text(_ value: Double) -> String {
        if isShare { return CampaignWords.percent(value) }
        return score == nil ? DecimalText.fixed(value, decimals: 3) : DecimalText.significant(value, digits: 3)
    }

    /// What it is in a round; nil where it cannot be told, or not yet.
    func value(_ round: RoundFigures) -> Double? {
        switch self {
        case .unsafe: round.unsafe.value
        case .accepted: Double(round.counts.buckets.accepted) / Double(max(1, round.items))
        case .yield: round.sets.yield
        case .seen: round.sets.seenShare
        case .coverage:
            round.cells.map { Double($0.spread.occupied) / Double(max(1, $0.spread.counts.count)) }
        case .evenness: round.cells?.spread.evenness
        case .selfBLEU: round.diversity?.meanSelfBLEU
        case .distinct: round.diversity?.distinct[1]
        case .safety, .helpfulness: nil
        }
    }
}

/// A line of the figure.
public struct MeasureLine: Hashable, Sendable {
    /// What it is called: a method, a series that is known without items, or a quantile.
    public var name: String
    /// Its points, by ascending numbers of rounds.
    public var points: [MeasurePoint]
    /// True for a series without items.
    public var isKnownOnly = false
    /// True for one of these that people judged.
    public var isByPeople = false
    /// Whose line it is: that of people has the name of the reward model's with more behind it.
    public var method = ""
}

/// A point of it.
public struct MeasurePoint: Hashable, Sendable {
    /// The number of the round.
    public var number: Int
    /// The round's place in the campaign; nil for one of a known series.
    public var place: Int?
    public var value: Double
    /// The interval of the value; nil where it has none.
    public var interval: Interval?
    /// What people say; nil for no sample, and for other measures.
    public var people: Estimate?
}

extension CampaignFigures {
    /// The shares of scores below the quantiles of the figure, the highest first.
    public static let quantiles = [0.95, 0.75, 0.5, 0.25, 0.05]

    /// The lines of a measure, the methods first; of quantiles those of one method.
    ///
    /// - Parameter method: the method's place among `methods`.
    public func lines(of measure: CampaignMeasure, method: Int = 0) -> [MeasureLine] {
        if let score = measure.score {
            guard methods.indices.contains(method) else { return [] }
            return Self.quantiles.enumerated().map { number, share in
                let name = share == 0.5 ? "median" : CampaignWords.percent(share, decimals: 0)
                return MeasureLine(
                    name: name,
                    points: points(of: methods[method]) { $0.quantiles[score]?[number] }
                )
            }
        }
        let own = methods.map { method in
            MeasureLine(
                name: title(of: method),
                points: points(of: method, measure.value).map { point in
                    guard let round = point.place.flatMap({ rounds[$0] }) else { return point }
                    var point = point
                    switch measure {
                    case .unsafe:
                        point.interval = round.unsafe.interval
                        point.people = round.people?.isOfAnotherRound == false ? round.people?.unsafe.estimate : nil
                    case .accepted:
                        let share = try? Proportion(round.counts.buckets.accepted, of: round.items)
                        point.interval = try? share?.clopperPearson(alpha: question.alpha)
                    default: break
                    }
                    return point
                }
            )
        }
        return own + (measure == .unsafe ? knownSeries : [])
    }

    private func points(of method: MethodFigures, _ value: (RoundFigures) -> Double?) -> [MeasurePoint] {
        method.rounds.compactMap { place in
            guard let round = rounds[place], let value = value(round) else { return nil }
            return MeasurePoint(number: round.listed.number, place: place, value: value)
        }
    }

    private var knownSeries: [MeasureLine] {
        settings.series.map { series in
            MeasureLine(
                name: "\(series.method)\(series.judge == .people ? ", by people" : "")",
                points: series.rates.map { MeasurePoint(number: $0.number, value: $0.share) },
                isKnownOnly: true,
                isByPeople: series.judge == .people,
                method: series.method
            )
        }
    }
}
