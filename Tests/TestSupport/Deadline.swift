internal import Glibc

/// A point in time after which a test gives up waiting for a state; no test asserts how long something takes.
public struct Deadline: Sendable {
    private let end: Int

    /// Long enough for a loaded machine; only a failing test waits that long.
    public static let patience = 20_000

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

/// What a test waited for and did not get.
public struct WaitedInVain: Error, CustomStringConvertible {
    public let description: String

    public init(_ what: String, shown: String) {
        description = "waited in vain for \(what); there is:\n\(shown)"
    }
}
