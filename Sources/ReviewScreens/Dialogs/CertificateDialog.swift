import ReviewAudit
import ReviewSession
import RoundModel
import TerminalCanvas

extension Painter {
    /// Draws what a certificate is to be planned with, or where the present plan stands.
    mutating func certificateDialog(_ state: ReviewState, _ open: CertificateDialog) {
        if let form = open.form {
            certificateForm(state, open, form)
        } else {
            certificatePlan(state, open)
        }
    }

    /// What Enter does next with the present plan; nil while that is not known.
    static func certificateStep(_ state: ReviewState) -> String? {
        guard let status = state.certificate.status, state.certificate.problem == nil else { return nil }
        if status.passed != nil { return "take the thresholds over" }
        if status.isSettled, !status.plan.isAtAnyTime { return "plan anew" }
        return status.labelled.isEmpty ? "begin to label" : "go on labelling"
    }

    private mutating func certificateForm(_ state: ReviewState, _ open: CertificateDialog, _ form: CertificateForm) {
        let rows = CertificateForm.Row.allCases
        let area = box(
            width: min(canvas.size.columns - 4, 76),
            height: rows.count + 10,
            title: "certify a threshold: fix the plan"
        )
        for row in rows {
            let y = area.y + row.rawValue
            let style = choiceRow(row.rawValue, in: area, y: y, isChosen: row.rawValue == form.row)
            words(Self.name(of: row), x: area.x + 2, y: y, width: 34, style)
            words(Self.value(of: row, form), x: area.x + 36, y: y, width: area.width - 36, style)
        }
        var y = area.y + rows.count + 1
        var lines = [
            "The candidates are scores of this round, from strict to loose, at",
            "the present θ adv\(form.isPair ? "" : " and θ help"). The plan is kept before its first label.",
        ]
        if let plan = state.certificate.plan {
            lines.append("It takes the place of plan \(plan.number); each plan spends its own δ.")
        }
        for line in lines {
            words(line, x: area.x, y: y, width: area.width, .label)
            y += 1
        }
        let change = "\(key(.next, .previous)) choose, \(key(.stepDown, .stepUp)) change"
        let help = "\(key(.confirm)) fixes it, \(change), \(key(.cancel)) closes"
        certificateProblem(open.problem, in: area, otherwise: help)
    }

    private mutating func certificatePlan(_ state: ReviewState, _ open: CertificateDialog) {
        let width = min(canvas.size.columns - 4, 92)
        let plan = state.certificate.plan
        let area = box(width: width, height: 16, title: "certificate\(plan.map { ", plan \($0.number)" } ?? "")")
        guard let plan else {
            return certificateProblem(state.certificate.journal?.obstacle?.message, in: area, otherwise: "no plan yet")
        }
        var y = area.y
        let facts = [
            ("promise", "\(plan.promise) (\(plan.levels))"), ("candidates", plan.candidates),
            ("sample", plan.sampling), ("hash", "\(plan.hash.prefix(32))…"),
        ]
        for (name, text) in facts { y = fact(name, text, .label, area, y) }
        y += 1
        if let status = state.certificate.status {
            y = fact("labels", status.progress, .value, area, y)
            let role: ThemeRole = status.passed == nil ? .warning : .accepted
            for line in status.result { y = fact("", line, status.isSettled ? role : .label, area, y) }
        } else if state.certificate.problem == nil {
            words("drawing the sample …", x: area.x, y: y, width: area.width, .muted)
        }
        let step = Self.certificateStep(state).map { "\(key(.confirm)): \($0) · " } ?? ""
        certificateProblem(
            open.problem ?? state.certificate.problem?.message,
            in: area,
            otherwise: "\(step)\(key(.nextFormat)): another plan · \(key(.cancel)) closes"
        )
    }

    /// A name and a text that may take several rows.
    private mutating func fact(_ name: String, _ text: String, _ role: ThemeRole, _ area: Rect, _ y: Int) -> Int {
        words(name, x: area.x, y: y, width: 11, .muted)
        let room = area.width - 11
        let lines = SafeText(symbols.words(text)).wrapped(to: room)
        for (row, line) in lines.enumerated() where y + row < area.maxY - 2 {
            canvas.draw(line, x: area.x + 11, y: y + row, width: room, style: theme[role])
        }
        return y + lines.count
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

    static func name(of row: CertificateForm.Row) -> String {
        switch row {
        case .alpha: "α  at most this share wrong"
        case .delta: "δ  chance that it is not so"
        case .thresholds: "sought"
        case .candidates: "candidates of θ safety"
        case .labels: "labels"
        case .judged: "judged"
        }
    }

    static func value(of row: CertificateForm.Row, _ form: CertificateForm) -> String {
        switch row {
        case .alpha: return "\(DecimalText.exact(form.alpha, atLeast: 2))"
        case .delta: return "\(DecimalText.exact(form.delta, atLeast: 2))"
        case .thresholds: return form.isPair ? "θ safety and θ help" : "θ safety"
        case .candidates: return DecimalText.grouped(form.candidates)
        case .labels:
            if let labels = form.labels { return "\(DecimalText.grouped(labels)), as the last result asks" }
            // A small round takes fewer, a look at any time more.
            let count = form.wish.labels(forMistakes: form.mistakes).map { "about \(DecimalText.grouped($0))" }
            let mistakes = form.mistakes == 0 ? "no mistake" : DecimalText.counted(form.mistakes, "mistake")
            return "\(count ?? "all"), room for \(mistakes)"
        case .judged: return form.isAtAnyTime ? "at any time, by more labels" : "once, when all are there"
        }
    }
}
