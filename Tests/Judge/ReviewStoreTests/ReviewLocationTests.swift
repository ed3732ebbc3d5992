import ReviewStore
import TestSupport
import Testing

struct ReviewLocationTests {
    private static func places(_ rounds: [String], _ environment: [String: String] = [:]) -> [ReviewLocation] {
        ReviewLocation.candidates(for: rounds) { environment[$0] }
    }

    @Test func `a review lies beside its round`() throws {
        let folder = try TestFolder()
        let round = try folder.write("", to: "round-3.jsonl")
        #expect(Self.places([round]).map(\.path) == [round + ".review"])
        #expect(Self.places([folder.path + "/"]).map(\.path) == [folder.path + ".review"])
        #expect(Self.places([round]).first?.remark == nil)
    }

    @Test func `the state folder comes second and tells rounds apart`() throws {
        let folder = try TestFolder()
        let one = try folder.write("", to: "a/round.jsonl")
        let other = try folder.write("", to: "b/round.jsonl")
        let environment = ["HOME": "/home/ann", "XDG_STATE_HOME": folder("state")]
        let paths = [one, other].compactMap { Self.places([$0], environment).last?.path }
        #expect(paths.allSatisfy { $0.hasPrefix(folder("state") + "/redsieve/round.jsonl-") })
        #expect(Set(paths).count == 2)
        #expect(
            Self.places([one], ["HOME": "/home/ann"]).last?.path.hasPrefix("/home/ann/.local/state/redsieve/") == true
        )
        #expect(Self.places([one], ["HOME": "relative"]).count == 1)
        #expect(Self.places(["-"], environment).map(\.path).allSatisfy { $0.contains("standard-input") })
    }

    @Test func `a folder that takes no file leads to the state folder`() throws {
        let folder = try TestFolder()
        // No folder of this name can be made: a file is in its way.
        try folder.write("", to: "file")
        let store = try ReviewStore.open(
            [
                ReviewLocation(path: folder("file/round.jsonl.review")),
                ReviewLocation(path: folder("state/deep/r.review"), remark: "elsewhere"),
            ],
            seed: 1
        )
        try store.append([RandomEntries.verdicts(1)])
        #expect(store.location.path == folder("state/deep/r.review"))
        #expect(store.location.remark == "elsewhere")
        #expect(try store.entries(after: 0).count == 1)
    }

    @Test(arguments: [" ann ", "Łukasz Ö.", "李", "a b"]) func `usual names are taken`(_ name: String) throws {
        #expect(try ReviewerName.checked(name) == name.trimmed)
    }

    @Test(arguments: ["", "  ", "a\u{1B}[31mb", "a\nb", "ann\u{202E}", "a\u{200B}b", String(repeating: "x", count: 65)])
    func `names that deceive are refused`(_ name: String) {
        let error = #expect(throws: ReviewStoreError.self) { try ReviewerName.checked(name) }
        #expect(error?.exitStatus == 64)
        #expect(error?.message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E } == false)
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
