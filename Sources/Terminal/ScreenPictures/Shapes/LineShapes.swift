/// Box characters as strokes that meet those of the neighbouring cells, whatever the font.
enum LineShapes {
    /// The strokes of a character whose cell has its upper left corner at (x, y), as path data; nil for what is drawn as
    /// a letter.
    static func strokes(of scalar: Unicode.Scalar, x: Double, y: Double) -> (light: String, heavy: String)? {
        let value = scalar.value
        switch value {
        case 0x256D...0x2570: return (arc(value, x, y), "")
        case 0x2504...0x250B:
            return dashed(value - 0x2504, parts: value < 0x2508 ? 3 : 4, x, y)
        case 0x254C...0x254F: return dashed(value - 0x254C, parts: 2, x, y)
        default: break
        }
        guard let arms = arms[value] else { return nil }
        var strokes = (light: "", heavy: "")
        func add(_ weight: UInt8, _ path: String) {
            if weight == 1 { strokes.light += path }
            if weight == 2 { strokes.heavy += path }
        }
        let (mx, my) = (x + CellGrid.middle.x, y + CellGrid.middle.y)
        let (right, bottom) = (x + CellGrid.width, y + CellGrid.height)
        // A line straight through is one stroke.
        if arms.up == arms.down {
            add(arms.up, move(mx, y) + "v" + CellGrid.text(CellGrid.height))
        } else {
            add(arms.up, move(mx, y) + "V" + CellGrid.text(my))
            add(arms.down, move(mx, bottom) + "V" + CellGrid.text(my))
        }
        if arms.left == arms.right {
            add(arms.left, move(x, my) + "h" + CellGrid.text(CellGrid.width))
        } else {
            add(arms.left, move(x, my) + "H" + CellGrid.text(mx))
            add(arms.right, move(right, my) + "H" + CellGrid.text(mx))
        }
        return strokes
    }

    private static func move(_ x: Double, _ y: Double) -> String { "M\(CellGrid.text(x)) \(CellGrid.text(y))" }

    /// A corner that is round: from the side of a cell to its top or bottom.
    private static func arc(_ value: UInt32, _ x: Double, _ y: Double) -> String {
        let (mx, my) = (x + CellGrid.middle.x, y + CellGrid.middle.y)
        let isRight = value == 0x256D || value == 0x2570
        let isDown = value == 0x256D || value == 0x256E
        let (side, end) = (isRight ? x + CellGrid.width : x, isDown ? y + CellGrid.height : y)
        let turn = isDown ? my + CellGrid.middle.x : my - CellGrid.middle.x
        return move(side, my) + "Q\(CellGrid.text(mx)) \(CellGrid.text(my)) \(CellGrid.text(mx)) \(CellGrid.text(turn))"
            + "V\(CellGrid.text(end))"
    }

    /// - Parameter place: in the order of Unicode: light and heavy across, light and heavy down, and again.
    private static func dashed(_ place: UInt32, parts: Int, _ x: Double, _ y: Double) -> (light: String, heavy: String)
    {
        let isDown = place % 4 >= 2
        let step = (isDown ? CellGrid.height : CellGrid.width) / Double(parts)
        let path = (0..<parts).map { part in
            let start = (Double(part) + 0.2) * step
            return isDown
                ? move(x + CellGrid.middle.x, y + start) + "v" + CellGrid.text(0.6 * step)
                : move(x + start, y + CellGrid.middle.y) + "h" + CellGrid.text(0.6 * step)
        }.joined()
        return place % 2 == 0 ? (path, "") : ("", path)
    }

    private struct Arms {
        var up: UInt8
        var right: UInt8
        var down: UInt8
        var left: UInt8
    }

    /// From the middle to each side: 0 nothing, 1 a light line, 2 a heavy one.
    private static let arms: [UInt32: Arms] = {
        let straight = "0101 0202 1010 2020"
        let corners = "0110 0210 0120 0220 0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002"
        let tees =
            "1110 1210 2110 1120 2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022"
            + " 0111 0112 0211 0212 0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202"
        let crosses = "1111 1112 1211 1212 2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222"
        let halves = "0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010"
        let rows: [(UInt32, String)] = [
            (0x2500, straight), (0x250C, corners), (0x251C, tees), (0x253C, crosses), (0x2574, halves),
        ]
        var arms: [UInt32: Arms] = [:]
        for (first, text) in rows {
            for (index, word) in text.split(separator: " ").enumerated() {
                let weights = word.utf8.map { $0 - UInt8(ascii: "0") }
                guard weights.count == 4 else { continue }
                arms[first + UInt32(index)] = Arms(
                    up: weights[0],
                    right: weights[1],
                    down: weights[2],
                    left: weights[3]
                )
            }
        }
        return arms
    }()
}
