import ReviewSession
import RoundModel
import TerminalCanvas
import TextSafety
import Verdicts

/// What people said about an item, as lines of the reading pane.
enum VerdictLines {
    /// Everybody's answers, flags and notes.
    static func all(_ item: UInt32, _ state: ReviewState) -> [ReadingLine] {
        guard let record = state.verdicts.record(of: item) else { return [] }
        var lines = record.answers.map { line in
            let isOverruled = line.verdict.ruling.map { $0 != .bucket(line.verdict.bucket) } ?? false
            let against =
                isOverruled && line.verdict.answer != .agree ? ", against the call \(line.verdict.bucket.name)" : ""
            return ReadingLine.words([
                (name(of: line.reviewer, state), .muted), (line.verdict.answer.title, .key), (against, .label),
            ])
        }
        if record.ruling == .disputed {
            lines.append(.words([("disputed: in neither set until it is settled (Q)", .warning)]))
        }
        return lines + marks(record, state) { _ in true }
    }

    /// What the reviewer said, where nothing else may be seen.
    static func own(_ item: UInt32, _ state: ReviewState) -> [ReadingLine] {
        guard let record = state.verdicts.record(of: item), state.queue?.isRepeating != true else { return [] }
        let answer = record.answer(of: state.verdicts.reviewer).map { line in
            ReadingLine.words([("your verdict: ", .muted), (line.verdict.answer.title, .key)])
        }
        return (answer.map { [$0] } ?? []) + marks(record, state) { $0 == state.verdicts.reviewer }
    }

    private static func marks(
        _ record: ItemRecord,
        _ state: ReviewState,
        by isWanted: (String) -> Bool
    ) -> [ReadingLine] {
        var lines: [ReadingLine] = record.isFlagged ? [.words([("flagged", .warning)])] : []
        var latest: [String: String] = [:]
        for line in record.notes where isWanted(line.reviewer) { latest[line.reviewer] = line.verdict.note }
        for (reviewer, note) in latest.sorted(by: { $0.key < $1.key }) where !note.isEmpty {
            lines.append(.words([(name(of: reviewer, state), .muted), ("“\(SafeText.printable(note))”", .text)]))
        }
        return lines
    }

    private static func name(of reviewer: String, _ state: ReviewState) -> String {
        reviewer == state.verdicts.reviewer ? "you: " : "\(SafeText.printable(reviewer)): "
    }
}
