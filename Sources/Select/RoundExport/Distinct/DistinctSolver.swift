internal import Basics
internal import CLibrary
internal import CPlatform
internal import RoundModel

/// Finds the first item of each prompt and each pair, and with that what is exported.
///
/// Items are dealt out by some bits of their hash to as many threads as there are cores, each with a table of its own, so
/// that nobody waits for anybody. A slot holds an item's number only, 4 bytes at a load of 5/7 at most; its hash is in the
/// columns. The hash of an item that is not the first is needed no more: half of it makes room for the number of the first.
///
/// Unchecked: a thread writes the traits and the lower halves of the hashes of its own items only, reads the upper halves of
/// all, which nobody writes, and the two kinds of table are gone over one after the other.
struct DistinctSolver: @unchecked Sendable {
    private let prompts: UnsafeMutablePointer<HashHalves>
    private let pairs: UnsafeMutablePointer<HashHalves>
    private let traits: UnsafeMutablePointer<DistinctTraits>
    private let count: Int
    /// Whether rejected pairs get a first item as well, and which of the rows that are not accepted these are.
    private let countsRejected: Bool

    /// A hash in two parts that are different memory to threads.
    struct HashHalves: BitwiseCopyable {
        var lower: UInt32
        var upper: UInt32
    }

    /// Whether two items, the first one earlier, have the same text; nil to take equal hashes for equal texts.
    typealias Comparison = (_ first: Int, _ item: Int) throws(ExportError) -> Bool

    /// - Precondition: the columns stay where they are, and nobody else touches them, for as long as this is in use.
    /// - Parameter countsRejected: whether the distinct pairs are wanted of rows that are not accepted.
    init?(_ columns: borrowing HashColumns, countsRejected: Bool = false) {
        guard let prompts = columns.prompts.start, let pairs = columns.pairs.start, let traits = columns.traits.start
        else {
            return nil
        }
        self.prompts = UnsafeMutableRawPointer(prompts).assumingMemoryBound(to: HashHalves.self)
        self.pairs = UnsafeMutableRawPointer(pairs).assumingMemoryBound(to: HashHalves.self)
        self.traits = traits
        count = columns.count
        self.countsRejected = countsRejected
    }

    /// The first item with the prompt of one that repeats it.
    func firstPrompt(of item: Int) -> Int { Int(prompts[item].lower) }

    /// The first item with the pair of one that repeats it.
    func firstPair(of item: Int) -> Int { Int(pairs[item].lower) }

    /// Whether an item is the first with its prompt of those that may come to be in a training set.
    func isFirstOfPrompt(_ item: Int) -> Bool {
        let own = traits[item]
        return own.isOfSet && !own.contains(.repeatsPrompt) || isRejectedSpare(own)
    }

    private func isRejectedSpare(_ traits: DistinctTraits) -> Bool {
        countsRejected && traits.isSpare && traits.contains(.rejected)
    }

    /// Goes over the items that are exported for their prompts or pairs, and those that are rejected beside them: each with its
    /// set and the first item with its prompt.
    ///
    /// - Complexity: O(items).
    func forEachExported(_ body: (_ item: Int, _ set: Bucket, _ isRejected: Bool, _ first: Int) -> Void) {
        for item in 0..<count {
            let own = traits[item]
            let first = own.isOfSet && own.contains(.repeatsPrompt) ? firstPrompt(of: item) : item
            if own.isOfSet, own.contains(.exported) {
                body(item, own.isAccepted ? .accepted : .adversarial, false, first)
            }
            if countsRejected, own.isRejectable, own.contains(.rejected) { body(item, .accepted, true, first) }
        }
    }

    /// Takes lines that leak out of the sets.
    func leaveOut(_ guarded: GuardFindings) {
        for line in guarded.lines where guarded.isDropped(line) {
            traits[line.item].remove(line.isRejected ? .rejected : .exported)
        }
    }

    /// Whether an item was taken to repeat a prompt by its hash alone.
    func isUncomparedPrompt(_ item: Int) -> Bool {
        traits[item].intersection([.repeatsPrompt, .sawPrompt]) == .repeatsPrompt
    }

    /// Whether an item was taken to repeat a pair by its hash alone.
    func isUncomparedPair(_ item: Int) -> Bool {
        let own = traits[item]
        if own.isAccepted { return own.isDisjoint(with: [.exported, .sawPair]) }
        return countsRejected && own.isRejectable && !own.contains(.rejected)
    }

    /// Either of the two.
    func hasToBeCompared(_ item: Int) -> Bool { isUncomparedPrompt(item) || isUncomparedPair(item) }

    /// Marks what is exported and what repeats, and counts; nil where there is no memory for the tables.
    ///
    /// - Complexity: O(items), on `threads` cores.
    func solve(threads: Int) -> DistinctSets? {
        var sets = DistinctSets()
        for isLast in [false, true] {
            let parts = ParallelMap.of(threads) { thread -> DistinctSets? in
                do throws(ExportError) {
                    return isLast ? try solvePrompts(thread, threads, nil) : try solvePairs(thread, threads, nil)
                } catch {
                    return nil
                }
            }
            for part in parts {
                guard let part else { return nil }
                sets.add(part)
            }
        }
        return sets
    }

    /// The same with each text compared before it is taken for another, on this thread alone.
    func solve(
        comparingPrompts: @escaping Comparison,
        pairs comparingPairs: @escaping Comparison
    ) throws(ExportError) -> DistinctSets? {
        guard var sets = try solvePairs(0, 1, comparingPairs), let more = try solvePrompts(0, 1, comparingPrompts)
        else {
            return nil
        }
        sets.add(more)
        return sets
    }

    private func solvePairs(_ thread: Int, _ threads: Int, _ isSame: Comparison?) throws(ExportError) -> DistinctSets? {
        guard
            var table = FirstTable(
                pairs,
                share(thread, threads, of: pairs) { $0.isAccepted || countsRejected && $0.isRejectable }
            )
        else { return nil }
        var sets = DistinctSets()
        for item in 0..<count {
            prefetch(item, thread, threads, of: pairs, in: table)
            guard traits[item].isAccepted, isMine(pairs[item], thread, threads) else { continue }
            if let first = try table.enter(item, isSame) {
                pairs[item].lower = UInt32(first)
            } else {
                traits[item].insert(.exported)
                sets.acceptedPairs += 1
            }
        }
        // Behind all accepted ones, so that a pair that is accepted somewhere is rejected nowhere.
        for item in 0..<(countsRejected ? count : 0) {
            prefetch(item, thread, threads, of: pairs, in: table)
            guard traits[item].isRejectable, isMine(pairs[item], thread, threads) else { continue }
            if let first = try table.enter(item, isSame) {
                pairs[item].lower = UInt32(first)
            } else {
                traits[item].insert(.rejected)
            }
        }
        return sets
    }

    private func solvePrompts(_ thread: Int, _ threads: Int, _ isSame: Comparison?) throws(ExportError) -> DistinctSets?
    {
        guard var table = FirstTable(prompts, share(thread, threads, of: prompts, { $0.isOfSet })) else {
            return nil
        }
        var sets = DistinctSets()
        for item in 0..<count {
            prefetch(item, thread, threads, of: prompts, in: table)
            guard traits[item].isOfSet, isMine(prompts[item], thread, threads)
            else {
                continue
            }
            let first = try table.enter(item, isSame)
            if let first {
                prompts[item].lower = UInt32(first)
                traits[item].insert(.repeatsPrompt)
            }
            countPrompt(of: item, first: first, in: &sets)
        }
        try joinSpares(to: table, thread, threads, isSame)
        return sets
    }

    /// Finds the prompts of discarded items among those of the sets. One that is not there has nobody to be rejected beside.
    private func joinSpares(
        to table: borrowing FirstTable,
        _ thread: Int,
        _ threads: Int,
        _ isSame: Comparison?
    ) throws(ExportError) {
        if countsRejected { return }
        for item in 0..<count where traits[item].isSpare && isMine(prompts[item], thread, threads) {
            if let first = try table.find(item, isSame) {
                prompts[item].lower = UInt32(first)
                traits[item].insert(.repeatsPrompt)
            } else {
                traits[item] = []
            }
        }
    }

    private func countPrompt(of item: Int, first: Int?, in sets: inout DistinctSets) {
        let before = first.map { traits[$0] } ?? []
        let isAccepted = traits[item].isAccepted
        let bucket: DistinctTraits = isAccepted ? .accepted : .adversarial
        if before.isDisjoint(with: [bucket, .inBoth]) {
            // The first of its bucket. An accepted one has been marked: its pair is new, since its prompt is.
            if isAccepted {
                sets.acceptedPrompts += 1
            } else {
                traits[item].insert(.exported)
                sets.adversarialPrompts += 1
            }
            if let first {
                traits[first].insert(.inBoth)
                sets.promptsInBoth += 1
            }
        } else if let first, isAccepted, traits[item].contains(.exported), !before.contains(.severalAccepted) {
            traits[first].insert(.severalAccepted)
            sets.promptsWithSeveralAccepted += 1
        }
    }

    private func isMine(_ hash: HashHalves, _ thread: Int, _ threads: Int) -> Bool {
        threads == 1 || Int(hash.upper & 0xFFFF) % threads == thread
    }

    /// How many of the items with one of these traits fall to a thread.
    private func share(
        _ thread: Int,
        _ threads: Int,
        of hashes: UnsafeMutablePointer<HashHalves>,
        _ isWanted: (DistinctTraits) -> Bool
    ) -> Int {
        var share = 0
        for item in 0..<count where isWanted(traits[item]) && isMine(hashes[item], thread, threads) {
            share += 1
        }
        return share
    }

    /// Has the slot of an item a little further on fetched: the tables of large rounds are in no cache.
    @inline(__always)
    private func prefetch(
        _ item: Int,
        _ thread: Int,
        _ threads: Int,
        of hashes: UnsafeMutablePointer<HashHalves>,
        in table: borrowing FirstTable
    ) {
        let ahead = item + 16
        if ahead < count, isMine(hashes[ahead], thread, threads) { table.prefetch(hashes[ahead]) }
    }
}

/// The first items by hash. The table never grows: how many can enter is known beforehand.
private struct FirstTable: ~Copyable {
    private let slots: UnsafeMutablePointer<UInt32>
    private let slotCount: Int
    private let hashes: UnsafeMutablePointer<DistinctSolver.HashHalves>

    /// nil where memory for it cannot be had.
    init?(_ hashes: UnsafeMutablePointer<DistinctSolver.HashHalves>, _ capacity: Int) {
        slotCount = capacity / 5 * 7 + 16
        guard let memory = calloc(slotCount, MemoryLayout<UInt32>.stride) else { return nil }
        slots = memory.assumingMemoryBound(to: UInt32.self)
        self.hashes = hashes
    }

    deinit { free(slots) }

    @inline(__always)
    private func home(_ hash: DistinctSolver.HashHalves) -> Int {
        // The bits that deal the items out are all at the lower end of this half: spread them.
        Int((UInt64(hash.upper &* 0x9E37_79B1) &* UInt64(slotCount)) >> 32)
    }

    @inline(__always)
    func prefetch(_ hash: DistinctSolver.HashHalves) { cp_prefetch(slots + home(hash)) }

    /// Enters an item where its text is new, else gives the first item that has it.
    @inline(__always)
    mutating func enter(_ item: Int, _ isSame: DistinctSolver.Comparison?) throws(ExportError) -> Int? {
        let slot = try slot(of: item, isSame)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        slots[slot] = UInt32(item + 1)
        return nil
    }

    /// The first item that has an item's text; nil for none.
    func find(_ item: Int, _ isSame: DistinctSolver.Comparison?) throws(ExportError) -> Int? {
        let slot = try slot(of: item, isSame)
        return slots[slot] != 0 ? Int(slots[slot]) - 1 : nil
    }

    /// The slot of the first item that has an item's text, or else the free one that it would get.
    @inline(__always)
    private func slot(of item: Int, _ isSame: DistinctSolver.Comparison?) throws(ExportError) -> Int {
        let hash = hashes[item]
        var slot = home(hash)
        while slots[slot] != 0 {
            let first = Int(slots[slot]) - 1
            let other = hashes[first]
            if other.lower == hash.lower, other.upper == hash.upper {
                guard let isSame else { return slot }
                if try isSame(first, item) { return slot }
            }
            slot += 1
            if slot == slotCount { slot = 0 }
        }
        return slot
    }
}

extension DistinctSets {
    fileprivate mutating func add(_ other: DistinctSets) {
        adversarialPrompts += other.adversarialPrompts
        acceptedPairs += other.acceptedPairs
        acceptedPrompts += other.acceptedPrompts
        promptsInBoth += other.promptsInBoth
        promptsWithSeveralAccepted += other.promptsWithSeveralAccepted
    }
}
