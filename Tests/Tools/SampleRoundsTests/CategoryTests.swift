import Testing

@testable import SampleRounds

@Suite struct CategoryTests {
    private static let slots: Set<Substring> = ["name", "day", "town"]

    @Test func `there are eight categories of eight scenarios`() {
        #expect(Category.all.map(\.scenarios.count) == Array(repeating: 8, count: 8))
        #expect(Set(Category.all.map(\.name)).count == 8)
    }

    @Test func `every scenario is whole`() {
        for scenario in Category.all.flatMap(\.scenarios) {
            #expect(scenario.contexts.count == 2 && scenario.reasons.count == 2 && scenario.asides.count == 2)
            #expect(scenario.advice.count == 4 && scenario.steps.count == 4)
            let sentences =
                scenario.contexts + scenario.reasons + scenario.advice + scenario.steps + scenario.asides
                + [scenario.fact]
            for sentence in sentences {
                #expect(sentence.last.map { ".?!\"".contains($0) } == true, "\(sentence)")
            }
            for phrase in [scenario.ask, scenario.doing, scenario.persona, scenario.topic] {
                #expect(phrase.last.map { ".?!,;: ".contains($0) } == false, "\(phrase)")
            }
        }
    }

    @Test func `no slot is misspelt`() {
        for scenario in Category.all.flatMap(\.scenarios) {
            let texts =
                [scenario.ask, scenario.doing, scenario.persona, scenario.topic, scenario.fact] + scenario.contexts
                + scenario.reasons + scenario.advice + scenario.steps + scenario.asides
            for text in texts {
                _ = Template.fill(text) { slot in
                    #expect(Self.slots.contains(slot), "\(text)")
                    return nil
                }
            }
        }
    }

    @Test func `answers name nobody whom the request has not named`() {
        for scenario in Category.all.flatMap(\.scenarios) {
            for slot in Self.slots where scenario.doing.contains("{\(slot)}") {
                #expect(scenario.ask.contains("{\(slot)}"), "\(scenario.doing)")
            }
        }
    }
}
