import Testing

@testable import ReviewApp

struct HomeFolderTests {
    @Test(arguments: [
        ("~", "/home/ann"), ("~/", "/home/ann/"), ("~/sets", "/home/ann/sets"), ("~ann/sets", "~ann/sets"),
        ("sets/~", "sets/~"), ("./~/sets", "./~/sets"), ("", ""),
    ]) func aTildeIsTheUsersFolder(path: String, expanded: String) {
        #expect(HomeFolder.expanding(path, home: "/home/ann") == expanded)
    }

    @Test(arguments: [
        ("/home/ann", "~"), ("/home/ann/sets", "~/sets"), ("/home/anna/sets", "/home/anna/sets"), ("sets", "sets"),
        ("/tmp/home/ann", "/tmp/home/ann"),
    ]) func whatIsSaidOfItIsShort(path: String, shown: String) {
        #expect(HomeFolder.shortening(path, home: "/home/ann") == shown)
        #expect(HomeFolder.expanding(HomeFolder.shortening(path, home: "/home/ann"), home: "/home/ann") == path)
        for home in [nil, "", "/", "ann"] { #expect(HomeFolder.shortening(path, home: home) == path) }
    }

    @Test func withoutAFolderThePathStays() {
        #expect(HomeFolder.expanding("~/sets", home: nil) == "~/sets")
        #expect(HomeFolder.expanding("~/sets", home: "") == "~/sets")
    }
}
