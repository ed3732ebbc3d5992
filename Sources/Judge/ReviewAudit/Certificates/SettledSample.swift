import AuditStatistics
import RoundModel
import Verdicts

/// What the verdicts of a sample were when its result came, whatever was said since: the first result of a plan is its
/// result.
///
/// With a test of a fixed sample that is the moment at which no planned item lacked a verdict for the first time. A
/// test at any time looks after every verdict: one counts as it was when the next item was judged, or when the sample
/// was certified.
struct SettledSample: Hashable {
    /// Whether a person would not accept each of the sample's first items, as far as that is settled.
    var isWrong: [Bool] = []
    /// How many entries about verdicts had come with the first result; nil before there is one.
    var moment: Int?
    /// The items by which it was certified first, tested at any time; nil where it was not.
    var certifiedBy: Int?

    /// What is judged at a place of the sample.
    struct Place {
        /// What was ever said of it; nil for nothing.
        var said: ItemRecord?
        /// Its label, whatever the answer.
        var label: CertificateLabel
    }

    /// - Parameter places: those of the sample in order, from the first on; a content may have several.
    /// - Complexity: O(verdicts on the sample × log of them), and O(items × rows) for a test at any time.
    init(_ plan: KeptPlan, _ places: [Place], record: ReviewRecord) {
        let planned = plan.sampleSize
        let isFixed = !plan.isAtAnyTime
        let mine = isFixed ? Array(places.prefix(planned)) : places
        if mine.isEmpty || isFixed && (mine.count < planned || mine.contains { $0.said == nil }) { return }
        var events: [(moment: Int, place: Int)] = []
        for (number, place) in mine.enumerated() {
            guard let said = place.said else { continue }
            events += record.moments(of: said).map { ($0, number) }
        }
        events.sort { ($0.moment, $0.place) < ($1.moment, $1.place) }
        var now = [Bool?](repeating: nil, count: mine.count)
        var open = mine.count
        var test = RunningTest(plan)
        var next = events.startIndex
        while next < events.endIndex {
            let moment = events[next].moment
            while next < events.endIndex, events[next].moment == moment {
                let place = events[next].place
                next += 1
                let before = now[place]
                now[place] = mine[place].said.flatMap {
                    CertificateStatus.isWrong(record.then($0, upTo: moment), mine[place].label, of: plan)
                }
                open += (before == nil ? 0 : 1) - (now[place] == nil ? 0 : 1)
            }
            if isFixed {
                guard open == 0 else { continue }
                isWrong = now.map { $0 ?? true }
                self.moment = moment
                return
            }
            freeze(&now, mine, planned, &test, at: moment)
        }
    }

    /// Takes over what a test at any time has seen.
    private mutating func freeze(
        _ now: inout [Bool?],
        _ places: [Place],
        _ planned: Int,
        _ test: inout RunningTest,
        at moment: Int
    ) {
        // The last verdict may still be taken back.
        while let label = now[safe: isWrong.count], let label {
            if now[safe: isWrong.count + 1] ?? nil != nil {
                test.add(places[isWrong.count].label, isWrong: label)
                isWrong.append(label)
                if certifiedBy == nil, test.passes { settle(at: moment) }
                if isWrong.count == planned { self.moment = self.moment ?? moment }
                continue
            }
            var ahead = test
            ahead.add(places[isWrong.count].label, isWrong: label)
            let ends = isWrong.count + 1 == planned
            guard (certifiedBy == nil && ahead.passes) || (ends && self.moment == nil) else { return }
            test = ahead
            isWrong.append(label)
            if test.passes { settle(at: moment) }
            self.moment = self.moment ?? moment
            return
        }
    }

    private mutating func settle(at moment: Int) {
        certifiedBy = certifiedBy ?? isWrong.count
        self.moment = self.moment ?? moment
    }
}

/// Whether anything is certified by the verdicts so far: some row's first candidate passes at its level.
private struct RunningTest {
    private let plan: KeptPlan
    private let start: [Int?]
    private var counts: [(checked: Int, wrong: Int)]

    init(_ plan: KeptPlan) {
        self.plan = plan
        start = (try? plan.plan.start(plan.sizes)) ?? plan.plan.rows.map { _ in nil }
        counts = start.map { _ in (0, 0) }
    }

    mutating func add(_ label: CertificateLabel, isWrong: Bool) {
        for (row, first) in start.enumerated() {
            guard let first, label.isAccepted(plan.plan.rows[row][first]) else { continue }
            counts[row].checked += 1
            counts[row].wrong += isWrong ? 1 : 0
        }
    }

    var passes: Bool {
        start.indices.contains { row in
            guard let first = start[row] else { return false }
            let (checked, wrong) = counts[row]
            let value = plan.plan.pValue(size: plan.sizes.rows[row][first], checked: checked, wrong: wrong)
            return value <= plan.plan.rowLevel
        }
    }
}

extension Array {
    fileprivate subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
