import RoundModel

/// Keep the screen in a file.
public struct SnapshotRequest: Hashable, Sendable {
    /// As it was typed, without blanks around it.
    public let path: String
    /// What the file will be, which its name says.
    public let format: Format
    /// True where an earlier file gives way.
    public let replaces: Bool

    /// What a screen can be kept as.
    public enum Format: String, CaseIterable, Sendable {
        /// The characters of each row.
        case text = "txt"
        /// A picture with colours.
        case picture = "svg"
    }

    /// The word in front of a name that lets an earlier file be replaced.
    public static let replaceWord = "replace"
    /// How that is said where a file stands in the way.
    public static let replaceHint = "\(replaceWord) in front of its name replaces it"

    /// Reads what the command was given: `screen.svg`, or `replace screen.svg`.
    ///
    /// - Throws: what is wrong with it, in one line.
    public init(_ argument: String) throws(SnapshotProblem) {
        var scalars = argument.unicodeScalars.drop { $0 == " " }
        while scalars.last == " " { scalars.removeLast() }
        var rest = String(scalars)
        let (word, behind) = rest.wordAndRest
        replaces = word == Self.replaceWord && behind != nil
        if replaces { rest = (behind ?? "").withoutLeadingBlanks }
        guard !rest.isEmpty else { throw .noFile }
        let name = rest.parts(at: "/").last ?? rest
        let ending = name.parts(at: ".", keepsEmpty: true).last.map { $0.lowercased() } ?? ""
        guard name.unicodeScalars.contains("."), rest.unicodeScalars.last != "/", let format = Format(rawValue: ending)
        else {
            throw .unknownFormat(rest)
        }
        path = rest
        self.format = format
    }
}

/// Why a screen cannot be kept as it was asked for.
public enum SnapshotProblem: Error, Hashable, Sendable {
    case noFile
    /// The name ends in nothing that says what the file is to be.
    case unknownFormat(String)

    /// One line without a full stop; it may hold what was typed.
    public var message: String {
        switch self {
        case .noFile: "name a file for the screen, with a name that ends in .txt or .svg"
        case .unknownFormat(let name): "\"\(name)\" ends in neither .txt (text) nor .svg (picture)"
        }
    }
}
