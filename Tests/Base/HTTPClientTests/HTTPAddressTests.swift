import HTTPClient
import Testing

@Suite struct HTTPAddressTests {
    @Test(arguments: [
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"), ("https://host/path/", "https://host/path"),
        ("http://[::1]:80//", "http://[::1]:80"),
    ])
    func `an address is taken as it was written, without slashes at its end`(text: String, base: String) throws {
        #expect(try HTTPAddress(text).base == base)
    }

    @Test(arguments: [
        ("", HTTPAddressProblem.empty), ("127.0.0.1:8000", .noScheme), ("ftp://host", .otherScheme),
        ("http://", .noHost),
        ("http:///path", .noHost), ("http://:80", .noHost), ("http://host/?key=1", .query), ("http://host/#a", .query),
        ("http://ho st", .blank), ("http://host/\u{7}", .blank),
    ])
    func `what is none is refused with its reason`(text: String, problem: HTTPAddressProblem) {
        #expect(throws: problem) { try HTTPAddress(text) }
    }

    @Test func `name and password are not shown`() throws {
        #expect(try HTTPAddress("http://me:secret@host:1/v1").shown == "http://host:1/v1")
        #expect(try HTTPAddress("http://host/a@b").shown == "http://host/a@b")
    }
}
