internal import AuditStatistics
internal import Basics
public import ReviewAudit
public import RoundModel
internal import Verdicts

/// The record that an export carries of how it came about: no times and no places, so that the same selection gives
/// the same bytes wherever and whenever it is made.
///
/// What is written is what `verify` reads: `Manifest(reading: manifest.bytes)` is the same manifest.
public struct Manifest: Sendable {
    /// The form of manifests that this program writes: it grows when a key changes its meaning. One of a later form is refused.
    public static let schema = 2
    /// The first form that tells of training sets, whose lines are written otherwise since.
    static let firstOfTraining = 2

    /// The round, and what thresholds and verdicts make of it.
    public var selection: SelectionRecord
    /// What it claims to be certified, or why that cannot be told; nil where it claims nothing.
    public var certificate: Result<CertifiedSet, CertificateProblem>?
    /// What wrote it.
    public var program: ProgramRecord
    /// Its form; nil for one of before there were numbers, whose keys mean the same as those of 1.
    public var schema: Int?
    /// How the lines of the two sets are written.
    public var format: ExportFormat
    /// What the training sets were made by; nil in one of before.
    public var training: TrainingRecord?
    /// What a person says of the data set; nil for nothing.
    public var card: DatasetCard?
    /// The files, but for itself, in the order of `ExportFileName`.
    public var files: [FileRecord]
    /// Exported adversarial rows without a parent prompt; nil where that does not matter.
    public var withoutParent: Int?
    /// Rows whose texts hold U+FFFD in place of lone surrogates; nil for none.
    public var replacedSurrogates: Int?
    /// What was kept out of the training sets; nil where nothing was looked for, and in a manifest of before.
    public var guarded: GuardRecord?

    /// - Parameters:
    ///   - training: what the training sets were made by; nil to make one of before again.
    ///   - withoutParent: exported adversarial rows without a parent prompt; nil where that does not matter.
    ///   - replaced: rows whose texts hold U+FFFD in place of lone surrogates, from 0.
    ///   - schema: the number of its form; nil for none.
    /// - Complexity: O(verdicts + labels × candidates).
    init(
        _ summary: RoundSummary,
        format: ExportFormat,
        training: TrainingRecord?,
        card: DatasetCard?,
        files: [ExportedFile],
        withoutParent: Int?,
        replaced: Int,
        schema: Int?
    ) {
        selection = summary.record
        // What else lies in a folder says nothing of the round, and where the folder is has no place here. The same thresholds
        // make the same selection, whoever named them.
        selection.notes = nil
        selection.origins = nil
        // A certificate speaks of its own set, and of no other.
        certificate = summary.verdicts.flatMap { verdicts in
            verdicts.certificate.map { status in
                let coverage = ExportCoverage(
                    of: verdicts.round,
                    at: summary.thresholds,
                    misses: status.plan.misses
                )
                let claim = CertificateClaim(status, in: verdicts.round.record)
                return .success(CertifiedSet(claim, exportedAt: summary.thresholds, coverage))
            }
        }
        program = ProgramRecord(name: ProgramVersion.name, version: ProgramVersion.current)
        self.schema = schema
        self.format = format
        self.training = training
        self.card = card
        self.files = files.map(FileRecord.init)
        self.withoutParent = withoutParent
        replacedSurrogates = replaced > 0 ? replaced : nil
    }

    /// The manifest as its file holds it, with a line end.
    public var bytes: [UInt8] { OrderedJSON(encoding: self).bytes(.pretty) + [UInt8(ascii: "\n")] }

    /// What wrote a manifest.
    public struct ProgramRecord: Codable, Hashable, Sendable {
        /// `redsieve`.
        public var name: String
        /// As semantic versioning writes it.
        public var version: String
    }

    /// One file of the export.
    public struct FileRecord: Hashable, Sendable {
        /// Its name within the folder.
        public var name: String
        /// Of the whole file; hexadecimal, lower case.
        public var sha256: String
        /// Lines, from 0.
        public var lines: Int
        /// The rows of the round that it stands for; nil where nobody tells.
        public var rows: Int?
        /// Rows without a line of their own; nil where nobody tells.
        public var repeats: Int?
        /// Rows that the guard left out; nil for none.
        public var leftOut: Int?

        init(_ file: ExportedFile) {
            name = file.name
            sha256 = file.sha256
            lines = file.lines
            rows = file.isDescription ? nil : file.rows
            repeats = file.isDescription ? nil : file.repeats
            leftOut = file.leftOut > 0 ? file.leftOut : nil
        }
    }
}
