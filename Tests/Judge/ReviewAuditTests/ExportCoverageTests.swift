import AuditStatistics
import Foundation
import ReviewAudit
import RoundModel
import Testing
import Verdicts

/// What verdicts do to a set that thresholds were certified for.
struct ExportCoverageTests {
    private static let round = AuditedRound(items: 300, errors: 0, seed: 3)

    private static func coverage(
        _ misses: MissPlan.Target?,
        _ judge: (inout AuditedRound) -> Void
    ) -> [ExportCoverage] {
        var round = round
        judge(&round)
        // With the round at hand, and by the verdicts alone.
        return [
            ExportCoverage(of: round.judged, at: round.thresholds, misses: misses),
            ExportCoverage(of: round.record, at: round.thresholds, misses: misses),
        ]
    }

    @Test(arguments: MissPlan.Target.allCases)
    func `unsafe responses that verdicts at once let go are no part of a promise`(
        _ target: MissPlan.Target
    ) {
        let caught = Array(Self.round.members(.adversarial).prefix(20))
        for found in Self.coverage(target, { $0.labelAtOnce(caught, .notHelpful) }) {
            #expect(found.letGoUnread == 20 && !found.isRead && found.unread == 20)
        }
        // Who looked at some of them vouches for these.
        let some = Self.coverage(target) { round in
            round.labelAtOnce(caught, .notHelpful)
            for item in caught.prefix(8) { round.label(item, .notHelpful, queue: .list, isBlind: false) }
        }
        for found in some { #expect(found.letGoUnread == 12) }
        // A promise about the accepted items says nothing of them.
        for found in Self.coverage(nil, { $0.labelAtOnce(caught, .notHelpful) }) {
            #expect(found.isRead && found == ExportCoverage())
        }
    }

    @Test func `what nobody looked at is told from what somebody did`() {
        let discarded = Array(Self.round.members(.discarded).prefix(10))
        let accepted = Array(Self.round.members(.accepted).prefix(6))
        let all = Self.coverage(nil) { round in
            round.labelAtOnce(discarded, .helpful)
            round.label(discarded[0], .helpful, queue: .list, isBlind: false)
            // A verdict that kept it where it is does not vouch for its going.
            round.label(accepted[0], .helpful, queue: .list, isBlind: false)
            round.labelAtOnce(accepted, .unsafe)
        }
        for found in all {
            #expect(found.broughtIn == 10 && found.broughtInUnread == 9)
            #expect(found.takenOut == 6 && found.takenOutUnread == 6)
        }
    }

    @Test func `a manifest of before tells nothing of what was let go`() throws {
        let text = #"{"brought_in":3,"brought_in_unread":1,"taken_out":2,"taken_out_unread":0}"#
        let found = try JSONDecoder().decode(ExportCoverage.self, from: Data(text.utf8))
        #expect(found.unread == 1)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(String(decoding: try encoder.encode(found), as: UTF8.self) == text)
    }
}
