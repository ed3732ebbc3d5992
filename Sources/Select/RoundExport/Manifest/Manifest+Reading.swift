internal import Basics
internal import Foundation
internal import RoundFiles

/// Why a text is no manifest that can be used.
public enum ManifestProblem: Error, Hashable, Sendable {
    /// It is no JSON; where it goes wrong, from 1.
    case notJSON(line: Int, column: Int)
    case notAnObject
    /// A key, as `round.items`, is missing or has another kind of value.
    case missing(String)
    case unknownFormat
    /// What it says of a file, or of a key, is no such thing.
    case incomplete(String)
    /// It is of a later form, whose number is given.
    case later(Int)

    /// What is wrong, as the end of a sentence.
    public var message: String {
        switch self {
        case .notJSON(let line, let column): "not valid JSON at line \(line), column \(column)"
        case .notAnObject: "JSON, but not an object"
        case .missing(let key): "\"\(key)\" is missing"
        case .unknownFormat: "\"format\" is missing or unknown"
        case .incomplete(let what): "its record of \(what) is incomplete"
        case .later(let schema): "it was written by a newer redsieve (schema \(schema)); use that one"
        }
    }
}

extension Manifest {
    /// Reads a manifest that this program or an earlier one wrote.
    ///
    /// - Throws: why it cannot be used.
    /// - Complexity: O(bytes).
    public init(reading text: [UInt8]) throws(ManifestProblem) {
        do {
            self = try JSONDecoder().decode(Manifest.self, from: Data(text))
        } catch {
            throw ManifestProblem(error, reading: text)
        }
    }

    /// A manifest is at most so long, in bytes.
    static let longestText = 64 << 20

    /// Reads the manifest at a path.
    ///
    /// - Returns: nil where no file can be read there.
    /// - Throws: why it cannot be used.
    /// - Complexity: O(bytes of the file).
    public static func read(at path: String) throws(ManifestProblem) -> Manifest? {
        guard let text = FileSystem.contents(of: path, limit: longestText, isInput: true) else { return nil }
        return try Manifest(reading: text)
    }

    /// Whether the file at a path is a manifest that this program wrote, in whatever version.
    ///
    /// - Complexity: O(bytes of the file).
    static func isOurs(_ path: String) -> Bool {
        struct Maker: Decodable {
            struct Program: Decodable { var name: String }
            var program: Program
        }
        guard let text = FileSystem.contents(of: path, limit: longestText),
            let maker = try? JSONDecoder().decode(Maker.self, from: Data(text))
        else { return false }
        return maker.program.name == ProgramVersion.name
    }
}

extension ManifestProblem {
    fileprivate init(_ error: any Error, reading text: [UInt8]) {
        switch error {
        case let problem as ManifestProblem: self = problem
        case DecodingError.keyNotFound(let key, let context):
            self = .missing(Self.path(context.codingPath + [key]))
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            self = context.codingPath.isEmpty ? .notAnObject : .incomplete(Self.path(context.codingPath))
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            self = .incomplete(Self.path(context.codingPath))
        default:
            let place = JSONPlace(ofErrorIn: text)
            self = .notJSON(line: place.line, column: place.column)
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: ".") }
}
