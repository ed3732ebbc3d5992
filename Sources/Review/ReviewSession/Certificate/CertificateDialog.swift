import RoundModel

/// The dialog of a certificate: what is to be planned, or where the present plan stands.
public struct CertificateDialog: Dialog {
    public static let id: DialogID = "certificate"
    public static let opener: Command? = .openCertificate
    public static let commands = DialogCommands.panel
        .adding(DialogCommands.rows)
        .adding(DialogCommands.own(.otherPlan))

    /// What is to be planned; nil where the present plan is shown.
    public internal(set) var form: CertificateForm?
    /// Why the last attempt was refused.
    public internal(set) var problem: String?
    /// Rows of the present plan that are scrolled over.
    public internal(set) var scroll = 0

    public init(form: CertificateForm? = nil) { self.form = form }

    public var scrolls: Bool { form == nil }

    public func rows(in review: ReviewState) -> [DialogRow] {
        form.map { form in
            CertificateForm.Row.allCases.map { DialogRow($0.title, detail: review.text(of: $0, in: form)) }
        } ?? []
    }

    public func chosenRow(in review: ReviewState) -> Int? { form?.row }

    public func fields(in review: ReviewState) -> [DialogField] {
        form.map { form in CertificateForm.Row.allCases.map { form.field($0) } } ?? []
    }

    public func action(for command: Command, in review: ReviewState) -> DialogAction? {
        if command == Self.opener { return .cancel }
        guard let row = form.flatMap({ CertificateForm.Row(rawValue: $0.row) }) else {
            return DialogCommands.rows[command] ?? Self.commands[command]
        }
        let steps: [Command: Int] = [.stepUp: 1, .stepDown: -1]
        return steps[command].map { .turn(row.name, by: $0) } ?? Self.commands[command]
    }

    public func hints(in review: ReviewState) -> [CommandHint] {
        let close = CommandHint(.cancel, "close")
        guard form == nil else {
            let back = review.certificate.plan == nil ? [] : [CommandHint(.otherPlan, "the present plan")]
            return [
                CommandHint(.confirm, "fix the plan"),
                CommandHint(keys: [.next, .previous], title: "choose", separator: " "),
                CommandHint(keys: [.stepDown, .stepUp], title: "change"),
            ] + back + [close]
        }
        let goOn = review.certificate.nextStep.map { [CommandHint(.confirm, $0)] } ?? []
        return goOn + [CommandHint(.otherPlan, "another plan"), close]
    }

    public mutating func scroll(to line: Int) {
        scroll = line
        problem = nil
    }

    public mutating func choose(row: Int, in review: inout ReviewState) {
        form?.row = row
        problem = nil
    }

    public mutating func set(_ field: DialogField.ID, to value: String, in review: inout ReviewState) {
        form?.set(field, to: value)
        problem = nil
    }

    public mutating func turn(_ field: DialogField.ID, by steps: Int, in review: inout ReviewState) {
        // What the last result asked for is left first, which changes nothing else.
        if field == CertificateForm.Row.labels.name, let form, form.labels != nil {
            return set(field, to: "\(form.mistakes)", in: &review)
        }
        usualTurn(field, by: steps, in: &review)
    }

    public func confirm(in review: inout ReviewState) -> [Effect] {
        var open = self
        open.problem = nil
        review.dialog = open
        if let form { review.fix(form, open) } else { review.goOn(open) }
        return []
    }

    public func cancel(in review: inout ReviewState) -> [Effect] {
        review.certificate.dropWish()
        review.close()
        return []
    }

    /// From the plan to a form for another, and back.
    public func perform(_ command: Command, in review: inout ReviewState) -> [Effect] {
        var open = self
        open.problem = nil
        if form == nil {
            open.form = review.certificate.nextForm
        } else if review.certificate.plan != nil {
            open.form = nil
        }
        review.dialog = open
        return []
    }

    public func answer(_ word: String, _ value: String?, in review: ReviewState) -> DialogAnswer? {
        if word == "another", value == nil { return .actions([.perform(.otherPlan)]) }
        guard let form, let number = Int(word) else { return nil }
        guard let row = CertificateForm.Row(rawValue: number - 1) else {
            return .refused("there are rows 1 to \(CertificateForm.Row.allCases.count)")
        }
        let way = DialogAction.choose(row: row.rawValue)
        guard let value else { return .actions([way, .turn(row.name, by: 1)]) }
        guard let wanted = form.value(of: row, typed: value) else {
            return .refused("\"\(value)\" is not a value of row \(number) (\(row.choices))")
        }
        return .actions([way, .set(row.name, to: wanted)])
    }
}
