import DensityPlot
import Foundation
import RoundModel
import RoundReport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reports made for tests, and what stands in them.
enum MadeReport {
    static let thresholds = Thresholds(adv: 0.3, safety: 0.8, help: 0.4)

    /// A round of nine items with two invalid rows.
    static func contents(_ thresholds: Thresholds = thresholds, baseline: Thresholds? = nil) -> ReportContents {
        let safety = [0.1, 0.2, 0.3, 0.5, 0.7, 0.85, 0.9, 0.95, 0.95]
        let help = [0.9, 0.2, 0.6, 0.5, 0.1, 0.8, 0.3, 0.7, 0.7]
        let columns = ScoreColumns(safety: safety, helpfulness: help)
        var contents = ReportContents(
            load: LoadReport(
                name: "round-3.jsonl",
                shards: ["round-3.jsonl"],
                bytes: 2048,
                fields: FieldMap(paths: [.prompt: "prompt", .safety: "rm.safe"], lowerIsBetter: [.safety]),
                invalidRows: [
                    invalid(line: 4, .notJSON(column: 12)), invalid(line: 1234, .null(.safety)),
                ]
            ),
            tally: columns.tally(thresholds, baseline: baseline ?? thresholds),
            hasBaseline: baseline != nil,
            origin: "As they were given.",
            digest: "abc123",
            program: "redsieve 0.1.0 (development build)"
        )
        for name in ScoreName.allCases { contents.scores[name] = columns.summary(of: name) }
        if let safety = contents.scores[.safety], let help = contents.scores[.helpfulness] {
            contents.grid = DensityGrid(
                columns,
                viewport: Viewport(fitting: safety, help, lines: thresholds),
                columns: 12,
                rows: 8
            )
        }
        return contents
    }

    static func invalid(line: Int, _ reason: InvalidRow.Reason) -> InvalidRow {
        InvalidRow(place: RowPlace(shard: 0, offset: line * 10, length: 5), line: line, reason: reason)
    }

    static func html(_ contents: ReportContents) -> String {
        String(decoding: RoundReport.html(contents), as: UTF8.self)
    }
}

/// A page as an XML parser reads it, which takes no element that is left open.
final class ParsedPage: NSObject, XMLParserDelegate {
    /// Every element by its name, in order.
    private(set) var elements: [String] = []
    /// Every attribute as `element@name=value`.
    private(set) var attributes: [String] = []
    /// All text but that of the style sheet.
    private(set) var text = ""
    private var open: [String] = []

    init(_ contents: ReportContents) throws {
        super.init()
        let parser = XMLParser(data: Data(RoundReport.html(contents)))
        parser.delegate = self
        try #require(parser.parse(), "\(String(describing: parser.parserError)) at line \(parser.lineNumber)")
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(name)
        elements.append(name)
        self.attributes += attributes.map { "\(name)@\($0.key)=\($0.value)" }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
        // Cells stand apart.
        if name != "span" { text += "|" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if open.last != "style" { text += string }
    }
}
