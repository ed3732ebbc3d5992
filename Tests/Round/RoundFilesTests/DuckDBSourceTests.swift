import Basics
import Foundation
import RoundModel
import TestSupport
import Testing

@testable import RoundFiles

/// A command called `duckdb` that does as it is told stands in for the real one.
@Suite struct DuckDBSourceTests {
    /// A folder with a Parquet file, as far as its first bytes tell, and settings that find the script as the command.
    private func prepare(
        _ script: String?,
        name: String = "x.parquet"
    ) throws -> (folder: TestFolder, path: String, settings: LoadSettings) {
        let folder = try TestFolder()
        var settings = LoadSettings()
        settings.searchPath = "\(folder.path)/none:\(try folder.makeFolder("tools"))"
        if let script { try folder.writeProgram("tools/duckdb", script) }
        return (folder, try folder.write(name, "PAR1....PAR1"), settings)
    }

    /// A name is a pattern, an address or a list of columns to DuckDB: it gets the file itself.
    @Test func `rows come from the command`() throws {
        let rows = "\(jsonRow("7"))\n\(jsonRow("8"))"
        let (folder, path, settings) = try prepare(
            "printf '%s\\n' \"$@\" > \"$(dirname \"$0\")/../said\"; cat > \"$(dirname \"$0\")/../read\"; echo '\(rows)'",
            name: "it's; a 'round'.parquet"
        )
        let round = try load(path, settings: settings)
        #expect(round.scores.map(\.safety) == [7, 8])
        #expect(try round.text(1).line == 2)
        #expect(round.report.bytes == 12)
        let said = try String(contentsOfFile: "\(folder.path)/said", encoding: .utf8)
        #expect(!said.contains("round"))
        #expect(said.contains("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;"))
        #expect(folder.text("read") == "PAR1....PAR1")
    }

    /// Beside a file that each name would be a pattern for, by the real command where there is one.
    @Test(.enabled(if: hasDuckDB, "needs the duckdb command"))
    func `no name is a pattern`() throws {
        let folder = try TestFolder()
        func make(_ path: String, _ safety: Int) throws {
            let statement =
                "COPY (SELECT 'p' AS prompt, 'r' AS response, \(safety) AS safety, 1 AS helpfulness) TO '\(folder.path)/made'"
            _ = try folder.filter([], through: ["duckdb", "-c", statement + " (FORMAT parquet)"])
            try FileManager.default.moveItem(atPath: folder("made"), toPath: folder(path))
        }
        try make("ab.parquet", 1)
        _ = try folder.makeFolder("safety=9")
        _ = try folder.makeFolder("http:")
        for name in [
            "a[b].parquet", "a*.parquet", "a?.parquet", "{a,b}.parquet", "it's.parquet", "safety=9/a.parquet",
            "http:/a.parquet",
        ] {
            try make(name, 2)
            #expect(try load(folder(name)).scores.map(\.safety) == [2])
        }
    }

    private static let hasDuckDB = (EnvironmentVariable.filled("PATH") ?? "").split(separator: ":").contains {
        access("\($0)/duckdb", X_OK) == 0
    }

    @Test func `no command is said`() throws {
        let (folder, path, settings) = try prepare(nil)
        defer { withExtendedLifetime(folder) {} }
        let error = RoundFilesError.duckDBMissing(path: path)
        #expect(throws: error) { try load(path, settings: settings) }
        #expect(error.message.contains("duckdb"))
        #expect(error.exitStatus == 65)
    }

    @Test func `its complaint is passed on`() throws {
        let (folder, path, settings) = try prepare(
            "echo '\(jsonRow())'; echo 'Invalid Input Error: no magic' >&2; echo more >&2; exit 1"
        )
        defer { withExtendedLifetime(folder) {} }
        #expect(throws: RoundFilesError.duckDBFailed(path: path, problem: "Invalid Input Error: no magic")) {
            try load(path, settings: settings)
        }
    }

    @Test func `command that hangs can be stopped`() throws {
        let (folder, path, settings) = try prepare("echo '\(jsonRow())'; exec sleep 1000")
        defer { withExtendedLifetime(folder) {} }
        let cancellation = Cancellation()
        #expect(throws: RoundFilesError.cancelled) {
            try RoundLoader.load(RoundRequest(paths: [path]), settings: settings, cancellation: cancellation) { _ in
                cancellation.cancel()
            }
        }
    }
}
