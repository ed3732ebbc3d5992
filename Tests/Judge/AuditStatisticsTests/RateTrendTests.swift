import AuditStatistics
import Testing

struct RateTrendTests {
    private static func rates(_ counts: [Int], _ trials: [Int]) throws -> [Proportion] {
        try zip(counts, trials).map { try Proportion($0, of: $1) }
    }

    @Test func `a trend over rounds is that of other programs`() throws {
        let vector = try Vector("rate_trends")
        for (number, parts) in try vector.inputs.value("cases", as: [[[Int]]].self).enumerated() {
            let trend = try RateTrend(try Self.rates(parts[0], parts[1]), places: parts[2].map(Double.init))
            #expect(isNear(trend.z, try vector.expected.doubles("z")[number]), "\(parts)")
            #expect(isNear(trend.pValue, try vector.expected.doubles("p")[number]), "\(parts)")
        }
    }

    @Test func `four rounds that fall have a z far below 0`() throws {
        let trend = try RateTrend(try Self.rates([110, 54, 35, 21], [350, 350, 350, 350]))
        #expect(isNear(trend.z, -9.3927487, 1e-7))
    }

    @Test func `all safe, all unsafe and one round have no trend`() throws {
        #expect(try RateTrend(try Self.rates([0, 0], [9, 4])).z == nil)
        #expect(try RateTrend(try Self.rates([9, 4], [9, 4])).pValue == nil)
        #expect(try RateTrend(try Self.rates([3, 4], [9, 9]), places: [2, 2]).z == nil)
        // A round without items stands in nobody's way, but one alone is no trend.
        let sparse = try RateTrend(try Self.rates([5, 0, 1], [10, 0, 10]))
        #expect(sparse.places == [0, 2] && (sparse.z ?? 0) < 0)
        #expect(throws: AuditError.empty(.checked)) { try RateTrend(try Self.rates([5, 0], [10, 0])) }
        #expect(throws: AuditError.self) { try RateTrend(try Self.rates([5, 1], [10, 9]), places: [1]) }
    }
}
