import Foundation
import Testing

/// That no vector stays without a test.
struct VectorCoverageTests {
    static let shared = Vector.folder.appendingPathComponent("../../../shared/vectors/statistics.json").standardized

    @Test func `every vector is used by a test`() throws {
        let files = try FileManager.default.contentsOfDirectory(at: Vector.folder, includingPropertiesForKeys: nil)
        let source = try files.filter { $0.pathExtension == "swift" }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        #expect(Vector.all.count >= 34)
        for vector in Vector.all {
            let id = try #require(vector["id"] as? String)
            #expect(source.contains("\"\(id)\""), "\(id) is not tested")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: shared.path), "the project's vectors are not here"))
    func `the vectors are those of the project`() throws {
        let whole = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: Self.shared)) as? [String: Any]
        )
        let vectors = try #require(whole["vectors"] as? [[String: Any]])
        for vector in vectors {
            let id = try #require(vector["id"] as? String)
            let ours = try #require(Vector.all.first { $0["id"] as? String == id }, "\(id) is not tested")
            for part in ["inputs", "expected"] {
                let (theirs, own) = (vector[part] as? NSDictionary, ours[part] as? NSDictionary)
                #expect(theirs == own, "\(id): \(part) differ")
            }
        }
    }
}
