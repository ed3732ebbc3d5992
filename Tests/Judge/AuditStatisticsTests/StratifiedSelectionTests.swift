import AuditStatistics
import RoundModel
import Testing

struct StratifiedSelectionTests {
    /// The labels of a vector by stratum: taken rightly, taken wrongly, left wrongly, left rightly.
    static func cells(_ vector: Vector, sizes: [Int]) throws -> [SelectionStratum] {
        let items = try vector.inputs.rows("items_stratum_accepted_good")
        return try sizes.indices.map { stratum in
            func count(_ taken: Int, _ right: Int) -> Int { items.count { $0 == [stratum, taken, right] } }
            return try SelectionStratum(
                size: sizes[stratum],
                takenRight: count(1, 1),
                takenWrong: count(1, 0),
                leftWrong: count(0, 1),
                leftRight: count(0, 0)
            )
        }
    }

    @Test func `precision and recall by the ratio estimator`() throws {
        let vector = try Vector("ratio_precision_recall")
        let selection = try StratifiedSelection(Self.cells(vector, sizes: try vector.inputs.ints("N_h")))
        #expect(selection.strata.map(\.checked) == (try vector.inputs.ints("n_h")))
        let expected = vector.expected
        #expect(isNear(selection.takenRight, try expected.double("TP_hat")))
        #expect(isNear(selection.taken, try expected.double("pred_hat")))
        #expect(isNear(selection.right, try expected.double("good_hat")))
        for (name, ratio) in [("precision", selection.precision), ("recall", selection.recall)] {
            #expect(isNear(ratio.value, try expected.double(name)), "\(name)")
            #expect(isNear(ratio.standardError, try expected.double(name + "_se")), "\(name)")
            let interval = try #require(try ratio.linearised(alpha: 0.05))
            #expect(isNear([interval.lower, interval.upper], try expected.doubles(name + "_ci")), "\(name)")
            let estimate = try #require(
                try ratio.estimate(alpha: 0.05, of: AuditPopulation(.bucket(.accepted))).estimate
            )
            #expect(estimate.interval.contains(estimate.value) && estimate.labels == 100)
        }
    }

    @Test func `precision post-stratified on what the rule takes now`() throws {
        let vector = try Vector("poststratified_precision")
        let sizes = try vector.inputs.ints("N_acc_known")
        let labels = try Self.cells(vector, sizes: sizes.map { _ in 10_000 })
        let taken = try sizes.indices.map {
            try Stratum(
                size: sizes[$0],
                checked: labels[$0].takenRight + labels[$0].takenWrong,
                wrong: labels[$0].takenWrong
            )
        }
        #expect(taken.map { [$0.checked, $0.checked - $0.wrong] } == (try vector.expected.rows("cells_n_x")))
        let rate = try PostStratifiedSelection(taken: taken).rightShare()
        #expect(isNear(rate.value, try vector.expected.double("precision")))
        #expect(isNear(rate.standardError, try vector.expected.double("se_conditional")))
    }

    @Test func `recall from cells of known size`() throws {
        let selection = PostStratifiedSelection(
            taken: [try Stratum(size: 400, checked: 400, wrong: 100)],
            left: [try Stratum(size: 600, checked: 600, wrong: 100)]
        )
        let recall = try #require(try selection.recall(alpha: 0.05, of: .round).estimate)
        #expect(isNear(recall.value, 0.75) && recall.method == .census)
        let sampled = PostStratifiedSelection(
            taken: [try Stratum(size: 400, checked: 40, wrong: 10)],
            left: [try Stratum(size: 600, checked: 60, wrong: 0)]
        )
        let bounded = try #require(try sampled.recall(alpha: 0.05, of: .round).estimate)
        #expect(bounded.value == 1 && bounded.interval.lower < 0.95 && bounded.interval.upper == 1)
        #expect(bounded.method == .bonferroniClopperPearson)
    }

    @Test func `a rule that takes nothing`() throws {
        let selection = PostStratifiedSelection(taken: [try Stratum(size: 0, checked: 0, wrong: 0)])
        #expect(try selection.precision(alpha: 0.05, of: .round) == .noItems)
        #expect(try selection.recall(alpha: 0.05, of: .round) == .noItems)
        let nothing = try StratifiedSelection([
            SelectionStratum(size: 10, takenRight: 0, takenWrong: 0, leftWrong: 0, leftRight: 3)
        ])
        #expect(nothing.precision.value == nil)
        #expect(try nothing.precision.estimate(alpha: 0.05, of: AuditPopulation(.round)) == .missing(labels: 1))
    }
}
