import Basics
import Synchronization
import TestSupport
import Testing

@Suite struct SharedWorkTests {
    enum Failure: Error, Hashable {
        case cancelled
        case broken(piece: Int)
    }

    private static func work(
        _ count: Int,
        _ cancellation: Cancellation = Cancellation(),
        turnstiles: [Turnstile] = []
    ) -> SharedWork<Failure> {
        SharedWork(count: count, turnstiles: turnstiles) { () throws(Failure) in
            if cancellation.isCancelled { throw .cancelled }
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `every piece is done once, or the first failure is told`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 0...300, using: &random)
        let broken = Set(
            (0..<Int.random(in: 0...2, using: &random)).map { _ in Int.random(in: 0..<400, using: &random) }
        )
        let cancelAt = Bool.random(using: &random) ? nil : Int.random(in: 0..<400, using: &random)
        let threads = Int.random(in: 1...8, using: &random)
        let isTold = Bool.random(using: &random)
        let cancellation = Cancellation()
        let work = Self.work(count, cancellation)
        let done = Mutex([Int](repeating: 0, count: count))
        let failed = Mutex<[Failure]>([])
        let body: @Sendable (SharedWork<Failure>) throws(Failure) -> Void = { work throws(Failure) in
            do throws(Failure) {
                while let piece = try work.next() {
                    if piece == cancelAt { cancellation.cancel() }
                    if broken.contains(piece) { throw .broken(piece: piece) }
                    done.withLock { $0[piece] += 1 }
                }
            } catch {
                failed.withLock { $0.append(error) }
                throw error
            }
        }
        let thrown: Failure?
        do throws(Failure) {
            if isTold {
                try work.run(threads: threads, every: .milliseconds(1), tell: {}, body)
            } else {
                try work.run(threads: threads, body)
            }
            thrown = nil
        } catch {
            thrown = error
        }
        let (counts, failures) = (done.withLock { $0 }, failed.withLock { $0 })
        #expect(counts.allSatisfy { $0 <= 1 })
        if let thrown {
            #expect(failures.contains(thrown))
            #expect(work.isOver)
        } else {
            #expect(failures.isEmpty && counts.allSatisfy { $0 == 1 })
            #expect(broken.allSatisfy { $0 >= count })
        }
        if let cancelAt, cancelAt < count, broken.isEmpty, thrown == nil {
            // It came when all pieces were taken: then nothing was left to be stopped.
            #expect(counts.allSatisfy { $0 == 1 })
        }
    }

    @Test func `with one thread the first failure is that of the first broken piece`() {
        let work = Self.work(100)
        #expect(throws: Failure.broken(piece: 7)) {
            try work.run(threads: 1) { work throws(Failure) in
                while let piece = try work.next() { if piece >= 7 { throw .broken(piece: piece) } }
            }
        }
    }

    @Test func `what is cancelled before it begins does nothing`() {
        let cancellation = Cancellation()
        cancellation.cancel()
        let done = Atomic<Int>(0)
        #expect(throws: Failure.cancelled) {
            try Self.work(100, cancellation).run(threads: 4) { work throws(Failure) in
                while try work.next() != nil { done.wrappingAdd(1, ordering: .relaxed) }
            }
        }
        #expect(done.load(ordering: .relaxed) == 0)
    }

    @Test func `within a long piece a failure elsewhere is seen`() {
        let isIn = Atomic<Bool>(false)
        #expect(throws: Failure.broken(piece: 1)) {
            try Self.work(2).run(threads: 2, every: .milliseconds(1), tell: {}) { work throws(Failure) in
                while let piece = try work.next() {
                    if piece == 1 {
                        // Not before the other is at work.
                        while !isIn.load(ordering: .acquiring) {}
                        throw .broken(piece: 1)
                    }
                    isIn.store(true, ordering: .releasing)
                    while try work.goesOn() {}
                }
            }
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `in turn the results come in order, and a failure leaves nobody waiting`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...200, using: &random)
        let broken = Bool.random(using: &random) ? Int.random(in: 0..<count, using: &random) : nil
        let turns = Turnstile()
        let order = Mutex<[Int]>([])
        let work = Self.work(count, turnstiles: [turns])
        do throws(Failure) {
            try work.run(threads: 5) { work throws(Failure) in
                while let piece = try work.next() {
                    if piece == broken { throw .broken(piece: piece) }
                    guard turns.enter(piece) else { return }
                    order.withLock { $0.append(piece) }
                    turns.leave()
                }
            }
            #expect(broken == nil)
        } catch {
            #expect(error == .broken(piece: broken ?? -1))
        }
        let came = order.withLock { $0 }
        #expect(came == Array(0..<came.count) && (broken.map { came.count <= $0 } ?? (came.count == count)))
    }

    @Test func `somebody is told how far it is while others work`() throws {
        let told = Atomic<Int>(0)
        try Self.work(.max).run(threads: 2, every: .milliseconds(1), tell: { told.wrappingAdd(1, ordering: .relaxed) })
        {
            work throws(Failure) in
            while try work.next() != nil, told.load(ordering: .relaxed) < 3 {}
        }
        #expect(told.load(ordering: .relaxed) >= 3)
    }

    @Test func `calls in parallel give their results in order`() {
        #expect(ParallelMap.of(0) { $0 } == [])
        for count in [1, 2, 7, 100] { #expect(ParallelMap.of(count) { $0 * $0 } == (0..<count).map { $0 * $0 }) }
    }

    @Test func `progress never goes back and misses nothing where each step is told`() throws {
        let told = Mutex<[Int]>([])
        let progress = WorkProgress { done in told.withLock { $0.append(done) } }
        try Self.work(500).run(threads: 4) { work throws(Failure) in
            while try work.next() != nil { progress.add(2) }
        }
        #expect(told.withLock { $0 } == Array(stride(from: 2, through: 1000, by: 2)))
    }
}
