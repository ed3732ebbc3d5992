import CLibrary
import RoundModel

/// Writes a line to standard error.
func complain(_ message: String) {
    let line = Array("review-bench: \(message)\n".utf8)
    // Nobody is left to tell if this fails.
    _ = write(STDERR_FILENO, line, line.count)
}

/// Makes the round, then measures part by part.
func measure(_ arguments: Arguments) throws -> Results {
    var results = Results(items: arguments.items)
    let empty = Results.peakBytes
    let columns = MadeRound.columns(items: arguments.items, seed: arguments.seed)
    func held() -> Double { Double(Results.peakBytes - empty) / Double(arguments.items) }
    results.bytesPerItem.append(("columns", held()))
    var made: ScoreIndex?
    let making = Timing("making the index", times: arguments.parts.contains(.counts) ? 3 : 1) { _ in
        made = ScoreIndex(Population(columns))
    }
    guard let index = made else { return results }
    results.bytesPerItem.append(("columns and index, while it is made", held()))
    if arguments.parts.contains(.counts) {
        results.timings.append(making)
        results.timings += try CountBench.run(columns, index, seed: arguments.seed)
    }
    if arguments.parts.contains(.lists) { results.timings += ListBench.run(columns) }
    if !arguments.parts.isDisjoint(with: [.plot, .frames]) {
        var review = BenchReview(columns)
        if arguments.parts.contains(.plot) {
            results.timings += PlotBench.run(index, dots: review.dots, seed: arguments.seed)
        }
        if arguments.parts.contains(.frames) {
            let frames = FrameBench.run(&review, seed: arguments.seed)
            results.timings += frames.timings
            results.cells = frames.cells
        }
    }
    if arguments.parts.contains(.evidence) {
        results.timings += EvidenceBench.run(columns, seed: arguments.seed)
    }
    if arguments.parts.contains(.verdicts) { results.timings += VerdictBench.run(columns) }
    return results
}

do {
    guard let arguments = try Arguments(CommandLine.arguments.dropFirst()) else {
        print(Arguments.usage)
        exit(0)
    }
    let results = try measure(arguments)
    print(arguments.json ? results.json : results.table)
} catch let problem as Arguments.Problem {
    complain("\(problem.message)\n\(Arguments.usage)")
    exit(EX_USAGE)
} catch let difference as CountBench.Difference {
    complain("the index and the scan differ at \(difference.thresholds)")
    exit(EX_SOFTWARE)
}
