import DensityPlot
import ItemFilter
import ReviewAudit
import RoundModel
import RoundReport
import Testing

@Suite struct RoundReportTests {
    @Test func `a report tells counts, thresholds, scores, invalid rows and where it comes from`() throws {
        let page = try ParsedPage(MadeReport.contents())
        for text in [
            "round-3.jsonl: a scored round|", "9 items · 2 invalid · 2.0 kB",
            "Aadversarial: safety below θ adv|2|22.2 %",
            "Caccepted: safety above θ safety and helpfulness above θ help|3|33.3 %", "Ddiscarded: neither|4|44.4 %",
            "θ adv|0.30|2|1|6|", "θ safety|0.80|5|0|4|", "safety|0.1|", "2 rows.|", "4|not valid JSON at column 12|",
            "1,234|safety score is null|", "safety field|rm.safe (lower is better, negated)|", "SHA-256|abc123|",
            "Made by redsieve 0.1.0",
        ] {
            #expect(page.text.contains(text), "\(text) in \(page.text)")
        }
        for absent in ["Flows", "Certificate", "the verdicts show", "Distinct"] { #expect(!page.text.contains(absent)) }
    }

    @Test func `nothing in it is fetched or run`() throws {
        var contents = MadeReport.contents(baseline: Thresholds(adv: 0.2, safety: 0.8, help: 0.4))
        contents.certificate = ["certificate: plan 1"]
        let page = try ParsedPage(contents)
        let known: Set<String> = [
            "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "h1", "h2", "p",
            "figure", "figcaption", "svg", "path", "rect", "text", "div", "table", "caption", "thead", "tbody", "tr",
            "th", "td", "span", "pre",
        ]
        #expect(Set(page.elements).subtracting(known).isEmpty)
        for attribute in page.attributes {
            #expect(!attribute.contains("//") || attribute.contains("@xmlns="), "\(attribute)")
            for word in ["@on", "@href", "@src", "@style"] { #expect(!attribute.contains(word), "\(attribute)") }
        }
        let html = MadeReport.html(contents)
        for word in ["url(", "@import", "<script", "javascript:"] { #expect(!html.contains(word)) }
        #expect(html.contains(RoundReport.mark))
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html "))
        #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
    }

    @Test func `flows are told from each bucket to each`() throws {
        let page = try ParsedPage(MadeReport.contents(baseline: Thresholds(adv: 0.6, safety: 0.8, help: 0.4)))
        for text in [
            "baseline (θ adv 0.60, θ safety 0.80, θ help 0.40) and now; 2 moved.", "now A adversarial|now C accepted|",
            "Aadversarial|2|0|2|4|", "Caccepted|0|3|0|3|", "Ddiscarded|0|0|2|2|", "all|2|3|4|9|",
        ] {
            #expect(page.text.contains(text), "\(text) in \(page.text)")
        }
    }

    @Test func `an audit's lines and a certificate's stand as they were worded`() throws {
        var contents = MadeReport.contents()
        contents.audit = [
            AuditLine(kind: .bucket(.accepted), label: "", text: "C accepted: 3 items"),
            AuditLine(kind: .figure, label: "if you stop now", text: "4.0 % [1.0 %, 9.0 %], n = 50 of 811, census"),
            AuditLine(kind: .missing, label: "κ", text: "no estimate yet (check 2 items)"),
            AuditLine(kind: .blank, label: "", text: ""),
        ]
        contents.certificate = ["certificate: plan 1 of <ann>", "  promise      α = 5 %"]
        let page = try ParsedPage(contents)
        for text in [
            "What the verdicts show|", "if you stop now|4.0 % [1.0 %, 9.0 %], n = 50 of 811, census|",
            "κ|no estimate yet (check 2 items)|", "plan 1 of <ann>\n  promise      α = 5 %\n",
        ] {
            #expect(page.text.contains(text), "\(text) in \(page.text)")
        }
    }

    @Test func `a long list of invalid rows is cut, and its number told`() throws {
        var contents = MadeReport.contents()
        contents.load.invalidRows = InvalidRows((1...201).map { MadeReport.invalid(line: $0, .notAnObject) })
        let page = try ParsedPage(contents)
        #expect(page.text.contains("The first 200 of 201 rows."))
        let (last, next) = ("\n200|JSON, but not an object|", "\n201|JSON, but not an object|")
        #expect(page.text.contains(last) && !page.text.contains(next))
    }

    @Test func `the most frequent values of a field are told, and always the items without one`() throws {
        var contents = MadeReport.contents()
        let values = (1...40).map { FacetValue(value: Array("v\($0)".utf8), counts: BucketCounts(accepted: 100 - $0)) }
        let none = FacetValue(value: nil, counts: BucketCounts(accepted: 77))
        contents.facets = [.init(field: "kind", values: FacetValue.sorted([none] + values))]
        let page = try ParsedPage(contents)
        #expect(page.text.contains("The 30 most frequent of 41 values"))
        #expect(page.text.contains("v30|") && !page.text.contains("v31|") && page.text.contains("(no value)|0|77|"))
    }

    @Test func `a round without items has no plot, and says so`() throws {
        let none = ScoreColumns(safety: [], helpfulness: [])
        let theta = MadeReport.thresholds
        let load = LoadReport(name: "empty", shards: ["empty"], bytes: 0, fields: FieldMap(paths: [:]))
        let page = try ParsedPage(ReportContents(load: load, tally: none.tally(theta, baseline: theta)))
        #expect(page.text.contains("no valid item: there is nothing to plot"))
        #expect(!page.elements.contains("svg"))
        #expect(page.text.contains("Aadversarial: safety below θ adv|0|–|"))
        #expect(page.text.contains("every row has a prompt"))
    }

    @Test func `rows that readers refuse and shards with other fields are told`() throws {
        var contents = MadeReport.contents()
        contents.load.shards = ["1.jsonl", "2.jsonl"]
        contents.load.fields.shards = [contents.load.fields.paths, [.prompt: "prompt", .safety: "tox"]]
        contents.load.troubles[.keyTwice] = 1200
        let page = try ParsedPage(contents)
        let told = "rows with a key twice|1,200; datasets and DuckDB refuse a file with such rows"
        #expect(page.text.contains(told), "\(page.text)")
        #expect(page.text.contains("fields of some shards|2.jsonl: safety=tox"), "\(page.text)")
    }

    /// What comes from the round or the command line.
    @Test(arguments: [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"), ("a\"b'c&amp;]]>", "a\"b'c&amp;]]>"),
        ("x\u{202E}y", "x⟨U+202E⟩y"), ("\u{1B}[31m\u{0}", "␛[31m␀"), ("a\u{200B}b\u{FFFF}", "a⟨U+200B⟩b⟨U+FFFF⟩"),
        ("--><style>*{display:none}</style>", "--><style>*{display:none}</style>"),
    ]) func `hostile text is shown and opens nothing`(_ text: String, _ shown: String) throws {
        let plain = try ParsedPage(everywhere("plain")).elements
        let page = try ParsedPage(everywhere(text))
        #expect(page.elements == plain)
        #expect(page.text.split(separator: shown, omittingEmptySubsequences: false).count > 7, "\(page.text)")
    }

    private func everywhere(_ text: String) -> ReportContents {
        var contents = MadeReport.contents()
        contents.load.name = text
        contents.load.shards = [text, text]
        contents.load.fields = FieldMap(paths: [.prompt: text])
        contents.origin = text
        contents.audit = [AuditLine(kind: .fact, label: text, text: text)]
        contents.certificate = [text]
        contents.program = text
        return contents
    }
}
