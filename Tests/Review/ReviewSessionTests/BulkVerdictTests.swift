import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

struct BulkVerdictTests {
    private static func driver(items: Int = 400) -> SessionDriver { .judging(items: items) }

    private static func bucket(_ item: UInt32, _ driver: SessionDriver) -> Bucket {
        driver.state.thresholds.now.bucket(
            driver.state.round.columns.scores(ofKnown: Int(item)),
            driver.state.verdicts.judged?.ruling(of: Int(item))
        )
    }

    private static func plainCounts(_ driver: SessionDriver) -> [Int] {
        Bucket.allCases.map { bucket in
            (0..<UInt32(driver.state.round.count)).count { Self.bucket($0, driver) == bucket }
        }
    }

    private static func counts(_ driver: SessionDriver) -> [Int]? {
        driver.state.counting.tally.map { tally in Bucket.allCases.map { tally.counts[$0] } }
    }

    @Test func `a list is judged after one confirmation and taken back as one`() throws {
        var driver = Self.driver()
        let before = try #require(Self.counts(driver))
        driver.send(.showAccepted, .judgeMany)
        guard let dialog = driver.state.dialog as? BulkDialog else {
            Issue.record("no dialog")
            return
        }
        #expect(dialog.scope == .list)
        #expect(driver.state.count(of: .list) == before[1])
        #expect(driver.kept.isEmpty)
        driver.send(.callNotHelpful)
        driver.confirmMany()
        #expect(driver.kept.count == 1)
        guard case .verdicts(let given) = driver.kept.first?.event else {
            Issue.record("no verdicts")
            return
        }
        #expect(given.count == before[1])
        #expect(given.allSatisfy { $0.answer == .notHelpful && $0.queue == .list && !$0.isBlind && $0.seconds == nil })
        #expect(given.allSatisfy { $0.bucket == .accepted })
        #expect(Self.counts(driver) == [before[0], 0, before[1] + before[2]])
        #expect(Self.plainCounts(driver) == [before[0], 0, before[1] + before[2]])
        driver.send(.undo)
        #expect(Self.counts(driver) == before)
        driver.send(.redo)
        #expect(Self.counts(driver)?[1] == 0)
        #expect(Self.plainCounts(driver) == Self.counts(driver))
    }

    @Test func `nothing is chosen before somebody does`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .judgeMany, .confirm)
        guard let dialog = driver.state.dialog as? BulkDialog else {
            Issue.record("the dialog is gone")
            return
        }
        #expect(dialog.answer == nil)
        #expect(dialog.problem?.hasPrefix("choose the verdict first") == true)
        #expect(driver.kept.isEmpty)
    }

    @Test func `many items want their number typed`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .judgeMany, .callUnsafe, .confirm)
        let count = try #require(driver.state.count(of: .list))
        #expect(count > BulkDialog.mostUntyped)
        guard let open = driver.state.dialog as? BulkCountDialog else {
            Issue.record("no number is asked for")
            return
        }
        #expect(open.count == count)
        for wrong in ["", "\(count - 1)", "yes"] {
            driver.send(.edit(.clear))
            driver.type(wrong)
            driver.send(.confirm)
            guard let refused = driver.state.dialog as? BulkCountDialog else {
                Issue.record("\(wrong) was taken")
                return
            }
            #expect(refused.problem?.contains("type \(count)") == true)
        }
        #expect(driver.kept.isEmpty)
        // Back to the choice, and once more.
        driver.send(.cancel)
        #expect(Self.scope(driver) == .list)
        driver.confirmMany()
        #expect(driver.kept.count == 1)
        #expect(driver.state.dialog == nil)
    }

    @Test func `few items want no number`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted)
        for _ in 0..<BulkDialog.mostUntyped { driver.send(.mark) }
        driver.send(.judgeMany, .flag, .confirm)
        #expect(driver.state.dialog == nil && driver.kept.count == 1)
        driver.send(.undo)
        #expect(driver.state.message?.text.contains("50 flags") == true)
    }

    @Test func `marks are listed judged and taken off`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted)
        var marked: [UInt32] = []
        for _ in 0..<3 {
            marked.append(try #require(driver.state.currentItem))
            driver.send(.mark)
        }
        #expect(driver.state.bulk.marks.count == 3)
        driver.send(.showMarked)
        #expect(driver.state.listCount == 3)
        // On their own list a mark goes and the item with it.
        let first = try #require(driver.state.currentItem)
        driver.send(.mark)
        #expect(driver.state.listCount == 2)
        marked.removeAll { $0 == first }
        driver.send(.showDiscarded, .judgeMany, .callUnsafe)
        driver.confirmMany()
        #expect(marked.allSatisfy { Self.bucket($0, driver) == .adversarial })
        #expect(Self.bucket(first, driver) == .accepted)
        #expect(driver.kept.count == 1)
        driver.send(.clearMarks)
        #expect(driver.state.bulk.marks.isEmpty)
        driver.send(.clearMarks)
        #expect(driver.state.message?.kind == .refusal)
    }

    @Test func `what a search found is judged`() throws {
        var driver = Self.driver()
        driver.send(.search)
        driver.type("number 7?")
        driver.send(.confirm)
        #expect(driver.state.find.search?.hits.count == 1)
        driver.send(.judgeMany)
        while let scope = Self.scope(driver), scope != .hits { driver.send(.next) }
        driver.send(.callUnsafe)
        driver.confirmMany()
        #expect(Self.bucket(7, driver) == .adversarial)
        #expect(driver.state.verdicts.itemCount == 1)
    }

    private static func scope(_ driver: SessionDriver) -> BulkScope? {
        if let dialog = driver.state.dialog as? BulkDialog { dialog.scope } else { nil }
    }

    @Test func `an empty scope is refused with its reason`() {
        var driver = Self.driver()
        driver.send(.judgeMany)
        while let scope = Self.scope(driver), scope != .marked { driver.send(.next) }
        driver.send(.confirm)
        guard let dialog = driver.state.dialog as? BulkDialog else {
            Issue.record("the dialog is gone")
            return
        }
        #expect(dialog.problem?.contains("M marks one") == true)
        #expect(driver.kept.isEmpty)
    }

    @Test func `what was confirmed is what is done`() throws {
        var driver = Self.driver()
        driver.holdsCollections = true
        driver.send(.showAccepted, .judgeMany, .callUnsafe)
        driver.confirmMany()
        let request = try #require(driver.state.bulk.pending?.request)
        let items = Array(request.items.dropLast())
        let digests = items.compactMap { SessionDriver.text($0).digest }
        driver.send(.bulk(.collected(request.number, items, request.verdicts(on: items, digests: digests))))
        #expect(driver.state.message?.kind == .refusal)
        #expect(driver.kept.isEmpty)
    }

    @Test func `esc stops it`() throws {
        var driver = Self.driver()
        driver.holdsCollections = true
        driver.send(.showAccepted, .judgeMany, .callUnsafe)
        driver.confirmMany()
        let request = try #require(driver.state.bulk.pending?.request)
        driver.send(.back)
        #expect(driver.state.bulk.pending == nil)
        driver.send(.bulk(.collected(request.number, [], [])))
        #expect(driver.kept.isEmpty)
    }

    /// Many verdicts are taken over by a worker, and what happens meanwhile comes after them.
    @Test func `many verdicts are taken over off the keys`() throws {
        var driver = Self.driver(items: 9_000)
        let before = try #require(Self.counts(driver))
        #expect(before[1] > 2_000)
        driver.send(.showAccepted, .judgeMany, .callNotHelpful)
        driver.confirmMany()
        #expect(driver.count(of: FoldJob.self) == 1)
        #expect(Self.counts(driver) == [before[0], 0, before[1] + before[2]])
        #expect(driver.state.verdicts.itemCount == before[1])
        driver.send(.undo)
        #expect(driver.count(of: FoldJob.self) == 2)
        #expect(Self.counts(driver) == before)
        driver.send(.redo, .showDiscarded, .callHelpful)
        #expect(Self.counts(driver)?[1] == 1)
        #expect(Self.plainCounts(driver) == Self.counts(driver))
        // The file gives the same again.
        var again = SessionDriver(
            ExampleRound.clustered(items: 9_000, seed: 5),
            given: ThresholdDefaults(adv: 0.5, safety: 0.8, help: 0.4),
            verdicts: VerdictState(reviewer: "ann", writer: 2, file: .opening)
        )
        again.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: driver.kept))))
        #expect(Self.counts(again) == Self.counts(driver))
    }

    @Test func `while many are taken over no verdict is lost`() throws {
        var driver = Self.driver(items: 9_000)
        driver.send(.showAccepted)
        // Keys without the worker's answer, as they come while it is at work.
        var state = driver.state
        state.clock.begin(Moment(time: 1))
        let items = Array((0..<UInt32(3_000)))
        let request = BulkRequest(
            number: 1,
            revision: state.round.revision,
            population: state.population,
            query: nil,
            answer: .unsafe,
            thresholds: state.thresholds.now
        )
        let given = request.verdicts(on: items, digests: items.compactMap { SessionDriver.text($0).digest })
        _ = state.journal(given, on: items)
        let effects = state.missing()
        let fold = effects.jobs(FoldJob.self).map(\.request)
        #expect(fold.count == 1)
        _ = reduce(&state, .command(.callUnsafe))
        #expect(state.message?.kind == .refusal)
        let theta = state.thresholds.now.safety
        _ = reduce(&state, .command(.stepUp))
        #expect(state.thresholds.now.safety > theta)
        _ = reduce(
            &state,
            .verdicts(.folded(try #require(fold.first).folded(), try #require(state.verdicts.folding.ticket)))
        )
        #expect(state.verdicts.itemCount == 3_000)
        #expect(!state.verdicts.isTakingOver)
        // The move is still what undo takes back first.
        _ = reduce(&state, .command(.undo))
        #expect(state.thresholds.now.safety == theta)
    }

    @Test func `what passes a filter is judged on whichever list`() throws {
        var driver = Self.driver()
        driver.send(.judgeMany)
        while let scope = Self.scope(driver), scope != .filtered { driver.send(.next) }
        #expect(driver.state.count(of: .filtered) == 0)
        driver.send(.confirm)
        guard let refused = driver.state.dialog as? BulkDialog else {
            Issue.record("the dialog is gone")
            return
        }
        #expect(refused.problem?.contains("f sets one") == true)
        driver.send(.cancel, .filter)
        driver.type("safety < 0.9")
        driver.send(.confirm)
        let columns = driver.state.round.columns
        let passing = (0..<UInt32(columns.count)).filter { columns.scores(ofKnown: Int($0)).safety < 0.9 }
        let buckets = Set(passing.map { Self.bucket($0, driver) })
        #expect(buckets.count == 3)
        driver.send(.showAccepted, .judgeMany)
        while let scope = Self.scope(driver), scope != .filtered { driver.send(.next) }
        #expect(driver.state.count(of: .filtered) == passing.count)
        driver.send(.callUnsafe)
        driver.confirmMany()
        #expect(driver.state.verdicts.itemCount == passing.count)
        #expect(passing.allSatisfy { Self.bucket($0, driver) == .adversarial })
        driver.send(.undo)
        #expect(driver.state.verdicts.itemCount == 0)
    }

    @Test func `a filter that follows verdicts is waited for`() throws {
        var driver = Self.driver()
        driver.send(.callUnsafe, .filter)
        driver.type("has:verdict")
        driver.send(.confirm)
        #expect(driver.state.count(of: .filtered) == 1)
        // A verdict more, and the filter has not answered for it yet.
        var state = driver.state
        _ = reduce(&state, .command(.callUnsafe))
        #expect(state.count(of: .filtered) == nil)
    }
}
