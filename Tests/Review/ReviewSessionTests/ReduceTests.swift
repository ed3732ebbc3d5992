import RoundModel
import TestSupport
import Testing
import Verdicts

@testable import ReviewSession

/// `reduce` is a function of state, action and moment: nothing else gets into what comes of a key.
@Suite struct ReduceTests {
    /// A value in words, sets and dictionaries in an order of their own, storage left out.
    static func words(_ value: Any, depth: Int = 0) -> String {
        guard depth < 12 else { return "…" }
        let mirror = Mirror(reflecting: value)
        let name = "\(type(of: value))"
        switch mirror.displayStyle {
        case .set?, .dictionary?:
            return
                "\(name){\(mirror.children.map { words($0.value, depth: depth + 1) }.sorted().joined(separator: ","))}"
        case .class?:
            // Columns, indexes and grids are shared; which one it is matters, not what it holds.
            return name
        case .enum? where mirror.children.isEmpty: return "\(value)"
        case _ where mirror.children.isEmpty: return "\(value)"
        case _:
            let parts = mirror.children.map { "\($0.label ?? "")=\(words($0.value, depth: depth + 1))" }
            return "\(name)(\(parts.joined(separator: ",")))"
        }
    }

    private static func driver(_ columns: ScoreColumns) -> SessionDriver {
        var driver = SessionDriver(columns, verdicts: VerdictState(reviewer: "ada", writer: 7, file: .opening))
        driver.send(.review(.opened(ReviewOpening(path: "r.review", seed: 11))))
        driver.holdsBack = true
        return driver
    }

    @Test(arguments: 0..<12) func `the same actions give the same state and the same jobs, twice`(_ seed: UInt64) {
        let columns = ExampleRound.clustered(items: 60, seed: seed)
        let commands = Command.allCases.filter { ![.quit, .interrupt].contains($0) }
        var generator = SeededGenerator(seed: seed)
        var one = Self.driver(columns)
        var other = Self.driver(columns)
        for step in 0..<150 {
            let moment = Moment(clock: Double(step) / 2, time: 1_000 * step)
            (one.moment, other.moment) = (moment, moment)
            let action: Action
            switch Int.random(in: 0..<10, using: &generator) {
            case 0:
                action = .edit(.insert(["0.5", "lock", "safety < 0.4", "7"].randomElement(using: &generator) ?? ""))
            case 1: action = .command(.confirm)
            default: action = .command(commands.randomElement(using: &generator) ?? .next)
            }
            one.send(action)
            other.send(action)
            if let work = one.held.indices.randomElement(using: &generator), other.held.indices.contains(work) {
                one.deliver(work)
                other.deliver(work)
            }
            // What differs once stays so: to put all in words takes far longer than a step.
            guard step % 15 == 14 else { continue }
            let jobs = (one.held.map { Self.words($0.job) }, other.held.map { Self.words($0.job) })
            guard jobs.0 == jobs.1, Self.words(one.state) == Self.words(other.state) else {
                Issue.record("seed \(seed), until step \(step), \(action): one thing and another")
                return
            }
        }
    }
}
