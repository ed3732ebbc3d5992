internal import ReviewAudit
internal import RoundModel
internal import TextSafety

/// What people's verdicts show.
enum AuditSections {
    /// Figures as an audit words them, each with its interval, verdicts, population and method. What has no figure yet is left
    /// out, and so are headings with nothing below them.
    static func audit(_ page: inout Markup, _ contents: ReportContents) {
        page.element("div", ["class": "scroll"]) { page in
            page.element("table", ["class": "figures"]) { page in
                page.element("tbody") { page in
                    for line in told(contents.audit) { row(&page, line) }
                }
            }
        }
    }

    private static func told(_ lines: [AuditLine]) -> [AuditLine] {
        let lines = lines.filter { $0.kind != .missing && $0.kind != .blank }
        return lines.enumerated().filter { index, line in
            guard line.kind == .heading, index > 0 else { return true }
            // The heading of buckets has theirs below it.
            return index + 1 < lines.count && lines[index + 1].kind != .heading
        }.map(\.element)
    }

    private static func row(_ page: inout Markup, _ line: AuditLine) {
        switch line.kind {
        case .blank, .missing: return
        case .heading, .bucket:
            page.element("tr", ["class": "group"]) { page in
                page.element("th", ["colspan": "2", "scope": "rowgroup"], text: line.plain)
            }
        case .sentence:
            page.element("tr") { page in page.element("td", ["colspan": "2"], text: line.text) }
        case .figure, .fact:
            page.element("tr") { page in
                page.element("th", ["scope": "row"], text: line.label)
                page.element("td", text: line.text)
            }
        }
        page.newLine()
    }

    static func certificate(_ page: inout Markup, _ contents: ReportContents) {
        page.element("pre") { page in
            for line in contents.certificate {
                page.text(line)
                page.newLine()
            }
        }
    }
}
