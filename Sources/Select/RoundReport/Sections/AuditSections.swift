internal import ReviewAudit
internal import RoundModel
internal import TextSafety

/// What people's verdicts show.
enum AuditSections {
    /// Figures as an audit words them: each with its interval, verdicts, population and method, or with what is missing.
    static func audit(_ page: inout Markup, _ contents: ReportContents) {
        page.element("div", ["class": "scroll"]) { page in
            page.element("table") { page in
                page.element("tbody") { page in
                    for line in contents.audit where line.kind != .blank { row(&page, line) }
                }
            }
        }
    }

    private static func row(_ page: inout Markup, _ line: AuditLine) {
        switch line.kind {
        case .blank: return
        case .heading, .bucket:
            page.element("tr", ["class": "group"]) { page in
                page.element("th", ["colspan": "2", "scope": "rowgroup"], text: line.text)
            }
        case .figure, .missing, .fact:
            page.element("tr") { page in
                page.element("th", ["scope": "row"], text: line.label)
                if line.kind == .missing {
                    page.element("td", ["class": "muted"], text: line.text)
                } else {
                    page.element("td", text: line.text)
                }
            }
        }
        page.newLine()
    }

    /// Pictures with their captions.
    static func curves(_ page: inout Markup, _ curves: [CurvePlot]) {
        for curve in curves {
            page.element("figure") { page in
                curve.write(to: &page)
                page.element("figcaption", text: curve.caption)
            }
            page.newLine()
        }
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
