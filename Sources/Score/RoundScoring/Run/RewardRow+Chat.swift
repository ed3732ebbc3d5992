import JSONTree
public import RewardServers
public import RoundFiles

extension RewardRow {
    /// What a server is asked about a row: the turns before its prompt with it, where it is a chat.
    ///
    /// - Parameters:
    ///   - texts: of the row.
    ///   - row: the whole of it, a line of JSON.
    public init(_ texts: UnscoredRow.Texts, row: [UInt8]) {
        let earlier = texts.chat.map { Self.turns(before: texts, in: row, chat: $0) } ?? []
        self.init(prompt: texts.prompt, response: texts.response, earlier: earlier)
    }

    private static func turns(before texts: UnscoredRow.Texts, in row: [UInt8], chat: String) -> [Turn] {
        guard let turns = (try? JSONTree(row))?[chat]?.elements else { return [] }
        let said = turns.map { turn in
            Turn(role: role(turn["role"]?.text ?? turn["from"]?.text ?? ""), content: content(of: turn))
        }
        // The last prompt that the last response answers.
        guard let response = said.lastIndex(where: { $0.role == "assistant" && $0.content == texts.response }),
            let prompt = said[..<response].lastIndex(where: { $0.role == "user" && $0.content == texts.prompt })
        else { return [] }
        return Array(said[..<prompt])
    }

    /// The text of a turn; the texts of its parts where it has several.
    private static func content(of turn: JSONTree) -> [UInt8] {
        let value = turn["content"] ?? turn["value"] ?? turn["text"]
        if let text = value?.text { return Array(text.utf8) }
        let parts = value?.elements?.compactMap { $0["text"]?.text } ?? []
        return Array(parts.joined().utf8)
    }

    /// The name that servers have for a speaker.
    private static func role(_ word: String) -> String {
        switch word.lowercased() {
        case "human", "user", "prompter": "user"
        case "gpt", "assistant", "bot", "chatbot", "model": "assistant"
        case "system", "developer": "system"
        case let other: other
        }
    }
}
