import RoundModel
import Testing

struct ItemDigestTests {
    @Test func `bytes come back as they were`() throws {
        let bytes: [UInt8] = (0..<16).map { $0 * 16 + 3 }
        let digest = try #require(ItemDigest(bytes))
        #expect(digest.bytes == bytes)
        #expect(digest.text == "031323334353637383" + "93a3b3c3d3e3f3")
    }

    @Test func `fewer bytes are no digest`() {
        #expect(ItemDigest([UInt8](repeating: 1, count: 15)) == nil)
    }

}
