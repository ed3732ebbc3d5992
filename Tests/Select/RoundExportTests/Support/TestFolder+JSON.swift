import Foundation
import TestSupport

extension TestFolder {
    /// A file that holds one JSON object.
    func object(_ name: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(bytes(name)))
        return value as? [String: Any] ?? [:]
    }

    /// A file of JSON Lines, an object a line.
    func objects(_ name: String) throws -> [[String: Any]] {
        try lines(name).map { line in
            let value = try JSONSerialization.jsonObject(with: Data(line))
            return value as? [String: Any] ?? [:]
        }
    }
}
