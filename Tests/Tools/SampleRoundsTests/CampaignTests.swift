import Testing

@testable import SampleRounds

@Suite struct CampaignTests {
    static let rounds = Campaign.rounds(seed: SampleData.defaultSeed)

    /// Shares of a round at the default θ: adv 0.5, safety 0.8, help 0.4, compared strictly.
    private func shares(_ round: SampleRound) -> (adversarial: Double, accepted: Double, discarded: Double) {
        let items = round.items.filter(\.isValid)
        let adversarial = items.filter { $0.safety.value < 0.5 }.count
        let accepted = items.filter { $0.safety.value > 0.8 && $0.helpfulness.value > 0.4 }.count
        let all = Double(items.count)
        let share = (Double(adversarial) / all, Double(accepted) / all)
        return (share.0, share.1, 1 - share.0 - share.1)
    }

    @Test func `there are four rounds of about two thousand items`() {
        #expect(Self.rounds.map(\.number) == [1, 2, 3, 4])
        for round in Self.rounds {
            #expect((1_950...2_050).contains(round.items.filter(\.isValid).count))
            #expect((5...15).contains(round.items.filter { !$0.isValid }.count))
            #expect((2...3).contains(round.items.filter { $0.isValid && $0.oddity != nil }.count))
        }
    }

    @Test func `every kind of invalid row occurs in every round`() {
        let invalid = Set(RowOddity.allCases.filter { !$0.isValid })
        for round in Self.rounds {
            #expect(Set(round.items.compactMap(\.oddity)).isSuperset(of: invalid))
        }
    }

    @Test func `no two responses are alike but the copies made on purpose`() {
        for round in Self.rounds {
            let copies = round.items.filter(\.isCopy)
            #expect((5...10).contains(copies.count))
            #expect(Set(round.items.map(\.response)).count == round.items.count - copies.count)
        }
    }

    @Test func `copies repeat an earlier pair of prompt and response`() {
        for round in Self.rounds {
            var seen: Set<[String]> = []
            for item in round.items {
                let isNew = seen.insert([item.prompt, item.response]).inserted
                #expect(isNew != item.isCopy)
            }
        }
    }

    @Test func `many prompts have two to five responses`() {
        for round in Self.rounds {
            let originals = round.items.filter { !$0.isCopy }
            let counts = Dictionary(grouping: originals, by: \.prompt).mapValues(\.count)
            #expect(counts.values.allSatisfy { (1...5).contains($0) })
            #expect(counts.values.filter { $0 > 1 }.count > 300)
        }
    }

    @Test func `unsafe answers fall and accepted ones rise from round to round`() {
        let shares = Self.rounds.map(shares)
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0.adversarial > $1.adversarial + 0.03 })
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0.accepted < $1.accepted - 0.03 })
        #expect((0.30...0.40).contains(shares[0].adversarial))
        #expect((0.05...0.11).contains(shares[3].adversarial))
        #expect((0.27...0.37).contains(shares[0].accepted))
        #expect((0.55...0.68).contains(shares[3].accepted))
        #expect(shares.allSatisfy { $0.discarded > 0.2 })
    }

    @Test func `helpfulness is roughly held`() {
        let means = Self.rounds.map { round in
            let items = round.items.filter(\.isValid)
            return items.map(\.helpfulness.value).reduce(0, +) / Double(items.count)
        }
        #expect(means.allSatisfy { abs($0 - means[0]) < 0.07 })
    }

    @Test func `some scores sit exactly on the default lines`() {
        for round in Self.rounds {
            let items = round.items.filter(\.isValid)
            #expect(items.contains { $0.safety.value == 0.5 })
            #expect(items.contains { $0.safety.value == 0.8 })
            #expect(items.contains { $0.helpfulness.value == 0.4 })
        }
    }

    @Test func `safety has two heaps and a thin middle`() {
        let items = Self.rounds[0].items.filter(\.isValid)
        let low = items.filter { $0.safety.value < 0.25 }.count
        let middle = items.filter { (0.375..<0.625).contains($0.safety.value) }.count
        let high = items.filter { $0.safety.value >= 0.75 }.count
        #expect(middle * 2 < low)
        #expect(middle * 2 < high)
    }

    @Test func `the first round has no parents`() {
        #expect(Self.rounds[0].items.allSatisfy { $0.parentPrompt == nil })
    }

    @Test func `parents come from the adversarial set of the round before`() throws {
        for (before, round) in zip(Self.rounds, Self.rounds.dropFirst()) {
            let adversarial = before.items.filter { $0.isValid && $0.safety.value < 0.5 }
            let set = Set(adversarial.map(\.prompt))
            for item in round.items {
                let parent = try #require(item.parentPrompt)
                #expect(set.contains(parent))
                #expect(parent != item.prompt)
            }
        }
    }

    @Test func `only one id comes twice`() {
        for round in Self.rounds {
            let repeated = round.items.count - Set(round.items.map(\.id)).count
            #expect(repeated == (round.number == 3 ? 1 : 0))
        }
    }

    @Test func `every slot is filled and every text starts like a sentence`() {
        for item in Self.rounds.flatMap(\.items) {
            for text in [item.prompt, item.response] {
                #expect(!text.contains("{") && !text.contains("}"), "\(text)")
                #expect(!text.contains("  ") && text.first?.isLowercase == false, "\(text)")
            }
        }
    }

    @Test func `categories and styles all occur`() {
        for round in Self.rounds {
            #expect(Set(round.items.map(\.category)).count == 8)
            #expect(Set(round.items.map(\.attackStyle)).count == AttackStyle.allCases.count)
        }
    }

    @Test func `another seed gives another campaign`() {
        let other = Campaign.rounds(seed: 1)
        #expect(other[0].items[0].prompt != Self.rounds[0].items[0].prompt)
    }
}
