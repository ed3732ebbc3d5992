/// How an interval came about, and what may be done with it.
public enum IntervalMethod: Hashable, Sendable {
    /// Every item was checked: there is nothing left to be unsure of.
    case census
    /// Clopper and Pearson 1934, of a population of unknown size.
    case clopperPearson
    /// Wilson 1927: narrower on average, and for display only.
    case wilson
    /// Equal tails of the Beta(1/2, 1/2) posterior; for display only.
    case jeffreys
    /// Equal-tailed inversion of the hypergeometric test: sampling without replacement from a known number of items.
    case hypergeometric
    /// Holds at every moment while labels come in; population of unknown size.
    case confidenceSequence
    /// Likewise, sampling without replacement from a known number of items.
    case confidenceSequenceWithoutReplacement
    /// Linearised variance of a stratified sample.
    case linearised
    /// Clopper-Pearson on the effective sample size of a stratified sample (Korn and Graubard 1998).
    case kornGraubard
    /// Clopper-Pearson in every stratum at α shared among them: where a stratum shows no variance.
    case bonferroniClopperPearson
    /// Recovered from intervals of the parts that a figure is made of, or of the two figures that it is the difference of
    /// (Zou and Donner 2008).
    case zouDonner
    /// Hypergeometric intervals of strata that were drawn at different rates, put together as Zou and Donner do.
    case stratifiedHypergeometric
    /// Holds at every moment while labels of strata come in, each sampled without replacement at a rate of its own.
    case stratifiedSequence
    /// Newcombe 1998, method 10: the difference of two independent shares.
    case newcombe
    /// Dvoretzky, Kiefer and Wolfowitz 1956 with Massart's constant of 1990: for all values of a threshold at once.
    case massart
    /// Clopper-Pearson of the labels on either side, where a share does not fall as a score rises: for one score alone
    /// (`MonotoneBand`).
    case monotone
    /// The same of labels that stand for different numbers of items, counted as Kish does: approximate.
    case monotoneOfWeights
    /// Lang and Reiczigel 2014: a share that was seen through errors, with what is not known of these.
    case langReiczigel
    /// Clopper-Pearson at α shared among kinds of items, so that the intervals of all kinds hold at once.
    case simultaneousClopperPearson
    /// Newcombe 1998, method 10 for paired data: the difference of two shares of the same things.
    case newcombePaired
    /// Clopper-Pearson at Šidák's α, so that the intervals of all cells hold at once.
    case sidakClopperPearson

    /// True where the interval may be watched while labels come in, and checking stopped because of what it shows.
    public var holdsAtAnyTime: Bool {
        switch self {
        case .census, .confidenceSequence, .confidenceSequenceWithoutReplacement, .stratifiedSequence: true
        default: false
        }
    }

    /// The method in words, as screen and reports write it.
    public var title: String {
        switch self {
        case .census: "all checked"
        case .clopperPearson: "Clopper-Pearson"
        case .wilson: "Wilson"
        case .jeffreys: "Jeffreys"
        case .hypergeometric: "hypergeometric"
        case .confidenceSequence: "confidence sequence"
        case .confidenceSequenceWithoutReplacement: "confidence sequence, without replacement"
        case .linearised: "stratified, linearised"
        case .kornGraubard: "stratified, Korn-Graubard"
        case .bonferroniClopperPearson: "stratified, Bonferroni Clopper-Pearson"
        case .zouDonner: "Zou-Donner"
        case .stratifiedHypergeometric: "stratified, hypergeometric with Zou-Donner"
        case .stratifiedSequence: "confidence sequence, stratified, without replacement"
        case .newcombe: "Newcombe"
        case .massart: "DKW-Massart, for all thresholds at once"
        case .monotone: "Clopper-Pearson of neighbours, at each score alone"
        case .monotoneOfWeights: "Clopper-Pearson of neighbours by Kish's count, at each score alone, approximate"
        case .langReiczigel: "Lang-Reiczigel"
        case .simultaneousClopperPearson: "Clopper-Pearson, for all kinds at once"
        case .newcombePaired: "Newcombe, paired"
        case .sidakClopperPearson: "Clopper-Pearson, for all cells at once (Šidák)"
        }
    }
}
