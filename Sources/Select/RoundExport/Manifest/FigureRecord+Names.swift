internal import AuditStatistics
internal import RoundModel

extension IntervalMethod {
    /// What files and JSON call the method, whatever a screen does.
    var keptName: String {
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
        case .sidakClopperPearson: "Clopper-Pearson, for all cells at once (Sidak)"
        }
    }
}

extension AuditedSet {
    /// What files and JSON call the items that a figure is about.
    var keptName: String {
        switch self {
        case .round: "round"
        case .bucket(let bucket): "\(bucket.name) bucket"
        case .exported(let bucket): "exported \(bucket.name) set"
        case .bucketAt(let bucket, _): "\(bucket.name) bucket at other thresholds"
        case .checked: "labelled items"
        case .safeItems: "items that people call safe"
        case .kind(let bucket): "items of the kind in the \(bucket.name) bucket"
        case .overlap: "items of several reviewers"
        case .repeated: "items that came a second time"
        }
    }
}
