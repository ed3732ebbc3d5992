import Foundation
import TestSupport
import Testing

/// A review under `ulimit -v`: whatever there is no room for is refused with a message, and all else goes on.
@Suite(.enabled(if: AddressSpace.isBounded, "needs a system that bounds address space"))
struct ReviewMemoryTests {
    /// Address space in KiB.
    static let limits = [
        150_000, 165_000, 180_000, 200_000, 230_000, 270_000, 320_000, 600_000,
    ]

    /// Lines that ask for all that grows with the items, and with the verdicts on them.
    private static let lines = [
        "threshold safety 0.5", "threshold help 0", "filter safety < 0.9", "search prompt", "back", "back", "facets",
        "cancel", "plot.colours verdict",
        "list.accepted",
        "many", "unsafe", "confirm", "30000", "list.judged", "undo", "redo", "reload", "queue.open", "confirm", "back",
        "audit.open",
        "filter has verdict", "back", "export out", "confirm", "counts", "quit",
    ]

    private static let round = Result {
        let folder = try TestFolder()
        let rows = (0..<30_000).map {
            #"{"prompt":"prompt \#($0)","response":"response \#($0)","safety":0.\#(60 + $0 % 40),"#
                + #""helpfulness":0.\#($0 % 97 + 1),"kind":"k\#($0 % 7)"}"#
        }
        return (folder, try folder.write(rows.joined(separator: "\n") + "\n", to: "round.jsonl"))
    }

    @Test(arguments: limits) func `each line ends in what was asked for, or in a message`(_ limit: Int) throws {
        let folder = try TestFolder()
        let round = try Self.round.get().1
        let run = try RunProgram(
            "/bin/sh",
            ["-c", "ulimit -v \(limit); exec \"$0\" \"$1\" --plain --review r.review", Redsieve.path, round],
            input: Array((Self.lines.joined(separator: "\n") + "\n").utf8),
            environment: Redsieve.environment,
            folder: folder.path
        )
        let status = try #require(run.status, "\(limit) KiB: \(run.exit) behind \(run.outputText.suffix(400))")
        #expect([0, 64, 74, 127].contains(status), "\(limit) KiB: \(run.errorText)")
        #expect(controls(in: run.errors) == [])
        if status == 127 { return }
        let says = run.outputText + run.errorText
        #expect(status != 74 || says.contains("not enough memory"), "\(limit) KiB: \(says.suffix(600))")
        guard limit >= 600_000 else { return }
        #expect(says.contains("30,000 items: unsafe") || says.contains("items: unsafe"), "\(says)")
        #expect(folder.entries.contains("out"))
        // What the others read of it.
        for limit in Self.limits {
            let report = "report \"$1\" --review r.review --output r\(limit).html"
            for command in ["audit \"$1\" --review r.review", report] {
                let run = try RunProgram(
                    "/bin/sh",
                    ["-c", "ulimit -v \(limit); exec \"$0\" \(command)", Redsieve.path, round],
                    environment: Redsieve.environment,
                    folder: folder.path
                )
                let status = try #require(run.status, "\(limit) KiB, \(command): \(run.exit)")
                #expect([0, 64, 65, 74, 127].contains(status), "\(limit) KiB, \(command): \(run.errorText)")
                #expect(status != 74 || run.errorText.contains("not enough memory"), "\(limit) KiB: \(run.errorText)")
            }
        }
    }
}
