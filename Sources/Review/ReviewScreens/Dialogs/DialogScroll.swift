import ReviewSession
import TerminalCanvas

extension Painter {
    /// The rows of the text of a dialog that scrolls, and those that its box shows; nil for other dialogs.
    ///
    /// - Complexity: O(rows).
    func dialogScroll<Host: DialogHost>(_ host: Host) -> (rows: Int, visible: Int)? {
        guard let open = host.dialog else { return nil }
        guard let painted = open as? any PaintedDialog<Host> else { return usualExtent(open, host) }
        return painted.extent(self, host)
    }

    /// What keys scroll by, in the lower edge of a box whose text is longer than it.
    mutating func scrollNote(rows: Int, visible: Int, top: Int, keys: String, in area: Rect) {
        guard rows > visible else { return }
        let left = rows - visible - top
        let text = left > 0 ? " \(left) more \(left == 1 ? "line" : "lines") · \(keys) scroll " : " \(keys) scroll "
        wordsRight(text, maxX: area.maxX - 1, y: area.maxY, width: 40, .muted)
    }
}
