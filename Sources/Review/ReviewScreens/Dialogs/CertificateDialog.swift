import ReviewAudit
import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety

extension CertificateDialog: PaintedDialog {
    func paint(_ painter: inout Painter, _ state: ReviewState) { painter.certificateDialog(state, self) }

    func extent(_ painter: Painter, _ state: ReviewState) -> (rows: Int, visible: Int)? {
        guard form == nil, let plan = state.certificate.plan else { return nil }
        let rows = painter.certificateRows(state, plan, width: painter.certificateWidth)
        return (rows.count, painter.certificateHeight(rows.count))
    }
}

extension Painter {
    /// Draws what a certificate is to be planned with, or where the present plan stands.
    mutating func certificateDialog(_ state: ReviewState, _ open: CertificateDialog) {
        if let form = open.form {
            certificateForm(state, open, form)
        } else {
            certificatePlan(state, open)
        }
    }

    private mutating func certificateForm(_ state: ReviewState, _ open: CertificateDialog, _ form: CertificateForm) {
        let rows = CertificateForm.Row.allCases
        let width = min(canvas.size.columns - 4, 76)
        let texts = Self.formNotes(state, form)
        let notes = self.rows(of: texts, width: width - 4)
        let outlook = state.outlook(of: form)
        let height = rows.count + (outlook?.powerTable.count ?? 0) + notes + 6
        let hasPicture = outlook != nil && canvas.size.rows >= height + Self.powerPicture
        let area = box(
            width: width,
            height: height + (hasPicture ? Self.powerPicture : 0),
            title: "certify a threshold: fix the plan"
        )
        for row in rows {
            let y = area.y + row.rawValue
            let style = choiceRow(row.rawValue, in: area, y: y, isChosen: row.rawValue == form.row)
            let value = state.text(of: row, in: form)
            let at = min(36, max(2 + self.width(row.title) + 2, area.width - self.width(value)))
            words(row.title, x: area.x + 2, y: y, width: at - 3, style)
            words(value, x: area.x + at, y: y, width: area.width - at, style)
        }
        var y = area.y + rows.count + 1
        if let outlook { y = power(outlook, state, in: area, y: y, hasPicture: hasPicture) }
        let room = max(0, area.maxY - 2 - y)
        self.notes(texts, in: Rect(x: area.x, y: y, width: area.width, height: min(notes, room)))
        let change = "\(key(.next, .previous)) choose, \(key(.stepDown, .stepUp)) change"
        let help = "\(key(.confirm)) fixes it, \(change), \(key(.cancel)) closes"
        certificateProblem(open.problem, in: area, otherwise: help)
    }

    /// What the plan of a form comes to in this round, and what fixing it does; what matters most stands first.
    static func formNotes(_ state: ReviewState, _ form: CertificateForm) -> [(text: String, role: ThemeRole)] {
        var notes: [(String, ThemeRole)] = []
        switch state.preview(of: form) {
        case .success(let plan)?:
            notes.append(("\(plan.sampling): \(plan.candidates)", .value))
            if let outlook = state.outlook(of: form) { notes.append((outlook.allowanceText, .label)) }
            if let fewer = plan.fewerText(asked: form.isPresent ? 1 : form.candidates) {
                notes.append((fewer, .warning))
            }
        case .failure(let problem)?: notes.append((problem.message, .warning))
        case nil: notes.append(("working the plan out …", .muted))
        }
        let kept = "The review keeps the plan before its first verdict."
        let replaced = state.certificate.plan.map {
            " It replaces plan \($0.number); each plan adds its own δ to the risk."
        }
        notes.append((kept + (replaced ?? ""), .label))
        return notes
    }

    private mutating func certificatePlan(_ state: ReviewState, _ open: CertificateDialog) {
        let plan = state.certificate.plan
        let rows = plan.map { certificateRows(state, $0, width: certificateWidth) } ?? []
        let height = certificateHeight(rows.count)
        let title = "certificate\(plan.map { ", plan \($0.number)" } ?? "")"
        let area = box(width: certificateWidth + 4, height: height + 5, title: title)
        guard plan != nil else {
            return certificateProblem(state.certificate.journal?.obstacle?.message, in: area, otherwise: "no plan yet")
        }
        let top = min(max(0, open.scroll), max(0, rows.count - height))
        spots.rowsBelow = max(0, rows.count - height) - top
        for (offset, row) in rows[top...].prefix(height).enumerated() {
            words(row.name, x: area.x, y: area.y + offset, width: 11, .muted)
            canvas.draw(row.text, x: area.x + 11, y: area.y + offset, width: area.width - 11, style: theme[row.role])
        }
        let keys = key(.next, .previous, .pageDown)
        scrollNote(rows: rows.count, visible: height, top: top, keys: keys, in: area)
        let step = state.certificate.nextStep.map { "\(key(.confirm)): \($0) · " } ?? ""
        certificateProblem(
            open.problem ?? state.certificate.problem?.message,
            in: area,
            otherwise: "\(step)\(key(.otherPlan)): another plan · \(key(.cancel)) closes"
        )
    }

    /// The room across for the plan and what came of it, inside its box.
    var certificateWidth: Int { max(12, min(canvas.size.columns - 4, 92) - 4) }

    /// The rows that are shown of it above the row that names keys: all, or on a small screen some, which scroll.
    func certificateHeight(_ rows: Int) -> Int {
        max(1, min(canvas.size.rows - 5, max(12, min(rows, canvas.size.rows - 11))))
    }

    /// A row of a plan: the first of a fact bears its name.
    struct CertificateRow {
        var name: String
        var text: SafeText
        var role: ThemeRole
    }

    /// The plan, its labels and what follows from them, broken to a width.
    func certificateRows(_ state: ReviewState, _ plan: KeptPlan, width: Int) -> [CertificateRow] {
        var rows: [CertificateRow] = []
        func add(_ name: String, _ text: String, _ role: ThemeRole) {
            let lines = SafeText(symbols.words(text)).wrapped(to: max(8, width - 11))
            rows += lines.enumerated().map { CertificateRow(name: $0 == 0 ? name : "", text: $1, role: role) }
        }
        add("promise", "\(plan.promise) (\(plan.levels))", .label)
        if let status = state.certificate.status {
            add("checked", status.progress, .value)
            let role: ThemeRole = status.passed == nil ? .warning : .accepted
            for line in status.result { add("", line, status.isSettled ? role : .label) }
            for line in status.changes.lines(isDerived: plan.isDerived) { add("changed", line, .warning) }
        } else if state.certificate.problem == nil {
            add("", "drawing the sample …", .muted)
        }
        add("candidates", plan.candidates, .label)
        add("sample", plan.sampling, .label)
        if let outlook = state.certificate.outlook {
            add("allowed", outlook.allowanceText, .label)
            add("chance", outlook.powerText, .label)
        }
        if let history = state.certificate.history {
            if history.isRehearsal { add("rehearsal", CertificateHistory.rehearsalText, .warning) }
            if let text = history.text { add("plans", text, .label) }
            for line in history.lines { add("", line, .label) }
        }
        if let older = plan.olderText { add("older", older, .label) }
        add("hash", "\(plan.hash.prefix(32))…", .label)
        for (number, line) in (state.certificate.outlook?.candidateLines ?? []).enumerated() {
            add(number == 0 ? "each" : "", line, .label)
        }
        return rows
    }

    private mutating func certificateProblem(_ problem: String?, in area: Rect, otherwise: String) {
        let lines = SafeText(symbols.words(problem.map { SafeText.printable($0) } ?? otherwise)).wrapped(to: area.width)
        let top = area.maxY - min(2, lines.count)
        for (row, line) in lines.prefix(2).enumerated() {
            canvas.draw(
                line,
                x: area.x,
                y: top + row,
                width: area.width,
                style: theme[problem == nil ? .muted : .error]
            )
        }
    }
}
