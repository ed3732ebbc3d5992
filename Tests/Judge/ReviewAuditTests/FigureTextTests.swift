import AuditStatistics
import RoundModel
import Testing

@testable import ReviewAudit

struct FigureTextTests {
    private static func text(_ set: AuditedSet, labels: Int, size: Int?) -> String {
        FigureText.text(
            .estimate(
                Estimate(
                    value: 0.18,
                    interval: Interval(lower: 0, upper: 0.36),
                    level: 0.95,
                    method: .census,
                    labels: labels,
                    population: AuditPopulation(set, size: size)
                )
            ),
            isShare: true
        )
    }

    @Test func `labels are of the items that they were drawn from`() {
        #expect(
            Self.text(.bucket(.accepted), labels: 20, size: 41)
                == "18.0 % [0.0 %, 36.0 %], n = 20 of 41, accepted bucket, all checked"
        )
    }

    /// An exported set has lost what was found wrong: it may have fewer items than its bucket has labels.
    @Test func `an exported set has a size of its own`() {
        #expect(
            Self.text(.exported(.accepted), labels: 41, size: 25)
                == "18.0 % [0.0 %, 36.0 %], n = 41, exported accepted set of 25, all checked"
        )
    }
}
