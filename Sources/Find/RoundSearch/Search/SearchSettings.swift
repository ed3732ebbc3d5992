import Basics

/// Sizes that a search works with; tests make them small.
struct SearchSettings: Sendable {
    /// The bytes of text read at once, unless a single row is longer: they should stay in a core's own cache until they
    /// have been searched.
    var pieceSize = 256 << 10
    var workers = Processors.count()
    /// The shortest time between two snapshots.
    var snapshotInterval = Duration.milliseconds(34)
}
