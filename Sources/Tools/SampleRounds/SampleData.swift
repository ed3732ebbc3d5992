/// A file of `sample-data/`.
public struct SampleFile: Sendable {
    /// The file's name within the folder.
    public let name: String
    /// The whole content; the same for the same seed.
    public let bytes: [UInt8]
}

/// Everything in `sample-data/` but its README.
public enum SampleData {
    /// The seed of the files that stand in the repository.
    public static let defaultSeed: UInt64 = 4

    /// All files, the same for the same seed.
    ///
    /// - Complexity: O(n) for the about 7 MB, under a second in a release build.
    public static func files(seed: UInt64 = defaultSeed) -> [SampleFile] {
        files(of: Campaign.rounds(seed: seed))
    }

    static func files(of rounds: [SampleRound]) -> [SampleFile] {
        var files: [SampleFile] = []
        for round in rounds {
            let name = "round-\(round.number)"
            let lines = JSONLinesWriter.bytes(round)
            files.append(SampleFile(name: name + ".jsonl", bytes: lines))
            if round.number == 2 {
                files.append(SampleFile(name: name + ".csv", bytes: CSVWriter.bytes(round)))
                files.append(SampleFile(name: name + ".jsonl.gz", bytes: GzipStored.bytes(lines)))
            }
        }
        files.append(SampleFile(name: "hostile.jsonl", bytes: HostileRound.bytes()))
        return files
    }
}
