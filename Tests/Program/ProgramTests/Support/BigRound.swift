import Foundation
import TestSupport

/// A round of many rows, made once for all tests and removed at the end.
final class BigRound: Sendable {
    static let shared = Result { try BigRound() }.map(\.path)

    private let path: String

    private init() throws {
        let folder = try BuiltProduct.makeTemporaryFolder()
        path = folder + "/big.jsonl"
        let made = try RunProgram(
            BuiltProduct.path("make-sample-data"),
            ["--bench", "40000", "--out", path]
        )
        guard made.status == 0 else { throw WaitedInVain("a big round", shown: made.errorText) }
        Self.remove = folder
        atexit { BigRound.removeFolder() }
    }

    nonisolated(unsafe) private static var remove = ""

    private static func removeFolder() {
        unlink(remove + "/big.jsonl")
        rmdir(remove)
    }
}
