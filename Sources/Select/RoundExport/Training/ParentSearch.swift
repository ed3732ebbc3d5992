internal import Basics
internal import RoundFiles
internal import RoundModel
internal import Synchronization

/// Whether adversarial prompts of an export have parents: one is enough, and mostly the first has one.
struct ParentSearch: Sendable {
    let round: LoadedRound
    let selection: Selection
    let cancellation: Cancellation

    /// - Complexity: O(bytes up to the first adversarial row with a parent), shared among the cores.
    func hasParents() throws(ExportError) -> Bool { try count(upTo: 1) > 0 }

    /// How many adversarial prompts have a parent.
    ///
    /// - Parameter most: the search may end when it has found so many.
    /// - Complexity: O(bytes of the adversarial rows), shared among the cores.
    func count(upTo most: Int = .max) throws(ExportError) -> Int {
        guard round.report.fields.paths[.parent] != nil else { return 0 }
        let found = Atomic(0)
        let chunks = RowChunk.all(of: round.columns)
        let work = SharedWork<ExportError>(count: chunks.count, cancellation: cancellation)
        try work.run(withRoomFor: Processors.count()) { work throws(ExportError) in
            let reader = round.texts.makeRowReader()
            while found.load(ordering: .relaxed) < most, let number = try work.next() {
                let chunk = chunks[number]
                let wanted = chunk.rows.filter {
                    selection.exportedBucket(of: chunk.firstItem + $0 - chunk.rows.lowerBound) == .adversarial
                }
                guard let first = wanted.first, let last = wanted.last else { continue }
                do throws(RoundFilesError) {
                    try reader.open(round.columns.blocks[chunk.block], rows: first..<last + 1)
                    for index in wanted where try reader.decode(reader.row(index), .parent).parent?.isEmpty == false {
                        if found.add(1, ordering: .relaxed).newValue >= most { break }
                    }
                } catch {
                    throw ExportError(error)
                }
            }
        }
        return found.load(ordering: .relaxed)
    }
}
