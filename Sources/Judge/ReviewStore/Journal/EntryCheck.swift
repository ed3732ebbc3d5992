internal import RoundModel
internal import Verdicts

/// A sum over all that an entry says, kept beside it: SQLite tells torn pages, and not a flipped byte in a text.
struct EntryCheck {
    private var text = TextSum()
    var sum: UInt64 { text.value }

    /// - Complexity: O(bytes of the entry).
    init(_ entry: JournalEntry) {
        add(entry.id)
        add(UInt64(bitPattern: Int64(entry.time)))
        add(entry.reviewer)
        switch entry.event {
        case .verdicts(let verdicts):
            add("verdicts")
            for verdict in verdicts { add(verdict) }
        case .thresholds(let from, let to):
            add("thresholds")
            add(from)
            add(to)
        case .baseline(let from, let to):
            add("baseline")
            add(from)
            add(to)
        case .undo(let id):
            add("undo")
            add(id)
        case .redo(let id):
            add("redo")
            add(id)
        case .export(let record):
            add("export")
            add(record.directory)
            add(record.thresholds)
            add(record.manifest)
        case .certificate(let text):
            add("certificate")
            add(text)
        }
    }

    private mutating func add(_ verdict: Verdict) {
        add(verdict.digest.high)
        add(verdict.digest.low)
        add(UInt64(bitPattern: Int64(verdict.place.shard)))
        add(UInt64(bitPattern: Int64(verdict.place.offset)))
        add(UInt64(bitPattern: Int64(verdict.place.length)))
        add(verdict.scores.safety)
        add(verdict.scores.helpfulness)
        add(verdict.thresholds)
        add(verdict.bucket.name)
        add(verdict.answer.rawValue)
        add(verdict.note.map { "+\($0)" } ?? "")
        add(verdict.queue.text)
        add(verdict.draw?.seed ?? 0)
        add(verdict.draw?.number ?? -1)
        add(verdict.isBlind ? 1 : 0 as UInt64)
        add(verdict.seconds ?? -1)
    }

    private mutating func add(_ thresholds: Thresholds) {
        add(thresholds.adv)
        add(thresholds.safety)
        add(thresholds.help)
    }

    private mutating func add(_ id: EntryID) {
        add(id.writer)
        add(UInt64(id.turn))
    }

    /// SQLite keeps no sign of a zero.
    private mutating func add(_ number: Double) { add((number == 0 ? 0 : number).bitPattern) }

    private mutating func add(_ text: String) { self.text.add(text) }

    private mutating func add(_ word: UInt64) { text.add(word) }
}
