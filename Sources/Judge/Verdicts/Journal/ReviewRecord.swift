public import RoundModel

/// The verdicts about items, by their content.
public typealias ItemRecords = SharedMap<ItemDigest, ItemRecord>

/// What a review's journal comes to: a fold over its entries in order.
public struct ReviewRecord: Sendable {
    /// All items that anything was ever said about.
    public private(set) var items = ItemRecords()
    /// The exports, in order.
    public private(set) var exports: [JournalEntry] = []
    /// The records of certificates, in order.
    public private(set) var certificates: [JournalEntry] = []
    /// How many entries about verdicts had come with each of them.
    public private(set) var certificateMoments: [Int] = []
    /// The entries that gave verdicts, took some back or gave them again, and the records of certificates: how far what
    /// an export heeds had come.
    public private(set) var verdictEntries = 0

    /// What verdicts of samples were drawn with, each once, in the order in which they came.
    public private(set) var drawnWith: [UInt64] = []

    /// What the samples of the buckets are drawn with: the review's seed, or where nothing was drawn with it what the first
    /// verdict of a sample was drawn with. A certificate's sample serves the bucket's rates as well where it came first.
    public func sampleSeed(_ seed: UInt64) -> UInt64 { drawnWith.contains(seed) ? seed : drawnWith.first ?? seed }

    /// What undo may have to find again.
    private struct Step: Sendable {
        var reviewer: String
        var event: Change
        /// How many entries about verdicts had come with it.
        var at: Int
    }

    /// What a step changed.
    public enum Change: Hashable, Sendable {
        /// On these items; the first of the verdicts says of what kind they are, since one key gave them.
        case verdicts([ItemDigest], Answer)
        case thresholds(from: Thresholds, to: Thresholds)
        case baseline(from: Thresholds, to: Thresholds)
    }

    /// Contents with a verdict of a sample that was ever taken back, by the upper half of their digest.
    private var takenBack: [UInt64: ItemDigest] = [:]
    private var steps: [EntryID: Step] = [:]
    private var known: Set<EntryID> = []
    private var revoked: Set<EntryID> = []
    /// For entries that were ever taken back: how many entries about verdicts had come when that was, and when they were
    /// given again, in turn.
    private var turns: [EntryID: [Int]] = [:]
    /// By reviewer: what undo takes back next, and redo does again next, each the last first.
    private var undoable: [String: [EntryID]] = [:]
    private var redoable: [String: [EntryID]] = [:]

    public init() {}

    /// What some entries come to, in order.
    ///
    /// - Parameter limit: the entries about verdicts that count, from the first on; nil for all. What stands behind the last
    ///   of these is left out.
    /// - Complexity: O(entries and their verdicts).
    public init(_ entries: some Sequence<JournalEntry>, upTo limit: Int? = nil) {
        for entry in entries {
            if let limit, verdictEntries >= limit { break }
            take(entry)
        }
    }

    /// True where no entry was taken over.
    public var isEmpty: Bool { known.isEmpty }

    /// Takes over an entry that is new; one that is known already changes nothing.
    ///
    /// - Returns: the items whose record changed.
    /// - Complexity: O(verdicts of the entry, and of those that it takes back).
    @discardableResult
    public mutating func take(_ entry: JournalEntry) -> [ItemDigest] {
        guard known.insert(entry.id).inserted else { return [] }
        switch entry.event {
        case .verdicts(let verdicts):
            for verdict in verdicts {
                if let seed = verdict.draw?.seed, drawnWith.last != seed, !drawnWith.contains(seed) {
                    drawnWith.append(seed)
                }
                let line = ItemRecord.Line(
                    entry: entry.id,
                    turn: known.count,
                    time: entry.time,
                    reviewer: entry.reviewer,
                    verdict: verdict,
                    isRevoked: false
                )
                items[verdict.digest, default: ItemRecord()].take(line)
            }
            verdictEntries += 1
            reviewers.insert(entry.reviewer)
            let digests = verdicts.map(\.digest)
            note(entry, .verdicts(digests, verdicts.first?.answer ?? .note))
            return digests
        case .thresholds(let from, let to): note(entry, .thresholds(from: from, to: to))
        case .baseline(let from, let to): note(entry, .baseline(from: from, to: to))
        case .undo(let id): return revoke(id, true)
        case .redo(let id): return revoke(id, false)
        case .export: exports.append(entry)
        case .certificate:
            certificates.append(entry)
            verdictEntries += 1
            certificateMoments.append(verdictEntries)
        }
        return []
    }

    /// True while what an entry did was not taken back.
    public func holds(_ id: EntryID) -> Bool {
        steps[id] != nil && !revoked.contains(id)
    }

    /// All who ever gave a verdict.
    public private(set) var reviewers: Set<String> = []

    /// The verdicts that an entry gave; 0 for one that gave none, or is not known.
    public func weight(of id: EntryID) -> Int {
        if case .verdicts(let digests, _) = steps[id]?.event { digests.count } else { 0 }
    }

    // MARK: As it was

    /// The moments at which something was said of an item, or taken back or given again: how many entries about verdicts
    /// had come with it, ascending.
    ///
    /// - Complexity: O(verdicts on the item), as for the next one.
    public func moments(of item: ItemRecord) -> [Int] {
        Set(item.lines.map(\.entry)).flatMap { id in (steps[id].map { [$0.at] } ?? []) + (turns[id] ?? []) }.sorted()
    }

    /// The items on which a verdict was given when more than so many entries about verdicts had come.
    ///
    /// - Complexity: O(verdicts).
    public func judged(since moment: Int) -> [ItemDigest] {
        items.compactMap { digest, said in
            said.lines.contains { (steps[$0.entry]?.at ?? 0) > moment } ? digest : nil
        }
    }

    /// What had been said of an item when no more than so many entries about verdicts had come.
    public func then(_ item: ItemRecord, upTo moment: Int) -> ItemRecord {
        var then = ItemRecord()
        then.lines = item.lines.compactMap { line in
            guard let at = steps[line.entry]?.at, at <= moment else { return nil }
            var line = line
            line.isRevoked = (turns[line.entry]?.count { $0 <= moment } ?? 0) % 2 == 1
            return line
        }
        return then
    }

    /// The content with a key on which a verdict of a sample was ever taken back; nil for none. Nobody looks for the items of a
    /// content of which nothing holds.
    public func takenBack(withKey key: UInt64) -> ItemDigest? { takenBack[key] }

    /// What undo takes back next for a reviewer; nil for nothing.
    public func nextUndo(of reviewer: String) -> (id: EntryID, change: Change)? { next(undoable[reviewer]) }

    /// What redo does again next for a reviewer; nil for nothing.
    public func nextRedo(of reviewer: String) -> (id: EntryID, change: Change)? { next(redoable[reviewer]) }

    private func next(_ ids: [EntryID]?) -> (id: EntryID, change: Change)? {
        ids?.last.flatMap { id in steps[id].map { (id, $0.event) } }
    }

    private mutating func note(_ entry: JournalEntry, _ change: Change) {
        steps[entry.id] = Step(reviewer: entry.reviewer, event: change, at: verdictEntries)
        undoable[entry.reviewer, default: []].append(entry.id)
        redoable[entry.reviewer] = nil
    }

    /// Takes a step back or does it again; one that is not the next in turn, as after a merge, is found all the same.
    private mutating func revoke(_ id: EntryID, _ isRevoked: Bool) -> [ItemDigest] {
        guard let step = steps[id] else { return [] }
        var from = isRevoked ? undoable[step.reviewer] ?? [] : redoable[step.reviewer] ?? []
        guard let at = from.lastIndex(of: id) else { return [] }
        from.remove(at: at)
        if isRevoked {
            undoable[step.reviewer] = from
            redoable[step.reviewer, default: []].append(id)
        } else {
            redoable[step.reviewer] = from
            undoable[step.reviewer, default: []].append(id)
        }
        if isRevoked { revoked.insert(id) } else { revoked.remove(id) }
        guard case .verdicts(let digests, _) = step.event else { return [] }
        verdictEntries += 1
        turns[id, default: []].append(verdictEntries)
        for digest in digests {
            guard var record = items.removeValue(forKey: digest) else { continue }
            for line in record.lines.indices where record.lines[line].entry == id {
                record.lines[line].isRevoked = isRevoked
                if record.lines[line].verdict.draw != nil { takenBack[digest.high] = digest }
            }
            for line in record.repetitions.indices where record.repetitions[line].entry == id {
                record.repetitions[line].isRevoked = isRevoked
            }
            items[digest] = record
        }
        return digests
    }
}

extension ItemRecords {
    /// The items of which something that was said holds.
    ///
    /// - Complexity: O(items).
    public var standing: Set<ItemDigest> {
        reduce(into: []) { standing, item in
            if !item.value.isEmpty { standing.insert(item.key) }
        }
    }

    /// Where each item stood when it was last spoken of.
    ///
    /// - Complexity: O(items).
    public var places: [ItemDigest: RowPlace] {
        var places: [ItemDigest: RowPlace] = [:]
        places.reserveCapacity(count)
        for (digest, said) in self { places[digest] = said.place }
        return places
    }
}
