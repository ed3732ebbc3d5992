/// How often two reviewers slip, from how often they differ, where nobody knows the truth.
///
/// Two reviewers alone do not tell who is wrong. If each slips as often as the other, as often in either direction, and one
/// without regard to the other, they differ on 2ε(1-ε) of the items, so ε = (1 - √(1-2d)) / 2. A share p that was seen by one
/// reviewer is then (p - ε) / (1 - 2ε) without slips: Rogan and Gladen's correction with Se = Sp = 1 - ε.
public struct EqualSlips: Hashable, Sendable {
    /// Items that both answered, and those on which they differ.
    public let differing: Proportion

    /// - Throws: `empty` without items.
    public init(differing: Proportion) throws(AuditError) {
        guard differing.trials > 0 else { throw .empty(.answers) }
        self.differing = differing
    }

    /// ε; one half where they differ on half of the items or more, as if both guessed.
    public var value: Double { Self.slips(differing.value ?? 0) }

    /// Clopper-Pearson's interval of how often they differ, as slips.
    public func interval(alpha: Double) throws(AuditError) -> Interval {
        let shares = try differing.clopperPearson(alpha: alpha)
        return Interval(lower: Self.slips(shares.lower), upper: Self.slips(shares.upper))
    }

    /// A share that one reviewer saw, without slips, within 0 to 1; nil where slips hide all.
    public func corrected(_ share: Double) -> Double? { Self.corrected(share, value) }

    /// The interval of such a share, from an interval of what was seen and that of the slips (Zou and Donner 2008).
    ///
    /// - Parameters:
    ///   - share: what was seen, within `seen`.
    ///   - seen: an interval of it at the same level.
    /// - Returns: nil where slips hide all.
    public func interval(of share: Double, seen: Interval, alpha: Double) throws(AuditError) -> Interval? {
        let slips = try interval(alpha: alpha)
        guard let value = Self.unclipped(share, value) else { return nil }
        var recovered = RecoveredInterval(value)
        recovered.add([seen.lower, seen.upper].map { Self.unclipped($0, self.value) })
        // Where slips may be as many as guesses, the share may be any.
        guard slips.upper < 0.5 else { return .everyShare }
        recovered.add([slips.lower, slips.upper].map { Self.unclipped(share, $0) })
        var interval = recovered.interval(within: -1...2)
        // Fewer were seen than slips alone would make. Slips add to what is seen, so there are no more than that.
        if value < 0 { interval.upper = max(interval.upper, seen.upper) }
        return interval.clippedToShares
    }

    private static func slips(_ differing: Double) -> Double {
        differing < 0.5 ? (1 - (1 - 2 * differing).squareRoot()) / 2 : 0.5
    }

    private static func unclipped(_ share: Double, _ slips: Double) -> Double? {
        slips < 0.5 ? (share - slips) / (1 - 2 * slips) : nil
    }

    private static func corrected(_ share: Double, _ slips: Double) -> Double? {
        unclipped(share, slips).map { min(1, max(0, $0)) }
    }
}
