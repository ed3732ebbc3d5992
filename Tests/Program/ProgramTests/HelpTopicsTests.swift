import TestSupport
import Testing

/// `redsieve help` where the manual does not lie beside the program.
struct HelpTopicsTests {
    private static func help(_ topic: String) throws -> RunProgram {
        let folder = try TestFolder()
        // A copy that this process wrote itself could still be open in what another test starts.
        let command = "cp \"$0\" \"$1\" && exec \"$1\" help \"$2\""
        return try RunProgram("/bin/sh", ["-c", command, Redsieve.path, folder("redsieve"), topic])
    }

    @Test(arguments: ["campaign", "review"]) func `a command that is a topic tells of itself`(_ topic: String) throws {
        let run = try Self.help(topic)
        #expect(run.status == 0, "\(run.errorText)")
        #expect(run.outputText.contains("USAGE: redsieve \(topic)"), "\(run.outputText)")
        #expect(run.errorText.contains("the manual is not beside the program"), "\(run.errorText)")
    }

    @Test func `any other topic says where its page should be`() throws {
        let run = try Self.help("filters")
        #expect(run.status == 66)
        #expect(run.errorText.contains("share/redsieve/manual/filters.md is missing; script/install puts it there"))
    }
}
