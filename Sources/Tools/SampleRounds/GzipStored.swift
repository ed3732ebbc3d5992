/// Wraps bytes as a gzip file (RFC 1952) without compressing them.
///
/// Stored blocks need no library and come out the same everywhere, with no time of day in the header.
enum GzipStored {
    /// The gzip file; 18 bytes longer than `data`, and 5 more for each 65,535.
    ///
    /// - Complexity: O(n)
    static func bytes(_ data: [UInt8]) -> [UInt8] {
        // Magic, deflate, no flags, no time, no hint, unknown system.
        var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        result.reserveCapacity(data.count + data.count / 8_192 + 32)
        var start = 0
        repeat {
            let end = min(start + 0xFFFF, data.count)
            let length = UInt16(end - start)
            result.append(end == data.count ? 1 : 0)
            append(length, to: &result)
            append(~length, to: &result)
            result.append(contentsOf: data[start..<end])
            start = end
        } while start < data.count
        append(crc32(data), to: &result)
        append(UInt32(truncatingIfNeeded: data.count), to: &result)
        return result
    }

    /// The checksum of RFC 1952, section 8.
    static func crc32(_ data: [UInt8]) -> UInt32 {
        let polynomial: UInt32 = 0xEDB8_8320
        let table = (0..<256).map { index in
            var value = UInt32(index)
            for _ in 0..<8 { value = value & 1 == 1 ? polynomial ^ (value >> 1) : value >> 1 }
            return value
        }
        return ~data.reduce(~UInt32(0)) { crc, byte in
            table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8)
        }
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
