import ArgumentParser
import Foundation

/// `redsieve document FOLDER`: writes what is made from the command table and the argument parser; for `script/documents`.
struct DocumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Writes manual pages, completions and the generated parts of doc/manual.",
        shouldDisplay: false
    )

    @Argument(help: ArgumentHelp("The project's folder.", valueName: "dir"))
    var folder: String

    mutating func run() throws {
        try put(ManualPages(tool: ToolInfo.current()).files.map { ("share/man/man1/\($0.name)", $0.text) })
        try put(CompletionScripts.all.map { ("share/completions/\($0.name)", $0.text + "\n") })
        for (page, lines) in ManualParts.all {
            let path = "\(folder)/\(page)"
            guard let text = try? String(contentsOfFile: path, encoding: .utf8),
                let fresh = MarkedPart.replaced(in: text, by: lines)
            else {
                throw ProgramFailure(status: 66, message: "\(path): there is no \(MarkedPart.begin) in it")
            }
            if fresh != text { try put([(page, fresh)]) }
        }
    }

    private func put(_ files: [(String, String)]) throws(ProgramFailure) {
        for (name, text) in files {
            let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: url)
            } catch {
                throw ProgramFailure(status: 73, message: "\(url.path): cannot be written")
            }
        }
    }
}
