import Foundation
import TestSupport
import Testing

/// The project's scripts, as far as they can be run without installing anything.
struct ScriptTests {
    /// Those in shell; what they call lies in folders named after them.
    static let scripts =
        ((try? FileManager.default.contentsOfDirectory(atPath: Redsieve.packageRoot + "/script")) ?? [])
        .filter { !$0.hasSuffix(".d") }

    @Test(arguments: scripts + ["../.ci/run"]) func scriptsAreSound(_ name: String) throws {
        let path = Redsieve.packageRoot + "/script/" + name
        let run = try RunProgram("bash", ["-n", path])
        #expect(run.status == 0, "\(run.errorText)")
        #expect(access(path, X_OK) == 0)
    }

    @Test func theScriptsOfTheReadmeAreThere() {
        #expect(Set(Self.scripts).isSuperset(of: ["bootstrap", "run", "test", "bench", "replay"]))
    }

    @Test func bootstrapNamesWhatItDoesNotKnow() throws {
        let run = try RunProgram("bash", [Redsieve.packageRoot + "/script/bootstrap", "--everything"])
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errorText.contains("--everything"))
    }

    /// Without a toolchain it says what to install, and installs nothing else before.
    @Test func bootstrapWithoutAToolchain() throws {
        let folder = try TestFolder()
        let run = try RunProgram(
            "/bin/bash",
            [Redsieve.packageRoot + "/script/bootstrap"],
            environment: ["PATH": folder.path]
        )
        #expect(run.status == 69)
        #expect(run.errorText.contains("swift.org"))
    }

    /// Without any package manager it names what has to be there.
    @Test func bootstrapWithoutAPackageManager() throws {
        let folder = try TestFolder()
        try folder.write("#!/bin/sh\n", to: "swift")
        chmod(folder("swift"), 0o755)
        let run = try RunProgram(
            "/bin/bash",
            [Redsieve.packageRoot + "/script/bootstrap"],
            environment: ["PATH": folder.path]
        )
        #expect(run.status == 69)
        #expect(run.errorText.contains("ncurses"))
        #expect(run.errorText.contains("simdjson"))
    }

    @Test func sampleDataIsWhatTheGeneratorWrites() throws {
        let folder = try TestFolder()
        let run = try RunProgram(BuiltProduct.path("make-sample-data"), ["--out", folder("sample")])
        try #require(run.status == 0, "\(run.errorText)")
        let names = folder.entries(of: "sample")
        #expect(names.contains("hostile.jsonl"))
        for name in names {
            #expect(
                try TestFolder.read("\(Redsieve.packageRoot)/sample-data/\(name)") == folder.bytes("sample/\(name)"),
                "\(name)"
            )
        }
    }

    @Test(arguments: [
        ["--nonsense"], ["--seed"], ["--seed", "-1"], ["--bench", "5"], ["--bench", "0", "--out", "x"],
    ])
    func generatorUsage(_ arguments: [String]) throws {
        let run = try RunProgram(BuiltProduct.path("make-sample-data"), arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errorText.contains("usage"))
    }
}
