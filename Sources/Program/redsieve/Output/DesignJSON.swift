import AuditStatistics
import Basics
import ReviewAudit
import RoundModel

/// How a sample is drawn more densely near the lines, as JSON: the strata, the probabilities and weights of their labels, what the rates
/// assume, and what is offered where no sample has begun.
enum DesignJSON {
    static func design(_ audit: DenseAudit) -> OrderedJSON {
        let sizes = audit.plan.sizes
        return [
            "kind": .string("strata by distance to the lines"),
            "planned_at": AuditJSON.thresholds(audit.plan.thresholds),
            "labels": .integer(audit.plan.labels), "seed": .string("\(audit.plan.seed)"),
            "safety_band": .number(audit.design.safetyBand), "help_band": .number(audit.design.helpBand),
            "floor": .number(audit.design.floor), "digest": .string(audit.plan.digest),
            "strata": .array([
                stratum("near", audit.near, planned: sizes?.near), stratum("far", audit.far, planned: sizes?.far),
            ]),
            "estimator": .string("Horvitz-Thompson by strata of known size"),
            "assumes": .array([
                .string("the strata follow from scores and thresholds alone, and were fixed before the first verdict"),
                .string("the labels of a stratum are a simple random sample of it, by permanent random numbers"),
            ]),
        ]
    }

    private static func stratum(_ name: String, _ stratum: DenseAudit.Stratum, planned: Int?) -> OrderedJSON {
        [
            "name": .string(name), "distinct_pairs": .integer(stratum.size),
            "distinct_pairs_when_planned": AuditJSON.integer(planned), "labels": .integer(stratum.checked),
            "wrong": .integer(stratum.wrong), "unsure": .integer(stratum.unsure),
            "probability": stratum.probability.map { .number($0) } ?? .null,
            "weight": stratum.weight.map { .number($0) } ?? .null,
        ]
    }

    static func offer(_ offer: DenseOffer) -> OrderedJSON {
        [
            "labels": .integer(offer.labels), "instead_of": .integer(offer.simpleLabels),
            "labels_if_mistakes_lie_evenly": .integer(offer.labelsIfEven),
            "safety_band": .number(offer.design.safetyBand), "help_band": .number(offer.design.helpBand),
            "floor": .number(offer.design.floor), "near": .integer(offer.plan.near), "far": .integer(offer.plan.far),
            "guessed_wrong_near": .number(offer.guess.near), "guessed_wrong_far": .number(offer.guess.far),
            "guess": .string(offer.basisText),
        ]
    }
}
