import Testing

@testable import ReviewApp

struct HomeFolderTests {
    @Test(arguments: [
        ("~", "/home/ann"), ("~/", "/home/ann/"), ("~/sets", "/home/ann/sets"), ("~ann/sets", "~ann/sets"),
        ("sets/~", "sets/~"), ("./~/sets", "./~/sets"), ("", ""),
    ]) func aTildeIsTheUsersFolder(path: String, expanded: String) {
        #expect(HomeFolder.expanding(path, home: "/home/ann") == expanded)
    }

    @Test func withoutAFolderThePathStays() {
        #expect(HomeFolder.expanding("~/sets", home: nil) == "~/sets")
        #expect(HomeFolder.expanding("~/sets", home: "") == "~/sets")
    }
}
