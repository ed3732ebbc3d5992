import Basics
public import RoundModel

extension ItemDigest {
    /// The digest of an item: the first 16 bytes of the SHA-256 of the prompt's length in bytes (64 bits, lowest byte
    /// first), the prompt and the response, both decoded.
    ///
    /// - Complexity: O(bytes).
    public init(prompt: UnsafeRawBufferPointer, response: UnsafeRawBufferPointer) {
        var digest = SHA256()
        withUnsafeBytes(of: UInt64(prompt.count).littleEndian) { digest.add($0) }
        digest.add(prompt)
        digest.add(response)
        self = digest.withBytes { bytes in
            ItemDigest(
                high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// The digest of an item whose texts are at hand.
    init(prompt: [UInt8], response: [UInt8]) {
        self = prompt.withUnsafeBytes { prompt in
            response.withUnsafeBytes { ItemDigest(prompt: prompt, response: $0) }
        }
    }
}
