import Basics
import CLibrary
import RoundModel

/// What a folder holds: the files that are part of its round, and what is left out.
struct FolderListing {
    /// The names of the files with a round's ending, as a person would order them.
    private(set) var rounds: [[UInt8]] = []
    private var folders: [[UInt8]] = []
    private var pipes: [[UInt8]] = []
    private var others: [[UInt8]] = []
    /// Records of scores.
    private var records: [String] = []
    private let folder: FilePath

    /// - Throws: `unreadable`.
    init(_ folder: FilePath) throws(RoundFilesError) {
        self.folder = folder
        guard let names = folder.withCString({ FileSystem.names(in: $0) }) else {
            throw .unreadable(path: folder.shown, reason: systemReason(errno))
        }
        for name in names { add(name) }
        leaveOutFailed()
        rounds.sort(by: NaturalOrder.precedes)
    }

    private mutating func add(_ name: [UInt8]) {
        let text = PathText.text(name)
        // A link that leads nowhere is told when its file is wanted.
        let kind = status(of: folder.file(name)).map(FileKind.init)
        switch kind {
        case .folder: folders.append(name)
        case .pipe: pipes.append(name)
        case .other: others.append(name)
        case .file, nil:
            if RoundFileName.isRound(text) {
                rounds.append(name)
            } else if RoundFileName.isScoringRecord(text) {
                records.append(text)
            } else if !RoundFileName.isReview(text) {
                others.append(name)
            }
        }
    }

    /// Rows without a score lie beside their round as lines of another kind.
    private mutating func leaveOutFailed() {
        let rounds = Set(self.rounds.map { PathText.text($0) })
        let failed = Set(
            rounds.filter { records.contains(NameBeside.scoringRecord(of: $0)) }.map(NameBeside.failedRows)
        )
        others += self.rounds.filter { failed.contains(PathText.text($0)) }
        self.rounds.removeAll { failed.contains(PathText.text($0)) }
    }

    /// What was left out, one clause each, none where that is nothing; a review beside its round belongs there.
    var notes: [String] {
        var parts: [String] = []
        if let names = list(folders) { parts.append("\(folders.count == 1 ? "the folder" : "the folders") \(names)") }
        if let names = list(pipes) { parts.append("\(pipes.count == 1 ? "the pipe" : "the pipes") \(names)") }
        if let names = list(others) { parts.append(names) }
        return parts.isEmpty ? [] : ["\(folder.shown): left out \(parts.joined(separator: "; "))"]
    }

    private func list(_ names: [[UInt8]]) -> String? {
        guard !names.isEmpty else { return nil }
        let shown = names.sorted(by: NaturalOrder.precedes).prefix(5).map { PathText.shown(PathText.text($0)) }
        let rest = names.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
