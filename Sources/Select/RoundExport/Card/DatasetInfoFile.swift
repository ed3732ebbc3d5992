internal import Basics

/// `dataset_info.json`: what LLaMA-Factory wants to be told of the two sets.
enum DatasetInfoFile {
    /// The file's bytes. A set without a line, or whose lines LLaMA-Factory takes in no way, is left out.
    static func bytes(_ described: SetDescription) -> [UInt8] {
        let sets: [ExportFileName] = [.accepted, .adversarial]
        let members = sets.filter(described.full.contains).compactMap { set in
            entry(set, described.shape(set)).map { OrderedJSON.Member(SetDescription.name(set), $0) }
        }
        return OrderedJSON.object(members).bytes(.pretty) + [UInt8(ascii: "\n")]
    }

    private static func entry(_ set: ExportFileName, _ shape: SetShape) -> OrderedJSON? {
        let file = OrderedJSON.string(set.rawValue)
        switch shape {
        case .rows, .promptAlone: return nil
        case .completion:
            return ["file_name": file, "columns": ["prompt": "prompt", "response": "completion"]]
        case .messages:
            return [
                "file_name": file, "formatting": "sharegpt", "columns": ["messages": "messages"],
                "tags": [
                    "role_tag": "role", "content_tag": "content", "user_tag": "user", "assistant_tag": "assistant",
                    "system_tag": "system",
                ],
            ]
        case .preference:
            return [
                "file_name": file, "ranking": .bool(true),
                "columns": ["prompt": "prompt", "chosen": "chosen", "rejected": "rejected"],
            ]
        case .unpaired:
            return [
                "file_name": file, "columns": ["prompt": "prompt", "response": "completion", "kto_tag": "label"],
            ]
        }
    }
}
