import RoundModel
import TestSupport
import Testing

@Suite struct PackedNumbersTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var step: ClosedRange<UInt32>
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "short rows", step: 1...200),
        Case(name: "rows of a length", step: 870...870),
        Case(name: "rows at the edge of groups of 16", step: 4_000...4_500),
        Case(name: "rows at the edge of groups of 4", step: 15_000...25_000),
        Case(name: "long rows", step: 65_000...70_000),
        Case(name: "short and long ones", step: 1...1_000_000),
    ]

    @Test(arguments: cases) func `numbers come back as they were`(_ test: Case) {
        var generator = SeededGenerator(seed: 3)
        for count in [0, 1, 3, 4, 5, 15, 16, 17, 33, 1_000] {
            var number: UInt32 = 0
            let starts = (0..<count).map { _ in
                number += UInt32.random(in: test.step, using: &generator)
                return number
            }
            let lengths = (0..<count).map { _ in UInt32.random(in: test.step, using: &generator) }
            for numbers in [starts, lengths] {
                #expect(PackedNumbers(numbers).elementsEqual(numbers))
                #expect(PackedNumbers(numbers).count == count)
            }
        }
    }

    @Test func `the ends of what fits`() {
        let numbers: [UInt32] = [0, .max, .max, 65_535, 65_536, 0]
        #expect(Array(PackedNumbers(numbers)) == numbers)
        let near: [UInt32] = [.max - 65_535, .max, .max - 1]
        #expect(Array(PackedNumbers(near)) == near)
    }
}
