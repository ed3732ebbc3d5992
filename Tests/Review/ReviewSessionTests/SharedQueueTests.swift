import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Several reviewers of one sample, in one file.
struct SharedQueueTests {
    private static func driver(_ reviewer: String, _ entries: [JournalEntry], writer: UInt64, items: Int = 1_200)
        -> SessionDriver
    {
        .judging(items: items, entries: entries, reviewer: reviewer, writer: writer)
    }

    private static func items(_ driver: SessionDriver) -> [UInt32] {
        driver.kept.flatMap { entry -> [UInt32] in
            guard case .verdicts(let verdicts) = entry.event else { return [] }
            return verdicts.flatMap { driver.state.verdicts.items[$0.digest] ?? [] }
        }
    }

    /// Two at once, each told what the other does: a tenth comes to both, the rest to one of them, and the sample has
    /// no gap.
    @Test func `a tenth goes to both and the rest to one`() throws {
        var ann = Self.driver("ann", [], writer: 1)
        var bob = Self.driver("bob", [], writer: 2)
        // Each has to know of the other; a flag does.
        for driver in [0, 1] {
            if driver == 0 { ann.send(.showDiscarded, .flag) } else { bob.send(.showDiscarded, .flag) }
        }
        ann.send(.review(.joined(bob.kept)))
        bob.send(.review(.joined(ann.kept)))
        for driver in [0, 1] {
            func open(_ driver: inout SessionDriver) {
                driver.send(.showAccepted, .openQueue)
                for _ in 0..<4 { driver.send(.stepUp) }
                driver.send(.confirm)
            }
            if driver == 0 { open(&ann) } else { open(&bob) }
        }
        let queue = try #require(ann.state.queue)
        let goal = SampleGoals(of: queue.size).showing[4]
        #expect(queue.goal == goal && bob.state.queue?.goal == goal)
        let first = Set(queue.items.prefix(goal))
        var (seenByAnn, seenByBob) = (1, 1)
        func isDone(_ driver: SessionDriver) -> Bool { driver.state.queue?.toGo == 0 }
        for _ in 0..<400 where !(isDone(ann) && isDone(bob)) {
            if !isDone(ann) { ann.send(.callHelpful) }
            let fromAnn = Array(ann.kept.dropFirst(seenByBob))
            seenByBob = ann.kept.count
            bob.send(.review(.joined(fromAnn)))
            if !isDone(bob) { bob.send(.callHelpful) }
            let fromBob = Array(bob.kept.dropFirst(seenByAnn))
            seenByAnn = bob.kept.count
            ann.send(.review(.joined(fromBob)))
        }
        let flagged = Set(Self.items(ann).prefix(1))
        let byAnn = Set(Self.items(ann)).intersection(first).subtracting(flagged)
        let byBob = Set(Self.items(bob)).intersection(first).subtracting(flagged)
        #expect(byAnn.union(byBob).count >= goal - 1)
        let both = byAnn.intersection(byBob)
        let common = zip(queue.items, queue.numbers).prefix(goal).filter {
            QueueOverlap.standard.isForAll(number: $0.1)
        }.map(\.0)
        #expect(common.count > 8)
        #expect(both.isSuperset(of: common))
        // Hardly anything besides went to both: the last few, where they met.
        #expect(both.count <= common.count + 6)
        #expect(byAnn.count < goal * 7 / 10 && byBob.count < goal * 7 / 10)
        ann.send(.back, .showEvidence)
        let report = try #require(ann.state.evidence.report)
        #expect(report.buckets[1].sampled >= goal - 1)
        #expect(report.reviewers.overlap >= common.count)
        #expect(report.reviewers.pairs.count == 1)
    }

    @Test func `alone nothing is left out`() throws {
        var ann = Self.driver("ann", [], writer: 1)
        ann.send(.showAccepted, .openQueue, .confirm)
        let queue = try #require(ann.state.queue)
        for item in queue.items.prefix(30) {
            #expect(ann.state.currentItem == item)
            ann.send(.callHelpful)
        }
        #expect(ann.state.queue?.covered.isEmpty == true)
    }

    /// Two disagree; a third answer wins, and all stay recorded.
    @Test func `a third answer settles a disagreement`() throws {
        var ann = Self.driver("ann", [], writer: 1)
        ann.send(.showAccepted)
        let item = try #require(ann.state.currentItem)
        ann.send(.callUnsafe)
        var bob = Self.driver("bob", ann.kept, writer: 2)
        bob.send(.showJudged, .callHelpful)
        #expect(bob.state.verdicts.record(of: item)?.ruling == .disputed)
        var cy = Self.driver("cy", ann.kept + bob.kept, writer: 3)
        cy.send(.openQueue, .last)
        #expect(cy.state.size(of: .disputed) == 1)
        cy.send(.confirm)
        #expect(cy.state.queue?.kind == .settlement)
        #expect(cy.state.currentItem == item)
        cy.send(.callNotHelpful)
        let said = try #require(cy.state.verdicts.record(of: item))
        #expect(said.ruling == .bucket(.discarded))
        #expect(said.lines.map(\.reviewer) == ["ann", "bob", "cy"])
        #expect(said.isContested)
        cy.send(.back, .openQueue, .last, .confirm)
        #expect(cy.state.queue == nil)
    }

    @Test func `what a search found is a hunt`() throws {
        var ann = Self.driver("ann", [], writer: 1)
        ann.send(.search)
        ann.type("number 1")
        ann.send(.confirm, .openQueue, .last, .previous, .confirm)
        let queue = try #require(ann.state.queue)
        #expect(queue.kind == .hunt)
        #expect(queue.items.count == ann.state.find.search?.hits.count)
        #expect(queue.items.allSatisfy { ann.state.find.search?.hits.contains(Int($0)) == true })
        #expect(!ann.state.isBlind)
    }

    @Test func `a queue over nothing found is refused`() {
        var ann = Self.driver("ann", [], writer: 1)
        ann.send(.openQueue, .last, .previous, .confirm)
        guard let dialog = ann.state.dialog as? QueueDialog else {
            Issue.record("the dialog is gone")
            return
        }
        #expect(dialog.problem?.contains("/ searches") == true)
    }

    /// More answers than a queue takes at first are no end of it.
    @Test func `many answers leave the queue open`() throws {
        var ann = Self.driver("ann", [], writer: 1, items: 2_400)
        ann.send(.chooseSafety, .typeThreshold)
        ann.type("-1")
        ann.send(.confirm, .chooseHelp, .typeThreshold)
        ann.type("-1")
        ann.send(.confirm, .chooseAdv, .typeThreshold)
        ann.type("-1")
        ann.send(.confirm, .showAccepted, .openQueue, .confirm)
        let size = try #require(ann.state.queue?.size)
        #expect(size == 2_400)
        ann.send(.back, .judgeMany, .callHelpful)
        ann.confirmMany()
        #expect(ann.state.verdicts.itemCount == size)
        // What was said in sight is not of the sample, whose beginning is still to be judged.
        ann.send(.openQueue, .confirm)
        #expect(ann.state.queue?.checked == 0)
        #expect(ann.state.queue?.items.count == size)
    }
}
