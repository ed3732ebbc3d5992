import RoundModel
import TestSupport
import Testing

@testable import RoundExport

struct DistinctSolverTests {
    private struct NoColumns: Error {}

    /// Items as numbers that stand for texts; nil for a discarded one.
    private struct Item {
        var isAccepted: Bool
        var prompt: Int
        var response: Int
    }

    private func items(_ count: Int, _ random: inout SeededGenerator) -> [Item?] {
        (0..<count).map { _ in
            Int.random(in: 0..<4, using: &random) == 0
                ? nil
                : Item(
                    isAccepted: Bool.random(using: &random),
                    prompt: .random(in: 0..<count / 3, using: &random),
                    response: .random(in: 0..<3, using: &random)
                )
        }
    }

    private func columns(_ items: [Item?], _ hash: TextHash) throws -> HashColumns {
        func value(_ number: Int) -> UInt64 { withUnsafeBytes(of: number) { hash($0) } }
        let prompts = items.map { $0.map { value($0.prompt) } ?? 0 }
        var columns = HashColumns()
        let isKept = columns.append(
            prompts: prompts,
            pairs: zip(items, prompts).map { item, prompt in item.map { hash.pair(prompt, value($0.response)) } ?? 0 },
            traits: items.map { $0.map { $0.isAccepted ? .accepted : .adversarial } ?? [] }
        )
        try #require(isKept)
        return columns
    }

    /// First items, what is exported and the counts, found the plain way.
    private struct Plain {
        var firstPrompts: [Int: Int] = [:]
        var firstPairs: [[Int]: Int] = [:]
        var exported: Set<Int> = []
        var sets = DistinctSets()

        init(_ items: [Item?]) {
            var adversarial: Set<Int> = []
            var responses: [Int: Set<Int>] = [:]
            for (number, item) in items.enumerated() {
                guard let item else { continue }
                if firstPrompts[item.prompt] == nil { firstPrompts[item.prompt] = number }
                if !item.isAccepted {
                    if adversarial.insert(item.prompt).inserted { exported.insert(number) }
                } else if responses[item.prompt, default: []].insert(item.response).inserted {
                    firstPairs[[item.prompt, item.response]] = number
                    exported.insert(number)
                }
            }
            sets.adversarialPrompts = adversarial.count
            sets.acceptedPrompts = responses.count
            sets.acceptedPairs = firstPairs.count
            sets.promptsInBoth = adversarial.intersection(responses.keys).count
            sets.promptsWithSeveralAccepted = responses.values.count { $0.count > 1 }
        }
    }

    private func check(_ columns: borrowing HashColumns, _ solver: DistinctSolver, _ items: [Item?]) {
        let plain = Plain(items)
        for (number, item) in items.enumerated() {
            guard let item, let traits = columns.traits.start?[number] else { continue }
            #expect(traits.contains(.exported) == plain.exported.contains(number))
            let firstPrompt = plain.firstPrompts[item.prompt]
            #expect(solver.isUncomparedPrompt(number) == (firstPrompt != number))
            if firstPrompt != number { #expect(solver.firstPrompt(of: number) == firstPrompt) }
            guard item.isAccepted else { continue }
            let firstPair = plain.firstPairs[[item.prompt, item.response]]
            #expect(solver.isUncomparedPair(number) == (firstPair != number))
            if firstPair != number { #expect(solver.firstPair(of: number) == firstPair) }
        }
    }

    @Test(arguments: [(1, 1), (2, 2), (10, 3), (3_000, 1), (3_000, 2), (20_000, 5)])
    func `finds first items on any number of threads`(count: Int, threads: Int) throws {
        var random = SeededGenerator(seed: UInt64(count + threads))
        let items = items(max(count, 3), &random)
        let columns = try columns(items, TextHash(seed: 3))
        guard let solver = DistinctSolver(columns) else { throw NoColumns() }
        #expect(solver.solve(threads: threads) == Plain(items).sets)
        check(columns, solver, items)
    }

    /// Where few bits of the hash are left, what tells texts apart is the comparison alone.
    @Test(arguments: [UInt64.max, 0xFF, 0xFF << 32, 0])
    func `compares what hashes do not tell apart`(mask: UInt64) throws {
        var random = SeededGenerator(seed: 11)
        let items = items(900, &random)
        let columns = try columns(items, TextHash(seed: 3, mask: mask))
        guard let solver = DistinctSolver(columns) else { throw NoColumns() }
        let sets = try solver.solve { first, item in
            items[first]?.prompt == items[item]?.prompt
        } pairs: { first, item in
            items[first]?.prompt == items[item]?.prompt && items[first]?.response == items[item]?.response
        }
        #expect(sets == Plain(items).sets)
        check(columns, solver, items)
    }
}
