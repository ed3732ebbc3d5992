internal import CLibrary
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
        case mouse(MouseEvent)
        /// Clicks on the beginning of a text, once a picture shows it.
        case click(on: String)
        /// The wheel by one notch, over the first cells that show a text.
        case wheel(on: String, MouseEvent.Direction)
        /// Presses there, moves cell by cell, and releases.
        case drag(from: String, right: Int, down: Int)
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
    /// Whether the mouse is taken, each time that it was asked for.
    public private(set) var takings: [Bool] = []
    public private(set) var isClosed = false
    /// Why the script was not played to its end; nil where it was.
    public private(set) var failure: String?

    private let wake: WakePipe
    private var steps: ArraySlice<Step>
    private var typed: ArraySlice<Unicode.Scalar> = []
    private var moves: ArraySlice<MouseEvent> = []
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
    public var isPlayed: Bool { steps.isEmpty && typed.isEmpty && moves.isEmpty }

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
            if let event = moves.popFirst() { return acted(.mouse(event)) }
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
            case .mouse(let event):
                steps.removeFirst()
                return acted(.mouse(event))
            case .click(let text) where isDrawn && shows(text):
                steps.removeFirst()
                moves = path(from: text, right: 0, down: 0)
                continue
            case .wheel(let text, let way) where isDrawn && shows(text):
                steps.removeFirst()
                let place = path(from: text, right: 0, down: 0).first
                return acted(.mouse(MouseEvent(.wheel(way, notches: 1), x: place?.x ?? 0, y: place?.y ?? 0)))
            case .drag(let text, let right, let down) where isDrawn && shows(text):
                steps.removeFirst()
                moves = path(from: text, right: right, down: down)
                continue
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
            case .look, .end, .waitFor, .waitUntilGone, .click, .wheel, .drag:
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

    public func takeMouse(_ take: Bool) { takings.append(take) }

    public func suspend() { suspensions += 1 }

    /// What was offered to the clipboard, and how often the terminal was lent.
    public private(set) var offers: [[UInt8]] = []
    public private(set) var loans = 0

    public func lend<Result>(_ body: (_ descriptor: Int32) -> Result) -> Result {
        loans += 1
        let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { _ = CLibrary.close(nowhere) }
        return body(nowhere)
    }

    public func offerToClipboard(_ text: [UInt8]) -> ClipboardOffer {
        offers.append(text)
        return text.count > ClipboardSequence.mostBytes ? .tooLong : .sent
    }

    public func close() { isClosed = true }

    private func shows(_ text: String) -> Bool { CanvasText(canvas).row(containing: text) != nil }

    /// What a hand does that presses at the beginning of a text and goes so many cells from there.
    private func path(from text: String, right: Int, down: Int) -> ArraySlice<MouseEvent> {
        let lines = CanvasText(canvas).lines
        guard let y = lines.firstIndex(where: { $0.contains(text) }),
            let start = lines[y].firstRange(of: text)?.lowerBound
        else {
            return []
        }
        let x = lines[y].distance(from: lines[y].startIndex, to: start)
        var events = [MouseEvent(.press(.left), x: x, y: y)]
        let steps = max(abs(right), abs(down))
        for step in 0..<steps {
            let (part, whole) = (step + 1, max(1, steps))
            events.append(MouseEvent(.drag(.left), x: x + right * part / whole, y: y + down * part / whole))
        }
        events.append(MouseEvent(.release, x: x + right, y: y + down))
        return events[...]
    }

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
