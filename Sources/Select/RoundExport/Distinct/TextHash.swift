/// A 64-bit hash of bytes, keyed with a seed.
///
/// The seed is drawn anew for each run, so that nobody can write a round whose texts collide; results never depend on
/// it, since texts of equal hashes are compared.
struct TextHash: Sendable {
    private let seed: UInt64
    private let key: UInt64
    /// Ones where the hash keeps its bits. Tests clear most of them to see collisions.
    private let mask: UInt64

    init(seed: UInt64 = .random(in: .min ... .max), mask: UInt64 = .max) {
        self.seed = Self.fold(seed ^ 0x9C6E_D5A1_7B42_F38D, 0xB5F1_0C3D_96E8_27A9)
        self.key = Self.fold(seed ^ 0x47D8_33A5_E19B_6C0F, 0xE39A_7D51_284C_F06B)
        self.mask = mask
    }

    /// - Complexity: O(length of `text`), about 16 bytes a multiplication.
    func callAsFunction(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var state = seed
        var index = 0
        while bytes.count - index >= 16 {
            state = Self.fold(state ^ Self.word(bytes, index), key ^ Self.word(bytes, index + 8))
            index += 16
        }
        var tail: (UInt64, UInt64) = (0, 0)
        if bytes.count - index >= 8 {
            tail.0 = Self.word(bytes, index)
            index += 8
            tail.1 = Self.rest(bytes, index)
        } else {
            tail.0 = Self.rest(bytes, index)
        }
        state = Self.fold(state ^ tail.0, key ^ tail.1)
        // The length tells texts apart that differ only in zero bytes at the end.
        return Self.fold(state ^ UInt64(bytes.count), seed ^ key) & mask
    }

    /// The hash of an ordered pair of texts, from the hashes of both.
    func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        Self.fold(Self.fold(first ^ key, 0xD1B5_4A32_D192_ED03) ^ second, seed | 1) & mask
    }

    @inline(__always)
    private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }

    /// The fewer than eight bytes from `index` to the end.
    private static func rest(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        var word: UInt64 = 0
        for byte in bytes[index...] { word = word << 8 | UInt64(byte) }
        return word
    }
}
