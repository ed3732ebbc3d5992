/// Numbers of which neighbours lie near one another, such as the starts of rows, in little more than two bytes each.
///
/// A group of some numbers has a base, and each number its distance from it in 16 bits. Where some distance is more,
/// groups are made smaller, and in the end the numbers are kept as they are. Immutable.
public struct PackedNumbers: RandomAccessCollection, Hashable, Sendable {
    /// The lowest number of each group; none where the numbers are kept as they are.
    @usableFromInline let bases: [UInt32]
    /// From the group's base.
    @usableFromInline let distances: [UInt16]
    /// The numbers as they are, where they are too far from one another.
    @usableFromInline let plain: [UInt32]
    /// A group has two to the power of this.
    @usableFromInline let shift: UInt8

    /// - Complexity: O(n).
    public init(_ numbers: [UInt32]) {
        self = numbers.withUnsafeBufferPointer { PackedNumbers($0) }
    }

    /// - Complexity: O(n).
    public init(_ numbers: UnsafeBufferPointer<UInt32>) {
        for shift in [UInt8(4), 2] {
            if let (bases, distances) = Self.pack(numbers, shift) {
                (self.bases, self.distances, self.plain, self.shift) = (bases, distances, [], shift)
                return
            }
        }
        (bases, distances, plain, shift) = ([], [], Array(numbers), 0)
    }

    private static func pack(
        _ numbers: UnsafeBufferPointer<UInt32>,
        _ shift: UInt8
    ) -> (bases: [UInt32], distances: [UInt16])? {
        let size = 1 << Int(shift)
        var bases: [UInt32] = []
        bases.reserveCapacity((numbers.count + size - 1) / size)
        var fits = true
        let distances = [UInt16](unsafeUninitializedCapacity: numbers.count) { room, count in
            var start = 0
            while fits, start < numbers.count {
                let end = Swift.min(numbers.count, start + size)
                var low = UInt32.max
                var high = UInt32.min
                for number in numbers[start..<end] {
                    low = Swift.min(low, number)
                    high = Swift.max(high, number)
                }
                fits = high - low <= UInt32(UInt16.max)
                guard fits else { break }
                bases.append(low)
                for index in start..<end {
                    room.initializeElement(at: index, to: UInt16(truncatingIfNeeded: numbers[index] - low))
                }
                start = end
            }
            count = start
        }
        return fits ? (bases, distances) : nil
    }

    @inlinable public var startIndex: Int { 0 }

    @inlinable public var endIndex: Int { plain.isEmpty ? distances.count : plain.count }

    /// - Precondition: `0 <= index < count`.
    /// - Complexity: O(1).
    @inlinable public subscript(index: Int) -> UInt32 {
        plain.isEmpty ? bases[index >> Int(shift)] + UInt32(distances[index]) : plain[index]
    }
}
