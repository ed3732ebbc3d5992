import CardFile
import RoundExport
import TOMLText
import Testing

struct CardFileTests {
    static let whole = """
        name = "Fourth round"
        license = "CC-BY-4.0"
        url = "https://example.org/round-4"
        date = 2026-11-30
        language = ["ko", "en"]
        tags = "safety"
        description = "Answers that held."
        version = "1.2.0"
        citation = "Ann: Fourth round. 2026."

        [creator]
        name = "Ann"
        type = "person"
        url = "https://example.org/ann"
        """

    @Test func `a card says what no program can know`() throws {
        let card = try CardFile.parse(Self.whole, file: "card.toml")
        #expect(
            card
                == DatasetCard(
                    name: "Fourth round",
                    license: "CC-BY-4.0",
                    url: "https://example.org/round-4",
                    date: "2026-11-30",
                    creators: [.init(name: "Ann", url: "https://example.org/ann", isPerson: true)],
                    description: "Answers that held.",
                    languages: ["ko", "en"],
                    tags: ["safety"],
                    version: "1.2.0",
                    citation: "Ann: Fourth round. 2026."
                )
        )
    }

    @Test(arguments: [
        "creator = \"Ann\"", "creator = [\"Ann\"]", "creator = [{ name = \"Ann\", type = \"organization\" }]",
    ])
    func `creators are a name, a table or a list`(creator: String) throws {
        let text = "name = \"n\"\nlicense = \"MIT\"\nurl = \"http://e.org\"\ndate = \"2026-01-02\"\n\(creator)\n"
        let card = try CardFile.parse(text, file: "card.toml")
        #expect(card.creators == [.init(name: "Ann", url: nil, isPerson: false)])
        #expect(card.date == "2026-01-02")
    }

    @Test func `everything that is wrong with a card is told at once, by line`() {
        let text = """
            name = 7
            licence = "MIT"
            url = "example.org"
            date = "30.11.2026"
            language = [1]
            creator = { nam = "Ann", type = "team" }
            """
        let problems = #expect(throws: TOMLProblems.self) { try CardFile.parse(text, file: "card.toml") }
        #expect(
            problems?.messages == [
                "card.toml: \"license\" is missing: an SPDX identifier such as \"CC-BY-4.0\", or the licence's address",
                "card.toml:1: \"name\" must be a text in quotes",
                "card.toml:2: unknown key \"licence\"; did you mean \"license\"?",
                "card.toml:3: \"url\" must be an address that begins with https:// or http://",
                "card.toml:4: \"date\" must be a day, such as 2026-11-30",
                "card.toml:5: \"language\" must be a list of words, such as [\"en\"]",
                "card.toml:6: \"type\" must be \"person\" or \"organization\"",
                "card.toml:6: a creator has no \"name\"",
                "card.toml:6: unknown key \"nam\" of a creator; did you mean \"name\"?",
            ]
        )
        #expect(problems?.exitStatus == 65)
    }

    @Test func `an empty card misses all that is needed`() {
        let problems = #expect(throws: TOMLProblems.self) { try CardFile.parse("", file: "card.toml") }
        #expect(problems?.problems.count == 5)
    }

    @Test(arguments: [("name = ", 65 as Int32, "card.toml:1: column"), ("[#", 65, "card.toml:1: column")])
    func `what is no TOML is told with its place`(text: String, status: Int32, message: String) {
        let problems = #expect(throws: TOMLProblems.self) { try CardFile.parse(text, file: "card.toml") }
        #expect(problems?.exitStatus == status)
        #expect(problems?.messages.first?.hasPrefix(message) == true)
    }

    @Test func `a card that is not there cannot be read`() {
        let problems = #expect(throws: TOMLProblems.self) { try CardFile.read(path: "/nowhere/card.toml") }
        #expect(problems?.exitStatus == 66)
    }
}
