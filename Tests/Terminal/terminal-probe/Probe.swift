import CLibrary
import TerminalCanvas
import TextSafety

struct Probe {
    let words: [String]
    let wake: WakePipe
    var names: [String] = []

    mutating func run(on terminal: any Terminal) -> Int32 {
        while true {
            terminal.present(picture(size: terminal.size, abilities: terminal.abilities))
            switch terminal.nextEvent(timeoutMilliseconds: nil) {
            case .key(.character("q")): return 0
            case .key(let key): act(on: key, terminal)
            case .mouse(let event):
                names.append("\(Self.name(event.modifiers))\(event.kind) at \(event.x) \(event.y)")
            case .paste(let bytes): names.append("paste \(bytes.count) \(SafeText(bytes, fitting: 40).string)")
            case .resized: names.append("resized")
            case .woken: names.append("woken")
            // Seen in what is drawn.
            case .abilities: break
            case .ended(.interrupted): return 130
            case .ended(.hangUp): return 74
            case .ended(.asked(let signal)): return 128 + signal
            case nil: names.append("nothing")
            }
        }
    }

    private mutating func act(on key: KeyPress, _ terminal: any Terminal) {
        names.append(Self.name(key))
        switch key {
        case .control("t"): Self.trap(words.count)
        case .control("o"): names.append("\(Self.deep(1))")
        case .control("p"): Self.onThread { Probe.trap(0) }
        case .control("e"): exit(3)
        case .control("a"): abort()
        case .control("z"):
            terminal.suspend()
            names.append("back")
        case .control("y"): terminal.takeMouse(false)
        case .control("l"): terminal.invalidate()
        case .control("w"):
            let wake = wake
            Self.onThread { wake.wake() }
        default: break
        }
    }

    private func picture(size: TerminalSize, abilities: TerminalAbilities) -> Canvas {
        var canvas = Canvas(size: size)
        switch words.first {
        case "text":
            let lines = SafeText.lines(
                of: Self.bytes(of: words.dropFirst().first ?? ""),
                clusters: abilities.clusters
            )
            for (y, line) in lines.prefix(size.rows).enumerated() {
                let columns = canvas.draw(
                    line,
                    x: 0,
                    y: y,
                    width: max(0, size.columns - 2),
                    style: .plain,
                    tokenStyle: Style(attributes: .underline)
                )
                // A mark behind the text and one at the edge show whether columns are counted as the terminal does.
                canvas.put(Glyph("│"), x: columns, y: y, style: .plain)
                canvas.put(Glyph("│"), x: size.columns - 1, y: y, style: .plain)
            }
        case "colors":
            for y in 0..<min(size.rows, 256) {
                let color = TerminalColor.palette(UInt8(truncatingIfNeeded: y))
                canvas.draw("\(y)", x: 0, y: y, width: 4, style: Style(foreground: color))
                canvas.draw("    ", x: 5, y: y, width: 4, style: Style(background: color))
                canvas.draw("bold", x: 10, y: y, width: 4, style: Style(foreground: color, attributes: .bold))
            }
            canvas.put(Glyph("#"), x: size.columns - 1, y: size.rows - 1, style: Style(attributes: .reverse))
            canvas.cursor = Canvas.Position(x: 2, y: 1)
        default:
            canvas.draw("\(size.columns)x\(size.rows) é│ \(abilities.colors) colours", x: 0, y: 0, style: .plain)
            for (y, name) in names.reversed().prefix(max(0, size.rows - 1)).enumerated() {
                canvas.draw("\(names.count - y) \(name)", x: 0, y: y + 1, style: .plain)
            }
        }
        return canvas
    }

    private static func name(_ modifiers: KeyPress.Modifiers) -> String {
        var name = ""
        if modifiers.contains(.control) { name += "control-" }
        if modifiers.contains(.alt) { name += "alt-" }
        if modifiers.contains(.shift) { name += "shift-" }
        return name
    }

    private static func name(_ press: KeyPress) -> String {
        let name = name(press.modifiers)
        switch press.key {
        case .character(let scalar): return name + SafeText.printable(String(Character(scalar)))
        case .function(let number): return name + "f\(number)"
        default: return name + "\(press.key)"
        }
    }

    private static func onThread(_ act: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        pthread_create(
            &thread,
            nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().act() }
                return nil
            },
            Unmanaged.passRetained(Work(act: act)).toOpaque()
        )
        pthread_detach(thread)
    }

    private final class Work: Sendable {
        let act: @Sendable () -> Void

        init(act: @escaping @Sendable () -> Void) { self.act = act }
    }

    private static func trap(_ count: Int) {
        let empty: [Int] = []
        exit(Int32(empty[count]))
    }

    @inline(never)
    private static func deep(_ level: Int) -> Int {
        var room = [level, level + 1]
        room[level & 1] = level < 0 ? 0 : deep(level + 1)
        return room[0] &+ room[1]
    }

    private static func bytes(of path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { return bytes }
            bytes += chunk[..<count]
        }
    }
}
