import TestSupport
import Testing

@testable import RoundModel

@Suite struct WaveletMatrixTests {
    /// Around the ends of words, of lines and of levels.
    @Test(arguments: [0, 1, 2, 3, 63, 64, 65, 447, 448, 449, 511, 512, 513, 896, 1_000, 1_023, 1_024, 1_025])
    func `counts and places are those of the permutation`(_ count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count) + 5)
        let values = (0..<UInt32(count)).shuffled(using: &generator)
        let matrix = try #require(WaveletMatrix(values, isCancelled: { false }))
        for _ in 0..<200 {
            let bound = Int.random(in: -1...count + 1, using: &generator)
            let ends = (0..<3).map { _ in Int.random(in: 0...count, using: &generator) } + [0, count]
            let plain = ends.map { end in values.prefix(end).count { Int($0) < bound } }
            #expect(matrix.below(bound, inFirst: ends) == plain)
        }
        #expect(values.indices.allSatisfy { matrix.position(of: Int(values[$0])) == $0 })
    }

    @Test(arguments: [0, 1, 2, 3, 64, 449, 1_000, 1_024, 1_025])
    func `a grid counts what lies between positions and bounds`(_ count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count) + 6)
        let values = (0..<UInt32(count)).shuffled(using: &generator)
        let matrix = try #require(WaveletMatrix(values, isCancelled: { false }))
        for _ in 0..<30 {
            func cuts() -> [Int] {
                let some = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                    Int.random(in: 0...count, using: &generator)
                }
                // Some twice, and now and then all there is.
                return (some + some.prefix(2) + (Bool.random(using: &generator) ? [0, count] : [])).sorted()
            }
            let (positions, bounds) = (cuts(), cuts())
            let plain = zip(bounds, bounds.dropFirst()).flatMap { low, high in
                zip(positions, positions.dropFirst()).map { start, end in
                    UInt32(values[start..<end].count { $0 >= low && $0 < high })
                }
            }
            #expect(matrix.grid(positions: positions, bounds: bounds) == plain)
        }
    }

    @Test func `a cancelled one is not there`() {
        #expect(WaveletMatrix([1, 0, 2], isCancelled: { true }) == nil)
    }
}
