import ReviewAudit
import RoundModel

/// The dialog in which a queue is chosen.
public struct QueueDialog: Dialog {
    public static let id: DialogID = "queue"
    public static let opener: Command? = .openQueue
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.rows)
        .adding([
            .stepUp: .turn(goalField, by: 1), .stepDown: .turn(goalField, by: -1),
            .toggleBlind: .turn(blindField, by: 1), .toggleDensity: .turn(densityField, by: 1),
        ])
        .adding(DialogCommands.own(.typeThreshold))

    private static let goalField = "goal"
    private static let blindField = "blind"
    private static let densityField = "drawn"
    /// Blind, and some items come a second time.
    private static let twice = "twice"

    /// The row under the cursor, from 0, in `QueueChoice.allCases`.
    public internal(set) var row = 0
    /// Answers that are wanted; nil for the queue's usual goal.
    var wanted: Int?
    /// Whether scores and call are to be hidden, where the queue can be blind.
    public internal(set) var isBlind = true
    /// Whether a sample is to be drawn more densely near the lines, where nothing was planned.
    public internal(set) var isDense = false
    /// Whether some items of a blind sample are to come a second time.
    public internal(set) var repeatsSome = false
    /// Why the last attempt was refused.
    public internal(set) var problem: String?

    /// A goal is at most this.
    private static let largestGoal = 100_000

    /// The goal that somebody typed; nil where it is none.
    static func goal(_ typed: String) -> Int? {
        DecimalText.ungrouped(typed.filter { $0 != " " }).flatMap { (1...largestGoal).contains($0) ? $0 : nil }
    }

    /// What to say where it is none.
    static let goalRefusal = "a goal is a number of items, from 1 to \(DecimalText.grouped(largestGoal))"

    public init(row: Int = 0, goal: Int? = nil, repeatsSome: Bool = false) {
        self.row = row
        wanted = goal
        self.repeatsSome = repeatsSome
    }

    /// Answers that are wanted.
    public func goal(in review: ReviewState) -> Int {
        wanted ?? offer(in: review)?.labels ?? choice.usualGoal(in: review)
    }

    /// False where the goal is the usual one, which nobody chose.
    func isGoalChosen(in review: ReviewState) -> Bool { wanted != nil || offer(in: review) != nil }

    /// What the row under the cursor stands for.
    public var choice: QueueChoice { QueueChoice.allCases[row] }

    /// The same with another queue chosen, all else as it is.
    public func choosing(_ choice: QueueChoice) -> QueueDialog {
        var other = self
        other.row = QueueChoice.allCases.firstIndex(of: choice) ?? row
        return other
    }

    public func pendingWork(in review: ReviewState) -> PendingWork? { review.awaitsOffers ? .queue : nil }

    public func title(in review: ReviewState) -> String { "open a queue" }

    public func rows(in review: ReviewState) -> [DialogRow] {
        QueueChoice.allCases.map { choice in
            DialogRow(
                choice.title(in: review),
                detail: review.size(of: choice).map { choice.sizeText($0, in: review) } ?? ""
            )
        }
    }

    public func chosenRow(in review: ReviewState) -> Int? { row }

    public func fields(in review: ReviewState) -> [DialogField] {
        let (goal, goals) = (goal(in: review), offer(in: review).map(\.goals) ?? choice.goals(in: review))
        let at = goals.firstIndex { $0 >= goal } ?? goals.count - 1
        return [
            DialogField(
                Self.goalField,
                value: "\(goal)",
                choices: goals.map { "\($0)" },
                isRing: false,
                takesOthers: true,
                position: at
            ),
            DialogField(
                Self.blindField,
                value: isBlind ? repeatsSome ? Self.twice : "yes" : "no",
                choices: ["yes", Self.twice, "no"]
            ),
            DialogField(Self.densityField, value: isDense ? "denser" : "evenly", choices: ["evenly", "denser"]),
        ]
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        [
            CommandHint(.confirm, "begin"), CommandHint(keys: [.next, .previous], title: "choose", separator: " "),
            CommandHint(.cancel, "close"), CommandHint(keys: [.stepDown, .stepUp], title: "goal"),
            CommandHint(.typeThreshold, "type it"), CommandHint(.toggleBlind, "blind"),
            CommandHint(.toggleDensity, "denser"),
        ]
    }

    public mutating func choose(row: Int, in review: inout ReviewState) {
        self.row = row
        problem = nil
    }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        if field == Self.goalField {
            if let goal = Self.goal(value) { wanted = goal }
        } else if field == Self.densityField {
            isDense = value == "denser"
        } else {
            isBlind = value != "no"
            repeatsSome = value == Self.twice
        }
        problem = nil
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        review.start(self)
        return []
    }

    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        review.open(GoalDialog(self))
        return []
    }

    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        switch (word, value) {
        case (Self.goalField, _):
            guard let wanted = value.flatMap({ Self.goal($0) }) else { return .refused(Self.goalRefusal) }
            return .actions([.set(Self.goalField, to: "\(wanted)")])
        case ("blind", nil):
            return isBlind && !repeatsSome ? .same : .actions([.set(Self.blindField, to: "yes")])
        case ("twice", nil):
            return isBlind && repeatsSome ? .same : .actions([.set(Self.blindField, to: Self.twice)])
        case ("denser", nil): return isDense ? .same : .actions([.set(Self.densityField, to: "denser")])
        case ("evenly", nil): return isDense ? .actions([.set(Self.densityField, to: "evenly")]) : .same
        case ("open", nil): return isBlind ? .actions([.set(Self.blindField, to: "no")]) : .same
        case (_, _): return usualAnswer(word, value, in: review)
        }
    }
}
