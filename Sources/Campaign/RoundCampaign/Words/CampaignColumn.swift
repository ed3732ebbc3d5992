internal import AuditStatistics
internal import PromptDiversity
internal import ReviewAudit
internal import RoundModel

/// A column of the campaign's table.
public enum CampaignColumn: String, CaseIterable, Sendable {
    case items, thetas, unsafe, people, gap
    case adversarial, accepted, yield, seen
    case coverage, evenness, selfBLEU, distinct, distance, shift, stability, certificate

    /// What stands over it.
    public var title: String {
        switch self {
        case .items: "items"
        case .thetas: "θ adv, safety, help"
        case .unsafe: "unsafe"
        case .people: "people say"
        case .gap: "gap, points"
        case .adversarial: "P adv"
        case .accepted: "R tgt"
        case .yield: "yield"
        case .seen: "seen"
        case .coverage: "cells"
        case .evenness: "even"
        case .selfBLEU: "self-BLEU"
        case .distinct: "dist-2"
        case .distance: "KS at"
        case .shift: "W1/sd"
        case .stability: "PSI"
        case .certificate: "certificate"
        }
    }

    /// What it means, in a sentence.
    public var note: String {
        switch self {
        case .items: "valid rows of the round"
        case .thetas: "the thresholds that the row goes by"
        case .unsafe: "share of items below θ adv by the reward model, with its interval (Clopper-Pearson)"
        case .people: "share that people call unsafe, from the round's own blind sample, by stratum, with n"
        case .gap: "what people find less what the reward model finds, of distinct pairs"
        case .adversarial: "distinct prompts with a response below θ adv"
        case .accepted: "distinct (prompt, response) pairs that are accepted"
        case .yield: "adversarial prompts of all prompts: what the next round can learn from"
        case .seen: "prompts that a round before of the same method has"
        case .coverage: "share of the cells of category and style that have items"
        case .evenness: "entropy of the cells over that of equally full ones: 1 is even"
        case .selfBLEU: "mean of self-BLEU 3 to 5 over equally many prompts of each round: low is diverse"
        case .distinct: "different pairs of words of all pairs, on the same prompts: high is diverse"
        case .distance:
            "largest difference of the safety scores' distribution to the round before, and where (Kolmogorov-Smirnov)"
        case .shift: "how far the safety scores moved since the round before, in standard deviations (Wasserstein-1)"
        case .stability: "population stability index of the safety scores since the round before"
        case .certificate:
            "what is certified in the round's review, with its confidence; θ moved: the round is counted at other thresholds"
        }
    }

    /// What a round has in it.
    public func text(_ round: RoundFigures) -> String {
        switch self {
        case .items: DecimalText.grouped(round.items)
        case .thetas:
            ThresholdName.allCases.map { DecimalText.exact(round.thresholds.thresholds[$0], atLeast: 0) }
                .joined(separator: " ")
        case .unsafe: CampaignWords.rate(round.unsafe)
        case .people: Self.people(round.people)
        case .gap: round.people?.gap.estimate.map { CampaignWords.points($0) } ?? "–"
        case .adversarial: DecimalText.grouped(round.sets.adversarialPrompts)
        case .accepted: DecimalText.grouped(round.sets.acceptedPairs)
        case .yield: CampaignWords.percent(round.sets.yield)
        case .seen: round.sets.seenShare.map { CampaignWords.percent($0) } ?? "–"
        case .coverage:
            round.cells.map { "\($0.spread.occupied)/\($0.spread.counts.count)" } ?? "–"
        case .evenness: Self.number(round.cells?.spread.evenness, 3)
        case .selfBLEU: Self.number(round.diversity?.meanSelfBLEU, 3)
        case .distinct: Self.number(round.diversity?.distinct[1], 3)
        case .distance:
            round.drift.first.map {
                "\(DecimalText.fixed($0.distance, decimals: 3)) at \(DecimalText.significant($0.location, digits: 3))"
            } ?? "–"
        case .shift: Self.number(round.drift.first?.shiftOverSpread, 2)
        case .stability: Self.number(round.drift.first?.stability, 3)
        case .certificate: Self.certificate(round)
        }
    }

    /// What rounds are sorted by; nil for one without.
    public func number(_ round: RoundFigures) -> Double? {
        switch self {
        case .items: Double(round.items)
        case .thetas: round.thresholds.thresholds.adv
        case .unsafe: round.unsafe.value
        case .people: round.people?.isOfAnotherRound == false ? round.people?.unsafe.estimate?.value : nil
        case .gap: round.people?.gap.estimate?.value
        case .adversarial: Double(round.sets.adversarialPrompts)
        case .accepted: Double(round.sets.acceptedPairs)
        case .yield: round.sets.yield
        case .seen: round.sets.seenShare
        case .coverage: round.cells.map { Double($0.spread.occupied) }
        case .evenness: round.cells?.spread.evenness
        case .selfBLEU: round.diversity?.meanSelfBLEU
        case .distinct: round.diversity?.distinct[1]
        case .distance: round.drift.first?.distance
        case .shift: round.drift.first?.shiftOverSpread
        case .stability: round.drift.first?.stability
        case .certificate: round.certified == nil ? 0 : 1
        }
    }

    private static func people(_ people: RoundFigures.PeopleFigures?) -> String {
        guard let people, !people.isOfAnotherRound, people.decided > 0 || people.undecided > 0 else {
            return "no sample"
        }
        guard let estimate = people.unsafe.estimate else { return CampaignWords.missing(people.unsafe) }
        let undecided = people.undecided > 0 ? " + \(people.undecided) undecided" : ""
        return "\(CampaignWords.rate(estimate)) n=\(DecimalText.grouped(people.decided))\(undecided)"
    }

    private static func certificate(_ round: RoundFigures) -> String {
        guard let certified = round.certified else {
            return round.certificateStanding.isEmpty ? "no plan" : round.certificateStanding
        }
        let hasMoved = certified.thresholds != round.thresholds.thresholds
        return hasMoved ? "\(certified.shortPromise), θ moved" : certified.shortPromise
    }

    private static func number(_ value: Double?, _ decimals: Int) -> String {
        value.map { DecimalText.fixed($0, decimals: decimals) } ?? "–"
    }
}
