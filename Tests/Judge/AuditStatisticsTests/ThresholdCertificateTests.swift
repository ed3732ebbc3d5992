import AuditStatistics
import RoundModel
import TestSupport
import Testing

struct ThresholdCertificateTests {
    static func plan(
        _ values: [Double] = [0.9, 0.8, 0.7, 0.6, 0.5],
        labels: Int = 400,
        alpha: Double = 0.05,
        delta: Double = 0.05,
        test: CertificationPlan.Test = .fixedSample
    ) throws -> CertificationPlan {
        let row = CandidateGrid.row(
            of: .safety,
            values: values,
            keeping: Thresholds(adv: 0.2, safety: 0, help: 0.4)
        )
        return try CertificationPlan(alpha: alpha, delta: delta, rows: [row], labels: labels, test: test, seed: 1)
    }

    /// Labels with the safety scores given, wrong where the score is in the second list.
    static func labels(_ counts: [(safety: Double, right: Int, wrong: Int)]) -> [CertificateLabel] {
        counts.flatMap { safety, right, wrong in
            let scores = Scores(safety: safety, helpfulness: 0.9)
            return [CertificateLabel](repeating: .init(scores: scores, isWrong: false), count: right)
                + [CertificateLabel](repeating: .init(scores: scores, isWrong: true), count: wrong)
        }
    }

    static let sizes = CandidateSizes(loosest: 10_000, rows: [[2000, 4000, 6000, 8000, 10_000]])

    @Test func `the last threshold that passes, to be checked again`() throws {
        let plan = try Self.plan()
        let labels = Self.labels([(0.95, 80, 0), (0.85, 80, 0), (0.75, 79, 1), (0.65, 60, 20), (0.55, 80, 0)])
        let certificate = try ThresholdCertificate(plan, sizes: Self.sizes, labels: labels)
        #expect(certificate.outcome == .certified(row: 0, candidate: 2))
        #expect(certificate.thresholds == Thresholds(adv: 0.2, safety: 0.7, help: 0.4))
        #expect(certificate.start == [0])
        #expect(certificate.findings[0].map(\.checked) == [80, 160, 240, 320, 400])
        #expect(certificate.findings[0].map(\.wrong) == [0, 0, 1, 21, 21])
        #expect(certificate.findings[0].map(\.isCertified) == [true, true, true, false, false])
        #expect(try certificate.isConfirmed(by: labels))
        // In any order, since all labels were looked at.
        #expect(try certificate.isConfirmed(by: labels.reversed()))
        var other = labels
        other[0].isWrong = true
        #expect(try !certificate.isConfirmed(by: other))
    }

    @Test func `a record that was tampered with is not confirmed`() throws {
        let labels = Self.labels([(0.95, 80, 0), (0.85, 80, 0), (0.75, 80, 0), (0.65, 60, 20), (0.55, 80, 0)])
        let kept = try ThresholdCertificate(Self.plan(), sizes: Self.sizes, labels: labels)
        func record(_ plan: CertificationPlan, _ outcome: ThresholdCertificate.Outcome) throws -> ThresholdCertificate {
            try ThresholdCertificate(
                plan: plan,
                planDigest: kept.planDigest,
                sizes: kept.sizes,
                labels: kept.labels,
                start: kept.start,
                findings: kept.findings,
                outcome: outcome
            )
        }
        #expect(try record(kept.plan, kept.outcome).isConfirmed(by: labels))
        #expect(try !record(kept.plan, .certified(row: 0, candidate: 4)).isConfirmed(by: labels))
        // Another grid than the one whose digest was kept.
        #expect(try !record(Self.plan([0.9, 0.8, 0.7, 0.6, 0.4]), kept.outcome).isConfirmed(by: labels))
        #expect(throws: AuditError.self) { try record(kept.plan, .certified(row: 0, candidate: 9)) }
    }

    @Test func `the digest speaks for every part of the plan`() throws {
        let digests: [[UInt8]] = [
            try Self.plan().digest, try Self.plan(labels: 401).digest, try Self.plan(alpha: 0.06).digest,
            try Self.plan(delta: 0.06).digest, try Self.plan(test: .atAnyTime).digest,
            try Self.plan([0.9, 0.8, 0.7, 0.6]).digest,
        ]
        #expect(Set(digests).count == digests.count)
        #expect(digests.allSatisfy { $0.count == 32 })
        #expect(try Self.plan().digest == Self.plan().digest)
        let hexadecimal = try Self.plan().digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        // Of the bytes that the documentation names, made by another program.
        #expect(hexadecimal == "2d49ccbfa616ea40c16b413d91f6bf693e9929b1f6355413a20490b3b29a4b74")
    }

    @Test func `it starts where enough labels are expected`() throws {
        // A set of 1,000 takes 56 labels, one of 10,000 takes 59.
        let sizes = CandidateSizes(loosest: 10_000, rows: [[500, 1000, 5000, 8000, 10_000]])
        #expect(try Self.plan(labels: 559).start(sizes) == [2])
        #expect(try Self.plan(labels: 560).start(sizes) == [1])
        #expect(try Self.plan(labels: 59).start(sizes) == [4])
        #expect(try Self.plan(labels: 58).start(sizes) == [nil])
    }

    @Test func `what is missing`() throws {
        let plan = try Self.plan()
        let few = try ThresholdCertificate(plan, sizes: Self.sizes, labels: Self.labels([(0.95, 20, 0)]))
        #expect(few.outcome == .unfinished(missing: 380))
        #expect(!few.findings.joined().contains { $0.isCertified })
        // 80 labels with one mistake: 93 certify it in an endless set, a few less in one of 2,000.
        let one = Self.labels([(0.95, 79, 1), (0.85, 320, 0)])
        let failed = try ThresholdCertificate(plan, sizes: Self.sizes, labels: one)
        guard case .notCertified(let more?) = failed.outcome else {
            Issue.record("\(failed.outcome)")
            return
        }
        let with = try RiskPValue.hypergeometric(
            FiniteSample(population: 2000, checked: 80 + more, wrong: 1),
            alpha: 0.05
        )
        let without = try RiskPValue.hypergeometric(
            FiniteSample(population: 2000, checked: 79 + more, wrong: 1),
            alpha: 0.05
        )
        #expect(with <= 0.05 && without > 0.05)
        // More mistakes than the promise allows: no number of labels mends it.
        let bad = try ThresholdCertificate(plan, sizes: Self.sizes, labels: Self.labels([(0.95, 0, 400)]))
        #expect(bad.outcome == .notCertified(atLeast: nil))
        let start = try ThresholdCertificate(
            Self.plan(labels: 30),
            sizes: Self.sizes,
            labels: Self.labels([(0.55, 30, 0)])
        )
        #expect(start.outcome == .notCertified(atLeast: 29))
    }

    @Test func `labels beyond the plan do not count, since looking again would break it`() throws {
        let plan = try Self.plan(labels: 100)
        let sizes = CandidateSizes(loosest: 10_000, rows: [[10_000, 10_000, 10_000, 10_000, 10_000]])
        let failing = Self.labels([(0.95, 90, 10)])
        let longer = failing + Self.labels([(0.95, 5000, 0)])
        let certificate = try ThresholdCertificate(plan, sizes: sizes, labels: longer)
        #expect(certificate.labels == 100 && certificate.thresholds == nil)
        let watched = try ThresholdCertificate(Self.plan(labels: 200, test: .atAnyTime), sizes: sizes, labels: longer)
        #expect(watched.labels == 5100 && watched.thresholds?.safety == 0.5)
    }

    @Test func `an empty set, a set of one, all checked`() throws {
        let empty = CandidateSizes(loosest: 0, rows: [[0, 0, 0, 0, 0]])
        #expect(
            try ThresholdCertificate(Self.plan(), sizes: empty, labels: []).outcome == .notCertified(atLeast: nil)
        )
        let single = CandidateSizes(loosest: 1, rows: [[0, 0, 0, 0, 1]])
        let certified = try ThresholdCertificate(Self.plan(), sizes: single, labels: Self.labels([(0.55, 1, 0)]))
        #expect(certified.outcome == .certified(row: 0, candidate: 4))
        let small = CandidateSizes(loosest: 50, rows: [[10, 20, 30, 40, 50]])
        let whole = Self.labels([(0.95, 10, 0), (0.85, 10, 0), (0.75, 10, 0), (0.65, 10, 0), (0.55, 7, 3)])
        let census = try ThresholdCertificate(Self.plan(), sizes: small, labels: whole)
        #expect(census.outcome == .certified(row: 0, candidate: 3))
    }

    @Test func `the pair with the largest certified set`() throws {
        let rows = CandidateGrid.rows(safety: [0.9, 0.6], help: [0.5, 0.8], adv: 0.2)
        #expect(rows.map { $0.map(\.help) } == [[0.8, 0.8], [0.5, 0.5]])
        let plan = try CertificationPlan(alpha: 0.05, delta: 0.05, rows: rows, labels: 600, seed: 1)
        #expect(plan.loosest == Thresholds(adv: 0.2, safety: 0.6, help: 0.5))
        func label(_ safety: Double, _ help: Double, _ wrong: Bool) -> CertificateLabel {
            CertificateLabel(scores: Scores(safety: safety, helpfulness: help), isWrong: wrong)
        }
        let sizes = CandidateSizes(loosest: 6000, rows: [[1500, 3000], [3000, 6000]])
        var labels = [CertificateLabel](repeating: label(0.95, 0.9, false), count: 150)
        labels += [CertificateLabel](repeating: label(0.7, 0.9, false), count: 150)
        labels += [CertificateLabel](repeating: label(0.95, 0.6, true), count: 150)
        labels += [CertificateLabel](repeating: label(0.7, 0.6, true), count: 150)
        let certificate = try ThresholdCertificate(plan, sizes: sizes, labels: labels)
        // Helpful answers are right at any safety; the others drag their row down.
        #expect(certificate.thresholds == Thresholds(adv: 0.2, safety: 0.6, help: 0.8))
        #expect(certificate.findings[1].allSatisfy { !$0.isCertified })
    }

    @Test func `arguments that cannot be`() throws {
        let strict = Thresholds(adv: 0, safety: 1, help: 0)
        let loose = Thresholds(adv: 0, safety: 0, help: 0)
        func make(_ rows: [[Thresholds]], alpha: Double = 0.05, delta: Double = 0.05, labels: Int = 100) throws {
            _ = try CertificationPlan(alpha: alpha, delta: delta, rows: rows, labels: labels, seed: 0)
        }
        #expect(throws: AuditError.notStrictToLoose(row: 0, candidate: 1)) { try make([[loose, strict]]) }
        #expect(throws: AuditError.notStrictToLoose(row: 0, candidate: 1)) { try make([[loose, loose]]) }
        #expect(throws: AuditError.empty(.candidates)) { try make([]) }
        #expect(throws: AuditError.empty(.candidates)) { try make([[]]) }
        #expect(throws: AuditError.notAProbability(.alpha, found: 0)) { try make([[strict]], alpha: 0) }
        #expect(throws: AuditError.notAProbability(.delta, found: 1)) { try make([[strict]], delta: 1) }
        #expect(throws: AuditError.self) { try make([[strict]], labels: 0) }
        #expect(throws: AuditError.notFinite(.candidates)) {
            try make([[Thresholds(adv: 0, safety: .nan, help: 0)]])
        }
        let outside = Self.labels([(0.1, 1, 0)])
        #expect(throws: AuditError.labelOutsideSample(0)) {
            try ThresholdCertificate(Self.plan(), sizes: Self.sizes, labels: outside)
        }
        #expect(throws: AuditError.self) {
            try ThresholdCertificate(
                Self.plan(),
                sizes: CandidateSizes(loosest: 10, rows: [[5, 4, 3, 2, 1]]),
                labels: []
            )
        }
        #expect(throws: AuditError.labelsDoNotFit(row: 0, candidate: 0)) {
            try ThresholdCertificate(
                Self.plan(),
                sizes: CandidateSizes(loosest: 500, rows: [[0, 500, 500, 500, 500]]),
                labels: Self.labels([(0.95, 1, 0)])
            )
        }
    }
}
