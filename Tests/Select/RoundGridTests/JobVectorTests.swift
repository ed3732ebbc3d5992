import AuditStatistics
import Basics
import RoundFiles
import RoundModel
import Testing

/// What the job computes for itself, in Python, is what redsieve computes; `script/check-cluster` holds the job to the same figures.
@Suite struct JobVectorTests {
    @Test func `an item is known by the digest that the job gives it`() {
        let digest = "hello".utf8CString.withUnsafeBytes { prompt in
            "world".utf8CString.withUnsafeBytes { response in
                ItemDigest(
                    prompt: UnsafeRawBufferPointer(rebasing: prompt.dropLast()),
                    response: UnsafeRawBufferPointer(rebasing: response.dropLast())
                )
            }
        }
        #expect(digest.text == "6dc09525e581ea59ac4dbe7ca9aa60ce")
    }

    @Test func `a content keeps the number that the job gives it`() {
        let key: [UInt8] = [0x6D, 0xC0, 0x95, 0x25, 0xE5, 0x81, 0xEA, 0x59]
        #expect(PermanentRandomNumber(id: key, seed: 7).bits == 6_104_512_956_764_947)
    }
}
