import Basics
import CardFile
import ReviewSession
import RoundExport
import RoundFiles
import RoundModel
import TOMLText

extension ExportSettings {
    /// What is asked of the exporter, but for what lies in files.
    func request(_ thresholds: Thresholds, from origins: [ThresholdName: ThresholdOrigin] = [:]) -> ExportRequest {
        let heeded = choices.heeded(by: format)
        var request = ExportRequest(
            thresholds: thresholds,
            directory: Self.path(directory),
            format: format,
            replace: replace,
            origins: origins,
            training: heeded.training
        )
        request.allowsEmpty = heeded.allowsEmpty
        return request
    }

    /// A path as it was typed, from the home folder on where it says so.
    static func path(_ typed: String) -> String {
        HomeFolder.expanding(typed, home: EnvironmentVariable.text("HOME"))
    }
}

extension ExportChoices {
    /// What a person says of the data set; nil where no file is named.
    ///
    /// - Throws: everything that is wrong with it.
    func readCard() throws(ExportError) -> DatasetCard? {
        guard !card.isEmpty else { return nil }
        do throws(TOMLProblems) {
            return try CardFile.read(path: ExportSettings.path(card))
        } catch {
            throw .source(message: error.messages.joined(separator: "; "), exitStatus: Int32(error.exitStatus))
        }
    }
}

extension GuardSettings {
    /// What is kept out; the files are read. Rows that the round itself keeps for evaluation are not trained on, as in select.
    func request(_ round: RoundRequest, _ stop: Cancellation) throws(ExportError) -> GuardRequest? {
        let lists = GuardLists(
            evaluation: Self.files(evaluation).map(ExportSettings.path),
            digests: Self.files(evaluationLists).map(ExportSettings.path),
            seen: Self.files(seen).map(ExportSettings.path)
        )
        return try lists.guarding(
            round,
            near: near,
            ignoresSplit: ignoresSplit,
            dropsEvaluation: dropsEvaluation,
            dropsSeen: dropsSeen,
            cancellation: stop
        )
    }

    /// Whether rows may be left out.
    var isDropping: Bool {
        dropsEvaluation && !(evaluation.isEmpty && evaluationLists.isEmpty) || dropsSeen && !seen.isEmpty
    }
}
