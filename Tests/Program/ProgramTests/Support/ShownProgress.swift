/// How far a queue is, as its screen says.
struct ShownProgress {
    /// Items with an answer.
    let checked: Int

    /// Nil where no queue is on the screen.
    ///
    /// It is read off the queue's own line, the last of its kind: the item's text stands above it, and may say anything.
    init?(_ screen: String) {
        let lines = screen.split(separator: "\n")
        guard let line = lines.last(where: { $0.contains(" checked · ") && $0.contains(" to go") }),
            let parts = line.firstMatch(of: /· ([0-9,]+) checked · [0-9,]+ to go/),
            let number = Int(parts.output.1.filter { $0 != "," })
        else { return nil }
        checked = number
    }
}

/// What the screen says of the last key: its last line that is not empty, where there is a message.
///
/// A word that is looked for on the whole screen may be the item's.
func shownMessage(_ screen: String) -> Substring {
    screen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) } ?? ""
}
