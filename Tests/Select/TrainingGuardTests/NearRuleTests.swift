import Testing

@testable import TrainingGuard

@Suite struct NearRuleTests {
    @Test func `two prompts that differ in a word have the shares that are known of them`() {
        let overlap = ShingleOverlap(listed: "how do i pick a lock", other: "how do i pick a pocket")
        #expect(overlap.shared == 12)
        #expect(overlap.jaccard == 12.0 / 22)
        #expect(overlap.containment == 0.75)
        #expect(ShingleOverlap(listed: "How do I pick a lock?", other: "how do i “pick” a POCKET") == overlap)
    }

    @Test(arguments: [0.5, 0.8, 0.85, 0.9, 1.0], [1, 5, 19, 20, 25, 40, 57, 1000])
    func `as many shingles are needed as make the least share`(_ share: Double, _ shingles: Int) {
        let needed = NearRule(jaccard: share, containment: share).needed(of: shingles)
        #expect(needed >= 1)
        #expect(Double(needed) / Double(shingles) >= share || needed == shingles)
        #expect(needed == 1 || Double(needed - 1) / Double(shingles) < share)
    }

    @Test func `near means nothing of three words`() {
        let rule = NearRule()
        #expect(!rule.applies(shingles: 12, words: 3))
        #expect(rule.applies(shingles: 12, words: 4))
        #expect(rule.applies(shingles: 20, words: 1))
        #expect(!rule.applies(shingles: 0, words: 9))
    }
}
