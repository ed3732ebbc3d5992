import ServerStub
import TestSupport

extension TestFolder {
    /// Rows without scores, whose response is `r` and their number.
    func writeUnscored(_ count: Int) throws -> String {
        let lines = (0..<count).map { #"{"prompt": "p\#($0)", "response": "r\#($0)"}"# }
        return try write(lines.joined(separator: "\n") + "\n", to: "answers.jsonl")
    }

    /// A file that describes servers of OpenRLHF's kind.
    func writeRewards(_ servers: [(name: String, address: String)]) throws -> String {
        let tables = servers.map { "[\($0.name)]\nurl = \"\($0.address)\"\ntext = \"{response}\"\nbatch = 4\n" }
        return try write(tables.joined(separator: "\n"), to: "rewards.toml")
    }
}

extension StubRequest {
    /// The numbers in the responses that are to be scored.
    var asked: [Int] {
        guard let start = text.firstRange(of: "\"query\":[")?.upperBound else { return [] }
        let list = text[start...].prefix { $0 != "]" }
        return list.split(separator: ",").compactMap { Int($0.filter(\.isNumber)) }
    }
}

extension StubReply {
    /// As a server of OpenRLHF's kind answers, whose score is the number in the response, and which says what it speaks.
    static func scored(_ request: StubRequest) -> StubReply {
        guard request.method == "POST" else {
            return request.path == "/openapi.json"
                ? StubReply(#"{"paths":{"/get_reward":{}}}"#) : StubReply(#"{"detail":"Not Found"}"#, status: 404)
        }
        let scores = request.asked.map { "\($0).50" }.joined(separator: ",")
        return StubReply(#"{"rewards":[\#(scores)]}"#)
    }
}
