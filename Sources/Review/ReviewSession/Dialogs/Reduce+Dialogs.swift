import RoundModel

extension DialogHost {
    /// Lays a dialog over the screen, in place of the one that is there.
    public mutating func open(_ dialog: any Dialog<Self>) { self.dialog = dialog }

    /// Takes the dialog away.
    public mutating func close() { dialog = nil }

    /// Does what a command without an argument asks for.
    mutating func perform(_ command: Command) -> [Effect] {
        if DialogCommands.everywhere.contains(command) { return performAid(command) }
        guard let open = dialog else { return performOnScreen(command) }
        // It closes what is on top; the one question that it asks itself it answers when it comes again.
        if command == .interrupt { return open.interrupt(in: &self) }
        return open.action(for: command, in: self).map { change($0) } ?? []
    }

    /// Does something to the dialog that is open.
    ///
    /// A row or a value that it does not have changes nothing: it may have been drawn before the dialog changed.
    mutating func change(_ action: DialogAction) -> [Effect] {
        guard var open = dialog else { return [] }
        switch action {
        case .confirm: return open.confirm(in: &self)
        case .cancel: return open.cancel(in: &self)
        case .perform(let command): return open.perform(command, in: &self)
        case .choose(let row):
            let rows = open.rows(in: self)
            guard row >= 0, rows.isEmpty || row < rows.count else { return [] }
            open.choose(row: row, in: &self)
        case .move(let move): open.move(move.bounded, in: &self)
        case .set(let id, let value):
            guard let field = open.fields(in: self).first(where: { $0.id == id }),
                field.choices.isEmpty || field.takesOthers || field.choices.contains(value)
            else { return [] }
            open.set(id, to: value, in: &self)
        case .turn(let id, let steps): open.turn(id, by: min(max(steps, -DialogMove.most), DialogMove.most), in: &self)
        case .edit(let edit): open.edit(edit, in: &self)
        case .fill(let text):
            open.edit(.clear, in: &self)
            if !text.isEmpty { open.edit(.insert(text), in: &self) }
        case .refuse(let problem): open.refuse(problem)
        case .answer(let text): return answer(text, to: open)
        }
        dialog = open
        return []
    }

    private mutating func answer(_ text: String, to open: any Dialog<Self>) -> [Effect] {
        if open.takes(line: text) { return change(.fill(text)) }
        switch open.answer(text, in: self) {
        case .actions(let actions)?: return actions.flatMap { change($0) }
        case .same?: break
        case .refused(let why)?: refuse(why)
        case nil: refuse("\"\(text)\" is not an answer to this question")
        }
        return []
    }

    /// Keeps what a dialog is scrolled down by within its text.
    public mutating func clampDialog() {
        guard let end = dialogRoom.end, var open = dialog, open.scrolls else { return }
        open.scroll(to: min(max(0, open.scroll), end))
        dialog = open
    }

    /// What a dialog is scrolled down by after a move.
    func scrolled(_ scroll: Int, by move: DialogMove) -> Int {
        let page = max(1, dialogRoom.rows - 1)
        let end = dialogRoom.end ?? 0
        let next: Int
        switch move {
        case .rows(let rows): next = scroll + rows
        case .pages(let pages): next = scroll + pages * page
        case .first: next = 0
        case .last: next = end
        }
        return min(max(0, next), end)
    }
}
