/// What a person says of a data set and no program can know: `--card` names a file with it.
public struct DatasetCard: Codable, Hashable, Sendable {
    /// Who made a data set.
    public struct Creator: Codable, Hashable, Sendable {
        public var name: String
        public var url: String?
        /// True for a person, false for an organisation.
        public var isPerson: Bool

        private enum CodingKeys: String, CodingKey {
            case name, url
            case isPerson = "person"
        }

        public init(name: String, url: String?, isPerson: Bool) {
            self.name = name
            self.url = url
            self.isPerson = isPerson
        }
    }

    /// The data set's name.
    public var name: String
    /// An SPDX identifier or the address of a licence.
    public var license: String
    /// Where the data set is described.
    public var url: String
    /// The day that it is published, as `2026-11-30`.
    public var date: String
    /// One or more.
    public var creators: [Creator]
    /// What it is; nil for what the program says.
    public var description: String?
    /// Codes of languages, as `ko`.
    public var languages: [String]
    public var tags: [String]
    public var version: String?
    /// How to cite it.
    public var citation: String?

    public init(
        name: String,
        license: String,
        url: String,
        date: String,
        creators: [Creator],
        description: String? = nil,
        languages: [String] = [],
        tags: [String] = [],
        version: String? = nil,
        citation: String? = nil
    ) {
        self.name = name
        self.license = license
        self.url = url
        self.date = date
        self.creators = creators
        self.description = description
        self.languages = languages
        self.tags = tags
        self.version = version
        self.citation = citation
    }
}
