import TestSupport
import Testing

@testable import RoundExport

struct ItemTableTests {
    private struct NoMemory: Error {}

    private func makeTable(_ capacity: Int) throws -> ItemTable {
        guard let table = ItemTable(capacity: capacity) else { throw NoMemory() }
        return table
    }

    /// Texts are numbers here; the hash is good, bad or the same for all.
    @Test(arguments: [UInt64.max, 0xFF, 0])
    func findsTheFirstItemOfEachText(mask: UInt64) throws {
        var random = SeededGenerator(seed: 7)
        let texts = (0..<2_000).map { _ in Int.random(in: 0..<700, using: &random) }
        let hash = TextHash(seed: 1, mask: mask)
        var table = try makeTable(texts.count)
        var firsts: [Int: Int] = [:]
        for (item, text) in texts.enumerated() {
            let key = Array("text \(text)".utf8).withUnsafeBufferPointer { hash($0) }
            let finding = table.enter(item, hash: key) { texts[$0] == text }
            #expect(finding.first == firsts[text, default: item])
            #expect(finding.isNew == (firsts[text] == nil))
            firsts[text] = finding.first
        }
    }

    @Test func aFullTableTakesAsManyTextsAsItWasMadeFor() throws {
        for capacity in [0, 1, 2, 7, 100] {
            var table = try makeTable(capacity)
            for item in 0..<capacity {
                let finding = table.enter(item, hash: UInt64(item) << 40) { _ in false }
                #expect(finding.isNew)
            }
        }
    }

    @Test func marksStayWithTheirTextAndLeaveItFindable() throws {
        var table = try makeTable(10)
        let hash: UInt64 = 0x0123_4567_89AB_CDEF
        let first = table.enter(3, hash: hash) { _ in true }
        #expect(table[marksAt: first.slot] == 0)
        table[marksAt: first.slot] = 0b101
        let again = table.enter(4, hash: hash) { _ in true }
        #expect(!again.isNew && again.first == 3)
        #expect(table[marksAt: again.slot] == 0b101)
        table[marksAt: again.slot] = 0b010
        #expect(table[marksAt: first.slot] == 0b010)
    }
}
