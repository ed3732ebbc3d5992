import ItemFilter
import ReviewScreens
import ReviewSession
import RoundModel
import Verdicts

/// Reads the answers to questions that have rows, a word or a number each.
enum PlainForm {
    static func intent(of line: String, in state: ReviewState, _ table: CommandTable) -> PlainIntent {
        var words = line.parts(at: " ", most: 2)
        if let first = words.first, let name = first.behind(":"), !name.isEmpty { words[0] = name }
        guard let first = words.first else { return .again }
        let value = words.count == 2 ? words[1].trimmed : nil
        switch state.dialog {
        case .queue(let queue): if let found = answer(first, value, queue) { return found }
        case .bulk(let bulk): if let found = answer(first, value, bulk) { return found }
        case .export(let export): if let found = answer(first, value, export) { return found }
        case .certificate(let open): if let found = PlainCertificate.answer(first, value, open) { return found }
        case .facets(let facets): if let found = answer(first, value, facets, state) { return found }
        case .confirmQuit, .confirmLoss:
            if value == nil, first == "y" { return .actions([[.command(.confirm)]]) }
            if value == nil, first == "n" { return .actions([[.command(.cancel)]]) }
        default: break
        }
        let meant: Set<Command>
        switch state.dialog {
        case .queue: meant = [.next, .previous, .first, .last, .stepUp, .stepDown, .nextFormat, .openQueue, .read]
        case .bulk:
            meant = [
                .next, .previous, .stepUp, .stepDown, .agree, .callUnsafe, .callSafe, .callHelpful, .callNotHelpful,
                .callUnsure, .flag, .judgeMany, .read,
            ]
        case .certificate: meant = [.next, .previous, .stepUp, .stepDown, .nextFormat, .openCertificate, .read]
        case .export: meant = [.nextFormat, .toggleReplace]
        case .facets: meant = [.nextFormat, .nextTab, .previousTab, .pageDown, .pageUp, .first, .last, .facets]
        default: meant = []
        }
        return command(
            words.joined(separator: " "),
            in: state,
            table,
            meant: meant.union([.confirm, .cancel, .back, .quit])
        )
    }

    /// A command in a question, where it is one of those that mean something there.
    static func command(
        _ line: String,
        in state: ReviewState,
        _ table: CommandTable,
        meant: Set<Command>
    ) -> PlainIntent {
        switch line {
        case "yes", "ok", "confirm", "begin": return .actions([[.command(.confirm)]])
        case "no", "cancel", "close": return .actions([[.command(.cancel)]])
        case "", "help", "?": return .again
        default: break
        }
        switch PlainName.meaning(line, in: state, table) {
        case .command(.help): return .again
        case .command(let command) where meant.contains(command) || table.entry(of: command)?.scope == .everywhere:
            if let reason = PlainRefusal.reason(for: command) { return .refused(reason) }
            return .actions([[.command(command)]])
        case .command(let command):
            return .refused("\(command.rawValue) has no meaning in this question; cancel closes it")
        case .word(let word): return .refused("\(word.rawValue) has no meaning in this question; cancel closes it")
        case .problem:
            return .refused("\"\(line)\" answers nothing here; help tells the question again, cancel closes it")
        }
    }

    /// The number of a row, from 0, as it was typed from 1; a refusal where there is none such.
    private static func row(_ text: String, of count: Int) -> Result<Int, Refusal>? {
        guard let number = Int(text) else { return nil }
        return (1...max(1, count)).contains(number) && count > 0
            ? .success(number - 1) : .failure(Refusal(text: "there are rows 1 to \(count)"))
    }

    struct Refusal: Error { var text: String }

    private static func repeated(_ command: Command, _ count: Int) -> [Action] {
        Array(repeating: .command(command), count: max(0, count))
    }

    // MARK: Queue

    private static func answer(_ first: String, _ value: String?, _ queue: QueueDialog) -> PlainIntent? {
        switch row(first, of: QueueChoice.allCases.count) {
        case .success(let row): return .actions([[.command(.first)] + repeated(.next, row)])
        case .failure(let refusal): return .refused(refusal.text)
        case nil: break
        }
        switch first {
        case "goal":
            let goals = QueueDialog.goals
            let known = goals.map(DecimalText.grouped).joined(separator: " ")
            guard let wanted = value.flatMap({ Int($0.filter { $0 != "," }) }), let to = goals.firstIndex(of: wanted)
            else { return .refused("a goal is one of \(known)") }
            let from = goals.firstIndex { $0 >= queue.goal } ?? goals.count - 1
            return .actions([repeated(to > from ? .stepUp : .stepDown, abs(to - from))])
        case "blind" where value == nil: return queue.isBlind ? .again : .actions([[.command(.nextFormat)]])
        case "open" where value == nil: return queue.isBlind ? .actions([[.command(.nextFormat)]]) : .again
        default: return nil
        }
    }

    // MARK: Many at once

    /// What is typed for an answer.
    static func word(for answer: Answer) -> String { answer == .notHelpful ? "not-helpful" : answer.rawValue }

    private static func answer(_ first: String, _ value: String?, _ bulk: BulkDialog) -> PlainIntent? {
        let scopes = BulkScope.allCases
        switch row(first, of: scopes.count) {
        case .success(let row):
            let now = scopes.firstIndex(of: bulk.scope) ?? 0
            return .actions([repeated(.next, (row - now + scopes.count) % scopes.count)])
        case .failure(let refusal): return .refused(refusal.text)
        case nil: break
        }
        let answers = BulkDialog.answers
        let typed = [first, value].compactMap { $0 }.joined(separator: "-")
        guard let to = answers.firstIndex(where: { word(for: $0) == typed }) else { return nil }
        // From no choice the first step leads to the first one.
        let now = bulk.answer.flatMap { answers.firstIndex(of: $0) } ?? -1
        return .actions([repeated(.stepUp, (to - now + answers.count) % answers.count)])
    }

    // MARK: Export

    private static func answer(_ first: String, _ value: String?, _ export: ExportDialog) -> PlainIntent? {
        switch first {
        case "1", "folder":
            guard let value else { return .refused("the folder's path is missing, as in folder round-4") }
            return .actions([[.edit(.clear), .edit(.insert(value))]])
        case "2", "format":
            let all = ExportFormat.allCases
            guard let value else { return .actions([[.command(.nextFormat)]]) }
            guard let to = all.firstIndex(where: { $0.rawValue == value }) else {
                return .refused("the formats are \(all.map(\.rawValue).joined(separator: ", "))")
            }
            let now = all.firstIndex(of: export.format) ?? 0
            return .actions([repeated(.nextFormat, (to - now + all.count) % all.count)])
        case "3", "replace":
            switch value {
            case nil: return .actions([[.command(.toggleReplace)]])
            case "yes", "no":
                return (value == "yes") == export.replace ? .again : .actions([[.command(.toggleReplace)]])
            default: return .refused("replace is yes or no")
            }
        default: return nil
        }
    }

    // MARK: Facets

    private static func answer(
        _ first: String,
        _ value: String?,
        _ open: FacetDialog,
        _ state: ReviewState
    ) -> PlainIntent? {
        let facets = state.find.facets
        func pick(_ text: String, _ command: Command) -> PlainIntent? {
            switch row(text, of: facets.values.count) {
            case .success(let row): .actions([[.command(.first)] + repeated(.next, row) + [.command(command)]])
            case .failure(let refusal): .refused(refusal.text)
            case nil: nil
            }
        }
        switch (first, value) {
        case (_, nil) where Int(first) != nil: return pick(first, .confirm)
        case ("only", let value?): return pick(value, .confirm)
        case ("not", let value?): return pick(value, .flag)
        case ("more", nil):
            let next = (open.row / PlainTeller.facetPage + 1) * PlainTeller.facetPage
            guard next < facets.values.count else { return .refused("these were the last values") }
            return .actions([[.command(.first)] + repeated(.next, next)])
        case ("field", let value):
            let fields = facets.fields ?? []
            guard let value else { return .actions([[.command(.nextFormat)]]) }
            let named = fields.firstIndex { $0.name == value }
            guard let to = named ?? Int(value).map({ $0 - 1 }), fields.indices.contains(to) else {
                return .refused("there are fields 1 to \(fields.count)")
            }
            return .actions([repeated(.nextFormat, (to - open.field + fields.count) % fields.count)])
        default: return nil
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let text = unicodeScalars.drop { $0 == " " }
        guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
        return String(text[...last])
    }
}
