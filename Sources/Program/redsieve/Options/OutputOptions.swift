import ArgumentParser
import Basics
import CLibrary

/// Where a command writes its result.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.short, .customLong("output"), .customLong("out")],
        help: ArgumentHelp("A file to write the result into (standard output, as -).", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @Flag(help: "Replaces an earlier file.")
    var replace = false

    mutating func validate() throws {
        if output == "" { throw ValidationError("--output needs the name of a file") }
        if replace, output == nil || output == "-" { throw ValidationError("--replace needs --output FILE") }
    }

    private var file: OutputFile? {
        guard let output, output != "-" else { return nil }
        return OutputFile(path: output, replacing: replace ? .anyFile : .nothing(hint: "--replace replaces it"))
    }

    /// Tells what stands in the way before anything is worked for.
    ///
    /// - Parameter inputs: the files that the result is made from, which it never replaces.
    /// - Throws: an error of status 73.
    func check(beside inputs: [String]) throws {
        guard let file else { return }
        if let place = Self.identity(of: file.path) {
            let folder = Self.identity(of: file.folder)
            // A file within a folder that is the round is part of it.
            let isInput = inputs.contains { Self.identity(of: $0).map { $0 == place || $0 == folder } ?? false }
            guard !isInput else {
                throw ProgramFailure(
                    status: 73,
                    message: "\(file.path) cannot be written: the result is made from it; name another file"
                )
            }
        }
        try file.check()
    }

    /// Writes the result.
    ///
    /// - Throws: why it cannot be written, with the status that says so.
    func write(_ text: String) throws {
        guard let file else { return try StandardStreams.write(text) }
        try file.write(Array(text.utf8))
    }

    private static func identity(of path: String) -> [UInt64]? {
        var about = stat()
        guard stat(path, &about) == 0 else { return nil }
        return [UInt64(about.st_dev), UInt64(about.st_ino)]
    }
}
