import ReviewAudit
import Testing

struct SampleGoalsTests {
    @Test func `goals of a large bucket are those of the claim`() {
        #expect(SampleGoals(of: nil).choices == [20, 88, 134, 174, 210, 244, 277, 400, 1_000])
        #expect(SampleGoals(of: 1_000_000).choices == SampleGoals(of: nil).choices)
        #expect(SampleGoals(of: 1_000_000).usual == 88)
    }

    @Test func `a small bucket takes fewer, and no more than there are`() {
        #expect(SampleGoals(of: 500).choices == [20, 76, 114, 145, 173, 198, 222, 400, 500])
        #expect(SampleGoals(of: 100).choices == [20, 49, 68, 82, 91, 98, 100])
        #expect(SampleGoals(of: 12).choices == [12])
        #expect(SampleGoals(of: 1).usual == 1)
        #expect(SampleGoals(of: 100).usual == 49)
    }

    @Test func `what is said of a goal is what the claim will show`() {
        let goals = SampleGoals(of: 500)
        #expect(goals.meaning(of: 20) == "if none is wrong, at most 20 % are, with 95 % confidence")
        #expect(goals.meaning(of: 59) == "if none is wrong, at most 6.6 % are, with 95 % confidence")
        #expect(goals.meaning(of: 75) == "if none is wrong, at most 5.2 % are, with 95 % confidence")
        #expect(goals.meaning(of: 76) == "if none is wrong, at most 5 % are, with 95 % confidence")
        #expect(goals.meaning(of: 144) == "if at most 1 is wrong, at most 5 % are, with 95 % confidence")
        #expect(goals.meaning(of: 145) == "if at most 2 are wrong, at most 5 % are, with 95 % confidence")
        #expect(goals.meaning(of: 500) == "if at most 25 are wrong, at most 5 % are, with 95 % confidence")
        #expect(goals.meaning(of: 9_000) == goals.meaning(of: 500))
        #expect(SampleGoals(of: nil).meaning(of: 87) == "if none is wrong, at most 5.1 % are, with 95 % confidence")
        #expect(SampleGoals(of: nil).meaning(of: 88) == "if none is wrong, at most 5 % are, with 95 % confidence")
        #expect(SampleGoals(of: 0).meaning(of: 20) == nil)
    }

    /// Fewer distinct items may take more than there are rows: 19 of a hundred break the claim as soon as 20 do.
    @Test(arguments: [1, 12, 20, 100, 140, 500, 1_064])
    func `where copies are not known a goal is enough for any number of distinct items`(_ rows: Int) {
        let goals = SampleGoals(upTo: rows)
        for distinct in 1...rows where distinct > goals.usual {
            #expect(SampleGoals(of: distinct).usual <= goals.usual, "\(distinct)")
        }
        #expect(goals.usual <= rows)
        #expect(goals.usual >= SampleGoals(of: rows).usual)
    }

    @Test func `where copies are not known a goal promises no more than any number of distinct items shows`() {
        #expect(SampleGoals(of: 1_064).usual == 82)
        #expect(SampleGoals(of: 1_059).usual == 84)
        #expect(SampleGoals(upTo: 1_064).usual == 84)
        #expect(SampleGoals(upTo: 1_064).meaning(of: 83) != "if none is wrong, at most 5 % are, with 95 % confidence")
        #expect(SampleGoals(upTo: 1_064).meaning(of: 84) == "if none is wrong, at most 5 % are, with 95 % confidence")
        #expect(SampleGoals(upTo: 1_064).meaning(of: 9_000) == SampleGoals(of: 1_064).meaning(of: 9_000))
    }
}
