import CLibrary
public import TerminalCanvas

/// A terminal in memory: it shows what it is given to nobody, and nobody types on it.
public final class MemoryTerminal: Terminal {
    /// It can be given another size at any time.
    public var size: TerminalSize
    public let abilities: TerminalAbilities
    /// What it shows; blank before the first frame.
    public private(set) var canvas: Canvas
    private let wake: WakePipe

    public init(size: TerminalSize, abilities: TerminalAbilities, wake: WakePipe) {
        self.size = size
        self.abilities = abilities
        self.wake = wake
        canvas = Canvas(size: size)
    }

    public func present(_ canvas: Canvas) {
        let shown = canvas.reduced(to: abilities.colors)
        self.canvas = abilities.unicode ? shown : shown.spelledInASCII()
    }

    public func invalidate() {}

    /// Waits until a worker has something to say.
    public func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent? {
        var polled = pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, timeoutMilliseconds.map { Int32(clamping: $0) } ?? -1) > 0 else { return nil }
        wake.drain()
        return .woken
    }

    /// There is no shell to go back to.
    public func suspend() {}

    /// There is none to lend.
    public func lend<Result>(_ body: (_ descriptor: Int32) -> Result) -> Result { body(-1) }

    public func offerToClipboard(_ text: [UInt8]) -> ClipboardOffer { .impossible }

    public var isAttended: Bool { false }

    public func close() {}
}
