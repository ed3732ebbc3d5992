import Testing

@testable import TrainingGuard

@Suite struct LineageTests {
    private let keys = PromptForm()

    private func key(_ prompt: String) -> UInt64 { Array(prompt.utf8).withUnsafeBytes { keys.key(of: $0) } }

    private func lineage(_ steps: [(String, String)], listed: [String]) -> Lineage {
        var lineage = Lineage()
        for (parent, child) in steps {
            lineage.add(child: key(child), parent: key(parent)) {
                listed.firstIndex(of: parent).map { PromptMatch(listed: $0, level: .bytes) }
            }
        }
        return lineage
    }

    @Test func `children and their children descend from a listed prompt, by as many steps`() {
        let lineage = lineage([("a", "b"), ("b", "c"), ("x", "y"), ("c", "d")], listed: ["q", "a"])
        let descents = lineage.descents()
        #expect(descents.count == 3)
        for (prompt, steps) in [("b", 1), ("c", 2), ("D!", 3)] {
            #expect(descents[key(prompt)] == .init(match: PromptMatch(listed: 1, level: .bytes), steps: steps))
        }
        #expect(descents[key("a")] == nil && descents[key("y")] == nil)
    }

    @Test func `of several ancestors the nearest counts`() {
        let descents = lineage([("a", "b"), ("b", "c"), ("e", "c")], listed: ["a", "e"]).descents()
        #expect(descents[key("c")] == .init(match: PromptMatch(listed: 1, level: .bytes), steps: 1))
    }

    @Test func `a circle ends, and is counted`() {
        let lineage = lineage([("a", "b"), ("b", "c"), ("c", "b"), ("c", "d"), ("z", "z")], listed: ["a"])
        #expect(Set(lineage.descents().keys) == Set([key("b"), key("c"), key("d")]))
        #expect(lineage.circular == 3)
    }

    @Test func `what several threads found is one lineage`() {
        var first = lineage([("b", "c")], listed: ["a"])
        first.merge(lineage([("a", "b")], listed: ["a"]))
        #expect(first.descents()[key("c")]?.steps == 2)
        #expect(first.parents == [key("a"), key("b")])
    }

    @Test func `prompts without a form are told apart by their bytes`() {
        #expect(key("🔪") != key("🔫"))
        #expect(key("Lock?") == key("lock"))
    }
}
