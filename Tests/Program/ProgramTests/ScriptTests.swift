import Foundation
import TestSupport
import Testing

/// The project's scripts, as far as they can be run without installing anything.
struct ScriptTests {
    /// What they call lies in folders named after them.
    static let scripts =
        ((try? FileManager.default.contentsOfDirectory(atPath: Redsieve.packageRoot + "/script")) ?? [])
        .filter { !$0.hasSuffix(".d") }

    @Test(arguments: scripts + ["../.ci/run"]) func `scripts are sound`(_ name: String) throws {
        let path = Redsieve.packageRoot + "/script/" + name
        let first = String(decoding: try TestFolder.read(path).prefix { $0 != 0x0A }, as: UTF8.self)
        let run =
            try first.hasSuffix("python3")
            ? RunProgram("python3", ["-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())", path])
            : RunProgram("bash", ["-n", path])
        #expect(run.status == 0, "\(run.errorText)")
        #expect(access(path, X_OK) == 0)
    }

    @Test func `the scripts of the readme are there`() {
        #expect(Set(Self.scripts).isSuperset(of: ["bootstrap", "run", "test", "bench", "replay"]))
    }

    @Test func `bootstrap names what it does not know`() throws {
        let run = try RunProgram("bash", [Redsieve.packageRoot + "/script/bootstrap", "--everything"])
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errorText.contains("--everything"))
    }

    /// Without a toolchain it says what to install, and installs nothing else before.
    @Test func `bootstrap without a toolchain`() throws {
        let folder = try TestFolder()
        let run = try RunProgram(
            "/bin/bash",
            [Redsieve.packageRoot + "/script/bootstrap"],
            environment: ["PATH": folder.path]
        )
        #expect(run.status == 69)
        #expect(run.errorText.contains("swift.org"))
    }

    /// A system in which `present` says what is installed: what bootstrap asks of it, and says.
    private func bootstrap(
        _ arguments: [String],
        manager: String,
        present: String = "false"
    ) throws -> (asked: String, run: RunProgram) {
        let folder = try TestFolder()
        for name in ["swift", "sudo"] { try folder.writeProgram("bin/\(name)", "exec \"$@\"") }
        try folder.writeProgram("bin/id", "echo 0")
        try folder.writeProgram("bin/env", "exec /usr/bin/env \"$@\"")
        try folder.writeProgram("bin/grep", "exec /usr/bin/grep \"$@\"")
        try folder.writeProgram("bin/dpkg-query", "\(present) && echo 'install ok installed'")
        try folder.writeProgram(
            "bin/\(manager)",
            "if [ \"$1\" = list ]; then \(present); else echo \"$@\" >> '\(folder("asked"))'; fi"
        )
        let run = try RunProgram(
            "/bin/bash",
            [Redsieve.packageRoot + "/script/bootstrap"] + arguments,
            environment: ["PATH": folder("bin")]
        )
        return (folder.text("asked"), run)
    }

    /// What a plain `swift build` makes includes the targets of the tests.
    @Test(arguments: [("apt-get", "libvterm-dev", "libsqlite3-dev"), ("brew", "libvterm", "boost")])
    func `bootstrap alone brings what a plain build needs`(manager: String, terminal: String, other: String) throws {
        let (asked, run) = try bootstrap([], manager: manager)
        #expect(run.status == 0, "\(run.errorText)")
        let words = asked.split { $0 == " " || $0 == "\n" }.map(String.init)
        #expect(words.contains(terminal) && words.contains(other), "\(asked)")
        #expect(!words.contains("tmux"))
        #expect(run.errorText.contains("bootstrap: installing "))
        let tests = try bootstrap(["--tests"], manager: manager)
        #expect(tests.asked.contains(terminal) && tests.asked.contains("tmux"), "\(tests.asked)")
    }

    @Test(arguments: ["apt-get", "brew"]) func `bootstrap is quiet where nothing is missing`(manager: String) throws {
        for arguments in [[], ["--tests"], ["--bench"], ["--fuzz"]] {
            let (asked, run) = try bootstrap(arguments, manager: manager, present: "true")
            #expect(run.status == 0)
            #expect(asked.isEmpty && run.output.isEmpty && run.errors.isEmpty, "\(asked)\(run.errorText)")
        }
    }

    /// Every header of another's that a target includes, held against the packages by name.
    @Test func `bootstrap names the package of every header`() throws {
        guard (try? RunProgram("dpkg-query", ["--version"]))?.status == 0 else { return }
        let headers = try RunProgram(
            "/usr/bin/env",
            [
                "grep", "-rhoE", "#include <[a-z0-9_./-]+>", Redsieve.packageRoot + "/Sources",
                Redsieve.packageRoot + "/Tests/Support/CVTerm",
            ]
        ).outputText.split(separator: "\n").compactMap { $0.split { $0 == "<" || $0 == ">" }.last.map(String.init) }
        let wanted = try String(contentsOfFile: Redsieve.packageRoot + "/script/bootstrap", encoding: .utf8)
        let list = wanted.firstMatch(of: /local wanted=\(([^)]*)\)/).map { String($0.output.1) } ?? ""
        let packages = Set(list.split { " \n".contains($0) }.map(String.init))
        #expect(packages.contains("libncurses-dev"))
        // The C and C++ libraries' own come with every compiler.
        let compilers = ["libc6-dev", "libstdc++", "libgcc", "linux-libc-dev", "gcc", "clang", "libclang"]
        let places = Set(headers).flatMap { ["/usr/include/\($0)", "/usr/include/x86_64-linux-gnu/\($0)"] }
        // Lines such as `libcsv-dev:amd64: /usr/include/csv.h`.
        for line in try RunProgram("dpkg-query", ["-S"] + places).outputText.split(separator: "\n") {
            let owner = String(line.prefix { $0 != ":" })
            let isCompilers = compilers.contains { owner.hasPrefix($0) }
            #expect(isCompilers || isCovered(owner, packages), "\(line)")
        }
    }

    /// True where a package is named, or is what a named one consists of.
    private func isCovered(_ package: String, _ named: Set<String>) -> Bool {
        named.contains(package) || package.hasPrefix("libboost") && named.contains("libboost-math-dev")
    }

    /// Without any package manager it names what has to be there.
    @Test func `bootstrap without a package manager`() throws {
        let folder = try TestFolder()
        try folder.writeProgram("swift", "")
        let run = try RunProgram(
            "/bin/bash",
            [Redsieve.packageRoot + "/script/bootstrap"],
            environment: ["PATH": folder.path]
        )
        #expect(run.status == 69)
        #expect(run.errorText.contains("ncurses"))
        #expect(run.errorText.contains("simdjson"))
    }

    @Test(arguments: [["--everything"], ["0"], ["--only", "nothing"], ["--input", "/dev/null"], ["--seed", "x"]])
    func `fuzz names what it does not know`(_ arguments: [String]) throws {
        let run = try RunProgram("bash", [Redsieve.packageRoot + "/script/fuzz"] + arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty && run.errorText.contains("usage: "), "\(run.errorText)")
    }

    /// The fuzz targets are built by hand alone; that they still fit the headers is seen here.
    @Test func `fuzz targets fit the headers`() throws {
        let root = Redsieve.packageRoot
        let includes = ["Round/CRowReader", "Round/CInflate", "Find/CTextSearch"].map {
            "-I\(root)/Sources/\($0)/include"
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: root + "/fuzz").filter { $0.hasSuffix(".cpp") }
        #expect(names.count == 4)
        for name in names {
            let check = ["-std=c++17", "-Wall", "-fsyntax-only"] + includes + ["\(root)/fuzz/\(name)"]
            let run = try RunProgram("clang++", check)
            #expect(run.status == 0 && run.errors.isEmpty, "\(run.errorText)")
        }
    }

    /// A few of the runs that are made before a release.
    @Test func `some mutated inputs end as they may`() throws {
        let folder = try TestFolder()
        let run = try RunProgram(
            "python3",
            [
                "-B", Redsieve.packageRoot + "/fuzz/program.py", Redsieve.path, "--runs", "40", "--seed", "7", "--out",
                folder("out"),
            ]
        )
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.errorText.contains("40 runs with seed 7, 0 findings"))
    }

    @Test func `sample data is what the generator writes`() throws {
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
    func `generator usage`(_ arguments: [String]) throws {
        let run = try RunProgram(BuiltProduct.path("make-sample-data"), arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errorText.contains("usage"))
    }
}
