internal import CVTerm

/// A terminal in memory (libvterm): takes the bytes a program writes, tells what a person would see.
///
/// Used from one thread at a time.
public final class VTermScreen {
    /// A colour of the grid.
    public enum Color: Hashable, Sendable {
        case standard
        case palette(UInt8)
        case rgb(UInt8, UInt8, UInt8)
    }

    public struct Cell: Hashable, Sendable {
        /// What it shows; empty for a blank and for the right half of a wide character.
        public var text: String
        public var width: Int
        public var foreground: Color
        public var background: Color
        public var bold: Bool
        public var underline: Bool
        public var reverse: Bool
    }

    public enum MouseMode: Int, Sendable {
        case none, click, drag, move
    }

    /// What the program has switched on and off; changed by libvterm's callbacks.
    fileprivate final class Modes {
        var cursorVisible = true
        var alternate = false
        var mouse = 0
        var title = ""
    }

    private let vterm: OpaquePointer
    private let screen: OpaquePointer
    private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>
    private let modes = Modes()

    public private(set) var columns: Int
    public private(set) var rows: Int

    public init?(columns: Int, rows: Int) {
        guard let vterm = vterm_new(Int32(rows), Int32(columns)), let screen = vterm_obtain_screen(vterm) else {
            return nil
        }
        self.vterm = vterm
        self.screen = screen
        self.columns = columns
        self.rows = rows
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: VTermScreenCallbacks())
        callbacks.pointee.settermprop = { property, value, user in
            guard let user, let value else { return 0 }
            let modes = Unmanaged<Modes>.fromOpaque(user).takeUnretainedValue()
            switch property {
            case VTERM_PROP_CURSORVISIBLE: modes.cursorVisible = value.pointee.boolean != 0
            case VTERM_PROP_ALTSCREEN: modes.alternate = value.pointee.boolean != 0
            case VTERM_PROP_MOUSE: modes.mouse = Int(value.pointee.number)
            case VTERM_PROP_TITLE: modes.title = value.pointee.string.map { String(cString: $0) } ?? ""
            default: break
            }
            return 1
        }
        vterm_set_utf8(vterm, 1)
        vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(modes).toOpaque())
        vterm_screen_enable_altscreen(screen, 1)
        vterm_screen_reset(screen, 1)
    }

    deinit {
        vterm_free(vterm)
        callbacks.deallocate()
    }

    public func feed(_ bytes: some Collection<UInt8>) {
        let copy = bytes.map { CChar(bitPattern: $0) }
        vterm_input_write(vterm, copy, copy.count)
    }

    public func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        vterm_set_size(vterm, Int32(rows), Int32(columns))
    }

    public var isCursorVisible: Bool { modes.cursorVisible }
    public var isAlternate: Bool { modes.alternate }
    public var mouse: MouseMode { MouseMode(rawValue: modes.mouse) ?? .none }
    public var title: String { modes.title }

    /// Where the cursor stands.
    public var cursor: (x: Int, y: Int) {
        var position = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(vterm), &position)
        return (Int(position.col), Int(position.row))
    }

    /// True while a paste would be marked as one: libvterm shows that mode only by what it would send.
    public var isPasteBracketed: Bool {
        sent { vterm_keyboard_start_paste(vterm) } == "\u{1B}[200~"
    }

    /// True while arrow keys send their application sequences.
    public var isKeypadApplication: Bool {
        sent { vterm_keyboard_key(vterm, VTERM_KEY_UP, VTERM_MOD_NONE) } == "\u{1B}OA"
    }

    /// What the terminal has to say to the program since the last call: answers to what it was asked.
    public func takeAnswers() -> [UInt8] {
        var buffer = [CChar](repeating: 0, count: 1024)
        let count = vterm_output_read(vterm, &buffer, buffer.count)
        return buffer.prefix(count).map { UInt8(bitPattern: $0) }
    }

    private func sent(_ act: () -> Void) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        _ = vterm_output_read(vterm, &buffer, buffer.count)
        act()
        let count = vterm_output_read(vterm, &buffer, buffer.count)
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    public func cell(x: Int, y: Int) -> Cell {
        var raw = VTermScreenCell()
        vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &raw)
        let values = withUnsafeBytes(of: raw.chars) { Array($0.bindMemory(to: UInt32.self)) }
        var scalars = String.UnicodeScalarView()
        for value in values.prefix(while: { $0 != 0 }) {
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return Cell(
            text: String(scalars),
            width: Int(raw.width),
            foreground: Self.color(raw.fg),
            background: Self.color(raw.bg),
            bold: raw.attrs.bold != 0,
            underline: raw.attrs.underline != 0,
            reverse: raw.attrs.reverse != 0
        )
    }

    /// A row as text, without the blanks at its end.
    public func line(_ y: Int) -> String {
        var text = ""
        var x = 0
        while x < columns {
            let cell = cell(x: x, y: y)
            text += cell.text.isEmpty ? " " : cell.text
            x += max(1, cell.width)
        }
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    public var lines: [String] { (0..<rows).map(line) }
    public var text: String { lines.joined(separator: "\n") }

    public func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

    /// Where a text begins, in cells.
    public func find(_ text: String) -> (x: Int, y: Int)? {
        for y in 0..<rows where line(y).contains(text) {
            for x in 0..<columns {
                var shown = ""
                var at = x
                while at < columns, shown.unicodeScalars.count < text.unicodeScalars.count {
                    let cell = cell(x: at, y: y)
                    shown += cell.text.isEmpty ? " " : cell.text
                    at += max(1, cell.width)
                }
                if shown == text { return (x, y) }
            }
        }
        return nil
    }

    private static func color(_ raw: VTermColor) -> Color {
        if raw.type & 0x06 != 0 { return .standard }
        if raw.type & 0x01 != 0 { return .palette(raw.indexed.idx) }
        return .rgb(raw.rgb.red, raw.rgb.green, raw.rgb.blue)
    }
}
