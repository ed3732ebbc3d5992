import ReviewSession
import TerminalCanvas

extension Painter {
    /// Lets a click do what the first key of a command does; nothing where it has none.
    mutating func keySpot(_ command: Command, x: Int, y: Int, width: Int) {
        if let key = table.key(of: command) { spots.add(.key(key), Rect(x: x, y: y, width: width, height: 1)) }
    }

    /// Lets a click on words at the right end of a line do so.
    mutating func keySpot(_ command: Command, maxX: Int, y: Int, width: Int) {
        keySpot(command, x: maxX - width, y: y, width: width)
    }
}
