/// Precision and recall of the rule at thresholds that the strata were not made for, by the ratio estimator.
///
/// R = A / B with A and B estimated totals, Var = Σ N_h² (1 - f_h) s²_{e,h} / n_h / B² with e = a - R b (Cochran 1977,
/// chapter 6; Särndal, Swensson and Wretman 1992, section 5.6). Where the numbers of taken items are known for each
/// stratum, `PostStratifiedSelection` says more with the same labels.
public struct StratifiedSelection: Hashable, Sendable {
    /// The strata that hold items.
    public let strata: [SelectionStratum]

    /// - Parameter strata: at least one with items; empty ones are left out.
    public init(_ strata: [SelectionStratum]) throws(AuditError) {
        self.strata = strata.filter { $0.size > 0 }
        guard !self.strata.isEmpty else { throw .empty(.strata) }
    }

    /// The estimated items that the rule takes rightly.
    public var takenRight: Double { strata.reduce(0) { $0 + $1.total($1.takenRight) } }
    /// The estimated items that the rule takes.
    public var taken: Double { strata.reduce(0) { $0 + $1.total($1.takenRight + $1.takenWrong) } }
    /// The estimated items that a person would take.
    public var right: Double { strata.reduce(0) { $0 + $1.total($1.takenRight + $1.leftWrong) } }

    /// The share of right items among those that the rule takes.
    public var precision: RatioEstimate {
        RatioEstimate(strata.map { .init($0, right: $0.takenRight, wrong: $0.takenWrong) })
    }

    /// The share that the rule takes of the items that a person would take.
    public var recall: RatioEstimate {
        RatioEstimate(strata.map { .init($0, right: $0.takenRight, wrong: $0.leftWrong) })
    }
}
