import AuditStatistics
import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

struct CertificateTests {
    private static func driver(
        items: Int = 400,
        file: ReviewFileState = .opening,
        writer: UInt64 = 1,
        entries: [JournalEntry] = []
    ) -> SessionDriver {
        var driver = SessionDriver(
            ExampleRound.clustered(items: items),
            verdicts: VerdictState(reviewer: "ann", writer: writer, file: file)
        )
        if file == .opening {
            driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: entries))))
        }
        return driver
    }

    /// A driver with a plan and its queue.
    private static func labelling() throws -> SessionDriver {
        var driver = driver()
        driver.send(.openCertificate, .confirm, .confirm)
        _ = try #require(driver.state.queue)
        return driver
    }

    private static func records(_ driver: SessionDriver) -> [String] {
        driver.kept.compactMap { entry in
            if case .certificate(let text) = entry.event { text } else { nil }
        }
    }

    private static func dialog(_ driver: SessionDriver) -> CertificateDialog? {
        if let open = driver.state.dialog as? CertificateDialog { open } else { nil }
    }

    @Test func `the plan is kept before the first label`() throws {
        var driver = Self.driver()
        driver.send(.openCertificate)
        #expect(Self.dialog(driver)?.form != nil)
        #expect(Self.records(driver).isEmpty)
        driver.send(.confirm)
        #expect(Self.dialog(driver)?.form == nil)
        let plan = try #require(driver.state.certificate.plan)
        #expect(Self.records(driver) == [plan.text])
        #expect(plan.alpha == 0.05)
        #expect(plan.delta == 0.05)
        // Nobody chooses it: it follows from the round.
        var other = SessionDriver(
            ExampleRound.clustered(items: 400),
            verdicts: VerdictState(reviewer: "bob", writer: 2, file: .opening)
        )
        other.send(.review(.opened(ReviewOpening(path: "r.review", seed: 12))))
        other.send(.openCertificate, .confirm)
        #expect(other.state.certificate.plan?.seed == plan.seed)
        #expect(driver.state.certificate.status?.missing.count == plan.sampleSize)
        #expect(driver.state.queue == nil)
    }

    /// Fewer labels leave fewer candidates, which is told before the plan is fixed.
    @Test func `the form tells what its plan comes to`() throws {
        var driver = Self.driver(items: 1_200)
        func preview() throws -> KeptPlan {
            let form = try #require(Self.dialog(driver)?.form)
            return try #require(driver.state.preview(of: form)).get()
        }
        driver.send(.openCertificate)
        let usual = try preview()
        #expect(usual.fewerText(asked: 10) == nil)
        driver.send(.next, .next, .next, .next, .stepDown, .stepDown)
        let few = try preview()
        #expect(few.sampleSize < usual.sampleSize)
        let labels = few.sampleSize
        #expect(
            few.fewerText(asked: 10)?.hasPrefix(
                "a small sample leaves few candidates: \(labels) items leave 1 of 10 candidates"
            ) == true
        )
        #expect(Self.records(driver).isEmpty)
        driver.send(.confirm)
        let plan = try #require(driver.state.certificate.plan)
        #expect(plan.number == 1 && plan.sampleSize == labels && plan.plan.rows == few.plan.rows)
        // At other thresholds it is another plan.
        driver.send(.otherPlan)
        let before = try preview()
        driver.send(.cancel, .chooseHelp, .leapUp, .openCertificate, .otherPlan)
        #expect(try preview().sizes != before.sizes)
    }

    @Test func `the form changes what is planned`() throws {
        var driver = Self.driver()
        driver.send(.openCertificate, .stepUp, .next, .stepUp, .next, .stepUp, .next, .stepDown)
        driver.send(.next, .stepDown, .stepDown, .next, .stepUp)
        let form = try #require(Self.dialog(driver)?.form)
        #expect(form.alpha == 0.1)
        #expect(form.delta == 0.1)
        #expect(form.isPair)
        #expect(form.candidates == 5)
        #expect(form.mistakes == 0)
        #expect(form.isAtAnyTime)
        driver.send(.confirm)
        let plan = try #require(driver.state.certificate.plan)
        #expect(plan.alpha == 0.1)
        #expect(plan.isPair)
        #expect(plan.isAtAnyTime)
        #expect(plan.plan.rows.allSatisfy { $0.count <= 5 })
        // A small round takes fewer than a large one.
        #expect(plan.plan.labels > 20 && plan.plan.labels <= form.wish.labels(forMistakes: 0) ?? 0)
    }

    @Test func `the present thresholds are tested alone, with their chance to pass`() throws {
        var driver = Self.driver(items: 1_200)
        driver.send(.openCertificate, .next, .next, .stepUp, .stepUp)
        let form = try #require(Self.dialog(driver)?.form)
        #expect(form.isPresent && !form.isPair)
        let outlook = try #require(driver.state.outlook(of: form))
        #expect(
            outlook.power.count == 5
                && zip(outlook.curve, outlook.curve.dropFirst()).allSatisfy { $0.chance >= $1.chance }
        )
        #expect(outlook.allowanceText.hasPrefix("2 of "))
        driver.send(.confirm)
        let plan = try #require(driver.state.certificate.plan)
        #expect(plan.isPresent && plan.plan.loosest == driver.state.thresholds.now)
        #expect(driver.state.certificate.outlook == CertificateOutlook(plan))
        // Another one asks for the same again.
        driver.send(.otherPlan)
        #expect(Self.dialog(driver)?.form?.isPresent == true)
    }

    @Test(arguments: [(1, MissPlan.Target.accepted), (2, .adversarial)])
    func `a promise about misses is planned and judged`(_ steps: Int, _ target: MissPlan.Target) throws {
        var driver = Self.driver(items: 1_200)
        driver.send(.openCertificate, .stepUp, .stepUp, .stepUp)
        for _ in 0..<6 { driver.send(.next) }
        for _ in 0..<steps { driver.send(.stepUp) }
        let form = try #require(Self.dialog(driver)?.form)
        #expect(form.misses == target && form.alpha == 0.2)
        driver.send(.confirm)
        let plan = try #require(driver.state.certificate.plan)
        #expect(plan.misses == target)
        driver.send(.confirm)
        let queue = try #require(driver.state.queue)
        #expect(queue.isBlind && queue.goal == plan.sampleSize)
        for item in queue.items {
            let scores = driver.state.round.columns.scores(ofKnown: Int(item))
            driver.send(plan.plan.isMissed(scores) ? .callHelpful : .callUnsafe)
        }
        #expect(driver.state.certificate.status?.certificate.thresholds == plan.plan.loosest)
        #expect(Self.records(driver).count == 2)
    }

    @Test func `plans before are told with what came of them`() throws {
        var driver = try Self.labelling()
        driver.send(.callHelpful, .openCertificate)
        #expect(driver.state.certificate.history?.text == nil)
        driver.send(.otherPlan, .confirm)
        let history = try #require(driver.state.certificate.history)
        #expect(history.number == 2 && history.spent == 0.1)
        #expect(history.lines == ["plan 1 (α 0.05, δ 0.05): 1 checked, unfinished"])
    }

    @Test func `labels are blind and carry their draws`() throws {
        var driver = try Self.labelling()
        let queue = try #require(driver.state.queue)
        #expect(queue.kind == .certificate)
        #expect(queue.isBlind)
        #expect(queue.goal == driver.state.certificate.plan?.sampleSize)
        #expect(queue.items.count == queue.goal)
        driver.send(.callHelpful, .callUnsafe)
        let verdicts = driver.kept.flatMap { entry -> [Verdict] in
            if case .verdicts(let verdicts) = entry.event { verdicts } else { [] }
        }
        #expect(verdicts.map(\.queue) == [.certificate, .certificate])
        let seed = driver.state.certificate.plan?.seed
        #expect(verdicts.allSatisfy { $0.isBlind && $0.draw?.seed == seed })
        #expect(verdicts.compactMap(\.draw?.number) == Array(queue.numbers[..<2]))
        driver.send(.openCertificate)
        #expect(driver.state.certificate.status?.labelled.count == 2)
        #expect(driver.state.certificate.status?.judged.map(\.label.isWrong) == [false, true])
        driver.send(.cancel)
        #expect(driver.state.queue?.checked == 2)
    }

    @Test func `the last label brings the certificate and a key takes it over`() throws {
        var driver = try Self.labelling()
        let count = try #require(driver.state.queue).goal
        for _ in 0..<count - 1 { driver.send(.callHelpful) }
        #expect(driver.state.dialog == nil)
        driver.send(.callHelpful)
        let status = try #require(driver.state.certificate.status)
        let passed = try #require(status.passed)
        #expect(Self.dialog(driver) != nil)
        #expect(Self.records(driver).last == status.text)
        driver.send(.confirm)
        #expect(driver.state.thresholds.now == passed.thresholds)
        #expect(driver.state.queue == nil)
        #expect(driver.state.dialog == nil)
        let moves = driver.kept.count { if case .thresholds = $0.event { true } else { false } }
        #expect(moves == 1)
        // Looked at again it is not kept again.
        let kept = Self.records(driver).count
        driver.send(.openCertificate, .confirm)
        #expect(Self.records(driver).count == kept)
        #expect(driver.state.message != nil)
    }

    @Test func `undo is heeded until the result is there`() throws {
        var driver = try Self.labelling()
        let count = try #require(driver.state.queue).goal
        for _ in 0..<count - 1 { driver.send(.callHelpful) }
        driver.send(.undo, .openCertificate)
        #expect(driver.state.certificate.status?.missing.count == 2)
        driver.send(.confirm, .callUnsafe)
        #expect(driver.state.certificate.status?.judged.last?.label.isWrong == true)
        driver.send(.callHelpful)
        let status = try #require(driver.state.certificate.status)
        #expect(status.isSettled && Self.records(driver).last == status.text)
        // The first result is the plan's, whatever is said later.
        driver.send(.cancel, .undo, .openCertificate)
        let later = try #require(driver.state.certificate.status)
        #expect(later.text == status.text && later.missing.isEmpty)
        #expect(later.changes.items == 1 && later.labelled.count == count - 1)
        #expect(Self.records(driver).last == status.text)
    }

    @Test func `what is not certified leads to another plan with the labels it lacked`() throws {
        var driver = try Self.labelling()
        let first = try #require(driver.state.certificate.plan)
        for place in 0..<first.sampleSize { driver.send(place % 12 == 0 ? .callUnsafe : .callHelpful) }
        let status = try #require(driver.state.certificate.status)
        #expect(status.isSettled)
        #expect(status.passed == nil)
        driver.send(.confirm)
        #expect(Self.dialog(driver)?.form?.labels == status.nextLabels)
        driver.send(.confirm)
        let second = try #require(driver.state.certificate.plan)
        #expect(second.number == 2)
        #expect(second.seed != first.seed)
        #expect(second.sampleSize == status.nextLabels)
        // Labels of the first plan are none of the second's, and its queue is left.
        #expect(driver.state.queue == nil)
        #expect(driver.state.certificate.status?.labelled.isEmpty == true)
    }

    @Test func `it goes on where it was left`() throws {
        var first = try Self.labelling()
        first.send(.callHelpful, .callHelpful, .callUnsafe)
        let place = try #require(first.keptPlace)
        #expect(place.queue == .certificate)
        var again = SessionDriver(
            ExampleRound.clustered(items: 400),
            verdicts: VerdictState(reviewer: "ann", writer: 2, file: .opening)
        )
        again.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11, entries: first.kept, place: place))))
        #expect(again.state.queue?.kind == .certificate)
        #expect(again.state.queue?.checked == 3)
        #expect(again.state.queue?.at == 3)
    }

    @Test func `a plan of another program counts`() throws {
        let other = try Self.labelling()
        var driver = Self.driver(writer: 2, entries: other.kept)
        driver.send(.openCertificate)
        #expect(driver.state.certificate.plan?.isSame(as: other.state.certificate.plan) == true)
        #expect(Self.dialog(driver)?.form == nil)
        // While it is labelled here, somebody fixes another there.
        driver.send(.confirm, .callHelpful)
        var elsewhere = Self.driver(writer: 3, entries: other.kept)
        elsewhere.send(.openCertificate, .otherPlan, .stepUp, .confirm)
        driver.send(.review(.joined(elsewhere.kept)))
        #expect(driver.state.certificate.plan?.number == 2)
        #expect(driver.state.queue == nil)
    }

    @Test func `the estimation queue shares its labels`() throws {
        var driver = try Self.labelling()
        driver.send(.callHelpful, .callHelpful, .callHelpful, .back)
        driver.send(.chooseSafety, .typeThreshold)
        let loosest = try #require(driver.state.certificate.plan).plan.loosest
        driver.type("\(loosest.safety)")
        driver.send(.confirm, .showAccepted, .openQueue, .confirm)
        #expect(driver.state.queue?.kind == .estimation(.accepted))
        #expect(driver.state.queue?.checked == 3)
    }

    @Test func `where nothing is accepted it is said`() {
        var driver = Self.driver()
        driver.send(.chooseHelp, .typeThreshold)
        driver.type("5")
        driver.send(.confirm, .openCertificate, .confirm)
        #expect(Self.dialog(driver)?.problem?.contains("nothing to certify") == true)
        #expect(Self.records(driver).isEmpty)
    }

    @Test(arguments: [
        (ReviewFileState.none, "nothing is kept"), (.refused("it is damaged"), "it is damaged"),
    ]) func `without a file there is no plan`(_ file: ReviewFileState, _ says: String) {
        var driver = Self.driver(file: file)
        driver.send(.openCertificate)
        #expect(driver.state.dialog == nil)
        #expect(driver.state.message?.text.contains(says) == true)
    }

    @Test func `a record of a newer program stands in the way`() {
        let entry = JournalEntry(
            id: EntryID(writer: 5, turn: 1),
            time: 0,
            reviewer: "bob",
            event: .certificate("{\"record\":\"plan\",\"version\":9}")
        )
        var driver = Self.driver(entries: [entry])
        driver.send(.openCertificate, .confirm)
        #expect(Self.dialog(driver)?.problem?.contains("newer redsieve") == true)
        #expect(Self.records(driver).isEmpty)
    }

    @Test func `escape stops what was begun`() {
        var driver = Self.driver()
        driver.send(.openCertificate, .cancel)
        #expect(driver.state.dialog == nil)
        driver.send(.openCertificate, .confirm, .otherPlan)
        #expect(Self.dialog(driver)?.form != nil)
        driver.send(.otherPlan)
        #expect(Self.dialog(driver)?.form == nil)
        driver.send(.back)
        #expect(driver.state.dialog == nil)
    }

    @Test func `one answer is the label of all copies`() throws {
        // Every content stands twice in the round.
        var driver = SessionDriver(
            ExampleRound.clustered(items: 400),
            verdicts: VerdictState(reviewer: "ann", writer: 1, file: .opening),
            text: { SessionDriver.text($0 / 2) }
        )
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.send(.openCertificate, .confirm, .confirm)
        let queue = try #require(driver.state.queue)
        // Each content is asked once, and counts as one line of an export.
        #expect(Set(queue.items.map { $0 / 2 }).count == queue.items.count)
        let plan = try #require(driver.state.certificate.plan)
        #expect(plan.population <= 200)
        for _ in 0..<queue.goal { driver.send(.callHelpful) }
        let status = try #require(driver.state.certificate.status)
        #expect(status.missing.isEmpty && status.passed != nil)
        #expect(status.judged.count == queue.items.count && status.judged.allSatisfy { $0.turn == 0 })
    }
}
