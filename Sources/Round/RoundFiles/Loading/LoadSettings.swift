import Basics

/// Sizes that a load works with; tests make them small.
struct LoadSettings: Sendable {
    /// Text read at once. A thread's piece and its tokens should fit in a core's own cache.
    var blockSize = 1 << 20
    /// What is asked of a stream at once, at least.
    var readAhead = 1 << 16
    /// Rows longer than this are invalid, so that memory stays bounded whatever a file holds.
    var rowLimit = 64 << 20
    var workers = max(2, Processors.count())
    /// Rows whose fields are looked at before roles are given out.
    var rowsForFields = 1000
    /// Files of one round that are held open; more are opened when they are read.
    var openFiles = 200
    /// The folders that commands are looked for in, with colons between them.
    var searchPath = EnvironmentVariable.filled("PATH") ?? ""
    /// The shortest time between two snapshots.
    var snapshotInterval = Duration.milliseconds(33)
}
