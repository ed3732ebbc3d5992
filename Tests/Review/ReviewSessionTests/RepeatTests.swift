import ReviewAudit
import ReviewSession
import RoundModel
import TestSupport
import Testing
import Verdicts

/// Items of a blind sample that come before their reviewer a second time.
struct RepeatTests {
    /// A sample of the accepted bucket; blind, and where it is wanted some items come twice.
    private static func sample(_ entries: [JournalEntry] = [], twice: Bool = true) throws -> SessionDriver {
        var driver = SessionDriver.judging(items: 2_000, entries: entries, writer: entries.isEmpty ? 1 : 2)
        driver.send(.showAccepted, .openQueue)
        if twice { driver.send(.toggleBlind) }
        let dialog = try #require(driver.state.dialog as? QueueDialog)
        #expect(dialog.isBlind && dialog.repeatsSome == twice)
        driver.send(.confirm)
        #expect(driver.state.queue?.isBlind == true)
        return driver
    }

    @Test func `nothing comes twice where nobody asked for it`() throws {
        var driver = try Self.sample(twice: false)
        var seen: Set<UInt32> = []
        for _ in 0..<150 {
            let item = try #require(driver.state.currentItem)
            #expect(seen.insert(item).inserted && driver.state.queue?.isRepeating == false)
            driver.send(.callHelpful)
        }
        #expect(driver.state.verdicts.record.items.values.allSatisfy { $0.repetitions.isEmpty })
    }

    @Test func `one item in ten comes twice, as hidden as the first time, and its label stays`() throws {
        var driver = try Self.sample()
        var turns: [UInt32: Int] = [:]
        var again: [UInt32] = []
        for turn in 0..<200 {
            let queue = try #require(driver.state.queue)
            let item = queue.item
            if queue.isRepeating {
                #expect(driver.state.isBlind)
                #expect(turn - (turns[item] ?? turn) > 10)
                #expect(queue.shownPlace > (queue.items.firstIndex(of: item) ?? .max))
                again.append(item)
                // Every other time something else.
                driver.send(again.count % 2 == 0 ? .callUnsafe : .callHelpful)
            } else {
                #expect(turns[item] == nil)
                turns[item] = turn
                driver.send(.callHelpful)
            }
        }
        #expect((6...30).contains(again.count) && Set(again).count == again.count)
        #expect(driver.state.queue?.checked == 200 - again.count)
        for item in again {
            let record = try #require(driver.state.verdicts.record(of: item))
            #expect(record.lines.count == 1 && record.repetitions.count == 1)
            #expect(record.ruling == .bucket(.accepted) && !record.isContested)
        }
        driver.send(.showEvidence)
        let report = try #require(driver.state.evidence.report)
        #expect(report.buckets[1].sampled == 200 - again.count && report.buckets[1].wrong == 0)
        let own = try #require(report.reviewers.repeats.first)
        #expect(own.reviewer == "ann" && own.items == again.count && own.same == again.count - again.count / 2)
        #expect(report.lines.contains { $0.text.contains("that came a second time") })
    }

    @Test func `undo takes the second answer back, and the item is there again`() throws {
        var driver = try Self.sample()
        for _ in 0..<200 where driver.state.queue?.isRepeating == false { driver.send(.callHelpful) }
        let queue = try #require(driver.state.queue)
        #expect(queue.isRepeating)
        driver.send(.callUnsafe)
        #expect(driver.state.queue?.item != queue.item)
        driver.send(.undo)
        #expect(driver.state.queue?.item == queue.item && driver.state.queue?.isRepeating == true)
        driver.send(.callHelpful)
        let record = try #require(driver.state.verdicts.record(of: queue.item))
        #expect(record.lines.count == 1 && record.repetitions.map(\.isRevoked) == [true, false])
        // The call was shown once the first was in.
        #expect(record.repeatedVerdicts.isEmpty)
        // Back from a second look goes to where the reviewer came from, and no step on passes it by.
        for _ in 0..<200 where driver.state.queue?.isRepeating == false { driver.send(.callHelpful) }
        let next = try #require(driver.state.queue)
        driver.send(.next)
        #expect(driver.state.queue?.item == next.item)
    }

    @Test func `what was judged another day comes again as well`() throws {
        var first = try Self.sample(twice: false)
        for _ in 0..<60 { first.send(.callHelpful) }
        var driver = try Self.sample(first.kept)
        let before = Set(first.state.queue?.items.prefix(60) ?? [])
        var again: [UInt32] = []
        for _ in 0..<60 {
            if let queue = driver.state.queue, queue.isRepeating { again.append(queue.item) }
            driver.send(.callHelpful)
        }
        #expect(again.count { before.contains($0) } > 1)
    }
}
