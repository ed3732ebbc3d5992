/// A small seeded generator of random numbers: the same seed gives the same numbers on every machine.
///
/// Only integer arithmetic and the four exact floating-point operations are used, so what is generated from it can be
/// compared byte for byte.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts at `seed`; every value is a good one, zero among them.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A whole number in `0..<bound`, or 0 where `bound` is not positive.
    public mutating func below(_ bound: Int) -> Int {
        guard bound > 0 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number in `0..<1`, a multiple of 2⁻⁵³.
    public mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// True with the given probability.
    public mutating func chance(_ probability: Double) -> Bool {
        unit() < probability
    }

    /// Nearly normal, mean 0 and variance 1, within -6...6: twelve uniform numbers added up.
    ///
    /// The usual ways need `log` and `cos`, whose last bit depends on the platform's maths library.
    public mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum
    }

    /// One element, each as likely as the others, or nil of an empty collection.
    public mutating func pick<C: RandomAccessCollection>(_ choices: C) -> C.Element? where C.Index == Int {
        choices.isEmpty ? nil : choices[choices.startIndex + below(choices.count)]
    }

    /// An index of `weights`, as likely as its weight; weights are at least 0, and not all 0.
    ///
    /// - Complexity: O(`weights`).
    public mutating func weighted(_ weights: [Double]) -> Int {
        var rest = unit() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            rest -= weight
            if rest < 0 { return index }
        }
        return weights.count - 1
    }

    /// The elements in random order (Fisher and Yates, spelled out here so that no library version can change it).
    ///
    /// - Complexity: O(n)
    public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        var last = result.count - 1
        while last > 0 {
            result.swapAt(last, below(last + 1))
            last -= 1
        }
        return result
    }
}

extension SplitMix64 {
    /// One of the phrases; the empty string of an empty bank.
    mutating func phrase(_ bank: [String]) -> String {
        pick(bank) ?? ""
    }
}
