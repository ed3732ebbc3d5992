internal import Basics
internal import RoundModel
internal import TrainingGuard

/// A line of `excluded.jsonl`. It holds neither of the two prompts: an evaluation prompt shall lie in no folder that is trained on.
enum ExcludedLine {
    static func bytes(_ leak: FoundLeak, _ bucket: Bucket, _ name: ListedPrompt, listed: ListedPrompt) -> [UInt8] {
        var members = place(name)
        members.append(.init("set", .string(bucket.name)))
        members.append(.init("reason", .string(leak.list == .seen ? "seen" : "evaluation")))
        members.append(.init("level", .string(leak.reason.rawValue)))
        members.append(.init("likeness", .number(leak.likeness)))
        if let overlap = leak.overlap {
            members.append(.init("measure", .string(leak.isWithin ? "containment" : "jaccard")))
            members.append(
                .init(
                    "shingles",
                    [
                        "shared": .integer(overlap.shared), "listed": .integer(overlap.listed),
                        "own": .integer(overlap.other),
                    ]
                )
            )
        }
        if leak.steps > 0 { members.append(.init("steps", .integer(leak.steps))) }
        members.append(.init("prompt", .object(place(listed))))
        return OrderedJSON.object(members).bytes(.compact) + [UInt8(ascii: "\n")]
    }

    private static func place(_ prompt: ListedPrompt) -> [OrderedJSON.Member] {
        var members: [OrderedJSON.Member] = [
            .init("file", .string(prompt.file)), .init("line", .integer(prompt.line)),
        ]
        if let id = prompt.id { members.append(.init("id", .string(id))) }
        return members
    }
}
