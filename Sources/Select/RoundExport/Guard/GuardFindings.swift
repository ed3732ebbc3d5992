internal import RoundModel

/// What of an export leaks, and what of that is left out.
struct GuardFindings: Sendable {
    /// A line of a training set that leaks: 12 bytes, since copies of one prompt may be all of a round.
    struct Line: Sendable {
        private let number: UInt32
        private let place: UInt32
        /// The set that it would be in.
        let bucket: Bucket
        /// Whether it would be there as a rejected response.
        let isRejected: Bool

        var item: Int { Int(number) }
        /// Its prompt's leak, by its place.
        var leak: Int { Int(place) }

        init(item: Int, bucket: Bucket, isRejected: Bool, leak: Int) {
            (number, place) = (UInt32(item), UInt32(leak))
            (self.bucket, self.isRejected) = (bucket, isRejected)
        }
    }

    /// The prompts that leak.
    let leaks: [FoundLeak]
    /// The lines that would be in the sets, in the order of their items.
    let lines: [Line]
    let parentsNowhere: Int
    let circular: Int
    private let drops: (evaluation: Bool, seen: Bool)

    /// - Parameter drops: whether the lines that leak what is in a list are left out.
    /// - Complexity: O(items) where something leaks.
    init(_ found: LeakSearch.Found, _ solver: DistinctSolver, drops: (FoundLeak.List) -> Bool) {
        let leaks = found.leaks
        var lines: [Line] = []
        if !leaks.isEmpty {
            solver.forEachExported { item, set, isRejected, first in
                guard let leak = leaks.place(of: first) else { return }
                lines.append(Line(item: item, bucket: set, isRejected: isRejected, leak: leak))
            }
        }
        (self.leaks, self.lines) = (leaks.leaks, lines)
        self.drops = (drops(.evaluation), drops(.seen))
        (parentsNowhere, circular) = (found.parentsNowhere, found.circular)
    }

    /// Whether a line is left out.
    func isDropped(_ line: Line) -> Bool {
        leaks[line.leak].list == .evaluation ? drops.evaluation : drops.seen
    }

    /// How many lines that stand for rows of a bucket are left out of its set.
    ///
    /// - Complexity: O(lines).
    func leftOut(of bucket: Bucket) -> Int {
        lines.count { $0.bucket == bucket && !$0.isRejected && isDropped($0) }
    }
}
