public import Basics
public import RoundFiles
internal import RoundModel

/// Every item of a round whose prompt is not to be trained on, whatever set it is in.
public struct RoundLeaks: Sendable {
    /// What prompts leak, each beside the listed one.
    public struct Reason: Hashable, Sendable {
        public var leak: FoundLeak
        /// Where the listed prompt stands.
        public var listed: ListedPrompt
        /// Its text; nil where only a digest is known, and for prompts of before.
        public var text: [UInt8]?
    }

    /// The items, ascending.
    public private(set) var items: [UInt32] = []
    /// The reason of each, by its place in `reasons`.
    public private(set) var places: [UInt32] = []
    public private(set) var reasons: [Reason] = []

    /// Looks for them; nil where there is nothing to hold the round against.
    ///
    /// - Complexity: O(bytes of the round), and again where prompts descend from evaluation prompts.
    public static func find(
        in round: LoadedRound,
        _ request: GuardRequest?,
        cancellation: Cancellation = Cancellation()
    ) throws(ExportError) -> RoundLeaks? {
        guard let guarding = try ExportGuard(request, of: round, cancellation: cancellation) else { return nil }
        var all = RoundLeaks()
        var known: [FoundLeak: UInt32] = [:]
        for leak in try guarding.leaks() {
            // Of items with one reason, one stands for all.
            var reason = leak
            (reason.item, reason.prompt) = (0, 0)
            if known[reason] == nil {
                known[reason] = UInt32(all.reasons.count)
                all.reasons.append(try guarding.reason(leak))
            }
            all.items.append(UInt32(leak.item))
            all.places.append(known[reason] ?? 0)
        }
        return all
    }
}

extension ExportGuard {
    /// Those of all items, in their order.
    fileprivate func leaks() throws(ExportError) -> [FoundLeak] { try search.find { _ in true }.leaks }

    fileprivate func reason(_ leak: FoundLeak) throws(ExportError) -> RoundLeaks.Reason {
        RoundLeaks.Reason(
            leak: leak,
            listed: try prompts.name(of: leak, in: round),
            text: prompts.text(of: leak, in: round)
        )
    }
}
