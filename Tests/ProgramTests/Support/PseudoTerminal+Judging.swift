import TestSupport

extension PseudoTerminal {
    /// Gives one verdict by its key, and waits until the screen says that it is kept.
    ///
    /// A key that comes before its item's text, or before the review is open, is refused; it is given again then.
    func judge(_ key: String) throws {
        while true {
            let before = messageLine
            send(key)
            try waitFor("the verdict \(key)") { screen in
                let line = screen.line(rows - 1)
                return line != before && (line.contains("kept") || Self.isRefusal(line))
            }
            guard Self.isRefusal(messageLine) else { return }
            // The next key takes the refusal away; these two change nothing else.
            send("\t\t")
            try waitFor("no message") { !Self.isRefusal($0.line(rows - 1)) }
        }
    }

    private var rows: Int { screen.lines.count }
    private var messageLine: String { screen.line(rows - 1) }

    private static func isRefusal(_ line: String) -> Bool {
        line.contains("not there yet") || line.contains("being opened")
    }
}
