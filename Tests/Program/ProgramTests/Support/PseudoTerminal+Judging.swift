import TestSupport

extension PseudoTerminal {
    /// Gives one verdict by its key, or takes one back, and waits until the screen says that it is kept, or undone.
    ///
    /// A key that comes before its item's text, or before the review is open, is refused; it is given again then.
    func judge(_ key: String) throws {
        repeat {
            // Two keys that take the last message away, and change nothing else: of a frame that has come in part, its end
            // would be taken for the new one's.
            send("\t\t")
            try waitFor("no word on a verdict") { screen in
                let line = screen.line(rows - 1)
                return !Self.isSaid(line) && !Self.isRefusal(line)
            }
            send(key)
            try waitFor("the verdict \(key)") { screen in
                let line = screen.line(rows - 1)
                return Self.isSaid(line) || Self.isRefusal(line)
            }
        } while Self.isRefusal(messageLine)
    }

    private var rows: Int { screen.lines.count }
    private var messageLine: String { screen.line(rows - 1) }

    private static func isSaid(_ line: String) -> Bool { line.contains("kept") || line.contains("undone: ") }

    private static func isRefusal(_ line: String) -> Bool {
        line.contains("not there yet") || line.contains("being opened")
    }
}
