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
        page.element("title", text: "\(contents.load.name): a scored round")
        page.element("style") { $0.verbatim("\n\(StyleSheet.text)\n") }
    }

    private static func main(_ page: inout Markup, _ contents: ReportContents) {
        page.element("header") { page in
            page.element("h1", text: contents.load.name)
            page.element("p", ["class": "muted"], text: RoundSections.size(contents))
        }
        section(&page, "Scores and thresholds") { PlotSections.plot(&$0, contents) }
        section(&page, "Buckets") { PlotSections.buckets(&$0, contents) }
        section(&page, "Thresholds") { PlotSections.thresholds(&$0, contents) }
        if contents.hasBaseline {
            section(&page, "Flows since the baseline") { PlotSections.flows(&$0, contents) }
        }
        for facet in contents.facets {
            section(&page, "By \(facet.field)") { FacetSections.facet(&$0, facet) }
        }
        if !contents.facts.isEmpty { section(&page, "Distinct sets") { RoundSections.facts(&$0, contents) } }
        if !contents.scores.isEmpty { section(&page, "Scores") { RoundSections.scores(&$0, contents) } }
        if !contents.audit.isEmpty {
            section(&page, "What the verdicts show") { AuditSections.audit(&$0, contents) }
        }
        let sweeps = contents.sweeps.map { CurvePlot($0) }.filter(\.isWorthShowing)
        if !sweeps.isEmpty { section(&page, "If a threshold moved") { AuditSections.curves(&$0, sweeps) } }
        let scores =
            contents.curves.flatMap { [CurvePlot(roc: $0), CurvePlot(precision: $0)] }
            + contents.diagrams.map { CurvePlot($0) }
        let drawn = scores.filter(\.isWorthShowing)
        if !drawn.isEmpty { section(&page, "What the scores tell") { AuditSections.curves(&$0, drawn) } }
        if !contents.certificate.isEmpty {
            section(&page, "Certificate") { AuditSections.certificate(&$0, contents) }
        }
        section(&page, "Invalid rows") { RoundSections.invalidRows(&$0, contents) }
        section(&page, "The round") { RoundSections.provenance(&$0, contents) }
    }

    private static func section(_ page: inout Markup, _ title: String, _ write: (inout Markup) -> Void) {
        page.newLine()
        page.element("section") { page in
            page.element("h2", text: title)
            write(&page)
        }
    }
}
