import Foundation
import Testing

/// One case of `Vectors`: inputs, and figures that other programs or exact enumeration gave for them.
struct Vector {
    let inputs: Values
    let expected: Values

    struct Values {
        let id: String
        let entries: [String: Any]

        func value<T>(_ key: String, as type: T.Type = T.self) throws -> T {
            try #require(entries[key] as? T, "\(id): \(key)")
        }
        func double(_ key: String) throws -> Double { try value(key) }
        func int(_ key: String) throws -> Int { try value(key) }
        func doubles(_ key: String) throws -> [Double] { try value(key) }
        func ints(_ key: String) throws -> [Int] { try value(key) }
        func rows(_ key: String) throws -> [[Int]] { try value(key) }
        func cases(_ key: String = "cases") throws -> [Values] {
            try value(key, as: [[String: Any]].self).map { Values(id: id, entries: $0) }
        }
        func text(_ key: String) throws -> String { try value(key) }
        func inner(_ key: String) throws -> Values { Values(id: id, entries: try value(key)) }
    }

    init(_ id: String) throws {
        let found = try #require(Self.all.first { $0["id"] as? String == id }, "no vector \(id)")
        inputs = Values(id: id, entries: try #require(found["inputs"] as? [String: Any]))
        expected = Values(id: id, entries: try #require(found["expected"] as? [String: Any]))
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    /// Those of the project, and those that `make_vectors.py` makes.
    nonisolated(unsafe) static let all = ["statistics", "computed"].flatMap { name -> [[String: Any]] in
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("Vectors/\(name).json")),
            let list = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
        else { return [] }
        return list
    }
}

/// True where two figures agree to 1e-9, or to the tolerance given; the tolerance is absolute.
func isNear(_ found: Double?, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    guard let found else { return false }
    return abs(found - expected) <= tolerance
}

func isNear(_ found: [Double], _ expected: [Double], _ tolerance: Double = 1e-9) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { isNear($0, $1, tolerance) }
}
