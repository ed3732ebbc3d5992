import Foundation
import TestSupport
import Testing

/// What a newcomer reads: short, whole, and the same in the project and in the program.
@Suite struct ManualTests {
    /// The rows of the README's table of pages.
    private static func listed() throws -> [(name: String, about: String)] {
        try Repository.text(of: "README.md").matches(of: /\| \[([\w-]+)\]\(doc\/manual\/([\w-]+)\.md\) \| (.+) \|/).map
        {
            (String($0.output.1), String($0.output.3).replacing("`", with: ""))
        }
    }

    @Test func `help lists the pages that the manual has, as the README does`() throws {
        let run = try Redsieve.run("help")
        #expect(run.status == 0)
        let help = run.outputText
        #expect(help.contains("SUBCOMMANDS:"))
        let topics = help.split(separator: "\n").drop { $0 != "TOPICS:" }.dropFirst().filter { !$0.contains("See ") }
            .map {
                line in line.split(separator: " ", maxSplits: 1).map { $0.drop { $0 == " " } }.map(String.init)
            }
        let listed = try Self.listed()
        #expect(topics == listed.map { [$0.name, $0.about] })
        let files = try Repository.entries(of: "doc/manual").map { $0.replacing(".md", with: "") }
        #expect(listed.map(\.name).sorted() == files)
        #expect(files.count > 8)
    }

    @Test func `every topic is shown whole within the width, without marks of links and tables`() throws {
        for (name, _) in try Self.listed() {
            for columns in ["40", "80"] {
                let run = try Redsieve.run(["help", name], environment: ["COLUMNS": columns])
                #expect(run.status == 0, "\(run.errorText)")
                let text = run.outputText
                // Lines with # in what is made from the program are none of its headings.
                let page = try Repository.lines(of: "doc/manual/\(name).md").prefix { !$0.hasPrefix("<!--") }
                for heading in page where heading.hasPrefix("#") {
                    #expect(text.contains(heading.drop { "# ".contains($0) }.uppercased()), "\(name): \(heading)")
                }
                for mark in ["](", "| ---", "<!--", "```", "**"] { #expect(!text.contains(mark), "\(name): \(mark)") }
                guard columns == "80" else { continue }
                // Lines that are to be typed stay as they are.
                for line in text.split(separator: "\n") where !line.hasPrefix("    ") {
                    #expect(line.count <= 80, "\(name): \(line)")
                }
            }
        }
    }

    @Test func `a topic may be begun, or said in words`() throws {
        let page = try Redsieve.run("help", "plain-mode").outputText
        #expect(page.hasPrefix("PLAIN MODE\n"))
        #expect(try Redsieve.run("help", "plain").outputText == page)
        #expect(try Redsieve.run("help", "Plain", "Mode").outputText == page)
        #expect(try Redsieve.run("help", "filter").outputText.contains("redsieve help verdicts") == false)
        // Commands are the argument parser's.
        #expect(try Redsieve.run("help", "select").outputText == Redsieve.run("select", "--help").outputText)
        #expect(try Redsieve.run("help", "config").outputText.contains("--defaults"))
    }

    @Test func `an unknown topic is an error that names the nearest one`() throws {
        let wrong = try Redsieve.run("help", "verdict5")
        #expect(wrong.status == 64)
        #expect(wrong.errorText.contains("did you mean \"verdicts\"?"), "\(wrong.errorText)")
        #expect(wrong.outputText.isEmpty)
        let far = try Redsieve.run("help", "zzzzzzzz")
        #expect(far.status == 64 && far.errorText.contains("redsieve help lists them"), "\(far.errorText)")
    }

    @Test func `a program without its manual says where it looked`() throws {
        let folder = try TestFolder()
        let alone = folder("a/b/c/d/redsieve")
        try FileManager.default.createDirectory(atPath: folder("a/b/c/d"), withIntermediateDirectories: true)
        // By another process: a program that this one has open for writing cannot be started.
        try #require(RunProgram("/bin/cp", [Redsieve.path, alone]).status == 0)
        let run = try RunProgram(alone, ["help", "keys"], environment: Redsieve.environment)
        #expect(run.status == 66)
        #expect(run.errorText.contains("share/redsieve/manual/keys.md"), "\(run.errorText)")
    }

    @Test(arguments: ["README.md", "ARCHITECTURE.md"]) func `what is read first is short`(_ page: String) throws {
        #expect(try Repository.text(of: page).utf8.count <= 10 * 1024)
    }

    @Test func `every link between the documents leads somewhere`() throws {
        let root = try Repository.entries(of: "").filter { $0.hasSuffix(".md") }
        let pages = root + Repository.files(under: "doc", ending: [".md"])
        #expect(pages.count > 40)
        for page in pages {
            let folder = page.split(separator: "/").dropLast().joined(separator: "/")
            for link in try Repository.text(of: page).matches(of: /\]\(([^)#]+)[^)]*\)/) {
                let target = String(link.output.1)
                if target.contains("://") { continue }
                let path = folder.isEmpty ? target : "\(folder)/\(target)"
                #expect(FileManager.default.fileExists(atPath: Repository.path(path)), "\(page): \(target)")
            }
        }
    }

    @Test func `every decision is listed`() throws {
        let list = try Repository.text(of: "doc/decisions/README.md")
        for page in try Repository.entries(of: "doc/decisions") where page != "README.md" {
            #expect(list.contains("](\(page))"), "\(page) is not in doc/decisions/README.md")
        }
    }
}
