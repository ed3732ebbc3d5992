import AuditStatistics
import CampaignFile
import Foundation
import RoundCampaign
import RoundFiles
import RoundModel
import TestSupport

/// Campaigns of files, read as the program reads them.
enum SampleCampaign {
    /// A campaign with its figures.
    struct Read {
        var settings: CampaignSettings
        var states: [CampaignRoundState]
        var settled: SettledCampaign
        var figures: CampaignFigures
        var kept: [KeptRound?] { states.map(\.kept) }

        /// The same rounds, asked something else.
        func asked(_ change: (inout CampaignQuestion) -> Void) throws -> CampaignFigures {
            var question = figures.question
            change(&question)
            return try CampaignFigures(settings, states, settled, question)
        }
    }

    /// The four rounds of sample-data, which nobody else changes.
    static let sample = Result {
        try read(CampaignListing.rounds(of: (1...4).map { Repository.path("sample-data/round-\($0).jsonl") }))
    }

    static func read(_ settings: CampaignSettings, reviews: [Int: RoundKeeper.Review] = [:]) throws -> Read {
        let states = settings.rounds.enumerated().map { place, round -> CampaignRoundState in
            let request = RoundRequest(paths: round.files, fields: round.fields, lowerIsBetter: round.lowerIsBetter)
            let sources = ThresholdSources(listed: round.thresholds, campaign: settings.thresholds)
            let keeper = RoundKeeper(
                request,
                review: reviews[place],
                sources: sources,
                prompts: settings.prompts,
                alpha: settings.alpha
            )
            do throws(RoundFilesError) {
                return .kept(try keeper.keep())
            } catch {
                return .failed(error.message)
            }
        }
        let settled = SettledCampaign(settings, states.map(\.kept))
        let figures = try CampaignFigures(settings, states, settled, CampaignQuestion(settings))
        return Read(settings: settings, states: states, settled: settled, figures: figures)
    }

    /// A row of a round.
    static func row(
        _ prompt: String,
        _ response: String = "r",
        safety: Double,
        help: Double = 0.5,
        category: String? = nil,
        style: String? = nil,
        parent: String? = nil
    ) -> String {
        var fields = [
            "\"prompt\": \"\(prompt)\", \"response\": \"\(response)\", \"safety\": \(safety), \"helpfulness\": \(help)"
        ]
        for (name, value) in [("category", category), ("style", style), ("parent_prompt", parent)] {
            if let value { fields.append("\"\(name)\": \"\(value)\"") }
        }
        return "{\(fields.joined(separator: ", "))}\n"
    }

    /// Rounds that are written into a folder first.
    static func made(_ rounds: [[String]], in folder: TestFolder) throws -> CampaignSettings {
        let files = try rounds.enumerated().map { number, rows in
            let path = folder("round-\(number + 1).jsonl")
            try rows.joined().write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
        return CampaignListing.rounds(of: files)
    }
}
