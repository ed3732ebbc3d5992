import Testing

@testable import RoundFiles

@Suite struct TextBufferTests {
    /// Growing by a fixed step would copy a long row once for every step.
    @Test func `buffer that grows step by step moves rarely`() {
        let buffer = TextBuffer()
        var moves = 0
        var base: UnsafeRawPointer?
        for step in 0..<4096 {
            withUnsafeBytes(of: UInt64(step)) { buffer.append($0) }
            if buffer.bytes.baseAddress != base { moves += 1 }
            base = buffer.bytes.baseAddress
        }
        // 32 KiB in 8-byte steps: twelve doublings and the first piece of memory.
        #expect(moves <= 13)
        #expect(Array(buffer.bytes.bindMemory(to: UInt64.self)) == (0..<4096).map(UInt64.init))
    }
}
