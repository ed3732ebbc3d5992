public import RoundFiles
public import RoundModel

/// What an export would write and where, for a person to see before it is made.
public struct ExportPlan: Hashable, Sendable {
    /// One file that would be written.
    public struct File: Hashable, Sendable {
        /// The file's name within the folder.
        public var name: String
        /// How many lines it will have.
        public var lines: Lines

        /// What the file's lines are, for a person: `the distinct prompts of 297 rows`.
        public var content: String {
            func rows(_ count: Int) -> String { DecimalText.counted(count, "row") }
            switch lines {
            case .exactly(let count): return rows(count)
            case .distinctPromptsAmong(let count): return "the distinct prompts of \(rows(count))"
            case .distinctPairsAmong(let count): return "the distinct pairs of \(rows(count))"
            case .leftOut: return "what is not to be trained on, and why"
            case .description: return "what is in the folder, for people and loaders"
            case .record: return "how the sets came about, and a digest of each file"
            }
        }
    }

    /// How many lines a file will have, as far as that is known before the texts are compared.
    public enum Lines: Hashable, Sendable {
        /// This many: one for each row of the round that goes there.
        case exactly(Int)
        /// One for each distinct prompt among this many rows.
        case distinctPromptsAmong(Int)
        /// One for each distinct (prompt, response) pair among this many rows.
        case distinctPairsAmong(Int)
        /// One for each row that is left out.
        case leftOut
        /// What is in the folder, in words; not rows.
        case description
        /// The manifest: a record, not rows.
        case record
    }

    /// What stands at the destination.
    public enum Standing: Hashable, Sendable {
        /// Nothing: the folder would be new.
        case free
        /// An earlier export that would be replaced.
        case replaces
        /// Nothing can be exported there, and why.
        case refused(ExportError)
    }

    /// The folder as it was asked for.
    public var directory: String
    /// Its full path, without links; nil where the folder it would stand in does not exist.
    public var place: String?
    /// How the lines of the two sets would be written.
    public var format: ExportFormat
    /// The files in the order of the manifest, which comes last.
    public var files: [File]
    /// Whether the export could be made there at that moment.
    public var standing: Standing

    /// Looks at the destination as it is now; nothing is made or changed.
    ///
    /// - Parameters:
    ///   - counts: the buckets at the request's thresholds.
    ///   - isGuarded: whether rows may be left out since they are not to be trained on.
    /// - Complexity: O(entries of the destination + shards).
    public init(for round: LoadedRound, counts: BucketCounts, _ request: ExportRequest, isGuarded: Bool = false) {
        directory = request.directory
        format = request.format
        files = [
            File(.adversarial, .distinctPromptsAmong(counts.adversarial)),
            File(.accepted, .distinctPairsAmong(counts.accepted)),
            File(.discarded, .exactly(counts.discarded)),
            File(.invalid, .exactly(round.report.invalidRows.count)),
        ]
        if isGuarded { files.append(File(.excluded, .leftOut)) }
        files.append(File(.readme, .description))
        if request.card != nil { files.append(File(.croissant, .description)) }
        if request.training.describesForLLaMAFactory { files.append(File(.info, .description)) }
        files.append(File(.manifest, .record))
        do throws(ExportError) {
            let destination = try Destination(request.directory)
            place = destination.place
            let replaces = try destination.check(replace: request.replace)
            try destination.checkHoldsNone(of: round.report.shards)
            standing = replaces ? .replaces : .free
        } catch {
            standing = .refused(error)
        }
    }
}

extension ExportPlan.File {
    fileprivate init(_ file: ExportFileName, _ lines: ExportPlan.Lines) {
        self.init(name: file.rawValue, lines: lines)
    }
}
