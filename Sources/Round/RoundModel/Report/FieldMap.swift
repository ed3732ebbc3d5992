/// Which field of the rows plays which role, and which scores are turned round.
public struct FieldMap: Hashable, Sendable {
    /// The path of each role that was found: a column's name, or names joined by dots for nested objects.
    public var paths: [FieldRole: String]
    /// The paths of each shard in their order, where some shard goes by others than `paths`; else none.
    public var shards: [[FieldRole: String]] = []
    /// Scores for which lower is better in the file; they are negated once, on reading.
    public var lowerIsBetter: Set<ScoreName>
    /// True where rows were taken that hold NaN or an infinity in a field without a role; exports write null there.
    public var nonFiniteAsNull: Bool

    /// The field that both scores are read from, in some shard at least; nil where they have one each.
    public var fieldOfBothScores: String? {
        (shards.isEmpty ? [paths] : shards).lazy
            .compactMap { paths in paths[.safety].flatMap { $0 == paths[.helpfulness] ? $0 : nil } }.first
    }

    /// The shards, by their index, that go by other paths than `paths`, and what those are: the roles that differ, with nil
    /// for one that the shard has no field for.
    ///
    /// - Complexity: O(shards).
    public var differences: [(shard: Int, paths: [FieldRole: String?])] {
        shards.enumerated().compactMap { shard, own in
            // A shard without a row that could be used says nothing of fields.
            if own.isEmpty { return nil }
            var others: [FieldRole: String?] = [:]
            for role in FieldRole.allCases where own[role] != paths[role] { others[role] = .some(own[role]) }
            return others.isEmpty ? nil : (shard, others)
        }
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
