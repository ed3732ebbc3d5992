internal import CLibrary

/// A point in time after which a test gives up waiting for a state; no test asserts how long something takes.
public struct Deadline: Sendable {
    private let end: Int

    /// Long enough for any machine, however loaded: only a test whose program hangs waits that long.
    public static let patience = 180_000

    public init(milliseconds: Int = Deadline.patience) {
        end = Self.now + milliseconds
    }

    public var isOver: Bool { Self.now >= end }
    public var remaining: Int32 { Int32(clamping: max(0, end - Self.now)) }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

/// Waits for a state that no screen shows: a file, a process, a number in a database.
public func waitUntil(_ what: String, _ isSo: () throws -> Bool) throws {
    let deadline = Deadline()
    while try !isSo() {
        guard !deadline.isOver else { throw WaitedInVain(what, shown: "no such state") }
        _ = poll(nil, 0, 2)
    }
}

/// What a test waited for and did not get.
public struct WaitedInVain: Error, CustomStringConvertible {
    public let description: String

    public init(_ what: String, shown: String) {
        description = "waited in vain for \(what); there is:\n\(shown)"
    }
}
