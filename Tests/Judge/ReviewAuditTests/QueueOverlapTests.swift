import ReviewAudit
import TestSupport
import Testing

struct QueueOverlapTests {
    private static let numbers: [Double] = {
        var random = SeededGenerator(seed: 1)
        return (0..<20_000).map { _ in Double(random.next() >> 11) * 0x1p-53 }.sorted()
    }()

    @Test(arguments: [0, 0.1, 0.5, 1]) func `the share is what was asked for`(_ share: Double) {
        let overlap = QueueOverlap(share: share)
        let common = Self.numbers.count { overlap.isForAll(number: $0) }
        #expect(abs(Double(common) / 20_000 - share) < 0.015)
        // It does not go with the order.
        let first = Self.numbers.prefix(2_000).count { overlap.isForAll(number: $0) }
        #expect(abs(Double(first) / 2_000 - share) < 0.05)
    }

    @Test func `share outside of its range is the nearer end`() {
        #expect(QueueOverlap(share: -1).share == 0)
        #expect(QueueOverlap(share: 7).share == 1)
        #expect(QueueOverlap(share: .nan).share == 0)
    }

    @Test func `the rest is dealt out evenly`() {
        let names = ["ann", "bob", "cy"]
        var counts: [String: Int] = [:]
        for number in Self.numbers {
            guard let owner = QueueOverlap.owner(number: number, among: names) else { continue }
            counts[owner, default: 0] += 1
            #expect(QueueOverlap.owner(number: number, among: names.reversed()) == owner)
        }
        #expect(counts.values.allSatisfy { abs($0 - 6_667) < 300 })
        #expect(QueueOverlap.owner(number: 0.5, among: []) == nil)
    }

    /// Who comes later takes from all others alike, and nothing goes from one of them to another.
    @Test func `another reviewer moves nothing between the others`() {
        for number in Self.numbers.prefix(3_000) {
            let before = QueueOverlap.owner(number: number, among: ["ann", "bob"])
            let after = QueueOverlap.owner(number: number, among: ["ann", "bob", "cy"])
            #expect(after == before || after == "cy")
        }
    }
}
