import RoundModel
import TestSupport

@testable import RoundFiles
@testable import RoundSearch

/// Loads rounds in blocks of a few rows.
func loadRound(_ paths: [String], blockSize: Int = 1 << 20) throws -> LoadedRound {
    var settings = LoadSettings()
    settings.blockSize = blockSize
    return try RoundLoader.load(RoundRequest(paths: paths), settings: settings)
}

/// A row of JSON Lines; the texts stand between quotes as they are given.
func row(_ prompt: String, _ response: String, more: String = "") -> String {
    #"{"prompt":"\#(prompt)","response":"\#(response)","safety":0.5,"helpfulness":0.25\#(more)}"# + "\n"
}

extension SearchSettings {
    /// Pieces of a row or two.
    static func tiny(pieceSize: Int = 1, workers: Int = 1) -> SearchSettings {
        var settings = SearchSettings()
        settings.pieceSize = pieceSize
        settings.workers = workers
        settings.snapshotInterval = .zero
        return settings
    }
}

extension ItemSet {
    /// The members, ascending.
    var items: [Int] {
        var items: [Int] = []
        forEach(in: 0..<universe) { items.append($0) }
        return items
    }
}
