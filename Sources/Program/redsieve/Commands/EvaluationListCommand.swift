import ArgumentParser
import Configuration
import RoundExport
import RoundFiles
import RoundModel

/// `redsieve evaluation-list`: the digests of evaluation prompts, for `select --evaluation-list`.
struct EvaluationListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluation-list",
        abstract: "Lists the digests of evaluation prompts, so that the prompts need not lie about.",
        discussion: """
            select --evaluation-list keeps what is listed out of training sets: the same prompts, whatever their case, \
            punctuation and hidden characters, and what was made from them. A digest cannot tell that a prompt is near: \
            select --evaluation can, from the prompts themselves.

            EXAMPLES:
              redsieve evaluation-list seeds-test.jsonl -o seeds-test.list
              redsieve select round-3.jsonl --evaluation-list seeds-test.list -o round-4
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Files of prompts: as a round may be, or .txt with a prompt on each line.",
            valueName: "file"
        ),
        completion: .file()
    )
    var files: [String]

    @OptionGroup var settings: SettingsOptions

    @OptionGroup var output: OutputOptions

    mutating func run() throws {
        try output.check(beside: files)
        let request = RoundRequest(paths: files, aliases: try settings.configuration().aliases)
        let interruption = Interruption()
        let made: (text: [UInt8], prompts: Int, broken: Int)
        do throws(ExportError) {
            made = try DigestFile.make(request, cancellation: interruption.cancellation)
            interruption.release()
        } catch {
            interruption.finish()
            throw ProgramFailure(error)
        }
        if made.broken > 0 {
            StandardStreams.message("note: \(DecimalText.counted(made.broken, "row")) without a prompt passed over")
        }
        try output.write(String(decoding: made.text, as: UTF8.self))
    }
}
