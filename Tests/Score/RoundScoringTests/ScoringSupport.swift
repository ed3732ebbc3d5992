import HTTPClient
import RewardServers
import RoundFiles
import RoundScoring
import ServerStub
import TestSupport

/// What tests of whole runs share: rows, and a server of OpenRLHF's kind whose score is the number in the response.
extension TestFolder {
    /// Rows whose response is `r` and their number.
    func writeRows(_ count: Int, more: (Int) -> String = { _ in "" }) throws -> String {
        let lines = (0..<count).map { #"{"id": \#($0), "prompt": "p\#($0)", "response": "r\#($0)"\#(more($0))}"# }
        return try write(lines.joined(separator: "\n") + "\n", to: "answers.jsonl")
    }

    func scoringRequest(_ paths: [String], _ servers: [RewardServer]) -> ScoringRequest {
        ScoringRequest(rows: RoundRequest(paths: paths), servers: servers, output: self("round.jsonl"))
    }

    func rows(of name: String) -> [String] {
        String(decoding: bytes(name), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

extension RewardServer {
    static func stub(_ name: String, _ address: String, batch: Int = 4, tries: Int = 3) throws -> RewardServer {
        var server = RewardServer(
            name: name,
            field: "\(name)_score",
            address: try HTTPAddress(address),
            dialect: OpenRLHFReward(template: try TextTemplate("{response}"), mostRows: batch)
        )
        server.tries = tries
        server.deadline = .seconds(20)
        return server
    }
}

extension StubRequest {
    /// The numbers in the responses that are to be scored.
    var numbers: [Int] {
        guard let start = text.firstRange(of: "\"query\":[")?.upperBound else { return [] }
        return text[start...].prefix { $0 != "]" }.split(separator: ",").compactMap { Int($0.filter(\.isNumber)) }
    }
}

extension StubReply {
    static func scores(_ numbers: [Int], scale: Int = 1) -> StubReply {
        let scores = numbers.map { "\($0 * scale).50" }
        return StubReply(#"{"rewards":[\#(scores.joined(separator: ","))]}"#)
    }
}
