public import AuditStatistics
import RoundModel
import Verdicts

/// What was said of a certificate's sample after its result.
public struct CertificateChanges: Hashable, Sendable {
    /// Items of the sample whose verdict is another now, or was taken back.
    public var items = 0
    /// What the verdicts of the first result certified; nil before there is one.
    public var first: ThresholdCertificate.Outcome?
    /// What the verdicts of now would certify; nil where none has changed.
    public var now: ThresholdCertificate.Outcome?
}

/// One item of a sample with all that was said of it.
struct SampledPlace {
    /// Its content; nil where nobody said anything of it.
    var digest: ItemDigest?
    var turn: UInt32
    var said: ItemRecord?
    /// Its scores; the answer is that of now.
    var label: CertificateLabel
    /// Whether a person would not accept it, by the verdicts of now; nil for no verdict.
    var now: Bool?
}

/// The verdicts that a plan is judged by, as they were when its result came, and what has changed since.
struct SettledResult {
    let plan: KeptPlan
    /// The verdicts in the order of the sample: those that are settled, and behind them those of now.
    private(set) var labels: [CertificateStatus.JudgedLabel] = []
    /// How many entries about verdicts had come with the first result; nil before there is one.
    let moment: Int?
    private(set) var changes = CertificateChanges()
    private let certifiedBy: Int?

    /// - Parameter places: the items of the sample in order, from the first on.
    /// - Throws: what judging throws.
    /// - Complexity: O(items of the sample and verdicts on them + labels × candidates).
    init(_ plan: KeptPlan, _ places: [SampledPlace], record: ReviewRecord) throws(AuditError) {
        self.plan = plan
        let sample = places.map { SettledSample.Place(said: $0.said, label: $0.label) }
        let settled = SettledSample(plan, sample, record: record)
        moment = settled.moment
        certifiedBy = settled.certifiedBy
        func label(_ place: Int, _ isWrong: Bool) -> CertificateStatus.JudgedLabel? {
            guard let digest = places[place].digest else { return nil }
            var label = places[place].label
            label.isWrong = isWrong
            return CertificateStatus.JudgedLabel(digest: digest, turn: places[place].turn, label: label)
        }
        labels = settled.isWrong.indices.compactMap { label($0, settled.isWrong[$0]) }
        let changed = settled.isWrong.indices.filter { places[$0].now != settled.isWrong[$0] }
        if plan.isAtAnyTime {
            for place in places.indices.dropFirst(labels.count) {
                guard let now = places[place].now, let label = label(place, now) else { break }
                labels.append(label)
            }
        }
        guard moment != nil else { return }
        let first = certifiedBy.map { Array(labels.prefix($0)) } ?? labels
        changes.first = try certificate(of: first).outcome
        changes.items = Set(changed.compactMap { places[$0].digest }).count
        guard !changed.isEmpty else { return }
        let now = places.indices.prefix { places[$0].now != nil }.compactMap { label($0, places[$0].now ?? true) }
        changes.now = try certificate(of: now).outcome
    }

    /// True where no verdict can change the result any more.
    var isOver: Bool { !plan.isAtAnyTime && moment != nil }

    /// What the verdicts certify: tested at any time, what they certified once holds, and more where they certify more.
    mutating func settle() throws(AuditError) -> ThresholdCertificate {
        let all = try certificate(of: labels)
        guard let certifiedBy else { return all }
        let first = try certificate(of: Array(labels.prefix(certifiedBy)))
        guard first.size > all.size else { return all }
        labels = Array(labels.prefix(certifiedBy))
        return first
    }

    private func certificate(of labels: [CertificateStatus.JudgedLabel]) throws(AuditError) -> ThresholdCertificate {
        try ThresholdCertificate(plan.plan, sizes: plan.sizes, labels: labels.map(\.label))
    }
}

extension ThresholdCertificate {
    /// The items of the certified set; 0 where there is none.
    fileprivate var size: Int {
        guard case .certified(let row, let candidate) = outcome else { return 0 }
        return sizes.rows[row][candidate]
    }
}
