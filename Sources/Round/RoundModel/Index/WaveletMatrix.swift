/// A permutation of 0 to n-1 that counts, for any beginning of it, how many values lie below a bound.
///
/// One level of bits for each bit of a value, from the highest; on each level the values whose bit is 0 move in front
/// of the others, order kept (Claude, Navarro and Ordóñez, "The wavelet matrix", 2015). A level is a row of lines of 64
/// bytes, each with the number of ones before it and 448 bits, so that a count costs one cache miss a level.
struct WaveletMatrix: Sendable {
    /// The number of values.
    let count: Int
    /// The number of levels.
    let levels: Int
    /// Words of one level.
    private let levelWords: Int
    /// All levels, from the highest bit of the values.
    private let words: [UInt64]
    /// The number of zeros of each level.
    let zeros: [Int]

    private static let bitsPerLine = 448
    private static let wordsPerLine = 8

    /// Takes over a permutation of 0 to n-1.
    ///
    /// - Complexity: O(n log n) time; beside the values, n/2 of them more while it is made, and n log n / 7 bytes for
    ///   good.
    /// - Returns: nil where `isCancelled` came to be true.
    init?(_ values: consuming [UInt32], isCancelled: () -> Bool) {
        let count = values.count
        let levels = count > 1 ? Int.bitWidth - (count - 1).leadingZeroBitCount : 0
        // One bit more than there are values, so that a count may ask for the end.
        let levelWords = (count / Self.bitsPerLine + 1) * Self.wordsPerLine
        var words = [UInt64](repeating: 0, count: levels * levelWords)
        var zeros: [Int] = []
        var ones: [UInt32] = []
        for level in 0..<levels {
            if isCancelled() { return nil }
            let bit = UInt32(levels - 1 - level)
            let start = level * levelWords
            let zeroCount = values.withUnsafeMutableBufferPointer { values in
                words.withUnsafeMutableBufferPointer { words in
                    let line = UnsafeMutableBufferPointer(rebasing: words[start..<start + levelWords])
                    return Self.part(values, byBit: bit, bits: line, ones: &ones)
                }
            }
            zeros.append(zeroCount)
        }
        self.count = count
        self.levels = levels
        self.levelWords = levelWords
        self.words = words
        self.zeros = zeros
    }

    /// Writes the bits of one level and moves the zeros to the front; returns how many there are.
    private static func part(
        _ values: UnsafeMutableBufferPointer<UInt32>,
        byBit bit: UInt32,
        bits: UnsafeMutableBufferPointer<UInt64>,
        ones: inout [UInt32]
    ) -> Int {
        let half = (values.count + 1) / 2 + 1
        // Of the values 0 to n-1 at most half have a bit set, whichever it is; one more is written and not kept.
        if ones.count < half { ones = [UInt32](repeating: 0, count: half) }
        return ones.withUnsafeMutableBufferPointer { ones in
            var zeroCount = 0
            var oneCount = 0
            var index = 0
            for line in 0..<bits.count / wordsPerLine {
                bits[line * wordsPerLine] = UInt64(oneCount)
                for word in 1..<wordsPerLine {
                    var packed: UInt64 = 0
                    let end = min(values.count, index + 64)
                    var place: UInt64 = 0
                    while index < end {
                        let value = values[index]
                        let isOne = Int(value &>> bit & 1)
                        packed |= UInt64(isOne) &<< place
                        // Both are written and one is kept: which one is a toss that no predictor guesses.
                        values[zeroCount] = value
                        ones[oneCount] = value
                        zeroCount &+= 1 &- isOne
                        oneCount &+= isOne
                        index &+= 1
                        place &+= 1
                    }
                    bits[line * wordsPerLine + word] = packed
                }
            }
            for number in 0..<oneCount { values[zeroCount + number] = ones[number] }
            return zeroCount
        }
    }

    /// How many of the first `end` positions of a level hold a one.
    @inline(__always)
    func ones(_ level: Int, before end: Int) -> Int {
        let (line, rest) = end.quotientAndRemainder(dividingBy: Self.bitsPerLine)
        let start = level * levelWords + line * Self.wordsPerLine
        return words.withUnsafeBufferPointer { words in
            var total = Int(words[start])
            var word = start + 1
            var left = rest
            while left >= 64 {
                total &+= words[word].nonzeroBitCount
                word += 1
                left -= 64
            }
            if left > 0 { total &+= (words[word] & (1 &<< UInt64(left) &- 1)).nonzeroBitCount }
            return total
        }
    }

    /// How many of the first `end` values are below `bound`, for each of `ends`.
    ///
    /// - Parameters:
    ///   - ends: 0 to `count` each.
    ///   - bound: any; below 1 nothing is.
    /// - Complexity: O(ends * log n).
    func below(_ bound: Int, inFirst ends: [Int]) -> [Int] {
        guard bound > 0 else { return ends.map { _ in 0 } }
        guard bound < count else { return ends }
        var start = 0
        var ends = ends
        var totals = [Int](repeating: 0, count: ends.count)
        for level in 0..<levels {
            let onesBefore = ones(level, before: start)
            let isOne = bound >> (levels - 1 - level) & 1 == 1
            for index in ends.indices {
                let onesToEnd = ones(level, before: ends[index])
                if isOne {
                    // Those with a zero here are below the bound, whatever follows.
                    totals[index] += (ends[index] - onesToEnd) - (start - onesBefore)
                    ends[index] = zeros[level] + onesToEnd
                } else {
                    ends[index] -= onesToEnd
                }
            }
            start = isOne ? zeros[level] + onesBefore : start - onesBefore
        }
        return totals
    }

    /// The position at which `value` stands.
    ///
    /// - Precondition: `0 <= value < count`.
    /// - Complexity: O(log² n).
    func position(of value: Int) -> Int {
        precondition(value >= 0 && value < count)
        var start = 0
        for level in 0..<levels {
            let onesBefore = ones(level, before: start)
            start = value >> (levels - 1 - level) & 1 == 1 ? zeros[level] + onesBefore : start - onesBefore
        }
        var position = start
        for level in (0..<levels).reversed() {
            if value >> (levels - 1 - level) & 1 == 1 {
                position = select(level, number: position - zeros[level], bit: 1)
            } else {
                position = select(level, number: position, bit: 0)
            }
        }
        return position
    }

    /// The position of the one or zero with a number, from 0, on a level.
    private func select(_ level: Int, number: Int, bit: Int) -> Int {
        let base = level * levelWords
        func before(_ line: Int) -> Int {
            let ones = Int(words[base + line * Self.wordsPerLine])
            return bit == 1 ? ones : line * Self.bitsPerLine - ones
        }
        var low = 0
        var high = levelWords / Self.wordsPerLine
        while high - low > 1 {
            let middle = (low + high) / 2
            if before(middle) <= number { low = middle } else { high = middle }
        }
        var left = number - before(low)
        for word in 1..<Self.wordsPerLine {
            var bits = words[base + low * Self.wordsPerLine + word]
            if bit == 0 { bits = ~bits }
            let held = bits.nonzeroBitCount
            if left < held {
                for _ in 0..<left { bits &= bits - 1 }
                return low * Self.bitsPerLine + (word - 1) * 64 + bits.trailingZeroBitCount
            }
            left -= held
        }
        return count
    }
}
