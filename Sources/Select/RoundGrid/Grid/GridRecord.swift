public import RoundExport
public import RoundModel

/// `grid.json`, which the job writes last.
public struct GridRecord: Codable, Hashable, Sendable {
    /// The form that this program reads. It grows when a key changes its meaning.
    public static let version = 1

    /// What made it: `spark` or `duckdb`.
    public var engine: String
    /// The digest of its plan.
    public var plan: String
    /// What its sample was drawn with, a whole number.
    public var seed: String
    /// The keys of the fields by role.
    public var fields: NamedValues<FieldRole, [String]>
    /// Scores that were turned round.
    public var lowerIsBetter: [ScoreName]
    /// The files, each with its length.
    public var files: [PlannedFile]
    /// Valid rows.
    public var items: Int
    /// Invalid rows.
    public var invalid: Int
    /// Why rows are invalid.
    public var invalidRows: [Reason]
    /// The thresholds of the plan.
    public var thresholds: PlannedThresholds?
    var safety: Axis
    var helpfulness: Axis
    /// How the sample was drawn; nil where nobody tells.
    var strata: Strata?
    var outputs: [String: Output]

    private enum CodingKeys: String, CodingKey {
        case engine, plan, seed, fields
        case lowerIsBetter = "lower_is_better"
        case files, items, invalid
        case invalidRows = "invalid_rows"
        case thresholds, safety, helpfulness, strata, outputs
    }

    /// Rows that are invalid for one reason.
    public struct Reason: Codable, Hashable, Sendable {
        /// What is wrong, as `summary --json` names it.
        public var reason: String
        /// The role of the field that is wrong; nil where the whole row is.
        public var field: String?
        public var rows: Int
        public var first: First

        /// The first of them.
        public struct First: Codable, Hashable, Sendable {
            public var file: String
            public var text: String
        }
    }

    struct Axis: Codable, Hashable, Sendable {
        var lines: [Double]
        var exact: Bool
        var min: Double
        var max: Double

        var axis: GridAxis { GridAxis(lines: lines, min: min, max: max, isExact: exact) }
    }

    /// The strata of the sample: coarser lines, and how far each stratum was drawn.
    struct Strata: Codable, Hashable, Sendable {
        var safety: [Double]
        var helpfulness: [Double]
        var sizes: [Size]

        struct Size: Codable, Hashable, Sendable {
            var safety: Int
            var helpfulness: Int
            /// Contents whose number, times 2^53, is below this were drawn.
            var below: UInt64
        }
    }

    /// A file of the grid.
    struct Output: Codable, Hashable, Sendable {
        var sha256: String
        var lines: Int
    }
}
