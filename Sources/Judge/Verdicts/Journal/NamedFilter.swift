/// A filter that somebody gave a name, to have it at hand again.
public struct NamedFilter: Hashable, Sendable {
    public var name: String
    /// As it was written.
    public var text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// Several of them as lines of a name, a tab and the text; neither holds a control character.
    public static func lines(_ filters: [NamedFilter]) -> String {
        filters.map { "\(plain($0.name))\t\(plain($0.text))" }.joined(separator: "\n")
    }

    /// The filters that lines stand for; what is no such line is left out, and of one name the first counts.
    public init?(line: some StringProtocol) {
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        self.init(name: Self.plain(parts[0]), text: Self.plain(parts[1]))
    }

    public static func filters(in lines: String) -> [NamedFilter] {
        var names: Set<String> = []
        return lines.unicodeScalars.split(separator: "\n").compactMap { NamedFilter(line: String($0)) }
            .filter { names.insert($0.name).inserted }
    }

    private static func plain(_ text: some StringProtocol) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
        return String(view)
    }
}
