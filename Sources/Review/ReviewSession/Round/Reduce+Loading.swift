import RoundModel
import Verdicts

extension ReviewState {
    mutating func take(_ update: LoadUpdate) -> [Effect] {
        switch update {
        case .progressed(let snapshot):
            return take(snapshot)
        case .failed(let text, let status):
            // With nothing to look at there is no reason to stay.
            guard round.count > 0 else { return [.quit(status: status, message: text)] }
            round.fail(text)
            // Nothing comes of what waits for a whole round.
            queueing.drop()
            certificate.dropWish()
            certificate.stopLabelling()
            message = Message(.failure, text)
            return []
        case .making(let making):
            round.take(making)
            return []
        case .made(let text, let isFailure):
            round.take(nil)
            message = Message(isFailure ? .failure : .done, text)
            return []
        }
    }

    /// Reads the round anew, as it stands now; thresholds, baseline and undo stay.
    mutating func reload() -> [Effect] {
        if round.grid != nil {
            refuse("a grid stays as it was counted; leave, and open the other one")
            return []
        }
        guard export.run == nil else {
            refuse("an export of this round is running; read the round again when it has ended")
            return []
        }
        guard let report = round.report, !round.isReading else {
            refuse("the round is still being read")
            return []
        }
        // A pipe that nobody writes to any more would be waited for without end.
        if let stream = report.streams.first {
            refuse("\(stream) can be read only once; write it to a file to read it again")
            return []
        }
        var effects = restartSearch()
        if bulk.pending != nil { effects += cancelBulk() }
        queueing.drop()
        bulk.forgetMarks()
        find.restartFilter()
        counting.dropIndex()
        verdicts.sitting.turnAway()
        round.readAgain()
        message = Self.rereading
        return effects + [.work(LoadJob())]
    }

    /// What is said until the round is read again.
    private static let rereading = Message(.notice, "reading the round again")

    private mutating func take(_ snapshot: RoundSnapshot) -> [Effect] {
        let effects = round.beginReading() ? forgetItems() : []
        let isFirst = round.count == 0
        round.take(snapshot)
        if let grid {
            thresholds.follow(grid)
        } else if let safety = snapshot.safety, let helpfulness = snapshot.helpfulness {
            thresholds.follow(safety: safety, helpfulness: helpfulness, in: snapshot.columns)
        }
        // Items keep their numbers while more come; a round that is read anew has others.
        if snapshot.isComplete, !isFirst || !verdicts.record.items.isEmpty { forgetMatches() }
        if snapshot.isComplete { tellAboutLoad(snapshot.report) }
        return effects
    }

    /// Forgets everything that names items by their numbers, since the round that is read anew has others.
    private mutating func forgetItems() -> [Effect] {
        var effects = restartSearch()
        if bulk.pending != nil {
            effects += cancelBulk()
            message = Message(.refusal, "nothing was judged: the round was read again meanwhile")
        }
        find.forgetItems()
        if case .field(let name) = list.order { sorting.begin(name, isResumed: true) }
        sorting.forgetItems()
        list.forgetItems()
        round.content.texts.forgetAsked()
        round.content.texts.drop()
        reading.forgetItems()
        plot.forgetItems()
        export.forgetPreviews()
        leaks.forgetItems()
        pointer.forgetClick()
        bulk.forgetMarks()
        counting.forgetItems()
        forgetMatches()
        verdicts.forgetItems()
        evidence.forget()
        curves = CurveState()
        certificate.forgetItems()
        queueing.drop()
        leaveQueue()
        return effects
    }

    /// That a few scores beyond 0 to 1 made the scale another one; nil where it is not so.
    private var outlier: String? {
        guard grid == nil, let safety = round.safety, let helpfulness = round.helpfulness else { return nil }
        let outside = ChosenThresholds(thresholds: thresholds.now, origins: thresholds.origins)
            .outliers(safety: safety, helpfulness: helpfulness)
        return outside.first.map { "θ suggested, not the default of a 0 to 1 scale: \($0)" }
    }

    private mutating func tellAboutLoad(_ report: LoadReport) {
        // What was chosen is said before anything is decided with it.
        let names = FieldRole.allCases.filter(\.isNeeded).compactMap { role -> String? in
            report.fields.paths[role].map { $0 == role.rawValue ? $0 : "\(role.rawValue)=\($0)" }
        }
        var notes = ["read \(names.joined(separator: ", "))"]
        notes += report.fieldDifferences.map { "in \($0)" }
        if let field = report.fields.fieldOfBothScores { notes.append("both scores come from \(field)") }
        let invalid = report.invalidRows.count
        if invalid > 0 {
            notes.insert("\(DecimalText.counted(invalid, "invalid row")) (\(key(.showInvalid)) lists them)", at: 0)
        }
        if let outlier { notes.insert(outlier, at: 0) }
        if report.textScores > 0 {
            notes.append("\(DecimalText.counted(report.textScores, "score")) written as text")
        }
        if report.nonFiniteRows > 0 {
            let items = DecimalText.counted(report.nonFiniteRows, "item")
            notes.append("\(items) with NaN or Infinity, null in exports")
        }
        if report.duplicateIDs > 0 {
            notes.append("\(DecimalText.counted(report.duplicateIDs, "id")) seen before, items kept apart by place")
        }
        if let troubles = report.troubles.clause { notes.append(troubles) }
        notes += report.notes
        if let grid {
            let drawn = DecimalText.counted(round.count, "row")
            let all = DecimalText.counted(grid.items, "item")
            notes.insert("counts are of \(all), lists and texts of \(drawn) drawn from them", at: 0)
        }
        let isAgain = message == Self.rereading
        if isAgain { notes.insert("read again: \(DecimalText.counted(round.count, "item"))", at: 0) }
        guard message == nil || isAgain else { return }
        message = Message(.notice, notes.joined(separator: " · "))
    }
}
