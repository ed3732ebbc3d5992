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
            "The thresholds accept 3 of 9 items (33.3 %); 2 are adversarial (22.2 %) and 4 are discarded (44.4 %). Nobody",
            "Aadversarial: safety below θ adv|2|22.2 %",
            "Caccepted: safety above θ safety and helpfulness above θ help|3|33.3 %", "Ddiscarded: neither|4|44.4 %",
            "θ adv|0.30|2|1|6|", "θ safety|0.80|5|0|4|", "safety|0.1|", "2 rows.|", "4|not valid JSON at column 12|",
            "1,234|safety score is null|", "safety field|rm.safe (lower is better, negated)|", "SHA-256|abc123|",
            "Made by redsieve 0.1.0",
        ] {
            #expect(page.text.contains(text), "\(text) in \(page.text)")
        }
        for absent in ["Flows", "Certificate", "verdicts show", "found wrong", "Agreement", "Distinct", "Reviewed"] {
            #expect(!page.text.contains(absent), "\(absent)")
        }
    }

    @Test func `nothing in it is fetched or run`() throws {
        var contents = MadeReport.contents(baseline: Thresholds(adv: 0.2, safety: 0.8, help: 0.4))
        contents.certificate = ["certificate: plan 1"]
        MadeReport.review(&contents)
        let page = try ParsedPage(contents)
        let known: Set<String> = [
            "html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section", "h1", "h2", "p",
            "figure", "figcaption", "svg", "path", "rect", "line", "circle", "text", "div", "table", "caption", "thead",
            "tbody", "tr", "th", "td", "span", "pre", "ul", "li", "h3",
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
            "|2|0|2|4|", "|0|3|0|3|", "|0|0|2|2|", "all|2|3|4|9|",
        ] {
            #expect(page.text.contains(text), "\(text) in \(page.text)")
        }
    }

    @Test func `flows are left out where nothing moved`() throws {
        #expect(try !ParsedPage(MadeReport.contents(baseline: MadeReport.thresholds)).text.contains("Flows"))
    }

    @Test func `an audit's lines and a certificate's stand as they were worded`() throws {
        var contents = MadeReport.contents()
        contents.audit = [
            AuditLine(kind: .bucket(.accepted), label: "", text: "C accepted: 3 items"),
            AuditLine(kind: .figure, label: "if you stop now", text: "4.0 % [1.0 %, 9.0 %], n = 50 of 811, census"),
            AuditLine(kind: .heading, label: "", text: "the reviewers"),
            AuditLine(kind: .missing, label: "κ", text: "no estimate yet (check 2 items)"),
            AuditLine(kind: .blank, label: "", text: ""),
        ]
        contents.certificate = ["certificate: plan 1 of <ann>", "  promise      α = 5 %"]
        let page = try ParsedPage(contents)
        for text in [
            "What the verdicts show, figure by figure|",
            "if you stop now|4.0 % [1.0 %, 9.0 %], n = 50 of 811, census|", "plan 1 of <ann>\n  promise      α = 5 %\n",
        ] {
            #expect(page.text.contains(text), "\(text) in \(page.text)")
        }
        // What has no figure is left out, with a heading that nothing follows.
        #expect(!page.text.contains("κ") && !page.text.contains("the reviewers"))
    }

    @Test func `a long list of invalid rows is cut, and its number told`() throws {
        var contents = MadeReport.contents()
        contents.load.invalidRows = InvalidRows((1...201).map { MadeReport.invalid(line: $0, .notAnObject) })
        let page = try ParsedPage(contents)
        #expect(page.text.contains("The first 200 of 201 rows."))
        let (last, next) = ("\n200|JSON, but not an object|", "\n201|JSON, but not an object|")
        #expect(page.text.contains(last) && !page.text.contains(next))
    }

    @Test func `the most frequent values of a field are told, the others together, and always the items without one`()
        throws
    {
        var contents = MadeReport.contents()
        let values = (1...40).map { FacetValue(value: Array("v\($0)".utf8), counts: BucketCounts(accepted: 100 - $0)) }
        let none = FacetValue(value: nil, counts: BucketCounts(accepted: 77))
        contents.facets = [.init(field: "kind", values: FacetValue.sorted([none] + values))]
        let page = try ParsedPage(contents)
        #expect(page.text.contains("40 values, by thresholds alone"))
        #expect(page.text.contains("v12|") && !page.text.contains("v13|"))
        // 87 + 86 + … + 60
        #expect(page.text.contains("others (28 values)") && page.text.contains("|2,058|"), "\(page.text)")
        #expect(page.text.contains("(no value)") && page.text.contains("|0|77|"))
    }

    @Test(arguments: [0, 1, 12, 13, 14])
    func `values add up to all items, however many there are`(_ count: Int) throws {
        var contents = MadeReport.contents()
        let values = (0..<count).map { FacetValue(value: Array("v\($0)".utf8), counts: BucketCounts(adversarial: 1)) }
        contents.facets = [.init(field: "kind", values: values)]
        let page = try ParsedPage(contents)
        // The one value that would be among the others keeps its name.
        #expect(page.text.contains("others") == (count > 13))
        #expect(page.text.contains("v12|") == (count == 13))
    }

    @Test func `a long value of a field is cut with an ellipsis, and a hostile one opens nothing`() throws {
        var contents = MadeReport.contents()
        let long = String(repeating: "long ", count: 40)
        contents.facets = [
            .init(
                field: "<b>\(long)",
                values: [long, "<script>alert(1)</script>", "a\u{202E}b"].map {
                    FacetValue(value: Array($0.utf8), counts: BucketCounts(accepted: 3))
                }
            )
        ]
        let page = try ParsedPage(contents)
        let cut = String(repeating: "long ", count: 11) + "long…"
        #expect(page.text.contains(cut), "\(page.text)")
        #expect(!page.text.contains(long))
        #expect(page.text.contains("<script>alert(1)</script>") && page.text.contains("a⟨U+202E⟩b"))
        #expect(!page.elements.contains("script") && !page.elements.contains("b"))
    }

    @Test func `who judged, when, and what they found stands at the top`() throws {
        var contents = MadeReport.contents()
        MadeReport.review(&contents)
        let text = try ParsedPage(contents).text
        for expected in [
            "Reviewed by ann (40 items) and bob (19 items) from 27 November 2026 to 29 November 2026 · report of 30 November 2026",
            "People checked 30 accepted items and found 4 wrong: the true error rate is likely between 3 % and 31 %.",
            "30 checked, 4 wrong, 1 unsure", "none checked in a sample", "What people found wrong|",
            "13.3 % (3.8 % to 30.7 %)", "What was found wrong among accepted items",
        ] {
            #expect(text.contains(expected), "\(expected) in \(text)")
        }
    }

    @Test func `many reviewers are counted`() throws {
        var contents = MadeReport.contents()
        contents.reviewers = .init(names: (1...9).map { .init("r\($0)", items: 10 - $0) })
        let text = try ParsedPage(contents).text
        #expect(text.contains("r6 (4 items) and 3 more"), "\(text)")
    }

    @Test func `agreement is a table of calls and answers, without rows of buckets that nobody checked`() throws {
        var contents = MadeReport.contents()
        MadeReport.review(&contents)
        let text = try ParsedPage(contents).text
        #expect(text.contains("Agreement|") && text.contains("Caccepted|4|26|0|30|"), "\(text)")
        #expect(text.contains("κ of ann and bob|0.61 (0.40 to 0.80)|19|"), "\(text)")
    }

    @Test func `a round without items has no picture, and says so`() throws {
        let none = ScoreColumns(safety: [], helpfulness: [])
        let theta = MadeReport.thresholds
        let load = LoadReport(name: "empty", shards: ["empty"], bytes: 0, fields: FieldMap(paths: [:]))
        let page = try ParsedPage(ReportContents(load: load, tally: none.tally(theta, baseline: theta)))
        #expect(page.text.contains("The round has no valid item."))
        #expect(!page.elements.contains("svg"))
        #expect(page.text.contains("Aadversarial: safety below θ adv|0|–|"))
        #expect(!page.text.contains("Invalid rows"))
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
        contents.reviewers = .init(names: [.init(text, items: 1)], days: text)
        contents.made = text
        return contents
    }
}
