import ArgumentParser

/// The program's commands; `review` is meant where none is named.
struct Redsieve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redsieve",
        abstract: "Reviews and selects the scored rounds of automatic red-teaming.",
        discussion: """
            A round is JSON Lines, CSV, TSV or Parquet with a prompt, a response and two scores a row. \
            Three thresholds decide what the next round trains on: a safety score below θ adv makes the prompt \
            adversarial; safety above θ safety and helpfulness above θ help make the response accepted.

            EXAMPLES:
              redsieve round-3.jsonl
              redsieve summary round-3.jsonl --json
              redsieve select round-3.jsonl --theta-adv 0.3 --theta-safety 0.8 --theta-help 0.4 -o round-4

            EXIT STATUS:
              0 done, 64 wrong usage, 65 unusable data, 66 no such input, 73 output cannot be made,
              74 read or write failed, 75 a line of a script took too long, 130 interrupted.
            """,
        version: BuildName.text,
        subcommands: [
            ReviewCommand.self, ScoreCommand.self, SelectCommand.self, SummaryCommand.self, AuditCommand.self,
            CampaignCommand.self, ReportCommand.self, PlanCommand.self, MergeCommand.self, VerifyCommand.self,
            EvaluationListCommand.self, CertifyCommand.self, ConfigCommand.self, DocumentCommand.self,
        ],
        defaultSubcommand: ReviewCommand.self
    )
}
