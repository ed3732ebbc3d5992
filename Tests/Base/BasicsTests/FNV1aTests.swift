import Basics
import Testing

@Suite struct FNV1aTests {
    /// From the authors' list of test vectors (Fowler, Noll and Vo).
    @Test(
        arguments: [
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
        ] as [(String, UInt64)]
    )
    func `the hash is the published one`(_ text: String, _ hash: UInt64) {
        #expect(FNV1a.hash(text.utf8) == hash)
    }

    @Test func `a word is its bytes, the lowest first`() {
        var words = FNV1a()
        words.add(0x0807_0605_0403_0201 as UInt64)
        #expect(words.value == FNV1a.hash([1, 2, 3, 4, 5, 6, 7, 8]))
    }
}
