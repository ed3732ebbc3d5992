import AuditStatistics
import TestSupport
import Testing

struct ClusterBootstrapTests {
    /// Prompts with five responses that are judged alike: five labels say little more than one.
    static func judged(prompts: Int, seed: UInt64) -> (prompt: [Int], call: [Int], answer: [Int]) {
        var random = SeededGenerator(seed: seed)
        var result: (prompt: [Int], call: [Int], answer: [Int]) = ([], [], [])
        for prompt in 0..<prompts {
            let isWrong = Double.random(in: 0..<1, using: &random) < 0.2
            for _ in 0..<5 {
                let answer = Int.random(in: 0...1, using: &random)
                result.prompt.append(prompt)
                result.answer.append(answer)
                result.call.append(isWrong ? 1 - answer : answer)
            }
        }
        return result
    }

    @Test func `the same seed gives the same interval, another a similar one`() throws {
        let data = Self.judged(prompts: 60, seed: 1)
        func interval(_ seed: UInt64) throws -> Interval {
            let bootstrap = try ClusterBootstrap(clusters: data.prompt, draws: 1000, seed: seed)
            return try #require(try bootstrap.accuracy(data.call, data.answer, alpha: 0.05))
        }
        #expect(try interval(1) == interval(1))
        let (one, other) = (try interval(1), try interval(2))
        #expect(one != other && isNear(one.lower, other.lower, 0.03))
    }

    @Test func `prompts with several responses widen an interval`() throws {
        let data = Self.judged(prompts: 60, seed: 1)
        let bootstrap = try ClusterBootstrap(clusters: data.prompt, draws: 1000, seed: 1)
        #expect(!bootstrap.isNotNeeded && bootstrap.clusters == 60 && bootstrap.items == 300)
        let clustered = try #require(try bootstrap.accuracy(data.call, data.answer, alpha: 0.05))
        let table = try AgreementTable(data.call, data.answer, answers: 2)
        let plain = try table.accuracy().clopperPearson(alpha: 0.05)
        #expect(clustered.width > 1.5 * plain.width)
        let kappa = try #require(try bootstrap.kappa(data.call, data.answer, answers: 2, alpha: 0.05))
        #expect(kappa.contains(try #require(table.kappa)))
        let scores = data.call.indices.map { Double(data.call[$0]) + Double($0 % 7) / 10 }
        let positive = data.answer.map { $0 == 1 }
        let area = try #require(try bootstrap.areaUnderCurve(scores: scores, isPositive: positive, alpha: 0.05))
        #expect(area.contains(try AreaUnderCurve(scores: scores, isPositive: positive).value))
    }

    @Test func `the interval holds the truth about as often as it says`() throws {
        var held = 0
        let runs = 150
        for run in 0..<runs {
            let data = Self.judged(prompts: 80, seed: UInt64(run) + 100)
            let bootstrap = try ClusterBootstrap(clusters: data.prompt, draws: 200, seed: 5)
            let interval = try #require(try bootstrap.accuracy(data.call, data.answer, alpha: 0.1))
            if interval.contains(0.8) { held += 1 }
        }
        // Nominal 90 %, less three simulation errors.
        #expect(Double(held) / Double(runs) > 0.9 - 3 * (0.09 / Double(runs)).squareRoot())
    }

    @Test func `arguments that cannot be`() throws {
        #expect(throws: AuditError.empty(.clusters)) { try ClusterBootstrap(clusters: [1, 1, 1], seed: 1) }
        #expect(throws: AuditError.empty(.clusters)) { try ClusterBootstrap(clusters: [Int](), seed: 1) }
        #expect(throws: AuditError.self) { try ClusterBootstrap(clusters: [1, 2], draws: 1, seed: 1) }
        let two = try ClusterBootstrap(clusters: [1, 2], seed: 1)
        #expect(throws: AuditError.lengthsDiffer(.clusters, 2, 1)) { try two.accuracy([1], [1], alpha: 0.05) }
        #expect(try two.interval(alpha: 0.05) { _ in nil } == nil)
    }
}
