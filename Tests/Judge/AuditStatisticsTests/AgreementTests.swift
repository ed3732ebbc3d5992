import AuditStatistics
import Testing

struct AgreementTests {
    @Test func `two judges, two answers`() throws {
        let vector = try Vector("cohen_kappa_2x2")
        let table = try AgreementTable(vector.inputs.rows("table"))
        let expected = vector.expected
        #expect(isNear(table.kappa, try expected.double("kappa")))
        #expect(isNear(table.kappaVariance, try expected.double("var_kappa")))
        #expect(isNear(table.kappaVariance?.squareRoot(), try expected.double("se")))
        #expect(isNear(table.kappaErrorByChance, try expected.double("se0")))
        #expect(isNear(table.chanceTest?.z, try expected.double("z0")))
        #expect(isNear(table.chanceTest?.pValue, try expected.double("p_two"), 1e-24))
        let large = try #require(try table.fleissCohenEveritt(alpha: 0.05))
        #expect(isNear([large.lower, large.upper], try expected.doubles("ci")))
        let estimate = try #require(try table.kappaEstimate(alpha: 0.05, of: AuditPopulation(.checked)).estimate)
        #expect(estimate.value == table.kappa && estimate.method == .zouDonner)
        let (found, other) = (estimate.interval, large)
        #expect(isNear(found.lower, other.lower, 0.03) && isNear(found.upper, other.upper, 0.03))
        let accuracy = try table.accuracy()
        #expect(isNear(accuracy.value, try expected.double("accuracy")))
        let wilson = try accuracy.wilson(alpha: 0.05)
        #expect(isNear([wilson.lower, wilson.upper], try expected.doubles("accuracy_wilson")))
        #expect(isNear(table.mcNemar, try expected.double("mcnemar_exact_p")))
        #expect(isNear(table.matthews, try expected.double("mcc")))
        #expect(isNear(table.prevalenceAdjustedKappa, try expected.double("pabak")))
        #expect(isNear(table.gwetAC1, try expected.double("gwet_ac1")))
    }

    @Test func `false calls apart from overruled ones`() throws {
        // Calls A, C, D by row; answers by column.
        let table = try AgreementTable([[40, 2, 8], [1, 60, 9], [3, 7, 20]])
        #expect(try table.falselyGiven(0) == Proportion(10, of: 106))
        #expect(try table.falselyGiven(1) == Proportion(10, of: 81))
        #expect(try table.overruled(1) == Proportion(10, of: 70))
        #expect(throws: AuditError.self) { try table.overruled(3) }
    }

    @Test func `nothing to agree on, all one way, one label`() throws {
        let oneWay = try AgreementTable([[30, 0], [0, 0]])
        #expect(oneWay.kappa == nil && oneWay.mcNemar == 1 && oneWay.matthews == nil)
        #expect(try oneWay.kappaEstimate(alpha: 0.05, of: AuditPopulation(.checked)) == .missing(labels: 1))
        let none = try AgreementTable([], [], answers: 3)
        #expect(none.kappa == nil)
        #expect(try none.kappaEstimate(alpha: 0.05, of: AuditPopulation(.checked)) == .missing(labels: 2))
        let single = try AgreementTable([1], [0], answers: 2)
        #expect(try single.kappaEstimate(alpha: 0.05, of: AuditPopulation(.checked)) == .missing(labels: 1))
        #expect(throws: AuditError.lengthsDiffer(.answers, 1, 2)) { try AgreementTable([1], [0, 1], answers: 2) }
        #expect(throws: AuditError.self) { try AgreementTable([2], [0], answers: 2) }
        #expect(throws: AuditError.self) { try AgreementTable([[1, 2], [3]]) }
    }

    @Test func `buckets sampled at different rates are weighed by their size`() throws {
        // Of 900 discarded items 9 were looked at, of 100 adversarial ones all.
        let table = try AgreementTable([[50, 50], [0, 9]])
        let agreement = try StratifiedAgreement(sizes: [100, 900], table)
        let accuracy = try #require(try agreement.accuracy(alpha: 0.05).estimate)
        #expect(isNear(accuracy.value, 0.95) && accuracy.method == .bonferroniClopperPearson)
        #expect(accuracy.population == AuditPopulation(.round, size: 1000))
        let uneven = try #require(try agreement.kappa(alpha: 0.05).estimate)
        #expect(uneven.method == .zouDonner && uneven.interval.contains(uneven.value) && uneven.interval.width > 0.2)
        let false0 = try #require(try agreement.falselyGiven(0, alpha: 0.05).estimate)
        #expect(isNear(false0.value, 50.0 / 950))
        // One rate for all: the plain table's κ and, but for the n-1, its variance.
        let even = try StratifiedAgreement(
            sizes: [100_000_000, 50_000_000],
            AgreementTable([[880, 120], [70, 430]])
        )
        let kappa = try #require(try even.kappa(alpha: 0.05).estimate)
        #expect(isNear(kappa.value, 0.7219512195121951) && kappa.method == .zouDonner)
        #expect(kappa.interval.width < 0.08 && kappa.interval.width > 0.06)
        let unseen = try StratifiedAgreement(sizes: [10, 20], AgreementTable([[3, 1], [0, 0]]))
        #expect(try unseen.kappa(alpha: 0.05) == .missing(labels: 1))
        #expect(throws: AuditError.self) { try StratifiedAgreement(sizes: [3, 20], table) }
        // Where all items have one call, κ is 0 and all falsely given ones are this call's, whatever people say.
        let one = try StratifiedAgreement(sizes: [50, 0], AgreementTable([[7, 3], [0, 0]]))
        #expect(try one.kappa(alpha: 0.05) == .noItems && one.falselyGiven(0, alpha: 0.05) == .noItems)
        #expect(try one.accuracy(alpha: 0.05).estimate?.value == 0.7)
    }

    @Test func `scores against a yes or no`() throws {
        let vector = try Vector("auc_delong")
        let scores = try vector.inputs.doubles("scores")
        let isPositive = try vector.inputs.ints("y").map { $0 == 1 }
        let expected = vector.expected
        let area = try AreaUnderCurve(scores: scores, isPositive: isPositive)
        #expect(isNear(area.value, try expected.double("auc")))
        #expect(isNear(area.variance, try expected.double("delong_var")))
        let plain = try #require(try area.deLong(alpha: 0.05))
        #expect(isNear([plain.lower, plain.upper], try expected.doubles("delong_ci")))
        let logit = try #require(try area.deLongLogit(alpha: 0.05))
        #expect(isNear([logit.lower, logit.upper], try expected.doubles("delong_logit_ci")))
        #expect(isNear(area.hanleyMcNeilError, try expected.double("hanley_mcneil_se")))
        #expect(isNear(area.mannWhitney, try expected.double("mannwhitney_U")))

        let curves = try ScoreCurves(scores: scores, isPositive: isPositive)
        #expect(isNear(curves.averagePrecision, try expected.double("average_precision")))
        #expect(isNear(curves.points.map(curves.falsePositiveRate), try expected.doubles("roc_fpr")))
        #expect(isNear(curves.points.map(curves.truePositiveRate), try expected.doubles("roc_tpr")))
        let thresholds = try expected.value("roc_thr", as: [Any].self).compactMap { $0 as? Double }
        #expect(curves.points.dropFirst().map(\.threshold) == thresholds)
        #expect(curves.points.first?.threshold == .infinity)
        #expect(curves.points.dropFirst().reversed().map(\.threshold) == (try expected.doubles("pr_thr")))
        #expect(isNear(curves.points.reversed().map(curves.precision), try expected.doubles("pr_precision")))
        #expect(isNear(curves.points.reversed().map(curves.truePositiveRate), try expected.doubles("pr_recall")))
    }

    @Test func `judges who always agree have an interval with width`() throws {
        let alike = try AgreementTable([[20, 0], [0, 20]])
        let kappa = try #require(try alike.kappaEstimate(alpha: 0.05, of: AuditPopulation(.overlap)).estimate)
        #expect(kappa.value == 1 && kappa.interval.upper == 1)
        #expect(kappa.interval.lower > 0.7 && kappa.interval.lower < 0.9)
        let items = (0..<40).map { [Double($0 % 2), Double($0 % 2)] }
        let krippendorff = try #require(try KrippendorffAlpha.estimate(items, alpha: 0.05).estimate)
        #expect(krippendorff.value == 1 && isNear(krippendorff.interval.lower, kappa.interval.lower, 0.02))
        // 60 labels a bucket, all confirmed.
        let round = try StratifiedAgreement(
            sizes: [235, 336, 2429],
            AgreementTable([[60, 0, 0], [0, 60, 0], [0, 0, 60]])
        )
        let stratified = try #require(try round.kappa(alpha: 0.05).estimate)
        #expect(stratified.value == 1 && stratified.interval.lower > 0.5 && stratified.interval.lower < 0.9)
        let opposed = try AgreementTable([[0, 20], [20, 0]])
        let wrong = try #require(try opposed.kappaEstimate(alpha: 0.05, of: AuditPopulation(.overlap)).estimate)
        #expect(wrong.value == -1 && wrong.interval.width > 0.1)
    }

    @Test func `areas without variance`() throws {
        let perfect = try AreaUnderCurve(scores: [1, 2, 3, 4], isPositive: [false, false, true, true])
        #expect(perfect.value == 1)
        #expect(try perfect.deLongLogit(alpha: 0.05) == nil)
        let single = try AreaUnderCurve(scores: [1, 2], isPositive: [true, false])
        #expect(try single.deLongLogit(alpha: 0.05) == nil)
        #expect(throws: AuditError.empty(.answers)) { try AreaUnderCurve(scores: [1, 2], isPositive: [true, true]) }
        #expect(throws: AuditError.notFinite(.scores)) {
            try AreaUnderCurve(scores: [1, .nan], isPositive: [true, false])
        }
        #expect(throws: AuditError.empty(.scores)) { try AreaUnderCurve(scores: [], isPositive: []) }
    }

    @Test func `scores against grades`() throws {
        let vector = try Vector("rank_corr")
        let grades = try vector.inputs.ints("human_1to5").map(Double.init)
        let correlation = try RankCorrelation(vector.inputs.doubles("scores"), grades)
        let expected = vector.expected
        #expect(isNear(correlation.spearman, try expected.double("spearman")))
        #expect(isNear(correlation.spearmanPValue, try expected.double("spearman_p"), 1e-12))
        let interval = try #require(try correlation.spearmanInterval(alpha: 0.05))
        #expect(isNear([interval.lower, interval.upper], try expected.doubles("spearman_ci_bonett_wright")))
        #expect(isNear(correlation.kendall?.tau, try expected.double("kendall_tau_b")))
        #expect(isNear(correlation.kendall?.pValue, try expected.double("kendall_p"), 1e-12))
        #expect(isNear(correlation.pearson, try expected.double("pearson")))
    }

    @Test func `grades that say nothing`() throws {
        let flat = try RankCorrelation([1, 2, 3], [4, 4, 4])
        #expect(flat.spearman == nil && flat.kendall == nil && flat.pearson == nil)
        #expect(try flat.spearmanInterval(alpha: 0.05) == nil)
        #expect(try RankCorrelation([1], [4]).spearmanInterval(alpha: 0.05) == nil)
        #expect(throws: AuditError.empty(.scores)) { try RankCorrelation([], []) }
    }

    @Test func `several reviewers`() throws {
        let vector = try Vector("krippendorff_2011")
        let rows = try vector.inputs.value("reliability_rows_null_missing", as: [[Any]].self)
        let items = rows[0].indices.map { item in rows.compactMap { $0[item] as? Double } }
        for (name, metric) in [
            ("nominal", KrippendorffAlpha.Metric.nominal), ("ordinal", .ordinal), ("interval", .interval),
            ("ratio", .ratio),
        ] {
            #expect(
                isNear(try KrippendorffAlpha.value(items, metric: metric), try vector.expected.double(name)),
                "\(name)"
            )
        }
        #expect(try KrippendorffAlpha.value([[1, 1], [1, 1]]) == nil)
        #expect(try KrippendorffAlpha.value([[1], [2], []]) == nil)
        let estimate = try #require(try KrippendorffAlpha.estimate(items, alpha: 0.05).estimate)
        #expect(estimate.interval.contains(estimate.value) && estimate.interval.width < 1)
        #expect(estimate.population == AuditPopulation(.overlap, size: 11) && estimate.labels == 40)
    }

    @Test func `every two reviewers`() throws {
        let kappas = try PairwiseKappa([[0, 1, 1, nil], [0, 1, 0, 1], [nil, nil, nil, 1]], answers: 2)
        #expect(kappas.pairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
        #expect(kappas.pairs.map(\.table.total) == [3, 0, 1])
        #expect(isNear(kappas.pairs[0].table.kappa, 0.4))
        #expect(kappas.pairs[1].table.kappa == nil)
    }
}
