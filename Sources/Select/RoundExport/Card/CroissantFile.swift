internal import Basics
internal import RoundModel

/// `metadata.json`: the data set as Croissant 1.1 describes one, for programs that search and load data sets.
struct CroissantFile {
    let described: SetDescription
    let card: DatasetCard

    /// The file's bytes.
    var bytes: [UInt8] {
        var members: [OrderedJSON.Member] = [
            .init("@context", Self.context), .init("@type", "sc:Dataset"),
            .init("conformsTo", "http://mlcommons.org/croissant/1.1"), .init("name", .string(card.name)),
            .init("description", .string(card.description ?? summary)), .init("license", .string(card.license)),
            .init("url", .string(card.url)), .init("creator", .array(card.creators.map(Self.creator))),
            .init("datePublished", .string(card.date)), .init("version", .string(card.version ?? "1.0.0")),
        ]
        if let citation = card.citation { members.append(.init("citeAs", .string(citation))) }
        if !card.languages.isEmpty { members.append(.init("inLanguage", .array(card.languages.map { .string($0) }))) }
        members.append(.init("keywords", .array((["red-teaming"] + card.tags).map { .string($0) })))
        members.append(.init("distribution", .array(described.full.compactMap(distribution))))
        members.append(.init("recordSet", .array(described.full.compactMap(recordSet))))
        return OrderedJSON.object(members).bytes(.pretty) + [UInt8(ascii: "\n")]
    }

    private var summary: String {
        "Training sets that redsieve selected from \(described.manifest.selection.round.name), a round of automatic red-teaming."
    }

    private static func creator(_ creator: DatasetCard.Creator) -> OrderedJSON {
        var members: [OrderedJSON.Member] = [
            .init("@type", creator.isPerson ? "sc:Person" : "sc:Organization"), .init("name", .string(creator.name)),
        ]
        if let url = creator.url { members.append(.init("url", .string(url))) }
        return .object(members)
    }

    private func distribution(_ set: ExportFileName) -> OrderedJSON? {
        described.file(set).map { file in
            [
                "@type": "cr:FileObject", "@id": .string(file.name), "name": .string(file.name),
                "contentUrl": .string(file.name), "encodingFormat": "application/jsonlines",
                "sha256": .string(file.sha256),
            ]
        }
    }

    private func recordSet(_ set: ExportFileName) -> OrderedJSON? {
        let name = SetDescription.name(set)
        let shape = described.shape(set)
        var fields = shape.texts.map { field(name, $0, "sc:Text", set) }
        if shape == .unpaired { fields.append(field(name, "label", "sc:Boolean", set)) }
        if let key = shape.turns { fields.append(turns(name, key, set)) }
        if shape == .rows { fields += rowFields(name, set) }
        guard !fields.isEmpty else { return nil }
        return [
            "@type": "cr:RecordSet", "@id": .string(name), "name": .string(name),
            "description": .string("The \(name) set; a line is \(shape.words.filter { $0 != "`" })."),
            "field": .array(fields),
        ]
    }

    /// The texts and scores of rows that have them as columns of their own.
    private func rowFields(_ set: String, _ file: ExportFileName) -> [OrderedJSON] {
        let round = described.manifest.selection.round
        guard round.shardFields == nil else { return [] }
        let types: [(FieldRole, OrderedJSON)] = [
            (.prompt, "sc:Text"), (.response, "sc:Text"), (.safety, "sc:Float"), (.helpfulness, "sc:Float"),
        ]
        return types.compactMap { role, type in
            guard let path = round.fields.values[role], !path.contains("."), !(role.isScore && round.textScores > 0)
            else { return nil }
            return field(set, path, type, file)
        }
    }

    private func field(_ set: String, _ key: String, _ type: OrderedJSON, _ file: ExportFileName) -> OrderedJSON {
        [
            "@type": "cr:Field", "@id": .string("\(set)/\(key)"), "name": .string(key), "dataType": type,
            "source": ["fileObject": ["@id": .string(file.rawValue)], "extract": ["column": .string(key)]],
        ]
    }

    private func turns(_ set: String, _ key: String, _ file: ExportFileName) -> OrderedJSON {
        let source = OrderedJSON.Member("fileObject", ["@id": .string(file.rawValue)])
        let column = OrderedJSON.Member("extract", ["column": .string(key)])
        let parts = ["role", "content"].map { part -> OrderedJSON in
            [
                "@type": "cr:Field", "@id": .string("\(set)/\(key)/\(part)"), "name": .string(part),
                "dataType": "sc:Text",
                "source": .object([source, column, .init("transform", ["jsonPath": .string(part)])]),
            ]
        }
        return [
            "@type": "cr:Field", "@id": .string("\(set)/\(key)"), "name": .string(key), "repeated": .bool(true),
            "source": .object([source, column]), "subField": .array(parts),
        ]
    }

    /// The words of the format, as its specification gives them.
    private static let context: OrderedJSON = {
        func own(_ key: String) -> OrderedJSON.Member { .init(key, .string("cr:\(key)")) }
        let json: OrderedJSON = "@json"
        let language: OrderedJSON = ["@container": "@language"]
        return .object(
            [
                .init("@language", "en"), .init("@vocab", "https://schema.org/"), own("arrayShape"), own("citeAs"),
                own("column"), .init("conformsTo", "dct:conformsTo"), own("containedIn"),
                .init("cr", "http://mlcommons.org/croissant/"), .init("rai", "http://mlcommons.org/croissant/RAI/"),
                .init("data", ["@id": "cr:data", "@type": json]),
                .init("dataType", ["@id": "cr:dataType", "@type": "@vocab"]), .init("dct", "http://purl.org/dc/terms/"),
                .init("description", language), own("equivalentProperty"),
                .init("examples", ["@id": "cr:examples", "@type": json]),
            ]
                + ["extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes", "isArray"].map(
                    own
                )
                + ["isLiveDataset", "jsonPath", "key", "md5"].map(own) + [.init("name", language)]
                + ["parentField", "path", "recordSet", "references", "regex", "repeated", "replace"].map(own)
                + [own("samplingRate"), .init("sc", "https://schema.org/"), own("separator"), own("source")]
                + ["subField", "transform"].map(own)
        )
    }()
}
