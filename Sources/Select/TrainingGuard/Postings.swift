/// The listed prompts by the hashes of some of their shingles.
struct Postings: Sendable {
    private struct Posting: Sendable {
        var listed: UInt32
        /// Bits of the hash that the bucket does not tell.
        var tag: UInt32
    }

    /// Those of a bucket stand together, and the buckets in their order. Behind them are some that no hash has, since several are
    /// looked at in one go.
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
        var postings = [Posting](repeating: Posting(listed: 0, tag: 0), count: chosen.count + Self.lanes)
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

    /// Postings that are looked at in one go.
    static let lanes = 4

    var isEmpty: Bool { postings.count == Self.lanes }

    /// Puts the hashes of a form's shingles that some listed prompt may have into `room`, which takes as many as the form has
    /// characters, and gives how many they are.
    ///
    /// Without a branch, since which shingles these are cannot be foretold.
    /// - Complexity: O(characters).
    @inline(__always)
    func hashes(of codes: UnsafeBufferPointer<UInt32>, into room: UnsafeMutablePointer<UInt64>) -> Int {
        var count = 0
        filter.withUnsafeBufferPointer { filter in
            Shingle.forEach(in: codes) { shingle in
                let hash = shingle.hash
                let bit = (hash &>> 16) & filterMask
                room[count] = hash
                count &+= Int(truncatingIfNeeded: filter[Int(bit &>> 6)] &>> (bit & 63) & 1)
                return true
            }
        }
        return count
    }

    /// Calls `body` with the listed prompts that may have a shingle with one of some hashes, once for each such hash; and with
    /// numbers from `nobody` to `nobody + lanes - 1` in between, which stand for none: it is cheaper to look at one posting too
    /// many than to know where those of a hash end.
    ///
    /// - Complexity: O(hashes + calls).
    @inline(__always)
    func forEachListed(with hashes: UnsafeBufferPointer<UInt64>, nobody: Int, _ body: (_ listed: Int) -> Void) {
        bucketStarts.withUnsafeBufferPointer { starts in
            postings.withUnsafeBufferPointer { postings in
                for hash in hashes {
                    let bucket = Int(hash &>> shift)
                    let tag = UInt32(truncatingIfNeeded: hash)
                    var index = Int(starts[bucket])
                    let end = Int(starts[bucket &+ 1])
                    repeat {
                        for lane in 0..<Self.lanes {
                            let posting = postings[index &+ lane]
                            body(posting.tag == tag && index &+ lane < end ? Int(posting.listed) : nobody &+ lane)
                        }
                        index &+= Self.lanes
                    } while index < end
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
