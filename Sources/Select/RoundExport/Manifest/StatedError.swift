internal import AuditStatistics
public import ReviewAudit

/// The share of wrong pairs that is left in each exported set after the mistakes found were taken out.
public struct StatedError: Codable, Hashable, Sendable {
    /// Of the adversarial set.
    public var adversarial: ExportedErrorRecord?
    /// Of the accepted set.
    public var accepted: ExportedErrorRecord?

    /// True for one of before, which was about rows and not about what the files hold; it cannot be made again.
    public var isOfRows: Bool { [adversarial, accepted].contains { $0.map { $0.broughtIn == nil } ?? false } }
}

/// What verdicts state of the distinct (prompt, response) pairs of an exported set, as JSON has it.
///
/// The figure is about all of them: what verdicts brought in although nobody looked at it counts as right for the lower end, and as
/// wrong for the upper one and for the value.
public struct ExportedErrorRecord: Codable, Hashable, Sendable {
    /// The share of wrong pairs among all that are exported; its size is their number, the lines of `accepted.jsonl`.
    public var figure: FigureRecord
    /// Pairs that verdicts brought in from other buckets, those that nobody looked at not among them; nil where nobody tells,
    /// as in a manifest of before.
    public var broughtIn: Int?
    /// Pairs that verdicts on many items at once brought in, and nobody looked at.
    public var unseen: Int?
    /// The share without those; nil where there are none.
    public var withoutUnseen: FigureRecord?
    /// Verdicts of the sample on pairs that the round has lost; nil for none. They count as found and taken out.
    public var lost: LostRecord?
    /// The lines of `adversarial.jsonl`, which are the distinct prompts of its pairs; nil for other sets, and where they
    /// were not counted.
    public var prompts: PromptRecord?

    private enum CodingKeys: String, CodingKey {
        case unit
        case broughtIn = "brought_in"
        case unseen = "not_looked_at"
        case withoutUnseen = "without_not_looked_at"
        case lost = "labels_not_in_round"
        case prompts
    }

    /// Verdicts of a sample on pairs that the round has lost.
    public struct LostRecord: Codable, Hashable, Sendable {
        public var labels: Int
        public var wrong: Int
        public var unsure: Int

        /// Nil for none.
        public init?(_ audit: BucketAudit) {
            guard audit.lost.checked > 0 else { return nil }
            (labels, wrong, unsure) = (audit.lost.checked, audit.lost.wrong, audit.lost.unsure)
        }
    }

    /// How many of the distinct prompts of some pairs may be wrong. A prompt is wrong where all of its pairs are.
    public struct PromptRecord: Codable, Hashable, Sendable {
        /// The prompts.
        public var lines: Int
        /// The lowest share of wrong ones that the interval of the pairs allows.
        public var lower: Double?
        /// The highest.
        public var upper: Double?
    }

    /// - Parameter audit: of the bucket that is exported.
    public init(_ audit: BucketAudit) {
        let exported = audit.exported
        figure = FigureRecord(exported.wholeErrorRate)
        broughtIn = exported.broughtIn
        unseen = exported.unseen
        withoutUnseen = exported.unseen > 0 ? FigureRecord(exported.errorRate) : nil
        lost = LostRecord(audit)
    }

    public init(from decoder: any Decoder) throws {
        figure = try FigureRecord(from: decoder)
        let container = try decoder.container(keyedBy: CodingKeys.self)
        broughtIn = try container.decodeIfPresent(Int.self, forKey: .broughtIn)
        unseen = try container.decodeIfPresent(Int.self, forKey: .unseen)
        withoutUnseen = try container.decodeIfPresent(FigureRecord.self, forKey: .withoutUnseen)
        lost = try container.decodeIfPresent(LostRecord.self, forKey: .lost)
        prompts = try container.decodeIfPresent(PromptRecord.self, forKey: .prompts)
    }

    public func encode(to encoder: any Encoder) throws {
        try figure.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        // Nil in a manifest of before, whose figure was about rows.
        if broughtIn != nil { try container.encode("distinct pairs", forKey: .unit) }
        try container.encodeIfPresent(broughtIn, forKey: .broughtIn)
        try container.encodeIfPresent(unseen, forKey: .unseen)
        try container.encodeIfPresent(withoutUnseen, forKey: .withoutUnseen)
        try container.encodeIfPresent(lost, forKey: .lost)
        try container.encodeIfPresent(prompts, forKey: .prompts)
    }

    /// This with what it says of the distinct prompts of its pairs.
    ///
    /// Each wrong prompt has a wrong pair of its own, and each right one a right one. So of k prompts of N pairs at most as many are wrong as
    /// pairs are, and at least k less the right pairs.
    func counting(prompts count: Int) -> ExportedErrorRecord {
        guard broughtIn != nil else { return self }
        var counted = self
        guard case .estimate(let value) = figure, let pairs = value.size, count > 0 else {
            counted.prompts = PromptRecord(lines: count)
            return counted
        }
        let most = min(Double(count), value.upper * Double(pairs))
        let least = max(0, Double(count) - (1 - value.lower) * Double(pairs))
        counted.prompts = PromptRecord(
            lines: count,
            lower: min(most, least) / Double(count),
            upper: most / Double(count)
        )
        return counted
    }
}
