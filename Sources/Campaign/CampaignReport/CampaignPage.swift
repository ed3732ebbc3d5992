internal import CampaignFile
public import RoundCampaign
internal import RoundModel
internal import RoundReport
internal import TextSafety

/// A campaign on one page for a colleague: one HTML file that fetches nothing and runs nothing, and holds no prompt and no
/// response.
public enum CampaignPage {
    /// The whole page, in UTF-8. It is well-formed XML too, and the same for the same figures.
    ///
    /// - Parameters:
    ///   - program: the program that makes it, with its version.
    ///   - made: the day on which it is made, in words; empty for none.
    /// - Complexity: O(rounds × cells).
    public static func html(_ figures: CampaignFigures, program: String, made: String = "") -> [UInt8] {
        var page = Markup()
        page.verbatim("<!DOCTYPE html>\n")
        page.element("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en"]) { page in
            page.element("head") { page in
                page.empty("meta", ["charset": "utf-8"])
                page.newLine()
                page.empty("meta", ["name": "generator", "content": program])
                page.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                page.element("title", text: "\(PathText.shown(figures.settings.name)): a campaign")
                page.element("style") { $0.verbatim("\n\(StyleSheet.text)\n\(CampaignStyle.text)\n") }
            }
            page.newLine()
            page.element("body") { page in
                page.element("main") { main(&$0, figures) }
                page.newLine()
                page.element("footer", ["class": "muted"]) { footer in
                    footer.element("p", text: "Made by \(program)\(made.isEmpty ? "" : " on \(made)").")
                }
            }
        }
        page.newLine()
        return Array(page.string.utf8)
    }

    private static func main(_ page: inout Markup, _ figures: CampaignFigures) {
        page.element(
            "h1",
            text:
                "\(PathText.shown(figures.settings.name)): a campaign of \(DecimalText.counted(figures.settings.rounds.count, "round"))"
        )
        page.element("p", ["class": "lead"], text: lead(figures))
        section(&page, "Unsafe responses, round by round") { page in
            RateFigure(figures).write(to: &page)
        }
        section(&page, "What became better, and what worse") { CampaignSections.changes(&$0, figures) }
        section(&page, "The rounds") { CampaignSections.tables(&$0, figures) }
        if figures.rounds.contains(where: { $0?.cells != nil }) {
            section(&page, "Category and style") { CampaignGrids.write(&$0, figures) }
        }
        if figures.methods.contains(where: { $0.families?.stillBroken(atMost: 1) != nil }) {
            section(&page, "Families of prompts that stay broken") { CampaignSections.families(&$0, figures) }
        }
        if !figures.settings.series.isEmpty {
            section(&page, "Known without items") { CampaignSections.series(&$0, figures) }
        }
        if figures.rounds.contains(where: { $0?.certificate.isEmpty == false }) {
            section(&page, "Certificates") { CampaignSections.certificates(&$0, figures) }
        }
    }

    /// What a reader wants to know first: what became of the newest rounds.
    private static func lead(_ figures: CampaignFigures) -> String {
        let sentences = figures.methods.compactMap { method -> String? in
            guard let change = figures.changes.last(where: { $0.after == method.rounds.last }),
                let sentence = figures.sentence(change)
            else { return nil }
            let name = figures.methods.count > 1 ? "\(figures.title(of: method)), " : ""
            return
                "\(name)\(figures.settings.rounds[change.before].name) to \(figures.settings.rounds[change.after].name): \(sentence)."
        }
        if !sentences.isEmpty { return sentences.joined(separator: " ") }
        guard let round = figures.rounds.compactMap({ $0 }).last else { return "No round can be told of." }
        return
            "\(round.listed.name): \(CampaignWords.rate(round.unsafe)) of \(DecimalText.counted(round.items, "item")) unsafe."
    }

    private static func section(_ page: inout Markup, _ title: String, _ write: (inout Markup) -> Void) {
        page.newLine()
        page.element("section") { page in
            page.element("h2", text: title)
            write(&page)
        }
    }
}
