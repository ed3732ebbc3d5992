/// What the colours of the plot mean.
public enum PlotColouring: Hashable, Sendable {
    /// The bucket that a place belongs to, and in it how many items there are.
    case bucket
    /// How many items there are.
    case density
    /// What people said about the items.
    case verdict
    /// The most frequent value of a field, by its name; nil for the first field that has few values.
    case field(String?)

    /// As the palette and the configuration name it; a field by its own name.
    public var name: String {
        switch self {
        case .bucket: "bucket"
        case .density: "density"
        case .verdict: "verdict"
        case .field(let name): name ?? "field"
        }
    }

    /// Those that any round has.
    public static let usual: [PlotColouring] = [.bucket, .density, .verdict]

    /// The colouring with a name; any other name is that of a field.
    public init(named name: String) {
        self = Self.usual.first { $0.name == name } ?? .field(name == "field" ? nil : name)
    }
}
