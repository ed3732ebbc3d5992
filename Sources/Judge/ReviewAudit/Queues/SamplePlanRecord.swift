internal import Basics
internal import RoundModel

/// A plan of a sample as JSON.
struct SamplePlanRecord: Codable {
    /// What tells it from the records of certificates, beside which it stands in the journal.
    static let kind = "sample"
    /// The form of a plan with a design, which a program that knows none passes over; simple samples keep the first form.
    private static let version = 2
    /// A plan's text is shorter: the long records of certificates need not be read for what they are.
    private static let longest = 1_000

    var record = SamplePlanRecord.kind
    var version: Int
    var bucket: String
    var thresholds: CertificateRecord.Theta
    var seed: String
    var labels: Int
    var design: Design?

    /// How the items near the lines are drawn more often.
    struct Design: Codable {
        var safetyBand: Double
        var helpBand: Double
        var floor: Double
        var near: Int?
        var far: Int?
        var digest: String

        enum CodingKeys: String, CodingKey {
            case safetyBand = "safety_band"
            case helpBand = "help_band"
            case floor, near, far, digest
        }
    }

    init(_ plan: SamplePlan) {
        version = plan.design == nil ? 1 : Self.version
        bucket = plan.bucket.name
        thresholds = CertificateRecord.Theta(plan.thresholds)
        seed = "\(plan.seed)"
        labels = plan.labels
        design = plan.design.map {
            Design(
                safetyBand: $0.safetyBand,
                helpBand: $0.helpBand,
                floor: $0.floor,
                near: plan.sizes?.near,
                far: plan.sizes?.far,
                digest: Self.digest(of: plan)
            )
        }
    }

    /// The plan that a record of the journal holds; nil for what is none, of a later form, or not what its digest says.
    static func plan(in text: String) -> SamplePlan? {
        guard text.utf8.count <= longest, let read = try? CertificateRecord.read(Self.self, from: text.utf8),
            read.record == kind, read.version <= version, read.labels > 0, let seed = UInt64(read.seed),
            let bucket = Bucket.allCases.first(where: { $0.name == read.bucket })
        else { return nil }
        var plan = SamplePlan(bucket, at: read.thresholds.thresholds, seed: seed, labels: read.labels)
        guard let design = read.design else { return plan }
        plan.design = SampleDesign(safetyBand: design.safetyBand, helpBand: design.helpBand, floor: design.floor)
        if let near = design.near, let far = design.far { plan.sizes = SamplePlan.Sizes(near: near, far: far) }
        return digest(of: plan) == design.digest ? plan : nil
    }

    /// The SHA-256 of all that a plan fixes, in hexadecimal.
    ///
    /// Digested are the text "redsieve sample plan 2", a line each for the bucket, the seed, the labels and the sizes of the
    /// strata, and the bit patterns of the thresholds and of the design.
    static func digest(of plan: SamplePlan) -> String {
        let theta = plan.thresholds
        var numbers = [theta.adv, theta.safety, theta.help]
        if let design = plan.design { numbers += [design.safetyBand, design.helpBand, design.floor] }
        var lines = ["redsieve sample plan 2", plan.bucket.name, "\(plan.seed)", "\(plan.labels)"]
        if let sizes = plan.sizes { lines += ["\(sizes.near)", "\(sizes.far)"] }
        lines += numbers.map { "\(($0 == 0 ? 0 : $0).bitPattern)" }
        let text = Array((lines.joined(separator: "\n") + "\n").utf8)
        var hasher = SHA256()
        text.withUnsafeBytes { hasher.add($0) }
        return Hexadecimal.text(hasher.bytes)
    }
}
