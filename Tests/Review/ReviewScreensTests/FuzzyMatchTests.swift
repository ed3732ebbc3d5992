import Testing

@testable import ReviewScreens

@Suite struct FuzzyMatchTests {
    @Test func `letters in their order fit, and no others`() {
        #expect(FuzzyMatch.score("thty", in: "threshold.type") != nil)
        #expect(FuzzyMatch.score("ytht", in: "threshold.type") == nil)
        #expect(FuzzyMatch.score("TYPE thre", in: "threshold.type") != nil)
        #expect(FuzzyMatch.score("typo", in: "threshold.type") == nil)
        #expect(FuzzyMatch.score("", in: "x") == 0)
        #expect(FuzzyMatch.score("x", in: "") == nil)
    }

    @Test(arguments: [
        ("type", "threshold.type", "tay.pxe"), ("so", "search.open", "list.reasons"),
        ("down", "reading.scroll-down", "reading.d-o-wn"),
    ]) func `beginnings of words and letters in a row count more`(_ typed: String, _ better: String, _ worse: String) {
        let good = FuzzyMatch.score(typed, in: better)
        let bad = FuzzyMatch.score(typed, in: worse)
        #expect(good != nil && bad != nil && (good ?? 0) > (bad ?? 0))
    }
}
