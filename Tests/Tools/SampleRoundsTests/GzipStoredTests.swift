import Basics
import Testing

@testable import SampleRounds

@Suite struct GzipStoredTests {
    @Test func `the checksum is the one of the standard`() {
        #expect(GzipStored.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(GzipStored.crc32([]) == 0)
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 200_000])
    func `the blocks hold the data`(count: Int) throws {
        var random = SplitMix64(seed: UInt64(count))
        let data = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let file = GzipStored.bytes(data)
        #expect(Array(file.prefix(3)) == [0x1F, 0x8B, 8])
        var unpacked: [UInt8] = []
        var index = 10
        var isLast = false
        while !isLast {
            try #require(index + 5 <= file.count - 8)
            isLast = file[index] == 1
            let length = Int(file[index + 1]) | Int(file[index + 2]) << 8
            let inverse = Int(file[index + 3]) | Int(file[index + 4]) << 8
            #expect(length ^ inverse == 0xFFFF)
            unpacked += file[(index + 5)..<(index + 5 + length)]
            index += 5 + length
        }
        #expect(index == file.count - 8)
        #expect(unpacked == data)
        let trailer = file.suffix(8).reversed().map { UInt64($0) }.reduce(0) { $0 << 8 | $1 }
        #expect(trailer == UInt64(count) << 32 | UInt64(GzipStored.crc32(data)))
    }
}
