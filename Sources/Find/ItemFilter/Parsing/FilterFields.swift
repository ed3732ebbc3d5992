internal import Basics
public import RoundModel

/// The fields that a round's rows were seen to have: what names in a filter can mean.
public struct FilterFields: Hashable, Sendable {
    /// What the values of a field were seen to be.
    public enum Kind: Hashable, Sendable {
        /// Numbers, as such or as text.
        case number
        /// Nothing that reads as a number.
        case text
        /// Some are numbers.
        case mixed
    }

    /// One field by its path.
    public struct Entry: Hashable, Sendable {
        public var path: String
        /// What it means; nil for none of the known.
        public var role: FieldRole?
        public var kind: Kind
        /// Some of its values, the most frequent first; empty where there are many different ones.
        public var values: [String]

        public init(path: String, role: FieldRole? = nil, kind: Kind = .mixed, values: [String] = []) {
            self.path = path
            self.role = role
            self.kind = kind
            self.values = values
        }
    }

    /// In the order of the rows.
    public var entries: [Entry]
    /// False while nobody has looked at the rows: any name may then be one of theirs.
    public var isKnown: Bool
    /// False where only some rows were looked at: others may have further fields, and other values.
    public var isComplete: Bool
    /// Scores that are turned round on reading; by its path such a field has the value that the file has.
    public var negated: Set<ScoreName>

    public init(
        _ entries: [Entry] = [],
        isKnown: Bool = true,
        isComplete: Bool = true,
        negated: Set<ScoreName> = []
    ) {
        self.entries = entries
        self.isKnown = isKnown
        self.isComplete = isComplete
        self.negated = negated
    }

    /// What is assumed before anybody has looked.
    public static let unknown = FilterFields(isKnown: false)

    /// The names that a filter can begin a test with, short ones first.
    public var names: [String] {
        let roles = FieldRole.allCases.filter { role in
            role.isNeeded || entries.contains { $0.role == role }
        }
        let short = roles.map { FilterField.role($0).name }
        let paths = entries.filter { $0.role.map { FilterField.role($0).name != $0.rawValue } ?? true }
            .map { FilterWords.written(.path($0.path)) }
        return short + paths.filter { !short.contains($0) }
    }

    /// The field that a name means; nil for none.
    ///
    /// - Parameter isQuoted: then it is a path and no alias.
    public func field(named name: String, isQuoted: Bool = false) -> FilterField? {
        if !isQuoted, let role = FilterWords.alias(name), role.isNeeded || entry(of: .role(role)) != nil || !isKnown {
            return .role(role)
        }
        if let entry = entries.first(where: { $0.path == name }) {
            switch entry.role {
            case .safety? where negated.contains(.safety), .helpfulness? where negated.contains(.helpfulness): break
            case .safety?, .helpfulness?: return entry.role.map(FilterField.role)
            default: break
            }
            return .path(name)
        }
        return isKnown && isComplete ? nil : .path(name)
    }

    /// What is known about a field; nil where nothing is.
    public func entry(of field: FilterField) -> Entry? {
        switch field {
        case .role(let role): entries.first { $0.role == role }
        case .path(let path): entries.first { $0.path == path }
        }
    }

    /// The object that fields stand in; nil for none.
    func object(named name: String) -> FilterField? {
        let start = Array((name + ".").utf8)
        return entries.contains { $0.path.utf8.starts(with: start) } ? .path(name) : nil
    }

    /// Whether a field, or an object, was seen in the rows that were looked at.
    public func knows(_ field: FilterField) -> Bool {
        switch field {
        case .role(let role): role.isNeeded || entry(of: field) != nil
        case .path(let path): entry(of: field) != nil || object(named: path) != nil
        }
    }

    /// What is said of a field that no row has.
    public func unknown(_ field: FilterField, at range: Range<Int> = 0..<0) -> FilterError {
        FilterError(.unknownField(nearest: nearest(to: field.name)), at: range, part: field.name)
    }

    /// Known names that are nearly this one, the nearest first, at most two.
    func nearest(to name: String) -> [String] {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
        let words = names + ["bucket", "moved", "judged", "leaks"]
        let near = words.map {
            (word: $0, distance: NearestName.distance(wanted, Array($0.lowercased().unicodeScalars.prefix(64))))
        }
        .filter { $0.distance <= max(1, min(3, wanted.count / 2)) }
        let inside = words.filter { $0.lowercased().contains(name.lowercased()) && wanted.count > 2 }
        var found: [String] = []
        for word in near.sorted(by: { $0.distance < $1.distance }).map(\.word) + inside where !found.contains(word) {
            found.append(word)
        }
        return Array(found.prefix(2))
    }
}
