import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension Painter {
    /// Where a note is typed, with the item that it is for.
    mutating func noteDialog(_ state: ReviewState, _ note: NoteDialog) {
        let width = min(canvas.size.columns - 4, 76)
        let name = self.name(state.name(of: note.item).bytes, width: max(8, width - 20))
        let area = box(width: width, height: note.other == nil ? 7 : 8, title: "note on \(name)")
        foreign(ScreenWords.beginning(of: note.item, state), x: area.x, y: area.y, width: area.width, theme[.muted])
        let label = words("note ", x: area.x, y: area.y + 2, width: area.width, .label)
        entry(note.entry, x: area.x + label, y: area.y + 2, width: area.width - label)
        let help = "\(key(.confirm)) keeps it, an empty one takes it off"
        words(help, x: area.x, y: area.y + 4, width: area.width, .muted)
        guard let other = note.other else { return }
        let turn = "\(key(.nextFormat)) writes it on \(self.name(state.name(of: other).bytes, width: 24)) instead"
        words(turn, x: area.x, y: area.y + 5, width: area.width, .muted)
    }

    /// Draws what can be judged item after item.
    mutating func queueDialog(_ state: ReviewState, _ queue: QueueDialog) {
        let choices = QueueChoice.allCases
        let area = box(
            width: min(canvas.size.columns - 4, 76),
            height: choices.count + 8,
            title: "judge item after item"
        )
        for (row, choice) in choices.enumerated() {
            let size = state.size(of: choice).map { DecimalText.counted($0, "item") } ?? ""
            let title = Self.title(of: choice, state)
            choiceRow(row, title, size, in: area, y: area.y + row, isChosen: row == queue.row)
        }
        var y = area.y + choices.count + 1
        if case .estimation = choices[queue.row] {
            let blind =
                queue.isBlind
                ? "blind: scores and call stay hidden until your answer is in"
                : "open: such answers say nothing about agreement"
            words(blind, x: area.x, y: y, width: area.width, queue.isBlind ? .label : .warning)
        } else {
            words(
                "finds mistakes, and says nothing about how many there are",
                x: area.x,
                y: y,
                width: area.width,
                .label
            )
        }
        y += 1
        let goal = words("goal ", x: area.x, y: y, width: area.width, .muted)
        let count = DecimalText.counted(queue.goal, "answer")
        let text = words(count, x: area.x + goal, y: y, width: area.width - goal, .value)
        words(Self.goalText(queue.goal), x: area.x + goal + text, y: y, width: area.width - goal - text, .muted)
        y += 2
        if let problem = queue.problem {
            words(problem, x: area.x, y: y, width: area.width, .error)
        } else {
            let goal = "\(key(.stepDown, .stepUp)) change the goal"
            let help = "\(key(.confirm)) begins, \(goal), \(key(.nextFormat)) blind or open"
            words(help, x: area.x, y: y, width: area.width, .muted)
        }
    }

    static func title(of choice: QueueChoice, _ state: ReviewState) -> String {
        switch choice {
        case .estimation(let bucket): "a sample of \(bucket.letter) \(bucket.name)"
        case .hunt: "what lies nearest to \(state.thresholds.chosen.title), both sides in turn"
        case .list: "the list from the cursor on"
        case .hits:
            state.find.search.map { "all with \(SafeText.printable(String($0.pattern.title.prefix(40))))" }
                ?? "what a search found"
        case .disputed: "what reviewers disagree on"
        }
    }

    /// What a goal buys where each mistake is one too many.
    static func goalText(_ goal: Int) -> String {
        let certify = [59, 93, 124, 153, 181, 208]
        guard let mistakes = certify.firstIndex(of: goal) else { return "" }
        let found = mistakes == 0 ? "no mistake" : "at most \(DecimalText.counted(mistakes, "mistake"))"
        return ": with \(found) found, under 5 % are wrong"
    }

    mutating func confirmLossDialog(_ state: ReviewState, _ why: String) {
        let area = box(width: min(canvas.size.columns - 4, 72), height: 8, title: "not on the disk")
        let count = DecimalText.counted(state.verdicts.waiting.count, "change")
        words("\(count) of this review could not be kept:", x: area.x, y: area.y, width: area.width, .label)
        let lines = SafeText(symbols.words(SafeText.printable(why))).wrapped(to: area.width)
        for (row, line) in lines.prefix(2).enumerated() {
            canvas.draw(line, x: area.x, y: area.y + 1 + row, width: area.width, style: theme[.error])
        }
        yesOrNo("leave and lose them", "stay", x: area.x, y: area.y + 4, width: area.width)
    }
}
