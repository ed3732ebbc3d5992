/// Which field of the rows plays which role, and which scores are turned round.
public struct FieldMap: Hashable, Sendable {
    /// The path of each role that was found: a column's name, or names joined by dots for nested objects.
    public var paths: [FieldRole: String]
    /// Scores for which lower is better in the file; they are negated once, on reading.
    public var lowerIsBetter: Set<ScoreName>
    /// True where rows were taken that hold NaN or an infinity in a field without a role; exports write null there.
    public var nonFiniteAsNull: Bool

    /// The field that both scores are read from; nil where they have one each.
    public var fieldOfBothScores: String? {
        paths[.safety].flatMap { $0 == paths[.helpfulness] ? $0 : nil }
    }

    public init(
        paths: [FieldRole: String],
        lowerIsBetter: Set<ScoreName> = [],
        nonFiniteAsNull: Bool = false
    ) {
        self.paths = paths
        self.lowerIsBetter = lowerIsBetter
        self.nonFiniteAsNull = nonFiniteAsNull
    }
}
