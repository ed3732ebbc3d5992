import ReviewSession
import RoundModel
import TerminalCanvas

extension NoteDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.noteDialog(state, self) }
}

extension Painter {
    /// Where a note is typed, with the item that it is for.
    mutating func noteDialog(_ state: ReviewState, _ note: NoteDialog) {
        let width = min(canvas.size.columns - 4, 76)
        let name = self.name(state.name(of: note.item).bytes, width: max(8, width - 20))
        var below: [DialogNote] = [("\(key(.confirm)) keeps it; an empty note removes it", .muted)]
        if let other = note.other {
            let other = self.name(state.name(of: other).bytes, width: 24)
            below.append(("\(key(.otherItem)) writes it on \(other) instead", .muted))
        }
        let area = box(width: width, height: 6 + rows(of: below, width: width - 4), title: "note on \(name)")
        foreign(ScreenWords.beginning(of: note.item, state), x: area.x, y: area.y, width: area.width, theme[.muted])
        let label = words("note ", x: area.x, y: area.y + 2, width: area.width, .label)
        entry(note.entry, x: area.x + label, y: area.y + 2, width: area.width - label)
        notes(below, in: Rect(x: area.x, y: area.y + 4, width: area.width, height: area.height - 4))
    }
}
