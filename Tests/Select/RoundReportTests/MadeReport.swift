import AuditStatistics
import DensityPlot
import Foundation
import ItemFilter
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
            let unit = ScoreRange(low: 0, high: 1)
            contents.histograms = ScoreName.allCases.map {
                ScoreHistogram(columns, of: $0, in: unit, bins: 10, at: thresholds)
            }
            contents.moves = ThresholdName.allCases.map {
                ThresholdCounts(columns, of: $0, in: unit, steps: 10, at: thresholds)
            }
        }
        return contents
    }

    /// Adds what a review of two people brings.
    static func review(_ contents: inout ReportContents) {
        func estimate(_ value: Double, _ lower: Double, _ upper: Double, _ labels: Int) -> Estimate {
            Estimate(
                value: value,
                interval: Interval(lower: lower, upper: upper),
                level: 0.95,
                method: .hypergeometric,
                labels: labels,
                population: AuditPopulation(.round)
            )
        }
        contents.made = "30 November 2026"
        contents.reviewers = .init(
            names: [.init("ann", items: 40), .init("bob", items: 19)],
            days: "from 27 November 2026 to 29 November 2026"
        )
        let share = estimate(4.0 / 30, 0.0376, 0.3072, 30)
        contents.rates = [.init("accepted", .accepted, checked: 30, wrong: 4, share: share)]
        contents.facets = [
            .init(
                field: "category",
                values: [
                    FacetValue(
                        value: Array("fraud".utf8),
                        counts: BucketCounts(adversarial: 2, accepted: 3, discarded: 4)
                    )
                ]
            )
        ]
        contents.kinds = [
            .init(
                field: "category",
                bucket: .accepted,
                rates: [.init("fraud", .accepted, checked: 30, wrong: 4, unsure: 1, share: share)]
            )
        ]
        contents.agreement.counts = [[0, 0, 0], [4, 26, 0], [0, 0, 0]]
        contents.agreement.figures = [.init("calls that people confirm", estimate(0.87, 0.7, 0.96, 30), isShare: true)]
        contents.agreement.pairs = [.init("κ of ann and bob", estimate(0.61, 0.4, 0.8, 19), isShare: false)]
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
