internal import DensityPlot
internal import RoundModel
internal import TextSafety

/// A round on one page for a colleague: one HTML file that fetches nothing and runs nothing.
public enum RoundReport {
    /// What a file of ours is known by.
    public static let mark = "<meta name=\"generator\" content=\"redsieve"

    /// The whole page, in UTF-8. It is well-formed XML too, and the same for the same contents.
    ///
    /// Names and texts of the round are shown as the terminal shows them and can open no tag.
    /// - Complexity: O(dots of the plot + rows that are listed + length of the texts).
    public static func html(_ contents: ReportContents) -> [UInt8] {
        var page = Markup()
        page.verbatim("<!DOCTYPE html>\n")
        page.element("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en"]) { page in
            page.element("head") { head(&$0, contents) }
            page.newLine()
            page.element("body") { page in
                page.element("main") { main(&$0, contents) }
                page.newLine()
                page.element("footer", ["class": "muted"]) { footer in
                    footer.element("p", text: "Made by \(contents.program).")
                }
            }
        }
        page.newLine()
        return Array(page.string.utf8)
    }

    private static func head(_ page: inout Markup, _ contents: ReportContents) {
        page.empty("meta", ["charset": "utf-8"])
        page.newLine()
        page.empty("meta", ["name": "generator", "content": contents.program])
        page.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        page.element("title", text: "\(ReportText.name(contents.load.name)): a scored round")
        page.element("style") { $0.verbatim("\n\(StyleSheet.text)\n") }
    }

    /// What a reader wants to know first stands first; a part without data is left out.
    private static func main(_ page: inout Markup, _ contents: ReportContents) {
        HeadSection.write(&page, contents)
        if contents.rates.contains(where: { $0.share != nil }) {
            section(&page, "What people found wrong") { RateSections.buckets(&$0, contents) }
        }
        if contents.grid != nil {
            section(&page, "Scores and thresholds") { PlotSections.plot(&$0, contents) }
        }
        section(&page, "Buckets") { PlotSections.buckets(&$0, contents) }
        section(&page, "Thresholds") { PlotSections.thresholds(&$0, contents) }
        curves(&page, contents)
        if contents.hasBaseline, contents.tally.moved > 0 {
            section(&page, "Flows since the baseline") { PlotSections.flows(&$0, contents) }
        }
        for facet in contents.facets {
            section(&page, "By \(ReportText.name(facet.field))") { page in
                FacetSections.facet(&page, facet)
                let kinds = contents.kinds.filter { $0.field == facet.field && !$0.rates.isEmpty }
                if !kinds.isEmpty { RateSections.kinds(&page, kinds) }
            }
        }
        verdicts(&page, contents)
        if !contents.facts.isEmpty { section(&page, "Distinct sets") { RoundSections.facts(&$0, contents) } }
        if !contents.scores.isEmpty { section(&page, "Scores") { RoundSections.scores(&$0, contents) } }
        if !contents.audit.isEmpty {
            section(&page, "What the verdicts show, figure by figure") { AuditSections.audit(&$0, contents) }
        }
        if !contents.load.invalidRows.isEmpty {
            section(&page, "Invalid rows") { RoundSections.invalidRows(&$0, contents) }
        }
        section(&page, "The round") { RoundSections.provenance(&$0, contents) }
    }

    /// How the scores are spread, and what the thresholds would make of them elsewhere.
    private static func curves(_ page: inout Markup, _ contents: ReportContents) {
        let thresholds = contents.tally.thresholds
        let histograms = contents.histograms.filter { histogram in histogram.bins.contains { $0.total > 0 } }
        if !histograms.isEmpty {
            section(&page, "How the scores are spread") { page in
                let charts = histograms.map { HistogramChart(histogram: $0, thresholds: thresholds) }
                FigureSections.side(&page, charts.map(\.caption)) { charts[$1].write(to: &$0) }
            }
        }
        let moves = contents.moves
            .map { CountChart(counts: $0, thresholds: thresholds, now: contents.tally.counts[$0.bucket]) }
            .filter(\.isWorthShowing)
        let sweeps = contents.sweeps.map { CurvePlot($0) }.filter(\.isWorthShowing)
        guard !moves.isEmpty || !sweeps.isEmpty else { return }
        section(&page, "If a threshold moved") { page in
            FigureSections.side(&page, atMost: 3, moves.map(\.caption)) { moves[$1].write(to: &$0) }
            FigureSections.side(&page, sweeps.map(\.caption)) { sweeps[$1].write(to: &$0) }
        }
    }

    private static func verdicts(_ page: inout Markup, _ contents: ReportContents) {
        if !contents.agreement.isEmpty {
            section(&page, "Agreement") { AgreementSections.agreement(&$0, contents.agreement) }
        }
        let scores =
            contents.curves.flatMap { [CurvePlot(roc: $0), CurvePlot(precision: $0)] }
            + contents.diagrams.map { CurvePlot($0) }
        let drawn = scores.filter(\.isWorthShowing)
        if !drawn.isEmpty {
            section(&page, "What the scores tell") { page in
                FigureSections.side(&page, drawn.map(\.caption)) { drawn[$1].write(to: &$0) }
            }
        }
        if !contents.certificate.isEmpty {
            section(&page, "Certificate") { AuditSections.certificate(&$0, contents) }
        }
    }

    private static func section(_ page: inout Markup, _ title: String, _ write: (inout Markup) -> Void) {
        page.newLine()
        page.element("section") { page in
            page.element("h2", text: title)
            write(&page)
        }
    }
}
