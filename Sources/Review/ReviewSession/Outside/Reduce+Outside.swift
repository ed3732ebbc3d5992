import RoundModel

extension ReviewState {
    func take(_ update: OutsideUpdate) -> [Effect] {
        switch update {
        case .copyLeft(let copy): [.offerToTerminal(copy)]
        case .fileWritten(let call): [.runProgram(call)]
        }
    }

    /// Has the row under the cursor copied or opened, where that may be.
    mutating func takeOut(_ task: OutsideTask) -> [Effect] {
        if let obstacle = obstacle(to: task) {
            refuse(obstacle)
            return []
        }
        guard let subject = outsideSubject else {
            refuse("there is no row here")
            return []
        }
        if case .copy(let form) = task { message = Message(.notice, "copying the \(form.title)") }
        let request = OutsideRequest(
            task: task,
            subject: subject,
            isBlind: isBlind,
            asciiOnly: plot.drawing == .ascii
        )
        return [.work(TakeOutJob(request: request, columns: round.columns))]
    }

    private var outsideSubject: OutsideRequest.Subject? {
        if queue == nil, list.tab == .invalid {
            guard let rows = round.report?.invalidRows, rows.indices.contains(list.cursor) else { return nil }
            return .invalid(rows[list.cursor])
        }
        return currentItem.map { .item($0) }
    }

    private func obstacle(to task: OutsideTask) -> String? {
        if isBlind {
            switch task {
            case .copy(.prompt), .copy(.response), .open(_, isRaw: false): break
            case .copy, .open:
                return
                    "this queue is blind, and the row holds scores: \(Command.copy.rawValue) takes prompt or response"
            }
        }
        if queue == nil, list.tab == .invalid, case .copy(let form) = task, [.prompt, .response, .id].contains(form) {
            return "an invalid row has no \(form.rawValue) that is certain; copy the row raw or escaped"
        }
        return nil
    }
}
