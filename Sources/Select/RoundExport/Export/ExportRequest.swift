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
    /// The form of its manifest; nil for that of before forms had numbers, to make such an export again.
    public var schema: Int? = Manifest.schema

    public init(
        thresholds: Thresholds,
        directory: String,
        format: ExportFormat = .rows,
        replace: Bool = false,
        origins: [ThresholdName: ThresholdOrigin] = [:]
    ) {
        self.thresholds = thresholds
        self.directory = directory
        self.format = format
        self.replace = replace
        self.origins = origins
    }
}
