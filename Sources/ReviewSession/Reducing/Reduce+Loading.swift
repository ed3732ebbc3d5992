import RoundModel
import Verdicts

extension ReviewState {
    mutating func takeLoad(_ action: Action) -> [Effect] {
        switch action {
        case .loadProgressed(let snapshot):
            take(snapshot)
            return []
        case .loadFailed(let text, let status):
            // With nothing to look at there is no reason to stay.
            guard round.count > 0 else { return [.quit(status: status, message: text)] }
            round.loading = .failed(text)
            message = Message(.failure, text)
            return []
        default:
            return []
        }
    }

    /// Reads the round anew, as it stands now; thresholds, baseline and undo stay.
    mutating func reload() -> [Effect] {
        guard exportRun == nil else {
            refuse("an export is running; it is of the round as it was read")
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
        let effects = restartSearch()
        forgetMarks()
        restartFilter()
        index = nil
        round.isStale = true
        round.loading = .reading(LoadMeter())
        message = Message(.notice, "reading the round again")
        return effects + [.reload]
    }

    private mutating func take(_ snapshot: RoundSnapshot) {
        if round.isStale {
            round.isStale = false
            list.texts = [:]
            list.invalidTexts = [:]
            requests.texts = []
            requests.invalidTexts = []
            list.window = ItemListWindow()
            list.listed = nil
        }
        let isFirst = round.count == 0
        round.columns = snapshot.columns
        round.report = snapshot.report
        round.name = snapshot.report.name
        round.safety = snapshot.safety
        round.helpfulness = snapshot.helpfulness
        round.revision += 1
        round.loading = snapshot.isComplete ? .complete : .reading(snapshot.meter)
        if let safety = snapshot.safety, let helpfulness = snapshot.helpfulness {
            thresholds.follow(safety: safety, helpfulness: helpfulness)
        }
        // Items keep their numbers while more come; a round that is read anew has others.
        if snapshot.isComplete, !isFirst || !verdicts.record.items.isEmpty { forgetMatches() }
        if snapshot.isComplete { tellAboutLoad(snapshot.report) }
    }

    private mutating func tellAboutLoad(_ report: LoadReport) {
        // What was chosen is said before anything is decided with it.
        let names = FieldRole.allCases.filter(\.isNeeded).compactMap { role -> String? in
            report.fields.paths[role].map { $0 == role.rawValue ? $0 : "\(role.rawValue)=\($0)" }
        }
        var notes = ["read \(names.joined(separator: ", "))"]
        let invalid = report.invalidRows.count
        if invalid > 0 {
            notes.insert("\(DecimalText.counted(invalid, "invalid row")) (\(key(.showInvalid)) lists them)", at: 0)
        }
        if report.textScores > 0 {
            notes.append("\(DecimalText.counted(report.textScores, "score")) written as text")
        }
        if report.duplicateIDs > 0 {
            notes.append("\(DecimalText.counted(report.duplicateIDs, "id")) seen before, items kept apart by place")
        }
        notes += report.notes
        guard message == nil else { return }
        message = Message(.notice, notes.joined(separator: " · "))
    }
}
