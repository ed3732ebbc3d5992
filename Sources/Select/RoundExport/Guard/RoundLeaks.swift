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
    /// - Parameter known: what was found before of the same round, and takes note of what is found; nil to look anew.
    /// - Complexity: O(bytes of the round), and again where prompts descend from evaluation prompts.
    public static func find(
        in round: LoadedRound,
        _ request: GuardRequest?,
        known: KnownLeaks? = nil,
        cancellation: Cancellation = Cancellation()
    ) throws(ExportError) -> RoundLeaks? {
        guard let guarding = try ExportGuard(request, of: round, known: known, cancellation: cancellation) else {
            return nil
        }
        var all = RoundLeaks()
        let found = try guarding.all().leaks
        var known: [FoundLeak: UInt32] = [:]
        var places: [UInt32] = []
        for leak in found.leaks {
            // Of prompts with one reason, one stands for all.
            var reason = leak
            reason.prompt = 0
            let place = known[reason] ?? UInt32(all.reasons.count)
            if place == all.reasons.count {
                known[reason] = place
                all.reasons.append(try guarding.reason(leak))
            }
            places.append(place)
        }
        all.items = found.items
        all.places = found.places.map { places[Int($0)] }
        return all
    }
}

extension ExportGuard {
    fileprivate func reason(_ leak: FoundLeak) throws(ExportError) -> RoundLeaks.Reason {
        RoundLeaks.Reason(
            leak: leak,
            listed: try prompts.name(of: leak, in: round),
            text: prompts.text(of: leak, in: round)
        )
    }
}
