/// Block characters as rectangles, and braille as dots.
enum BlockShapes {
    /// A rectangle in eighths of a cell.
    struct Block: Hashable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
    }

    /// What a block character fills, and how much of it shows; nil for what is no block.
    static func blocks(of scalar: Unicode.Scalar) -> (blocks: [Block], opacity: Double)? {
        let value = Int(scalar.value)
        switch value {
        case 0x2580: return ([Block(x: 0, y: 0, width: 8, height: 4)], 1)
        case 0x2581...0x2588:
            let height = Double(value - 0x2580)
            return ([Block(x: 0, y: 8 - height, width: 8, height: height)], 1)
        case 0x2589...0x258F: return ([Block(x: 0, y: 0, width: Double(0x2590 - value), height: 8)], 1)
        case 0x2590: return ([Block(x: 4, y: 0, width: 4, height: 8)], 1)
        case 0x2591...0x2593: return ([Block(x: 0, y: 0, width: 8, height: 8)], Double(value - 0x2590) / 4)
        case 0x2594: return ([Block(x: 0, y: 0, width: 8, height: 1)], 1)
        case 0x2595: return ([Block(x: 7, y: 0, width: 1, height: 8)], 1)
        case 0x2596...0x259F:
            // Upper left, upper right, lower left, lower right.
            let quarters = quarters[value - 0x2596]
            let blocks = (0..<4).filter { quarters & 1 << $0 != 0 }.map {
                Block(x: $0 % 2 == 0 ? 0 : 4, y: $0 < 2 ? 0 : 4, width: 4, height: 4)
            }
            return (blocks, 1)
        default: return nil
        }
    }

    private static let quarters = [0b0100, 0b1000, 0b0001, 0b1101, 0b1001, 0b0111, 0b1011, 0b0010, 0b0110, 0b1110]

    /// The dots of a braille character, across 0 to 1 and down 0 to 3; nil for what is none.
    static func dots(of scalar: Unicode.Scalar) -> [(x: Int, y: Int)]? {
        guard (0x2800...0x28FF).contains(scalar.value) else { return nil }
        return order.enumerated().filter { scalar.value & 1 << UInt32($0.offset) != 0 }.map(\.element)
    }

    /// The places in the order of the bits.
    private static let order: [(x: Int, y: Int)] = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
}
