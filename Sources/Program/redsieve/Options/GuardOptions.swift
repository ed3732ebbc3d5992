import ArgumentParser
import RoundExport
import RoundFiles

/// What is kept out of the training sets.
struct GuardOptions: ParsableArguments {
    @OptionGroup var leaks: LeakOptions

    @Flag(
        name: .customLong("drop-evaluation"),
        help:
            "Leaves out rows that leak an evaluation prompt, and lists them in excluded.jsonl; else one ends the export."
    )
    var dropsEvaluation = false

    @Flag(
        name: .customLong("drop-seen"),
        help: "Leaves out rows whose prompt was trained on before, and lists them in excluded.jsonl."
    )
    var dropsSeen = false

    mutating func validate() throws {
        if dropsSeen, leaks.seen.isEmpty { throw ValidationError("--drop-seen needs --seen FILE") }
    }

    /// What an export keeps out; the files are read.
    ///
    /// - Parameter round: what the fields of the round are called, which go for these files too.
    /// - Throws: why a file cannot be read.
    func request(_ round: RoundRequest, _ work: RoundWork) throws(ProgramFailure) -> GuardRequest? {
        try leaks.request(round, work, dropsEvaluation: dropsEvaluation, dropsSeen: dropsSeen)
    }
}
