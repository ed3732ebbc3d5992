import Basics
import Testing

@Suite struct SHA256Tests {
    /// Of FIPS 180-4's examples, and a length that fills a block to the byte before its end.
    static let known: [(text: String, digest: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]

    private func digest(_ pieces: [[UInt8]]) -> SHA256 {
        var digest = SHA256()
        for piece in pieces { piece.withUnsafeBytes { digest.add($0) } }
        return digest
    }

    @Test(arguments: known)
    func `a text has the digest of the standard`(text: String, expected: String) {
        let digest = digest([Array(text.utf8)])
        #expect(Hexadecimal.text(digest.bytes) == expected)
        #expect(digest.withBytes { Array($0) } == digest.bytes)
    }

    @Test func `pieces of any size give the digest of the whole`() {
        var random = SplitMix64(seed: 7)
        let bytes = (0..<5_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let whole = digest([bytes]).bytes
        for _ in 0..<50 {
            var pieces: [[UInt8]] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = min(rest.count, Int(random.next() % 200))
                pieces.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(digest(pieces).bytes == whole)
        }
    }

    @Test func `a copy goes on by itself, and a digest after its bytes were read`() {
        var first = digest([Array("ab".utf8)])
        let before = first.bytes
        let copy = first
        Array("c".utf8).withUnsafeBytes { first.add($0) }
        #expect(Hexadecimal.text(first.bytes) == Self.known[1].digest)
        #expect(copy.bytes == before)
    }
}
