import ItemFilter
import ReviewAudit
import ReviewScreens
import ReviewSession
import RoundModel
import Verdicts

/// A dialog with words of its own where there is no screen; others are told from what they consist of.
protocol ToldDialog: Dialog where Host == ReviewState {
    /// What it is about, its rows numbered, and what can be answered.
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String]

    /// What is wrong with what it was given, where the question does not tell; nil where nothing is.
    func refusal(by teller: PlainTeller, _ state: ReviewState) -> [String]?
}

extension ToldDialog {
    func refusal(by teller: PlainTeller, _ state: ReviewState) -> [String]? {
        purpose == .line ? problem.map { ["refused: \($0)"] } : nil
    }
}

extension PlainTeller {
    /// A dialog as a question; nothing where none is asked.
    func question(_ state: ReviewState) -> [String] {
        guard let open = state.dialog, open.purpose != .look else { return [] }
        return (open as? any ToldDialog)?.question(by: self, state) ?? usualQuestion(open, state)
    }

    private func usualQuestion(_ open: any Dialog<ReviewState>, _ state: ReviewState) -> [String] {
        var lines = ["\(foreign(open.title(in: state))):"] + open.text(in: state).map { foreign($0) }
        let rows = open.rows(in: state)
        let chosen = open.chosenRow(in: state)
        for (number, row) in rows.enumerated() {
            let detail = row.detail.isEmpty ? "" : ", \(row.detail)"
            lines.append(numbered(number, foreign(row.title + detail), isChosen: number == chosen))
        }
        for field in open.fields(in: state) {
            let choices = field.choices.map { $0 == field.value ? "\($0) (chosen)" : $0 }
            let value = choices.isEmpty ? field.value ?? "" : choices.joined(separator: ", ")
            lines.append("\(foreign(field.title)): \(foreign(value))")
        }
        if let line = open.line { lines.append("the line: \(foreign(line.text))") }
        guard open.purpose != .question else { return lines + ["? yes or no"] }
        let choose = rows.isEmpty ? "" : "a number chooses; "
        return lines + problem(open.problem) + ["? \(choose)confirm does it, cancel closes"]
    }
}

extension ThresholdDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] {
        [
            teller.thresholdLine(name, state),
            "? what \(name.title) is to be: 0.8, 600 accepted, 30 %, as baseline, or as FILE of another round",
        ]
    }
}

extension SearchDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] {
        ["? what to search for in prompts and responses; lower case finds both cases, an empty line ends a search"]
    }
}

extension FilterNameDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] {
        [
            "the filter is \(teller.foreign(state.find.filter?.text ?? ""))",
            "? a name for it; the review keeps it, and an empty line removes it",
        ]
    }
}

extension NoteDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] {
        let now = entry.scalars.isEmpty ? [] : ["your note is \(teller.foreign(entry.text))"]
        let name = teller.foreign(state.name(of: item).phrase)
        return [teller.foreign(ScreenWords.beginning(of: item, state), fitting: 72)] + now
            + ["? the note on \(name); an empty line removes it"]
    }
}

extension BulkCountDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] {
        let number = DecimalText.grouped(count)
        return [
            "this \(answer.effect(on: count))", "? \(number), the number of the items, judges them; cancel goes back",
        ]
    }

    func refusal(by teller: PlainTeller, _ state: ReviewState) -> [String]? { problem.map { ["refused: \($0)"] } }
}

extension LeaveExportDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] {
        ["an export is running; leaving now cancels it, and nothing is written", "? yes leaves, no stays"]
    }
}

extension LeaveVerdictsDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] {
        let choice = "? yes leaves and loses them, no stays"
        guard let why else { return text(in: state) + [choice] }
        let count = DecimalText.counted(state.verdicts.waiting.count, "change")
        return ["\(count) could not be kept: \(why)", choice]
    }
}

extension FilterDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.filterQuestion(state) }

    func refusal(by teller: PlainTeller, _ state: ReviewState) -> [String]? {
        guard let error else { return (problem ?? state.find.filterPreview?.problem).map { ["refused: \($0)"] } }
        // The line once more, parted where the trouble stands: a caret says nothing to who hears it.
        let scalars = entry.scalars
        let at = min(error.range.lowerBound, scalars.count)
        func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return teller.foreign(String(view))
        }
        return ["refused: \(error.message)", "  \(text(scalars[..<at])) ‹here› \(text(scalars[at...]))"]
    }
}

extension QueueDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.queueQuestion(state, self) }
}

extension BulkDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.bulkQuestion(state, self) }
}

extension CertificateDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.certificateQuestion(state, self) }
}

extension ExportDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.exportQuestion(self) }
}

extension CurvesDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.curvesQuestion(state, self) }
}

extension MenuDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.menuQuestion(state, self) }
}

extension FacetDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.facetQuestion(state, self) }
}

extension RowsDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] {
        text(in: state).map { teller.foreign($0) } + ["? the file to write, such as fraud.jsonl"]
    }
}

extension ColumnsDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.columnsQuestion(state, self) }
}

extension CrossDialog: ToldDialog {
    func question(by teller: PlainTeller, _ state: ReviewState) -> [String] { teller.crossQuestion(state, self) }
}

extension PlainTeller {
    fileprivate func menuQuestion(_ state: ReviewState, _ menu: MenuDialog) -> [String] {
        var lines: [String] = []
        var number = 0
        for part in menu.parts(in: state) {
            lines.append("\(part.title):")
            for command in part.commands {
                let title = table.entry(of: command)?.title ?? command.rawValue
                lines.append(numbered(number, "\(title) (\(name(of: command)))", isChosen: false))
                number += 1
            }
        }
        return lines + ["? a number does it, cancel closes"]
    }

    fileprivate func filterQuestion(_ state: ReviewState) -> [String] {
        var lines = state.find.filter.map { ["the filter is \(foreign($0.text))"] } ?? []
        for (number, filter) in state.find.filters.enumerated() {
            lines.append("  \(number + 1). \(foreign(filter.name)): \(foreign(filter.text))")
        }
        if let fields = state.find.fields, fields.isKnown {
            let names = fields.names
            let shown = names.prefix(30).map { foreign($0) }.joined(separator: ", ")
            if !names.isEmpty { lines.append("fields: \(shown)\(names.count > 30 ? ", and more" : "")") }
        }
        let named = state.find.filters.isEmpty ? "" : ", :1 takes the first that has a name"
        return lines + [
            "? which items to show, such as safety < 0.3 and category = fraud; an empty line shows all\(named)"
        ]
    }

    fileprivate func queueQuestion(_ state: ReviewState, _ queue: QueueDialog) -> [String] {
        var lines = ["open a queue:"]
        for (row, choice) in QueueChoice.allCases.enumerated() {
            let size = size(of: choice, state).map { ", \(choice.sizeText($0, in: state))" } ?? ""
            lines.append(numbered(row, choice.title(in: state) + size, isChosen: row == queue.row))
        }
        if case .estimation = queue.choice {
            lines.append(
                queue.isBlind
                    ? queue.blindText
                    : "open: such verdicts say nothing about agreement"
            )
        } else {
            lines.append("finds mistakes, but gives no error rate")
        }
        if let density = queue.densityText(in: state, nil) { lines.append(density) }
        lines.append("goal: \(queue.countText(in: state))" + (queue.meaning(in: state).map { " \($0)" } ?? ""))
        return lines + problem(queue.problem) + [
            "? a number chooses, goal 134 sets the goal, blind, twice or open, denser or evenly; confirm begins, cancel closes"
        ]
    }

    /// What a sample is drawn from is known without the index too.
    private func size(of choice: QueueChoice, _ state: ReviewState) -> Int? {
        if let size = state.size(of: choice) { return size }
        guard case .estimation(let bucket) = choice else { return nil }
        return state.round.columns.tally(state.thresholds.now, baseline: state.thresholds.now).counts[bucket]
    }

    fileprivate func bulkQuestion(_ state: ReviewState, _ bulk: BulkDialog) -> [String] {
        var lines = ["judge many at once:"]
        for (row, scope) in BulkScope.allCases.enumerated() {
            let size = state.count(of: scope).map { ", \(DecimalText.counted($0, "item"))" } ?? ""
            lines.append(numbered(row, scope.title(in: state) + size, isChosen: scope == bulk.scope))
        }
        let answers = BulkDialog.answers.map {
            $0 == bulk.answer ? "\(BulkDialog.word(for: $0)) (chosen)" : BulkDialog.word(for: $0)
        }
        lines.append("the verdict: \(answers.joined(separator: ", "))")
        if bulk.problem == nil, let count = state.count(of: bulk.scope), count > 0, let answer = bulk.answer {
            lines.append("confirming \(answer.effect(on: count)); one undo takes all of it back")
        }
        return lines + problem(bulk.problem) + ["? a number chooses, a word says what; confirm does it, cancel closes"]
    }

    fileprivate func certificateQuestion(_ state: ReviewState, _ open: CertificateDialog) -> [String] {
        guard let form = open.form else { return certificatePlan(state, open) }
        var lines = ["certify a threshold: fix the plan"]
        for row in CertificateForm.Row.allCases {
            lines.append("  \(row.rawValue + 1). \(row.title): \(state.text(of: row, in: form)) (\(row.choices))")
        }
        lines += ScreenWords.notes(on: form, state)
        if let outlook = state.outlook(of: form) { lines.append("chance to pass: \(outlook.powerText)") }
        let back = state.certificate.plan == nil ? "" : ", another goes back to the present plan"
        return lines + problem(open.problem) + [
            "? a number with a value sets a row, as in 1 0.1; confirm fixes the plan, cancel closes\(back)"
        ]
    }

    private func certificatePlan(_ state: ReviewState, _ open: CertificateDialog) -> [String] {
        guard let plan = state.certificate.plan else {
            return problem(state.certificate.journal?.obstacle?.message ?? "no plan yet") + ["? cancel closes"]
        }
        var lines = [
            "certificate, plan \(plan.number): \(plan.promise) (\(plan.levels))", "candidates: \(plan.candidates)",
            "sample: \(plan.sampling)", "hash: \(plan.hash)",
        ]
        if let status = state.certificate.status {
            lines += ["checked: \(status.progress)"] + status.result
            lines += status.changes.lines(isDerived: plan.isDerived)
        }
        if let outlook = state.certificate.outlook {
            lines += ["allowed: \(outlook.allowanceText)", "chance to pass: \(outlook.powerText)"]
            lines += outlook.candidateLines.map { "  \($0)" }
        }
        if let history = state.certificate.history {
            if history.isRehearsal { lines.append("rehearsal: \(CertificateHistory.rehearsalText)") }
            lines += (history.text.map { ["plans: \($0)"] } ?? []) + history.lines.map { "  \($0)" }
        }
        if let older = plan.olderText { lines.append("older: \(older)") }
        let step = state.certificate.nextStep.map { "confirm: \($0); " } ?? ""
        return lines + problem(open.problem ?? state.certificate.problem?.message)
            + ["? \(step)another fixes another plan, cancel closes"]
    }

    fileprivate func exportQuestion(_ export: ExportDialog) -> [String] {
        let formats = ExportFormat.allCases.map { $0 == export.format ? "\($0.rawValue) (chosen)" : $0.rawValue }
        var lines = [
            "export the sets:", "  1. folder: \(foreign(export.directory.text))",
            "  2. format: \(formats.joined(separator: ", "))",
            "  3. replace: \(export.replace ? "yes, an earlier export there is replaced" : "no")",
        ]
        for (index, field) in export.trainingFields.enumerated() {
            let others = field.choices.filter { $0 != field.value }
            let offer = others.isEmpty ? "" : " (or \(others.joined(separator: ", ")))"
            lines.append("  \(index + 4). \(field.id): \(foreign(field.value ?? ""))\(offer)")
        }
        if let preview = export.preview {
            lines.append("\(preview.replaces ? "replaces" : "writes") \(foreign(preview.path)):")
            lines += preview.files.map { "  \($0.name): \(export.content(of: $0))" }
        }
        lines += (export.present?.notes ?? []).map { foreign($0) }
        lines += [export.certificateText].compactMap { $0 }
        let trouble = export.problem ?? export.obstacle
        let ready = trouble == nil ? "confirm writes it, complete or not at all; " : ""
        return lines + problem(trouble) + [
            "? \(ready)a name with a value changes it, as in format preference or folder PATH; cancel closes"
        ]
    }

    func numbered(_ row: Int, _ text: String, isChosen: Bool) -> String {
        "\(isChosen ? Self.mark : "  ")\(row + 1). \(text)"
    }

    func problem(_ text: String?) -> [String] { text.map { ["refused: \($0)"] } ?? [] }

    /// What is wrong with the line that a dialog was given; nil where nothing is.
    func problem(in state: ReviewState) -> [String]? {
        guard let open = state.dialog else { return nil }
        if let told = open as? any ToldDialog { return told.refusal(by: self, state) }
        return open.purpose == .form ? nil : open.problem.map { ["refused: \($0)"] }
    }
}
