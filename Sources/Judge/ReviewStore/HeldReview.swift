internal import Verdicts

/// All that a program knows to be in the file of a review, from which it is made again where others spoil or remove it.
struct HeldReview {
    private(set) var entries: [JournalEntry] = []
    private(set) var about: [String: String] = [:]
    private var known: Set<EntryID> = []

    init() {}

    init(_ entries: some Sequence<JournalEntry>, about: [String: String] = [:]) {
        note(entries)
        self.about = about
    }

    /// Takes note of what is in the file.
    mutating func note(_ new: some Sequence<JournalEntry>) {
        for entry in new where known.insert(entry.id).inserted { entries.append(entry) }
    }

    /// Likewise of names and values.
    mutating func note(_ new: [(name: String, value: String?)]) {
        for (name, value) in new { about[name] = value }
    }

    /// What a file is made of that has all of it.
    func beginning(seed: UInt64) -> ReviewBeginning {
        // Each file counts its own entries and rows.
        let own = ["seed", JournalTotal.name, AboutRows.whole]
        return ReviewBeginning(
            seed: seed,
            entries: entries,
            about: about.filter { !own.contains($0.key) }.map { ($0.key, $0.value) }
        )
    }
}
