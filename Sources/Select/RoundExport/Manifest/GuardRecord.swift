internal import RoundModel
public import TrainingGuard

/// What a manifest says of what was kept out of the training sets.
public struct GuardRecord: Codable, Hashable, Sendable {
    /// When prompts are near.
    public var near: NearRecord
    /// Of evaluation prompts; nil where there were none.
    public var evaluation: ListRecord?
    /// Of what was trained on before; nil where nothing was given.
    public var seen: ListRecord?
    /// Parents that are in no round that was given; nil for none.
    public var parentsNowhere: Int?
    /// Prompts that are their own ancestors; nil for none.
    public var circular: Int?
    /// Prompts that the round has in both splits; nil for none.
    public var inBothSplits: Int?

    private enum CodingKeys: String, CodingKey {
        case near, evaluation, seen
        case parentsNowhere = "parents_in_no_round"
        case circular = "circular_lineage"
        case inBothSplits = "prompts_in_both_splits"
    }

    /// The measures.
    public struct NearRecord: Codable, Hashable, Sendable {
        /// The characters of a shingle.
        public var characters: Int
        public var jaccard: Double
        public var containment: Double
        /// The fewest shingles of a prompt that is looked for within others.
        public var least: Int

        private enum CodingKeys: String, CodingKey {
            case characters, jaccard, containment
            case least = "least_shingles"
        }

        init(_ rule: NearRule) {
            characters = NearRule.characters
            (jaccard, containment, least) = (rule.jaccard, rule.containment, rule.least)
        }

        /// The rule; nil where this program does not measure so.
        public var rule: NearRule? {
            guard characters == NearRule.characters, jaccard > 0, jaccard <= 1, containment > 0, containment <= 1,
                least > 0
            else { return nil }
            return NearRule(jaccard: jaccard, containment: containment, least: least)
        }
    }

    /// One list, and what is like its prompts.
    public struct ListRecord: Codable, Hashable, Sendable {
        /// The prompts that were read.
        public var prompts: Int
        /// Those of different bytes.
        public var distinct: Int
        /// Of those of files, in their order; nil for none.
        public var sha256: String?
        /// Those of which only a digest is known; nil for none.
        public var digests: Int?
        /// Those that are too short for near to mean something; nil for none.
        public var short: Int?
        /// Rows of the round that are such prompts by their field `split`; nil for none.
        public var splitRows: Int?
        /// Whether lines with such prompts were left out.
        public var dropped: Bool
        /// The prompts of the sets that are like them, by how alike they are.
        public var found: NamedValues<FoundLeak.Reason, Int>
        /// The lines of the sets that have such prompts.
        public var lines: LineCounts

        private enum CodingKeys: String, CodingKey {
            case prompts, distinct, sha256, digests
            case short = "too_short_for_near"
            case splitRows = "split_rows"
            case dropped, found, lines
        }

        init(_ side: GuardReport.Side) {
            (prompts, distinct, sha256, dropped) = (side.prompts, side.distinct, side.sha256, side.isDropped)
            digests = side.digests > 0 ? side.digests : nil
            short = side.short > 0 ? side.short : nil
            splitRows = side.splitRows > 0 ? side.splitRows : nil
            found = NamedValues(
                Dictionary(uniqueKeysWithValues: FoundLeak.Reason.allCases.map { ($0, side.found[$0] ?? 0) })
            )
            lines = LineCounts(adversarial: side.lines.adversarial, accepted: side.lines.accepted)
        }
    }

    /// Lines of the two training sets.
    public struct LineCounts: Codable, Hashable, Sendable {
        public var adversarial: Int
        public var accepted: Int
    }

    init(_ report: GuardReport) {
        near = NearRecord(report.rule)
        evaluation = report.evaluation.map(ListRecord.init)
        seen = report.seen.map(ListRecord.init)
        func some(_ count: Int) -> Int? { count > 0 ? count : nil }
        (parentsNowhere, circular) = (some(report.parentsNowhere), some(report.circular))
        inBothSplits = some(report.inBothSplits)
    }
}
