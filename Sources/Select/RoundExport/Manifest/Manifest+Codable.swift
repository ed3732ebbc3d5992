internal import ReviewAudit
internal import RoundModel

extension Manifest: Codable {
    private enum CodingKeys: String, CodingKey {
        case certificate, program, schema, format, training, card, files
        case withoutParent = "without_parent"
        case replacedSurrogates = "replaced_surrogates"
        case guarded = "guard"
        // That of the selection which is asked for by name.
        case thresholds
    }

    /// - Throws: `ManifestProblem` for what is no manifest, and what a decoder throws.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        // A later form may have no key of this one.
        schema = try container.decodeIfPresent(Int.self, forKey: .schema)
        if let schema, schema > Self.schema { throw ManifestProblem.later(schema) }
        files = try Self.files(in: container)
        guard (try? container.decode(ThresholdRecord.self, forKey: .thresholds)) != nil else {
            throw ManifestProblem.missing("thresholds")
        }
        guard let format = try? container.decode(ExportFormat.self, forKey: .format) else {
            throw ManifestProblem.unknownFormat
        }
        self.format = format
        training = try container.decodeIfPresent(TrainingRecord.self, forKey: .training)
        card = try container.decodeIfPresent(DatasetCard.self, forKey: .card)
        selection = try SelectionRecord(from: decoder)
        program = try container.decode(ProgramRecord.self, forKey: .program)
        withoutParent = try container.decodeIfPresent(Int.self, forKey: .withoutParent)
        replacedSurrogates = try container.decodeIfPresent(Int.self, forKey: .replacedSurrogates)
        guarded = try container.decodeIfPresent(GuardRecord.self, forKey: .guarded)
        // One that cannot be read says nothing against the files.
        if container.contains(.certificate) {
            do {
                certificate = .success(try container.decode(CertifiedSet.self, forKey: .certificate))
            } catch {
                certificate = .failure(CertificateProblem(reading: error))
            }
        }
    }

    private static func files(in container: KeyedDecodingContainer<CodingKeys>) throws -> [FileRecord] {
        guard let listed = try? container.nestedContainer(keyedBy: AnyKey.self, forKey: .files) else {
            throw ManifestProblem.missing("files")
        }
        let order = ExportFileName.allCases.map(\.rawValue)
        func place(_ key: AnyKey) -> (Int, String) {
            (order.firstIndex(of: key.stringValue) ?? order.count, key.stringValue)
        }
        return try listed.allKeys.sorted { place($0) < place($1) }.map { key in
            guard let file = try? listed.decode(FileMembers.self, forKey: key), !key.stringValue.contains("/") else {
                throw ManifestProblem.incomplete(key.stringValue)
            }
            return FileRecord(key.stringValue, file)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        try selection.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        if case .success(let certified) = certificate { try container.encode(certified, forKey: .certificate) }
        try container.encode(program, forKey: .program)
        try container.encodeIfPresent(schema, forKey: .schema)
        try container.encode(format, forKey: .format)
        try container.encodeIfPresent(training, forKey: .training)
        try container.encodeIfPresent(card, forKey: .card)
        var listed = container.nestedContainer(keyedBy: AnyKey.self, forKey: .files)
        for file in files { try listed.encode(FileMembers(file), forKey: AnyKey(file.name)) }
        try container.encodeIfPresent(withoutParent, forKey: .withoutParent)
        try container.encodeIfPresent(replacedSurrogates, forKey: .replacedSurrogates)
        try container.encodeIfPresent(guarded, forKey: .guarded)
    }
}

/// What stands behind a file's name.
private struct FileMembers: Codable {
    var sha256: String
    var lines: Int
    var rows: Int?
    var repeats: Int?
    var leftOut: Int?

    private enum CodingKeys: String, CodingKey {
        case sha256, lines, rows, repeats
        case leftOut = "left_out"
    }

    init(_ file: Manifest.FileRecord) {
        (sha256, lines, rows, repeats) = (file.sha256, file.lines, file.rows, file.repeats)
        leftOut = file.leftOut
    }
}

extension Manifest.FileRecord {
    fileprivate init(_ name: String, _ members: FileMembers) {
        self.name = name
        (sha256, lines, rows, repeats) = (members.sha256, members.lines, members.rows, members.repeats)
        leftOut = members.leftOut
    }
}
