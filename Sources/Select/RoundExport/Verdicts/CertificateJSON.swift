internal import AuditStatistics
public import Basics
public import ReviewAudit
internal import RoundModel

extension OrderedJSON {
    /// A plan and what its labels came to, as manifests and commands give it; `CertificateClaim` reads it.
    ///
    /// - Complexity: O(candidates + labels).
    public static func certificate(_ status: CertificateStatus) -> OrderedJSON {
        ["plan": plan(status.plan), "result": result(status)]
    }

    /// A plan with its hash.
    public static func plan(_ kept: KeptPlan) -> OrderedJSON {
        [
            "record": .string("plan"), "version": .integer(1),
            "alpha": .number(kept.plan.alpha), "delta": .number(kept.plan.delta),
            "test": .string(kept.plan.test == .fixedSample ? "once" : "at_any_time"),
            "labels": .integer(kept.plan.labels), "seed": .string("\(kept.plan.seed)"),
            "hash": .string(kept.hash),
            "loosest_size": .integer(kept.sizes.loosest),
            "rows": .array(kept.plan.rows.map { .array($0.map(theta)) }),
            "sizes": .array(kept.sizes.rows.map { .array($0.map { .integer($0) }) }),
        ]
    }

    private static func result(_ status: CertificateStatus) -> OrderedJSON {
        let certificate = status.certificate
        var members: [Member] = [
            .init("record", .string("certificate")), .init("version", .integer(1)),
            .init("plan", .string(status.plan.hash)),
        ]
        switch certificate.outcome {
        case .certified: members.append(.init("outcome", .string("certified")))
        case .unfinished(let missing):
            members.append(.init("outcome", .string("unfinished")))
            members.append(.init("missing", .integer(missing)))
        case .notCertified(let more):
            members.append(.init("outcome", .string("not_certified")))
            members.append(.init("at_least", more.map { .integer($0) } ?? .null))
        }
        if let passed = status.passed {
            members += [
                .init("thresholds", theta(passed.thresholds)), .init("size", .integer(passed.size)),
                .init("labels", .integer(passed.finding.checked)), .init("wrong", .integer(passed.finding.wrong)),
                .init("p", .number(passed.finding.pValue)),
            ]
        }
        members += [
            .init("judged", .integer(certificate.labels)),
            .init("start", .array(certificate.start.map { .integer($0 ?? -1) })),
            .init("findings", .array(certificate.findings.map { .array($0.map(finding)) })),
            .init("sample", .array(status.sampleTexts.map { .string($0) })),
        ]
        return .object(members)
    }

    private static func finding(_ found: ThresholdCertificate.Finding) -> OrderedJSON {
        [
            "labels": .integer(found.checked), "wrong": .integer(found.wrong), "p": .number(found.pValue),
            "certified": .bool(found.isCertified),
        ]
    }

    private static func theta(_ thresholds: Thresholds) -> OrderedJSON {
        [
            "adv": .number(thresholds.adv), "safety": .number(thresholds.safety), "help": .number(thresholds.help),
        ]
    }
}
