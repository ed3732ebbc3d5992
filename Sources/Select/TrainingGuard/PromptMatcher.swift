/// Compares prompts with listed ones; one thread's own.
public final class PromptMatcher {
    private let index: PromptIndex
    private let own = PromptForm()
    private let listedText = NormalText()
    private var shingles = ShingleTable()
    private var candidates: [UInt32] = []
    /// Of each listed prompt how often it was hit; behind them some that are hit in place of nobody.
    private let tallies: UnsafeMutableBufferPointer<Tally>
    /// Room for those that were hit often enough, and for the hashes of a prompt's shingles.
    private let found: UnsafeMutableBufferPointer<UInt32>
    private var hashes = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 1 << 10)
    private var round: UInt32 = 0

    private struct Tally: BitwiseCopyable {
        /// The prompt, counted from 1, that hit it last.
        var round: UInt32 = 0
        /// Hits that are missing before it may be near.
        var missing: UInt32 = 0
    }

    public init(_ index: PromptIndex) {
        self.index = index
        tallies = .allocate(capacity: index.hits.count)
        tallies.initialize(repeating: Tally())
        found = .allocate(capacity: index.hits.count)
    }

    deinit {
        tallies.deallocate()
        found.deallocate()
        hashes.deallocate()
    }

    /// The listed prompt that a prompt is, or is like most; of several that are alike as much, the first.
    ///
    /// - Complexity: O(bytes), and O(bytes of a listed prompt) for each that has a rare shingle in common with it.
    public func match(_ prompt: UnsafeRawBufferPointer) -> PromptMatch? {
        guard index.count > 0 else { return nil }
        own.take(prompt)
        return match(own)
    }

    /// The same of a prompt whose form is there already.
    public func match(_ form: PromptForm) -> PromptMatch? {
        guard index.count > 0 else { return nil }
        return same(form) ?? near(form.text)
    }

    private func same(_ form: PromptForm) -> PromptMatch? {
        let text = form.text
        if text.isEmpty {
            if let listed = ofSameBytes(form) { return PromptMatch(listed: Int(listed), level: .bytes) }
        } else if let first = ofSameForm(form) {
            let listed = ofSameBytes(form)
            return PromptMatch(listed: Int(listed ?? first), level: listed == nil ? .form : .bytes)
        }
        guard index.digestCount > 0, let listed = index.byDigest[form.withBytes { PromptDigest(text, $0) }] else {
            return nil
        }
        return PromptMatch(listed: Int(listed), level: .form)
    }

    private func ofSameBytes(_ form: PromptForm) -> UInt32? {
        index.byBytes.isEmpty ? nil : index.byBytes[form.withBytes { PromptIndex.ContentKey($0) }]
    }

    private func ofSameForm(_ form: PromptForm) -> UInt32? {
        let text = form.text
        var next = index.byForm[form.key]
        while let listed = next {
            let isSame = index.withForm(of: Int(listed)) { form in
                listedText.take(form: form)
                return listedText.codes.elementsEqual(text.codes)
            }
            if isSame { return listed }
            next = index.nextOfForm[listed]
        }
        return nil
    }

    private func near(_ text: NormalText) -> PromptMatch? {
        let windows = text.codes.count - Shingle.length + 1
        guard windows > 0, !index.postings.isEmpty else { return nil }
        findCandidates(text.codes, windows)
        guard !candidates.isEmpty else { return nil }
        shingles.take(text.codes)
        var best: PromptMatch?
        for listed in candidates {
            guard let overlap = overlap(Int(listed)), index.rule.isNear(overlap) else { continue }
            let match = PromptMatch(listed: Int(listed), level: .near, overlap: overlap)
            guard let before = best else {
                best = match
                continue
            }
            let (new, old) = (index.rule.likeness(overlap), before.overlap.map(index.rule.likeness) ?? 0)
            if new > old || (new == old && match.listed < before.listed) { best = match }
        }
        return best
    }

    private func findCandidates(_ codes: UnsafeBufferPointer<UInt32>, _ windows: Int) {
        if round == .max {
            tallies.update(repeating: Tally())
            round = 0
        }
        round += 1
        if windows > hashes.count {
            hashes.deallocate()
            hashes = .allocate(capacity: windows)
        }
        candidates.removeAll(keepingCapacity: true)
        guard let tallies = tallies.baseAddress, let found = found.baseAddress, let room = hashes.baseAddress else {
            return
        }
        let own = UnsafeBufferPointer(rebasing: hashes[..<index.postings.hashes(of: codes, into: room)])
        let round = round
        var count = 0
        index.hits.withUnsafeBufferPointer { hits in
            index.postings.forEachListed(with: own, nobody: index.count) { listed in
                let before = tallies[listed]
                let missing = (before.round == round ? before.missing : hits[listed]) &- 1
                tallies[listed] = Tally(round: round, missing: missing)
                found[count] = UInt32(truncatingIfNeeded: listed)
                count &+= missing == 0 ? 1 : 0
            }
        }
        for place in 0..<count where windows >= Int(index.needed[Int(found[place])]) { candidates.append(found[place]) }
    }

    /// What is shared with a listed prompt; nil where that is less than is needed.
    private func overlap(_ listed: Int) -> ShingleOverlap? {
        index.withForm(of: listed) { listedText.take(form: $0) }
        let needed = Int(index.needed[listed])
        var missable = listedText.codes.count - Shingle.length + 1 - needed
        var shared = 0
        shingles.begin()
        Shingle.forEach(in: listedText.codes) { shingle in
            switch shingles.mark(shingle) {
            case .first: shared += 1
            case .again, .absent: missable -= 1
            }
            return missable >= 0
        }
        guard shared >= needed else { return nil }
        return ShingleOverlap(shared: shared, listed: Int(index.sizes[listed]), other: shingles.count)
    }
}

/// The different shingles of one prompt, each of which can be marked.
private struct ShingleTable {
    enum Mark { case first, again, absent }

    private struct Slot {
        var shingle = Shingle()
        /// The prompt that it is of, counted from 1.
        var owner: UInt32 = 0
        /// The count of marks by which it was marked last.
        var mark: UInt32 = 0
    }

    private var slots: [Slot] = []
    private var owner: UInt32 = 0
    private var marks: UInt32 = 0
    /// Different shingles.
    private(set) var count = 0

    private static let usual = 1 << 14

    /// Takes the shingles of a form in the place of those before.
    mutating func take(_ codes: UnsafeBufferPointer<UInt32>) {
        var size = 64
        while size < 2 * codes.count { size *= 2 }
        if size > slots.count || slots.count > max(size, Self.usual) || owner == .max {
            slots = [Slot](repeating: Slot(), count: max(size, 1024))
            (owner, marks) = (0, 0)
        }
        owner += 1
        count = 0
        let mask = slots.count - 1
        Shingle.forEach(in: codes) { shingle in
            var at = Int(truncatingIfNeeded: shingle.hash) & mask
            while slots[at].owner == owner, slots[at].shingle != shingle { at = (at + 1) & mask }
            if slots[at].owner != owner {
                slots[at] = Slot(shingle: shingle, owner: owner)
                count += 1
            }
            return true
        }
    }

    /// Takes all marks away.
    mutating func begin() {
        if marks == .max {
            for at in slots.indices { slots[at].mark = 0 }
            marks = 0
        }
        marks += 1
    }

    /// Marks a shingle where it is one of the prompt's.
    mutating func mark(_ shingle: Shingle) -> Mark {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: shingle.hash) & mask
        while slots[at].owner == owner {
            if slots[at].shingle == shingle {
                if slots[at].mark == marks { return .again }
                slots[at].mark = marks
                return .first
            }
            at = (at + 1) & mask
        }
        return .absent
    }
}
