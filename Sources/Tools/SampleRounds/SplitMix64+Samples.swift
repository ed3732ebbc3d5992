public import Basics

/// What samples are made of. Only integer arithmetic and the four exact floating-point operations are used, so what is
/// generated from it can be compared byte for byte.
extension SplitMix64 {
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

    /// One of the phrases; the empty string of an empty bank.
    mutating func phrase(_ bank: [String]) -> String {
        pick(bank) ?? ""
    }
}
