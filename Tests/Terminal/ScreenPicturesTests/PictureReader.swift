import Foundation
import TerminalCanvas
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads a picture of a screen back into cells, as far as they can be told from it.
final class PictureReader: NSObject, XMLParserDelegate {
    struct Place: Hashable {
        var x: Int
        var y: Int
    }

    /// What stands in the cells, and in which colour: letters, and braille by its dots.
    private(set) var letters: [Place: (text: String, color: String, isBold: Bool)] = [:]
    private(set) var dots: [Place: (value: UInt32, color: String)] = [:]
    /// The colours behind cells.
    private(set) var grounds: [Place: String] = [:]
    /// The colours of strokes and blocks that begin in a cell.
    private(set) var shapes: [Place: Set<String>] = [:]
    /// Names of all elements.
    private(set) var elements: Set<String> = []
    private(set) var style = ""
    private(set) var title = ""

    private var ink = ""
    private var layers: [String] = []
    private var text: [String: String]?
    private var characters = ""

    init(_ bytes: [UInt8]) throws {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "no XML") \(parser.lineNumber)")
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.insert(name)
        characters = ""
        switch name {
        case "g":
            if let fill = attributes["fill"], fill != "none" { ink = fill }
            let layer: String? =
                if attributes["stroke-linecap"] != nil { "dots" } else if attributes["fill"] == "none" {
                    "lines"
                } else if attributes["shape-rendering"] != nil { "blocks" } else { nil }
            layers.append(layer ?? layers.last ?? "")
        case "text": text = attributes
        case "path": path(attributes)
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "g": layers.removeLast()
        case "title": title = characters
        case "style": style = characters
        case "text":
            place(characters)
            text = nil
        default: break
        }
    }

    /// Puts each letter of a text into its cell; what stands in the middle of cells is one glyph.
    private func place(_ shown: String) {
        guard let text, let x = text["x"].flatMap(Double.init), let y = text["y"].flatMap(Double.init) else { return }
        let row = Int(y / 18)
        let color = text["fill"] ?? ink
        let isBold = text["font-weight"] == "bold"
        guard text["class"] != "m" else {
            // A wide glyph has its middle between two cells.
            let column = (x / 9).truncatingRemainder(dividingBy: 1) == 0 ? Int(x / 9) - 1 : Int(x / 9)
            letters[Place(x: column, y: row)] = (shown, color, isBold)
            return
        }
        for (index, scalar) in shown.unicodeScalars.enumerated() where scalar != " " {
            letters[Place(x: Int(x / 9) + index, y: row)] = (String(scalar), color, isBold)
        }
    }

    private func path(_ attributes: [String: String]) {
        let parts = (attributes["d"] ?? "").split(separator: "M")
        for part in parts {
            let numbers = part.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
            guard numbers.count >= 2 else { continue }
            switch layers.last {
            case "dots":
                let (x, y) = (Int(numbers[0]), Int(numbers[1]))
                let bit = [[0, 1, 2, 6], [3, 4, 5, 7]][x % 2][y % 4]
                dots[Place(x: x / 2, y: y / 4), default: (0x2800, attributes["stroke"] ?? "")].value |= 1 << UInt32(bit)
            case "lines":
                // A stroke may begin at any edge of its cell.
                for (dx, dy) in [(0.0, 0.0), (0.001, 0), (0, 0.001)] {
                    let place = Place(x: Int((numbers[0] - dx) / 9), y: Int((numbers[1] - dy) / 18))
                    shapes[place, default: []].insert(attributes["stroke"] ?? "")
                }
            default:
                let place = Place(x: Int(numbers[0] / 9), y: Int(numbers[1] / 18))
                let isWhole =
                    numbers.count > 4 && numbers[3] == 18 && numbers[1].truncatingRemainder(dividingBy: 18) == 0
                if isWhole {
                    for column in 0..<Int(numbers[2] / 9) {
                        grounds[Place(x: place.x + column, y: place.y)] = attributes["fill"] ?? ""
                    }
                }
                shapes[place, default: []].insert(attributes["fill"] ?? "")
            }
        }
    }
}
