public import RoundModel

/// What to export, where to and how.
public struct ExportRequest: Hashable, Sendable {
    /// What puts rows into the sets.
    public var thresholds: Thresholds
    /// The folder to make. The one it stands in has to exist.
    public var directory: String
    /// How the lines of the adversarial and accepted sets are written; discarded and invalid rows come out the same in
    /// all formats.
    public var format: ExportFormat
    /// Whether an earlier export at `directory` is replaced.
    public var replace: Bool
    /// Where each threshold came from; the manifest says where some are suggested.
    public var origins: [ThresholdName: ThresholdOrigin]
    /// What goes into the training sets, beside the thresholds.
    public var training = TrainingChoices()
    /// What a person says of the data set; nil for nothing.
    public var card: DatasetCard?
    /// Whether a set of pairs may be empty; else such an export is refused.
    public var allowsEmpty = false
    /// The form of its manifest; nil for that of before forms had numbers, to make such an export again.
    public var schema: Int? = Manifest.schema
    /// What is kept out of the training sets; nil for nothing.
    public var guarding: GuardRequest?

    /// Whether it is made again as it was before manifests told of training sets.
    var isOfBefore: Bool { (schema ?? 0) < Manifest.firstOfTraining }

    public init(
        thresholds: Thresholds,
        directory: String,
        format: ExportFormat = .rows,
        replace: Bool = false,
        origins: [ThresholdName: ThresholdOrigin] = [:],
        training: TrainingChoices = TrainingChoices()
    ) {
        self.thresholds = thresholds
        self.directory = directory
        self.format = format
        self.replace = replace
        self.origins = origins
        self.training = training
    }
}
