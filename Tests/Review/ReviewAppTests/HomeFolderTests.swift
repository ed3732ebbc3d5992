import Testing

@testable import ReviewApp

struct HomeFolderTests {
    @Test(arguments: [
        ("~", "/home/ann"), ("~/", "/home/ann/"), ("~/sets", "/home/ann/sets"), ("~ann/sets", "~ann/sets"),
        ("sets/~", "sets/~"), ("./~/sets", "./~/sets"), ("", ""),
    ]) func `a tilde is the users folder`(path: String, expanded: String) {
        #expect(HomeFolder.expanding(path, home: "/home/ann") == expanded)
    }

    @Test(arguments: [
        ("/home/ann", "~"), ("/home/ann/sets", "~/sets"), ("/home/anna/sets", "/home/anna/sets"), ("sets", "sets"),
        ("/tmp/home/ann", "/tmp/home/ann"),
    ]) func `what is said of it is short`(path: String, shown: String) {
        #expect(HomeFolder.shortening(path, home: "/home/ann") == shown)
        #expect(HomeFolder.expanding(HomeFolder.shortening(path, home: "/home/ann"), home: "/home/ann") == path)
        for home in [nil, "", "/", "ann"] { #expect(HomeFolder.shortening(path, home: home) == path) }
    }

    @Test func `without a folder the path stays`() {
        #expect(HomeFolder.expanding("~/sets", home: nil) == "~/sets")
        #expect(HomeFolder.expanding("~/sets", home: "") == "~/sets")
    }
}
