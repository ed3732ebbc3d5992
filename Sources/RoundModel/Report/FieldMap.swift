/// Which field of the rows plays which role, and which scores are turned round.
public struct FieldMap: Hashable, Sendable {
    /// The path of each role that was found: a column's name, or names joined by dots for nested objects.
    public var paths: [FieldRole: String]
    /// Scores for which lower is better in the file; they are negated once, on reading.
    public var lowerIsBetter: Set<ScoreName>

    /// The field that both scores are read from; nil where they have one each.
    public var fieldOfBothScores: String? {
        paths[.safety].flatMap { $0 == paths[.helpfulness] ? $0 : nil }
    }

    public init(paths: [FieldRole: String], lowerIsBetter: Set<ScoreName> = []) {
        self.paths = paths
        self.lowerIsBetter = lowerIsBetter
    }
}
