/// What must be so for an interval to hold as often as its level says.
public enum FigureAssumption: String, CaseIterable, Hashable, Sendable {
    /// What was checked is a random sample of what the figure is about.
    case randomSample = "random sample"
    /// Within each part that is told apart (a bucket, a kind, a stratum) it is one.
    case randomSampleOfEachPart = "random sample of each part"
    /// The items were checked in random order, and may have been counted at any moment.
    case randomOrder = "random order"
    /// Nobody went on or stopped because of what was found.
    case fixedNumber = "number fixed beforehand"
    /// What was counted is few of all that the figure is about, or each came about on its own.
    case independent = "independent items"
    /// A higher score never goes with a lower share.
    case risingShare = "share that does not fall as the score rises"
    /// The interval holds about as often as it says, by simulations, and not by proof.
    case approximation = "approximation"
    /// The verdicts say what is so.
    case rightVerdicts = "right verdicts"
}

extension IntervalMethod {
    /// What must be so for intervals of this kind to hold, beside right verdicts where people gave them.
    public var assumptions: [FigureAssumption] {
        switch self {
        case .census: []
        case .clopperPearson: [.randomSample, .independent, .fixedNumber]
        case .wilson, .jeffreys: [.randomSample, .independent, .fixedNumber, .approximation]
        case .hypergeometric: [.randomSample, .fixedNumber]
        case .confidenceSequence: [.randomOrder, .independent]
        case .confidenceSequenceWithoutReplacement: [.randomOrder]
        case .stratifiedSequence: [.randomOrder]
        case .linearised, .kornGraubard, .zouDonner, .stratifiedHypergeometric:
            [.randomSampleOfEachPart, .fixedNumber, .approximation]
        case .bonferroniClopperPearson: [.randomSampleOfEachPart, .fixedNumber]
        case .newcombe, .newcombePaired: [.randomSample, .independent, .fixedNumber, .approximation]
        case .massart: [.randomSampleOfEachPart, .fixedNumber]
        case .monotone: [.randomSample, .fixedNumber, .risingShare]
        case .monotoneOfWeights: [.randomSampleOfEachPart, .fixedNumber, .risingShare, .approximation]
        case .langReiczigel: [.randomSample, .fixedNumber, .approximation]
        case .simultaneousClopperPearson: [.randomSampleOfEachPart, .fixedNumber]
        case .sidakClopperPearson: [.randomSampleOfEachPart, .independent, .fixedNumber]
        }
    }
}
