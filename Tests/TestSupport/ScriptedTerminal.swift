internal import Glibc
public import TerminalCanvas

/// A terminal without a terminal: keys from a script go in, pictures come out.
///
/// It waits for a state and never for a time: a step that waits holds the script until a picture shows its text, while
/// workers may wake the loop as often as they like.
public final class ScriptedTerminal: Terminal {
    public enum Step: Sendable {
        case key(KeyPress)
        /// Each character as a key.
        case type(String)
        case paste(String)
        case resize(TerminalSize)
        /// Goes on when a picture shows the text.
        case waitFor(String)
        /// Goes on when no picture shows the text any more.
        case waitUntilGone(String)
        /// Looks at the picture that stands after all keys before it.
        case look(@Sendable (Canvas) -> Void)
        /// The terminal ends, without a picture of the keys before it.
        case endUnseen(TerminalEvent.EndReason)
        /// The terminal ends.
        case end(TerminalEvent.EndReason)
    }

    public private(set) var size: TerminalSize
    public let abilities: TerminalAbilities
    /// The last picture.
    public private(set) var canvas: Canvas
    /// How many pictures there were.
    public private(set) var pictures = 0
    public private(set) var suspensions = 0
    public private(set) var isClosed = false
    /// Why the script was not played to its end; nil where it was.
    public private(set) var failure: String?

    private let wake: WakePipe
    private var steps: ArraySlice<Step>
    private var typed: ArraySlice<Unicode.Scalar> = []
    private var isDrawn = false
    private var hasEnded = false

    public init(
        size: TerminalSize = TerminalSize(columns: 120, rows: 36),
        wake: WakePipe,
        abilities: TerminalAbilities = TerminalAbilities(colors: 256, drawing: .braille),
        script: [Step]
    ) {
        self.size = size
        self.abilities = abilities
        self.wake = wake
        steps = script[...]
        canvas = Canvas(size: size)
    }

    /// True when every step was taken.
    public var isPlayed: Bool { steps.isEmpty && typed.isEmpty }

    public func invalidate() {}

    public func present(_ canvas: Canvas) {
        self.canvas = canvas
        pictures += 1
        isDrawn = true
    }

    public func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent? {
        let patience = Deadline()
        while true {
            if hasEnded { return .ended(.hangUp) }
            if let scalar = typed.popFirst() { return acted(.key(.character(scalar))) }
            guard let step = steps.first else {
                failure = failure ?? "the script is over and the program waits for more"
                return .ended(.hangUp)
            }
            switch step {
            case .key(let key):
                steps.removeFirst()
                return acted(.key(key))
            case .type(let text):
                steps.removeFirst()
                typed = Array(text.unicodeScalars)[...]
                continue
            case .paste(let text):
                steps.removeFirst()
                return acted(.paste(Array(text.utf8)))
            case .resize(let size):
                steps.removeFirst()
                self.size = size
                return acted(.resized)
            case .end(let reason) where isDrawn:
                steps.removeFirst()
                return .ended(reason)
            case .endUnseen(let reason):
                // A caller that only takes what waits has not begun to hold its frame back.
                if timeoutMilliseconds == 0 { return nil }
                steps.removeFirst()
                hasEnded = true
                return .ended(reason)
            case .look(let look) where isDrawn:
                steps.removeFirst()
                look(canvas)
                continue
            case .waitFor(let text) where isDrawn && shows(text):
                steps.removeFirst()
                continue
            case .waitUntilGone(let text) where isDrawn && !shows(text):
                steps.removeFirst()
                continue
            case .look, .end, .waitFor, .waitUntilGone:
                if pollWake(milliseconds: min(timeoutMilliseconds ?? .max, Int(patience.remaining))) { return .woken }
                if patience.isOver {
                    failure = "waited in vain for \(step); there is:\n\(CanvasText(canvas).text)"
                    steps = []
                    return .ended(.hangUp)
                }
                // A caller that only takes what is there draws before it asks again.
                if timeoutMilliseconds != nil { return nil }
            }
        }
    }

    public func suspend() { suspensions += 1 }

    /// What was offered to the clipboard, and how often the terminal was lent.
    public private(set) var offers: [[UInt8]] = []
    public private(set) var loans = 0

    public func lend<Result>(_ body: (_ descriptor: Int32) -> Result) -> Result {
        loans += 1
        let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { _ = Glibc.close(nowhere) }
        return body(nowhere)
    }

    public func offerToClipboard(_ text: [UInt8]) -> ClipboardOffer {
        offers.append(text)
        return text.count > ClipboardSequence.mostBytes ? .tooLong : .sent
    }

    public func close() { isClosed = true }

    private func shows(_ text: String) -> Bool { CanvasText(canvas).row(containing: text) != nil }

    private func acted(_ event: TerminalEvent) -> TerminalEvent {
        isDrawn = false
        return event
    }

    private func pollWake(milliseconds: Int) -> Bool {
        var polled = pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0)
        guard poll(&polled, 1, Int32(clamping: milliseconds)) > 0 else { return false }
        wake.drain()
        return true
    }
}
