internal import Basics

/// How several reviewers share a sample: some of it is given to each of them, so that their verdicts can be compared, and
/// the rest is dealt out.
///
/// Both follow from the item's permanent random number alone, so that reviewers with files of their own agree on it.
public struct QueueOverlap: Hashable, Sendable {
    /// The share that everyone is given, 0 to 1.
    public let share: Double

    /// A tenth.
    public static let standard = QueueOverlap(share: 0.1)

    /// - Parameter share: what lies outside of 0 to 1 is taken for the nearer end.
    public init(share: Double) { self.share = share.isNaN ? 0 : min(1, max(0, share)) }

    /// True for an item that is given to everyone.
    ///
    /// The order of the sample is that of the number's upper bits, and this goes by its lowest ones.
    public func isForAll(number: Double) -> Bool {
        Double(Self.bits(number) & 0xFFFF) < share * 0x1_0000
    }

    /// Which of some reviewers an item is dealt to that is not given to everyone: the one whose name goes with its
    /// number best, so that a new reviewer takes from all others alike (Thaler and Ravishankar 1998).
    ///
    /// - Parameter reviewers: not empty, in any order.
    /// - Complexity: O(bytes of the names).
    public static func owner(number: Double, among reviewers: some Sequence<String>) -> String? {
        reviewers.max { one, other in
            let (mine, others) = (fit(number, one), fit(number, other))
            return mine != others ? mine < others : one < other
        }
    }

    private static func bits(_ number: Double) -> UInt64 { UInt64(max(0, number) * 0x1p53) }

    private static func fit(_ number: Double, _ reviewer: String) -> UInt64 {
        // Without the finish near numbers would have one owner.
        SplitMix64.finish(FNV1a.hash(reviewer.utf8) ^ bits(number))
    }
}
