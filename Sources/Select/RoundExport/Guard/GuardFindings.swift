internal import RoundModel

/// What of an export leaks, and what of that is left out.
struct GuardFindings: Sendable {
    /// A line of a training set that leaks.
    struct Line: Sendable {
        var item: Int
        /// The set that it would be in.
        var bucket: Bucket
        /// Whether it would be there as a rejected response.
        var isRejected: Bool
        /// Its prompt's leak, by its place.
        var leak: Int
    }

    /// The prompts that leak, in the order of their first items.
    let leaks: [FoundLeak]
    /// The lines that would be in the sets, in the order of their items.
    let lines: [Line]
    let parentsNowhere: Int
    let circular: Int
    /// Those of them that are left out.
    let dropped: [Line]

    /// - Parameter drops: whether the lines that leak what is in a list are left out.
    /// - Complexity: O(items) where something leaks.
    init(_ found: LeakSearch.Found, _ solver: DistinctSolver, drops: (FoundLeak.List) -> Bool) {
        let leaks = found.leaks
        let byFirst = Dictionary(leaks.indices.map { (leaks[$0].item, $0) }, uniquingKeysWith: { first, _ in first })
        var lines: [Line] = []
        if !byFirst.isEmpty {
            solver.forEachExported { item, set, isRejected, first in
                guard let leak = byFirst[first] else { return }
                lines.append(Line(item: item, bucket: set, isRejected: isRejected, leak: leak))
            }
        }
        (self.leaks, self.lines) = (leaks, lines)
        dropped = lines.filter { drops(leaks[$0.leak].list) }
        (parentsNowhere, circular) = (found.parentsNowhere, found.circular)
    }

    /// How many lines that stand for rows of a bucket are left out of its set.
    ///
    /// - Complexity: O(lines left out).
    func leftOut(of bucket: Bucket) -> Int { dropped.count { $0.bucket == bucket && !$0.isRejected } }
}
