internal import Basics
internal import CLibrary
internal import CTerminal
public import TerminalCanvas
import TextSafety

/// The terminal that the process was started from, drawn on by ncurses.
///
/// It opens the terminal by itself, so standard input may be the data and standard output a file. Everything is called
/// on the thread that made it. It gives the terminal back in `close()`, at `exit`, and when a signal ends the process:
/// SIGQUIT and the signals of a crash restore it and then end the process with their own status. SIGTERM and SIGHUP are
/// events, so that what is open can be closed; they end the process as well where it does not do so within seconds.
public final class CursesTerminal: Terminal {
    /// How long an escape waits for the rest of a key's sequence.
    static let escapeMilliseconds = 25
    /// How long text that comes unmarked all at once waits for more of it.
    static let burstMilliseconds = 25
    /// How long from the beginning the end waits for what the terminal has still to answer.
    static let answerMilliseconds = 500
    /// The most that patience makes of that.
    static let mostAnswerPatience = 3.0
    /// How long a paste, or a report of the mouse, waits for its end when nothing more comes.
    static let pasteMilliseconds = 1000

    /// What the terminal's description and the locale allow, and what it answered since it was opened.
    public private(set) var abilities: TerminalAbilities
    private let wake: WakePipe
    private let reduction: ColorReduction
    private var screen: OpaquePointer?
    private var shown: Canvas?
    /// True within tmux or screen.
    private let isMultiplexed: Bool
    /// Answers of the terminal that may still come.
    private var unanswered = 0
    /// When it was asked, in `Monotonic.milliseconds`.
    private var askedAt = 0
    /// The emoji that the frame at hand has in rows that are sent.
    private var overlay = ClusterOverlay()
    private var decoder: KeyDecoder
    private var waiting: [TerminalEvent] = []
    private var taken = 0
    private var isOver = false
    /// How many times as long as usual the rest of what was sent in one go is waited for.
    private let patienceFactor: Double
    /// When the last bytes came, in `Monotonic.milliseconds`.
    private var lastRead = 0

    /// Takes the terminal.
    ///
    /// It sets the locale's character type (one with UTF-8 where there is any), unsets LINES and COLUMNS and installs
    /// signal handlers, so make it before other threads start.
    /// - Parameters:
    ///   - wake: what workers wake the loop with.
    ///   - asciiOnly: true to show nothing but ASCII even where more can be shown.
    ///   - patience: how many times as long as usual the rest of a paste or of a report of the mouse is waited for.
    /// - Throws: why there is no screen to be had; the terminal is then as it was, and nothing was written to it.
    public init(wake: WakePipe, asciiOnly: Bool = false, patience: Double = 1) throws(TerminalError) {
        self.wake = wake
        patienceFactor = patience
        let term = EnvironmentVariable.text("TERM") ?? ""
        isMultiplexed =
            EnvironmentVariable.filled("TMUX") != nil || term.hasPrefix("tmux") || term.hasPrefix("screen")
        // https://no-color.org: any value that is not empty.
        let withoutColor = EnvironmentVariable.filled("NO_COLOR") != nil
        var opened: OpaquePointer?
        let state = ct_open(asciiOnly ? 1 : 0, withoutColor ? 1 : 0, &opened)
        switch Int(state) {
        case Int(CT_OPENED): break
        case Int(CT_NO_TERMINAL): throw .noTerminal
        case Int(CT_TERM_UNSET): throw .termUnset
        case Int(CT_TERM_DUMB), Int(CT_TERM_POOR): throw .termCannotDraw(term)
        case Int(CT_TERM_UNKNOWN): throw .termUnknown(term)
        default: throw .failed(errno: errno)
        }
        guard let opened else { throw .failed(errno: EIO) }
        screen = opened
        let colors = Int(ct_colors(opened))
        abilities = TerminalAbilities(
            colors: colors >= 256 ? 256 : colors >= 16 ? 16 : colors >= 8 ? 8 : 0,
            drawing: asciiOnly ? .ascii : DrawingLevel(term: term, locale: Self.encoding(ct_locale(opened))),
            mouse: ct_has_mouse(opened) != 0
        )
        reduction = ColorReduction(colors: abilities.colors)
        var described: [[UInt8]: KeyPress] = [:]
        for (name, key) in KeyDecoder.describedKeys {
            guard let bytes = ct_key_bytes(opened, name) else { continue }
            described[Array(String(cString: bytes).utf8)] = key
        }
        decoder = KeyDecoder(described: described)
        // It may answer when it likes, or never: nobody waits.
        if abilities.drawing == .braille, ct_is_of_xterm_kind(opened) != 0, ct_rows(opened) >= WidthQuestion.rows {
            ct_write(opened, WidthQuestion.bytes, WidthQuestion.bytes.count)
            ct_forget(opened)
            unanswered = WidthQuestion.count
            askedAt = Monotonic.milliseconds
        }
    }

    deinit { close() }

    /// The size as of the last `resized` event; 0 by 0 once it was closed.
    public var size: TerminalSize {
        guard let screen else { return TerminalSize(columns: 0, rows: 0) }
        return TerminalSize(columns: Int(ct_columns(screen)), rows: Int(ct_rows(screen)))
    }

    /// Sends the rows that differ from the last canvas, and puts or hides the cursor.
    ///
    /// A canvas of another size than the terminal is cut off, or leaves blank what it does not cover. Does nothing once
    /// the terminal was closed.
    /// - Complexity: O(cells).
    public func present(_ canvas: Canvas) {
        guard let screen else { return }
        let hasSameSize = shown?.size == canvas.size
        for y in 0..<min(size.rows, canvas.size.rows) where !hasSameSize || !isShown(canvas, row: y) {
            put(canvas, row: y, on: screen)
        }
        // Rows that the canvas does not have, after the terminal grew.
        if !hasSameSize, canvas.size.rows < size.rows {
            for y in canvas.size.rows..<size.rows { ct_put_row(screen, Int32(y), nil, 0) }
        }
        shown = canvas
        ct_show(screen, Int32(clamping: canvas.cursor?.x ?? -1), Int32(clamping: canvas.cursor?.y ?? -1))
        guard !overlay.isEmpty else { return }
        let bytes = overlay.bytes
        ct_write(screen, bytes, bytes.count)
        overlay = ClusterOverlay()
    }

    /// Forgets what is on the screen, which others may have written to: the next canvas is sent whole.
    public func invalidate() {
        guard let screen else { return }
        shown = nil
        ct_forget(screen)
    }

    /// Waits for keys, pastes, the wake pipe and signals at once.
    ///
    /// An escape waits 25 ms for the rest of a key's sequence. SIGTSTP from elsewhere is followed here as `suspend()`
    /// does.
    /// - Returns: nil when the time is over; `.ended(.hangUp)` again and again once it has ended or was closed.
    public func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent? {
        let deadline = timeoutMilliseconds.map { Monotonic.milliseconds + max(0, $0) }
        while true {
            if let event = takeWaiting() { return event }
            guard !isOver, let screen else { return .ended(.hangUp) }
            let patience = patience
            let remaining = deadline.map { max(0, $0 - Monotonic.milliseconds) }
            var polled = [
                pollfd(fd: ct_terminal_fd(screen), events: Int16(POLLIN), revents: 0),
                pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
                pollfd(fd: ct_signal_fd(screen), events: Int16(POLLIN), revents: 0),
            ]
            let wait = [patience, remaining].compactMap { $0 }.min() ?? -1
            let count = poll(&polled, 3, Int32(clamping: wait))
            if count < 0, errno != EINTR { return end(.hangUp) }
            if count > 0 {
                if polled[2].revents != 0, let event = signalled(screen) { return event }
                if polled[0].revents != 0, !readKeys(screen) { waiting.append(end(.hangUp)) }
                if polled[1].revents != 0 {
                    wake.drain()
                    waiting.append(.woken)
                }
            }
            // What waited for more bytes has waited long enough, be it the caller's time that is over or a worker's wake.
            if polled[0].revents == 0, patience != nil, self.patience == 0 { waiting += decoder.flush() }
            if count == 0 {
                if waiting.isEmpty, let deadline, Monotonic.milliseconds >= deadline { return nil }
            }
        }
    }

    /// Switches the reports of the mouse on or off; `suspend()` and `close()` switch them off by themselves.
    public func takeMouse(_ take: Bool) {
        guard let screen else { return }
        ct_take_mouse(screen, take ? 1 : 0)
    }

    /// Stops the process with the terminal as it was found, and takes it again on SIGCONT; a size that changed
    /// meanwhile is the next event.
    public func suspend() {
        guard let screen else { return }
        let before = size
        ct_suspend(screen)
        // That we go on was just dealt with.
        note(ct_take_signals(screen) & ~Int32(CT_SIGNAL_CONTINUE))
        if size != before { waiting.append(.resized) }
    }

    /// Gives the terminal to another program for as long as `body` runs, and takes it again.
    ///
    /// Ctrl-C and Ctrl-\ are the other's alone; Ctrl-Z stops both, until `fg`.
    public func lend<Result>(_ body: (_ descriptor: Int32) -> Result) -> Result {
        guard let screen else { return body(-1) }
        let before = size
        ct_lend(screen)
        let result = body(ct_terminal_fd(screen))
        ct_take_back(screen)
        // Interrupts were meant for the other, and what it was stopped for is over.
        note(ct_take_signals(screen))
        if size != before, !waiting[taken...].contains(.resized) { waiting.append(.resized) }
        return result
    }

    /// Offers a text to the terminal for its clipboard, where it is of a kind that has one.
    public func offerToClipboard(_ text: [UInt8]) -> ClipboardOffer {
        guard let screen, ct_is_of_xterm_kind(screen) != 0 else { return .impossible }
        let multiplexer = ClipboardSequence.Multiplexer(environment: EnvironmentVariable.text)
        guard let bytes = ClipboardSequence.bytes(for: text, within: multiplexer) else { return .tooLong }
        ct_write(screen, bytes, bytes.count)
        return .sent
    }

    /// Gives the terminal back where one is still taken, before the process ends without `exit`.
    public static func giveBack() { ct_give_back() }

    /// Gives the terminal back as it was found; further calls do nothing.
    public func close() {
        guard let screen else { return }
        awaitAnswers(screen)
        self.screen = nil
        shown = nil
        ct_close(screen)
    }

    /// How long the bytes of an unfinished key or paste still wait for the rest; nil where there are none.
    private var patience: Int? {
        guard decoder.isWaiting else { return nil }
        let whole =
            if decoder.isBurst {
                Int(Double(Self.burstMilliseconds) * patienceFactor)
            } else if decoder.isPasting || decoder.isAmidReport || unanswered > 0 && decoder.isAmidNumbers {
                Int(Double(Self.pasteMilliseconds) * patienceFactor)
            } else if unanswered > 0, decoder.mayBeAnswer {
                // An answer that is cut behind its first byte would be taken for keys; only at the beginning Escape waits.
                // However patient: a terminal that never answers is not to hold it for long.
                max(
                    Self.escapeMilliseconds,
                    askedAt + Int(Double(Self.answerMilliseconds) * min(patienceFactor, Self.mostAnswerPatience))
                        - lastRead
                )
            } else {
                Self.escapeMilliseconds
            }
        return max(0, lastRead + whole - Monotonic.milliseconds)
    }

    private func takeWaiting() -> TerminalEvent? {
        guard taken < waiting.count else { return nil }
        let event = waiting[taken]
        taken += 1
        if taken == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            taken = 0
        }
        return event
    }

    private static func encoding(_ locale: Int32) -> LocaleEncoding {
        switch Int(locale) {
        case Int(CT_LOCALE_OWN): .own
        case Int(CT_LOCALE_SUBSTITUTE): .substitute
        default: .none
        }
    }

    private func end(_ reason: TerminalEvent.EndReason) -> TerminalEvent {
        isOver = true
        return .ended(reason)
    }

    /// Reads what was typed.
    ///
    /// - Returns: false where the terminal is gone.
    private func readKeys(_ screen: OpaquePointer) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(ct_terminal_fd(screen), &bytes, bytes.count)
        if count > 0 {
            lastRead = Monotonic.milliseconds
            for event in decoder.feed(bytes[..<count]) { enqueue(event) }
            noteAnswers()
            return true
        }
        return count < 0 && (errno == EINTR || errno == EAGAIN)
    }

    /// Who leaves at once is not to find the answers at the prompt of the shell: they are given a moment to come.
    private func awaitAnswers(_ screen: OpaquePointer) {
        let deadline = askedAt + Self.answerMilliseconds
        while unanswered > 0, !isOver, case let left = deadline - Monotonic.milliseconds, left > 0 {
            var polled = pollfd(fd: ct_terminal_fd(screen), events: Int16(POLLIN), revents: 0)
            guard poll(&polled, 1, Int32(clamping: left)) > 0, readKeys(screen) else { return }
        }
    }

    /// Learns from what the terminal said of its cursor.
    private func noteAnswers() {
        let before = abilities.clusters
        for place in decoder.takePlaces() {
            guard let (kind, isDrawn) = WidthQuestion.answer(place) else { continue }
            unanswered -= 1
            // What stands between us and the terminal answers for it, and may keep only the beginning.
            if kind == .longJoined, isMultiplexed { continue }
            if isDrawn { abilities.clusters.insert(kind) } else { abilities.clusters.remove(kind) }
        }
        if abilities.clusters != before { enqueue(.abilities) }
    }

    /// Puts an event behind those that wait; of the mouse, many are one with the last.
    private func enqueue(_ event: TerminalEvent) {
        if taken < waiting.count, case .mouse(let last)? = waiting.last, case .mouse(let next) = event,
            let both = last.merged(with: next)
        {
            waiting[waiting.count - 1] = .mouse(both)
        } else {
            waiting.append(event)
        }
    }

    private func signalled(_ screen: OpaquePointer) -> TerminalEvent? {
        let signals = ct_take_signals(screen)
        note(signals)
        if signals & Int32(CT_SIGNAL_INTERRUPT) != 0 { return end(.interrupted) }
        if signals & Int32(CT_SIGNAL_STOP) != 0 {
            suspend()
        } else if signals & Int32(CT_SIGNAL_CONTINUE) != 0 {
            ct_resume(screen)
        }
        return nil
    }

    private func note(_ signals: Int32) {
        if signals & Int32(CT_SIGNAL_TERMINATE) != 0 { waiting.append(end(.asked(SIGTERM))) }
        if signals & Int32(CT_SIGNAL_HANG_UP) != 0 { waiting.append(end(.asked(SIGHUP))) }
        guard let screen, signals & Int32(CT_SIGNAL_RESIZE) != 0 else { return }
        // Where the size is what it was, it may have been another in between, and the terminal has lost what it showed.
        if ct_follow_size(screen) == 0 { ct_forget(screen) }
        shown = nil
        if !waiting[taken...].contains(.resized) { waiting.append(.resized) }
    }

    private func isShown(_ canvas: Canvas, row: Int) -> Bool {
        guard let shown else { return false }
        let range = row * canvas.size.columns..<(row + 1) * canvas.size.columns
        return shown.cells[range] == canvas.cells[range]
    }

    private func put(_ canvas: Canvas, row: Int, on screen: OpaquePointer) {
        var glyphs: [CTGlyph] = []
        glyphs.reserveCapacity(canvas.size.columns)
        for x in 0..<canvas.size.columns {
            let cell = canvas.cells[row * canvas.size.columns + x]
            guard !cell.isContinuation else { continue }
            let colors = reduction.reduce(cell.style)
            var attributes = cell.style.attributes
            if colors.bold { attributes.insert(.bold) }
            var glyph = CTGlyph()
            let marks = cell.glyph.marks
            glyph.base = abilities.unicode ? cell.glyph.base.value : cell.glyph.asciiStandIn.value
            // A console draws a mark in a column of its own.
            if abilities.drawing == .braille { glyph.marks = (marks[0], marks[1], marks[2], marks[3]) }
            glyph.foreground = colors.foreground
            glyph.background = colors.background
            // The raw values are CT_BOLD and its like.
            glyph.attributes = attributes.rawValue
            glyph.width = abilities.unicode ? UInt8(cell.glyph.width) : 1
            if abilities.unicode, cell.glyph.isCluster, x + 2 <= size.columns {
                overlay.add(
                    cell.glyph,
                    x: x,
                    y: row,
                    foreground: colors.foreground,
                    background: colors.background,
                    attributes
                )
                glyph.base = ClusterOverlay.placeholder.value
                glyph.width = 1
                glyphs.append(glyph)
            }
            glyphs.append(glyph)
            if !abilities.unicode, cell.glyph.width == 2 {
                glyph.base = 0x20
                glyphs.append(glyph)
            }
        }
        ct_put_row(screen, Int32(row), glyphs, Int32(glyphs.count))
    }
}

enum Monotonic {
    static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int(now.tv_sec) * 1000 + Int(now.tv_nsec) / 1_000_000
    }
}
