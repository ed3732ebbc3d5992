import AuditStatistics
import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

struct QueueTests {
    private static func driver(items: Int = 400) -> SessionDriver {
        var driver = SessionDriver(
            ExampleRound.clustered(items: items),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening)
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        return driver
    }

    private static func answers(_ driver: SessionDriver) -> [Verdict] {
        driver.kept.flatMap { entry -> [Verdict] in
            if case .verdicts(let verdicts) = entry.event { verdicts } else { [] }
        }
    }

    @Test func `a sample is blind and in the order of its draws`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        #expect(driver.count(of: ContentJob.self) == 1)
        let queue = try #require(driver.state.queue)
        #expect(queue.kind == .estimation(.accepted))
        #expect(queue.numbers == queue.numbers.sorted())
        #expect(driver.state.isBlind)
        driver.send(.agree)
        #expect(driver.state.message?.kind == .refusal)
        for (number, command) in [Command.callUnsafe, .callHelpful, .callUnsure, .callSafe].enumerated() {
            #expect(driver.state.currentItem == queue.items[number])
            driver.send(command)
        }
        let answers = Self.answers(driver)
        #expect(answers.map(\.answer) == [.unsafe, .helpful, .unsure, .safe])
        #expect(answers.allSatisfy { $0.isBlind && $0.queue == .estimation(.accepted) && $0.draw?.seed == 11 })
        #expect(answers.compactMap(\.draw?.number) == Array(queue.numbers[..<4]))
        #expect(driver.state.queue?.checked == 4)
        #expect(driver.state.queue?.toGo == 55)
    }

    @Test func `what was passed over comes again at the end`() throws {
        var driver = Self.driver(items: 12)
        driver.send(.showAccepted, .openQueue, .confirm)
        let items = try #require(driver.state.queue).items
        #expect(items.count > 3)
        driver.send(.skip)
        for _ in items.dropFirst() { driver.send(.callHelpful) }
        #expect(driver.state.currentItem == items[0])
        driver.send(.callHelpful)
        #expect(driver.state.queue?.checked == items.count)
        #expect(driver.state.message?.text.contains(driver.state.key(.back)) == true)
    }

    @Test func `undo leads back to the item`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        let items = try #require(driver.state.queue).items
        driver.send(.callUnsafe, .callUnsafe, .undo)
        #expect(driver.state.currentItem == items[1])
        #expect(driver.state.queue?.checked == 1)
        driver.send(.callHelpful)
        #expect(driver.state.currentItem == items[2])
        #expect(driver.state.verdicts.record(of: items[1])?.ruling == .bucket(.accepted))
    }

    @Test func `one key goes back and none ahead`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        let items = try #require(driver.state.queue).items
        driver.send(.nextItem)
        #expect(driver.state.currentItem == items[0])
        #expect(driver.state.message?.kind == .refusal)
        driver.send(.callUnsafe, .previousItem)
        #expect(driver.state.currentItem == items[0])
        driver.send(.callHelpful)
        #expect(driver.state.currentItem == items[1])
        #expect(driver.state.verdicts.record(of: items[0])?.ruling == .bucket(.accepted))
    }

    @Test func `thresholds rest while a queue is open`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        let before = driver.state.thresholds.now
        driver.send(.stepUp, .leapDown, .typeThreshold, .export, .showDiscarded)
        #expect(driver.state.thresholds.now == before)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.queue != nil)
        driver.send(.back)
        #expect(driver.state.queue == nil)
    }

    @Test func `what was judged in sight is no part of a sample`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        let first = try #require(driver.state.currentItem)
        driver.send(.back)
        while driver.state.currentItem != first { driver.send(.next) }
        driver.send(.agree)
        driver.send(.openQueue, .confirm)
        #expect(driver.state.queue?.checked == 0)
        #expect(driver.state.currentItem == first)
        driver.send(.callHelpful, .back, .openQueue, .confirm)
        #expect(driver.state.queue?.checked == 1)
        #expect(driver.state.currentItem != first)
    }

    @Test func `a hunt takes the nearest of both sides in turn`() throws {
        var driver = Self.driver()
        driver.send(.chooseSafety, .openQueue, .first, .next, .next, .next, .confirm)
        let queue = try #require(driver.state.queue)
        #expect(queue.kind == .hunt)
        #expect(!driver.state.isBlind)
        let theta = driver.state.thresholds.now.safety
        let scores = queue.items.map { driver.state.round.columns.scores(ofKnown: Int($0)).safety }
        let below = scores.filter { $0 < theta }
        let above = scores.filter { $0 >= theta }
        #expect(below == below.sorted(by: >))
        #expect(above == above.sorted())
        #expect(scores.prefix(20).enumerated().allSatisfy { ($0.element < theta) == ($0.offset % 2 == 0) })
        driver.send(.agree)
        #expect(Self.answers(driver).first?.queue == .hunt)
        #expect(Self.answers(driver).first?.isBlind == false)
    }

    @Test func `an empty bucket is refused with its reason`() {
        var driver = Self.driver()
        driver.send(.chooseSafety, .typeThreshold)
        driver.type("2")
        driver.send(.confirm, .openQueue, .first, .confirm)
        guard let dialog = driver.state.dialog as? QueueDialog else {
            Issue.record("the dialog is gone")
            return
        }
        #expect(dialog.problem?.contains("empty") == true)
    }

    /// A goal is a number of items at which the claim of the bucket comes out, or whatever somebody wants.
    @Test func `goals are those that show the claim in a bucket of this size`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue)
        func dialog() throws -> QueueDialog { try #require(driver.state.dialog as? QueueDialog) }
        let size = try #require(driver.state.size(of: .estimation(.accepted)))
        let goals = SampleGoals(of: size)
        #expect(try dialog().goal(in: driver.state) == goals.usual)
        #expect(try dialog().meaning(in: driver.state) == "if none is wrong, at most 5 % are, with 95 % confidence")
        driver.send(.stepUp)
        #expect(try dialog().goal(in: driver.state) == goals.showing[1])
        driver.send(.stepDown, .stepDown)
        #expect(try dialog().goal(in: driver.state) == 20)
        #expect(try dialog().meaning(in: driver.state)?.hasPrefix("if none is wrong, at most ") == true)
        // A hunt shows nothing of a bucket.
        driver.send(.first, .next, .next, .next, .stepUp, .stepUp, .stepUp)
        #expect(try dialog().choice == .hunt && dialog().meaning(in: driver.state) == nil)
    }

    @Test func `any number is typed as a goal, and one beyond the bucket is all of it`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .typeThreshold)
        let typing = try #require(driver.state.dialog as? GoalDialog)
        #expect(typing.line?.text == "")
        for wrong in ["0", "-3", "many", "100,001", "59.5", ""] {
            driver.send(.screen(.dialog(GoalDialog.id, .fill(wrong))))
            driver.send(.confirm)
            #expect((driver.state.dialog as? GoalDialog)?.problem?.contains("from 1 to 100,000") == true, "\(wrong)")
        }
        driver.send(.screen(.dialog(GoalDialog.id, .fill("57"))))
        #expect(
            driver.state.dialog?.text(in: driver.state).contains {
                $0.contains("57 checked: if none is wrong, at most ")
            } == true
        )
        driver.send(.cancel)
        #expect((driver.state.dialog as? QueueDialog)?.goal(in: driver.state) != 57)
        driver.send(.typeThreshold)
        driver.send(.screen(.dialog(GoalDialog.id, .fill("57"))))
        driver.send(.confirm)
        #expect(try #require(driver.state.dialog as? QueueDialog).goal(in: driver.state) == 57)
        driver.send(.typeThreshold)
        driver.send(.screen(.dialog(GoalDialog.id, .fill("9,000"))))
        driver.send(.confirm)
        let size = try #require(driver.state.size(of: .estimation(.accepted)))
        let dialog = try #require(driver.state.dialog as? QueueDialog)
        #expect(dialog.countText(in: driver.state) == "9,000 are more than there are: all \(size) checked:")
        driver.send(.confirm)
        #expect(driver.state.queue?.goal == size && driver.state.queue?.toGo == size)
    }

    /// Whoever looks at the labels first could choose a number that pleases.
    @Test func `the goal is fixed before the first verdict of a sample, and once`() throws {
        var driver = Self.driver()
        func plans() -> [JournalEntry] { driver.state.verdicts.record.certificates }
        driver.send(.showAccepted, .openQueue, .stepDown, .confirm)
        #expect(plans().isEmpty)
        driver.send(.callHelpful)
        let seed = try #require(driver.state.queue?.seed)
        func planned() -> PlannedSample {
            SamplePlans(driver.state.verdicts.record)
                .planned(.accepted, at: driver.state.thresholds.now, seed: seed)
        }
        #expect(planned() == .labels(20) && plans().count == 1)
        #expect(driver.kept.first?.event == plans().first?.event)
        driver.send(.callHelpful, .back, .openQueue)
        // What was planned is gone on with.
        #expect(try #require(driver.state.dialog as? QueueDialog).goal(in: driver.state) == 20)
        driver.send(.stepUp, .confirm, .callHelpful)
        #expect(planned() == .labels(20) && plans().count == 1)
        let audit = try #require(driver.state.evidence.buckets.first { $0.bucket == .accepted })
        #expect(audit.planned == .labels(20) && audit.errorRate == .missing(labels: 17))
    }

    @Test func `the goal is said when it is reached`() {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .stepDown, .confirm)
        #expect(driver.state.queue?.goal == 20)
        for _ in 0..<20 { driver.send(.callHelpful) }
        #expect(driver.state.queue?.toGo == 0 && driver.state.message?.text.contains("20") == true)
    }

    @Test func `texts are there before their items`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        for _ in 0..<30 {
            let item = try #require(driver.state.currentItem)
            #expect(driver.state.texts[item] != nil)
            driver.send(.callHelpful)
        }
    }

    /// Items that hold the same have one answer: none of them is asked for twice.
    @Test func `one answer is for all copies`() throws {
        var driver = SessionDriver(
            ExampleRound.clustered(items: 60, seed: 5),
            given: ThresholdDefaults(adv: -1, safety: -1, help: -1),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening),
            text: { SessionDriver.text($0 % 40) }
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: []))))
        driver.send(.showAccepted, .openQueue, .confirm)
        var seen: Set<UInt32> = []
        for _ in 0..<40 {
            let item = try #require(driver.state.currentItem)
            #expect(seen.insert(item % 40).inserted)
            driver.send(.callHelpful)
        }
        #expect(driver.state.queue?.checked == 40)
        driver.send(.undo)
        #expect(driver.state.queue?.checked == 39)
        driver.send(.callUnsafe)
        #expect(driver.state.queue?.checked == 40)
    }

    @Test func `the last answer is said to be kept`() throws {
        var driver = Self.driver(items: 12)
        driver.send(.showAccepted, .openQueue, .confirm)
        let items = try #require(driver.state.queue).items
        for _ in items { driver.send(.callHelpful) }
        let said = try #require(driver.state.message?.text)
        #expect(said.contains("last one"))
        #expect(said.hasSuffix("· kept"))
    }

    @Test func `the texts of what is to be judged next are there after a restart`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        for _ in 0..<40 { driver.send(.callHelpful) }
        driver.send(.back, .openQueue, .confirm)
        // From the first answered item the next one to be judged is far ahead.
        for _ in 0..<40 { driver.send(.previousItem) }
        let queue = try #require(driver.state.queue)
        #expect(queue.at == 0)
        let next = try #require(queue.items.first { !queue.answered.contains($0) })
        #expect(driver.state.texts[next] != nil)
    }

    @Test func `a key too many changes no answer`() throws {
        var driver = Self.driver(items: 12)
        driver.send(.showAccepted, .openQueue, .confirm)
        let items = try #require(driver.state.queue).items
        for _ in items { driver.send(.callHelpful) }
        driver.send(.callUnsafe, .callUnsafe)
        #expect(Self.answers(driver).count == items.count)
        #expect(driver.state.message?.kind == .refusal)
        let last = try #require(driver.state.currentItem)
        #expect(driver.state.verdicts.record(of: last)?.ruling == .bucket(.accepted))
        // Whoever goes back means it.
        driver.send(.undo, .callUnsafe)
        #expect(driver.state.verdicts.record(of: last)?.ruling == .bucket(.adversarial))
        driver.send(.previousItem, .callUnsafe)
        #expect(Self.answers(driver).count == items.count + 2)
    }
}

extension QueueTests {
    @Test func `redo goes on to the next item, as the verdict did`() throws {
        var driver = Self.driver()
        driver.send(.showAccepted, .openQueue, .confirm)
        let items = try #require(driver.state.queue).items
        driver.send(.callHelpful, .callUnsafe, .skip, .undo, .undo)
        #expect(driver.state.currentItem == items[1])
        driver.send(.redo)
        #expect(driver.state.currentItem == items[2])
        driver.send(.redo)
        #expect(driver.state.currentItem == items[3] && driver.state.queue?.skipped == [items[2]])
        driver.send(.callSafe)
        #expect(driver.state.verdicts.record(of: items[1])?.ruling == .bucket(.adversarial))
        #expect(driver.state.verdicts.record(of: items[3])?.ruling == .safe)
        #expect(driver.state.queue?.checked == 3)
    }

    @Test func `redo of the last verdict leaves the queue judged`() throws {
        var driver = Self.driver(items: 12)
        driver.send(.showAccepted, .openQueue, .confirm)
        let items = try #require(driver.state.queue).items
        for _ in items { driver.send(.callHelpful) }
        driver.send(.undo, .redo, .callUnsafe)
        #expect(driver.state.message?.kind == .refusal)
        #expect(driver.state.verdicts.record(of: items[items.count - 1])?.ruling == .bucket(.accepted))
    }

    @Test func `a sample that is refused is not waited for`() {
        var driver = SessionDriver(ExampleRound.clustered(items: 50))
        driver.send(.openQueue, .confirm)
        #expect(driver.state.message?.kind == .refusal)
        #expect(driver.state.queueing.pending == nil && driver.state.pendingWork == nil)
    }
}
