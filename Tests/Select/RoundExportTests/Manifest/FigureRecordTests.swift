import AuditStatistics
import Basics
import RoundExport
import RoundModel
import Testing

struct FigureRecordTests {
    private static func estimate(_ method: IntervalMethod, _ set: AuditedSet, size: Int? = 9) -> Figure {
        .estimate(
            Estimate(
                value: 0.25,
                interval: Interval(lower: 0.125, upper: 0.5),
                level: 0.95,
                method: method,
                labels: 4,
                population: AuditPopulation(set, size: size)
            )
        )
    }

    private func json(_ figure: Figure) -> String { OrderedJSON(encoding: FigureRecord(figure)).description(.compact) }

    @Test func `a figure is written with all that it needs, or with what it lacks`() {
        #expect(json(.noItems) == #"{"no_items":true}"#)
        #expect(json(.missing(labels: 3)) == #"{"missing_labels":3}"#)
        let numbers = #"{"value":0.25,"lower":0.125,"upper":0.5,"level":0.95,"#
        #expect(
            json(Self.estimate(.census, .round, size: nil))
                == numbers + #""method":"all checked","labels":4,"population":"round","population_size":null}"#
        )
    }

    /// Programs look for these words.
    @Test func `methods and populations have the names of before`() {
        let methods: [(IntervalMethod, String)] = [
            (.census, "all checked"), (.clopperPearson, "Clopper-Pearson"), (.wilson, "Wilson"),
            (.jeffreys, "Jeffreys"), (.hypergeometric, "hypergeometric"), (.confidenceSequence, "confidence sequence"),
            (.confidenceSequenceWithoutReplacement, "confidence sequence, without replacement"),
            (.linearised, "stratified, linearised"), (.kornGraubard, "stratified, Korn-Graubard"),
            (.bonferroniClopperPearson, "stratified, Bonferroni Clopper-Pearson"),
            (.zouDonner, "Zou-Donner"), (.newcombe, "Newcombe"),
        ]
        for (method, name) in methods {
            #expect(json(Self.estimate(method, .checked)).contains("\"method\":\"\(name)\""))
        }
        let theta = Thresholds(adv: 0.5, safety: 0.8, help: 0.4)
        let sets: [(AuditedSet, String)] = [
            (.round, "round"), (.bucket(.accepted), "accepted bucket"),
            (.exported(.adversarial), "exported adversarial set"),
            (.bucketAt(.discarded, theta), "discarded bucket at other thresholds"), (.checked, "labelled items"),
            (.safeItems, "items that people call safe"), (.overlap, "items of several reviewers"),
        ]
        for (set, name) in sets {
            #expect(json(Self.estimate(.wilson, set)).contains("\"population\":\"\(name)\""))
        }
    }
}
