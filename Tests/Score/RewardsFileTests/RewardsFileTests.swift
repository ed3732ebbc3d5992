import HTTPClient
import RewardServers
import RewardsFile
import TOMLText
import Testing

@Suite struct RewardsFileTests {
    private func problems(_ text: String) -> [String] {
        do throws(TOMLProblems) {
            _ = try RewardsFile.parse(text, file: "rewards.toml")
            return []
        } catch {
            return error.messages
        }
    }

    @Test func `the template is a file of two servers`() throws {
        let servers = try RewardsFile.parse(RewardsTemplate.text, file: "rewards.toml")
        #expect(servers.map(\.name) == ["safety", "helpfulness"])
        #expect(servers.map(\.field) == ["safety_score", "helpfulness_score"])
        #expect(servers.map(\.protocolName) == [nil, nil])
    }

    @Test func `every setting arrives where it belongs`() throws {
        let text = """
            [judge]
            url = "https://judge/v1/"
            protocol = "guard"
            model = "m"
            text = "Q {prompt} A {response}"
            better = "lower"
            headers = { Authorization = "Bearer $KEY" }
            batch = 8
            concurrency = 3
            deadline = 10
            tries = 2
            truncate = true
            special_tokens = false
            good = ["safe"]
            bad = ["unsafe", "bad"]
            after = "x"
            field = "judge"
            """
        let server = try #require(try RewardsFile.parse(text, file: "f").first)
        #expect(server.address.base == "https://judge/v1")
        #expect(server.protocolName == .guard)
        #expect(server.higherIsBetter == false)
        #expect(server.headers.map(\.value) == ["Bearer $KEY"])
        #expect(server.tries == 2)
        #expect(server.deadline == 10)
        #expect(server.bad == ["unsafe", "bad"])
        #expect(server.field == "judge")
        #expect(!server.essentials.contains { $0.value.contains("KEY") })
        #expect(try server.dialect(.guard).path == "/v1/completions")
    }

    @Test func `all that is wrong is said at once, each with its line`() {
        let found = problems(
            """
            [safety]
            url = "127.0.0.1:8000"
            protocl = "vllm"
            [helpfulness]
            url = "http://h"
            protocol = "vlm"
            text = "{prompt}"
            batch = 0
            tries = "many"
            better = "up"
            [other]
            model = 5
            """
        )
        #expect(
            found == [
                #"rewards.toml:3: unknown key "protocl"; did you mean "protocol"?"#,
                #"rewards.toml:2: "url": an address begins with http:// or https://"#,
                #"rewards.toml:6: "vlm" is no protocol; did you mean "vllm"?; there are vllm, vllm-pooling, vllm-score, guard, judge, tei, huggingface, openrlhf, sglang, generic"#,
                #"rewards.toml:7: "text": it does not hold {response}, so that all responses to a prompt would get one score"#,
                #"rewards.toml:10: "better" must be "higher" or "lower""#,
                #"rewards.toml:8: "batch" must be a whole number from 1 to 4096"#,
                #"rewards.toml:9: "tries" must be a whole number from 1 to 1000"#,
                #"rewards.toml:11: [other] has no "url""#,
            ]
        )
    }

    @Test(arguments: [
        ("", "rewards.toml: it names no server"), ("x = 1", "rewards.toml:1: \"x\" must be a table"),
        ("[a", "rewards.toml:1: column"),
    ])
    func `what is no file of servers says so`(text: String, start: String) {
        #expect(problems(text).first?.hasPrefix(start) == true)
    }

    @Test func `a key comes from the environment, and a missing one is named`() throws {
        let values = ["KEY": "abc\r\nX: y"]
        #expect(try SecretText.filled("Bearer $KEY-$$1") { values[$0] } == "Bearer abcX: y-$1")
        #expect(throws: SecretText.Missing(name: "NONE")) { try SecretText.filled("$NONE") { values[$0] } }
    }

    @Test(arguments: [
        (ServerProtocol.tei, "text"), (.openrlhf, "text"), (.sglang, "text"), (.huggingface, "text"),
        (.guard, "good and bad"),
        (.generic, "request"),
    ])
    func `what a protocol cannot do without is asked for`(spoken: ServerProtocol, key: String) throws {
        let server = try #require(try RewardsFile.parse("[s]\nurl = \"http://h\"", file: "f").first)
        let missing = #expect(throws: MissingSetting.self) { try server.dialect(spoken) }
        #expect(missing?.key == key)
    }
}
