import RoundExport
import RoundFiles
import RoundModel
import TestSupport

/// Loads a round from text.
func loadRound(_ text: String, in folder: TestFolder, named name: String = "round.jsonl") throws -> LoadedRound {
    try RoundLoader.load(RoundRequest(paths: [folder.write(text, to: name)]))
}

/// One line of JSON Lines; the texts stand between quotes as they are given.
func row(_ prompt: String, _ response: String, _ safety: Double, _ help: Double, more: String = "") -> String {
    #"{"prompt":"\#(prompt)","response":"\#(response)","safety":\#(safety),"helpfulness":\#(help)\#(more)}"#
}

/// The thresholds of most tests: below 0 adversarial, above 0 and 2 accepted.
let zeroZeroTwo = Thresholds(adv: 0, safety: 0, help: 2)

extension ExportError {
    /// True for an error about a write that fails with an errno.
    func isWriting(_ code: Int32) -> Bool {
        if case .writing(_, code) = self { true } else { false }
    }

    var isSource: Bool {
        if case .source = self { true } else { false }
    }

    var isForeignFolder: Bool {
        if case .foreignFolder = self { true } else { false }
    }
}
