internal import CDigest

/// A SHA-256 that grows with what is added to it; a copy goes on as a digest of its own.
///
///     var digest = SHA256()
///     bytes.withUnsafeBytes { digest.add($0) }
///     Hexadecimal.text(digest.bytes)
///
/// FIPS 180-4; the work is libcrypto's.
public struct SHA256: Sendable {
    private var state = cdigest_sha256()

    /// The digest of nothing so far.
    public init() { cdigest_sha256_begin(&state) }

    /// Adds bytes to what was added before.
    ///
    /// - Complexity: O(bytes).
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        cdigest_sha256_add(&state, start, bytes.count)
    }

    /// The 32 bytes of the digest of all that was added; more can be added afterwards.
    public var bytes: [UInt8] {
        var end = state
        return Array(unsafeUninitializedCapacity: Self.count) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            cdigest_sha256_end(&end, start)
            count = Self.count
        }
    }

    /// Calls a body with the 32 bytes of the digest, without an array for them.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        var end = state
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.count) { buffer in
            if let start = buffer.baseAddress { cdigest_sha256_end(&end, start) }
            return body(UnsafeRawBufferPointer(buffer))
        }
    }

    private static let count = 32
}
