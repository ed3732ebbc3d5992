import Basics
import Testing

@Suite struct HexadecimalTests {
    @Test func `every byte is two digits that read back as it`() {
        for byte in UInt8.min...UInt8.max {
            let text = Hexadecimal.text([byte])
            #expect(text.utf8.count == 2 && UInt8(text, radix: 16) == byte && text == text.lowercased())
        }
        #expect(Hexadecimal.text([]) == "")
        #expect(Hexadecimal.text([0x00, 0xE9, 0x0A]) == "00e90a")
    }

    @Test func `a number gets zeros before it and loses no digit`() {
        #expect(Hexadecimal.text(0x2E as UInt32, digits: 4, uppercase: true) == "002E")
        #expect(Hexadecimal.text(0x1F602 as UInt32, digits: 4) == "1f602")
        #expect(Hexadecimal.text(0 as UInt64, digits: 16) == "0000000000000000")
    }
}
