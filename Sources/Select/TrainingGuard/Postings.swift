/// The listed prompts by the hashes of some of their shingles.
struct Postings: Sendable {
    private struct Posting: Sendable {
        var listed: UInt32
        /// Bits of the hash that the bucket does not tell.
        var tag: UInt32
    }

    /// Those of a bucket stand together, and the buckets in their order.
    private let postings: [Posting]
    private let bucketStarts: [UInt32]
    private let shift: UInt64
    /// A bit for each hash, shared by few: most shingles of other prompts are in no bucket.
    private let filter: [UInt64]
    private let filterMask: UInt64

    /// - Complexity: O(postings).
    init(_ chosen: [(hash: UInt64, listed: UInt32)]) {
        var bits: UInt64 = 4
        while 1 << bits < chosen.count { bits += 1 }
        let shift = 64 - bits
        var starts = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
        for posting in chosen { starts[Int(posting.hash >> shift) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var free = starts
        var postings = [Posting](repeating: Posting(listed: 0, tag: 0), count: chosen.count)
        var filter = [UInt64](repeating: 0, count: max(64, (8 << Int(bits)) / 64))
        let mask = UInt64(filter.count) * 64 - 1
        for (hash, listed) in chosen {
            let bucket = Int(hash >> shift)
            postings[Int(free[bucket])] = Posting(listed: listed, tag: UInt32(truncatingIfNeeded: hash))
            free[bucket] += 1
            let bit = (hash >> 16) & mask
            filter[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        (self.postings, bucketStarts, self.shift, self.filter, filterMask) = (postings, starts, shift, filter, mask)
    }

    var isEmpty: Bool { postings.isEmpty }

    /// Calls `body` with the listed prompts that may have a shingle of a form, once for each such shingle and each time that it
    /// stands there.
    ///
    /// - Complexity: O(characters + calls).
    @inline(__always)
    func candidates(for codes: UnsafeBufferPointer<UInt32>, _ body: (_ listed: UInt32) -> Void) {
        filter.withUnsafeBufferPointer { filter in
            bucketStarts.withUnsafeBufferPointer { starts in
                postings.withUnsafeBufferPointer { postings in
                    Shingle.forEach(in: codes) { shingle in
                        let hash = shingle.hash
                        let bit = (hash >> 16) & filterMask
                        guard filter[Int(bit >> 6)] & (1 << (bit & 63)) != 0 else { return true }
                        let bucket = Int(hash >> shift)
                        let tag = UInt32(truncatingIfNeeded: hash)
                        var index = Int(starts[bucket])
                        let end = Int(starts[bucket + 1])
                        while index < end {
                            if postings[index].tag == tag { body(postings[index].listed) }
                            index += 1
                        }
                        return true
                    }
                }
            }
        }
    }
}

/// About how often shingles occur in the listed prompts: those of one number are counted together.
struct ShingleCounts {
    private var counts = [UInt32](repeating: 0, count: 1 << 18)
    private var scratch: Set<Shingle> = []

    mutating func add(_ text: NormalText) {
        Shingle.forEach(in: text.codes) { shingle in
            counts[slot(shingle.hash)] &+= 1
            return true
        }
    }

    /// The hashes of the different shingles of a form, the rarest first; one order for the same ones.
    mutating func rarestFirst(_ text: NormalText) -> [UInt64] {
        scratch.removeAll(keepingCapacity: true)
        Shingle.forEach(in: text.codes) { shingle in
            scratch.insert(shingle)
            return true
        }
        let hashes = scratch.map(\.hash)
        return hashes.map { (counts[slot($0)], $0) }.sorted { $0 < $1 }.map { $0.1 }
    }

    private func slot(_ hash: UInt64) -> Int { Int(hash >> 46) }
}
