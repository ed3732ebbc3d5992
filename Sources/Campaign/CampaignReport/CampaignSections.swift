internal import CampaignFile
internal import RoundCampaign
internal import RoundModel
internal import TextSafety

/// Sentences and tables of a campaign's page.
enum CampaignSections {
    static func changes(_ page: inout Markup, _ figures: CampaignFigures) {
        page.element("ul", ["class": "said"]) { page in
            for method in figures.methods {
                for change in figures.changes where figures.settings.rounds[change.after].method == method.method {
                    item(&page, change, figures)
                }
                let name = figures.methods.count > 1 ? "\(figures.title(of: method)): " : ""
                if let trend = figures.sentence(method) { page.element("li", text: "\(name)\(trend).") }
                if figures.rounds.contains(where: { $0?.cells != nil }) {
                    page.element("li", text: "\(name)\(figures.brokenSentence(method)).")
                }
                if let sentence = figures.familySentence(method) {
                    page.element("li", text: "\(name)\(sentence).")
                }
            }
            for (place, reason) in figures.failures.sorted(by: { $0.key < $1.key }) {
                page.element("li", text: "\(figures.title(of: place)) is left out: \(reason).")
            }
            for notice in figures.notices { page.element("li", text: "\(notice).") }
        }
    }

    private static func item(_ page: inout Markup, _ change: RoundChange, _ figures: CampaignFigures) {
        guard let sentence = figures.sentence(change) else { return }
        page.element("li") { page in
            page.text("\(figures.title(of: change.before)) to \(figures.title(of: change.after)): \(sentence).")
            let more = [figures.flips(change)].compactMap { $0 } + figures.clearCells(change)
            guard !more.isEmpty else { return }
            page.element("ul") { page in for text in more { page.element("li", text: "\(text).") } }
        }
        page.newLine()
    }

    static func tables(_ page: inout Markup, _ figures: CampaignFigures) {
        let tables: [(String, [CampaignColumn])] = [
            ("Rates by the reward model and by people, with intervals.", [.items, .thetas, .unsafe, .people, .gap]),
            (
                "What each round holds for the next one.",
                [.adversarial, .accepted, .yield, .seen, .coverage, .evenness]
            ),
            (
                "How its prompts repeat one another, and how the safety scores moved since the round before.",
                [.selfBLEU, .distinct, .distance, .shift, .stability]
            ),
            ("What is certified in each round's review.", [.certificate]),
        ]
        for (caption, columns) in tables {
            page.element("div", ["class": "scroll"]) { page in
                page.element("table", ["class": "plain"]) { page in
                    page.element("caption", text: caption)
                    page.element("thead") { page in
                        page.element("tr") { page in
                            page.element("th", ["scope": "col"], text: "round")
                            for column in columns {
                                page.element(
                                    "th",
                                    ["scope": "col", "class": "n", "title": column.note],
                                    text: column.title
                                )
                            }
                        }
                    }
                    page.element("tbody") { page in
                        for (place, round) in figures.rounds.enumerated() {
                            page.element("tr") { page in
                                page.element("th", ["scope": "row"], text: figures.title(of: place))
                                for column in columns {
                                    page.element("td", ["class": "n"], text: round.map { column.text($0) } ?? "–")
                                }
                            }
                            page.newLine()
                        }
                    }
                }
            }
        }
        page.element("p", ["class": "muted"]) { page in
            let notes = tables.flatMap(\.1).map { "\($0.title): \($0.note)" }
            page.text("\(notes.joined(separator: "; ")).")
        }
    }

    /// Families of prompts that stay broken: digests and counts.
    static func families(_ page: inout Markup, _ figures: CampaignFigures) {
        for method in figures.methods {
            guard let families = method.families?.stillBroken(atMost: 20) else { continue }
            let name = figures.methods.count > 1 ? "\(figures.title(of: method)): " : ""
            let caption =
                "\(name)\(DecimalText.grouped(families.listed.count)) of "
                + "\(DecimalText.grouped(families.stillBroken)) that stay broken; unsafe of all its prompts by round."
            let heads =
                ["family", "category, style", "prompts", "again"]
                + families.rounds.map { figures.settings.rounds[$0].name }
            page.element("div", ["class": "scroll"]) { page in
                page.element("table", ["class": "plain"]) { page in
                    page.element("caption", text: caption)
                    page.element("thead") { page in
                        page.element("tr") { page in
                            for head in heads { page.element("th", ["scope": "col"], text: head) }
                        }
                    }
                    page.element("tbody") { page in
                        for family in families.listed { row(&page, family, figures) }
                    }
                }
            }
        }
        page.element("p", ["class": "muted"], text: "\(CampaignFigures.familyNote).")
    }

    private static func row(_ page: inout Markup, _ family: FamilyFigures, _ figures: CampaignFigures) {
        page.element("tr") { page in
            page.element("th", ["scope": "row"], text: CampaignFigures.name(of: family.root))
            page.element("td", text: figures.cell(of: family))
            for count in [family.prompts, family.returning] {
                page.element("td", ["class": "n"], text: DecimalText.grouped(count))
            }
            for part in family.parts { page.element("td", ["class": "n"], text: CampaignFigures.text(part)) }
        }
        page.newLine()
    }

    static func series(_ page: inout Markup, _ figures: CampaignFigures) {
        page.element("ul", ["class": "said"]) { page in
            for series in figures.settings.series {
                page.element("li", text: "\(series.text); \(series.origin).")
            }
        }
    }

    static func certificates(_ page: inout Markup, _ figures: CampaignFigures) {
        for (place, round) in figures.rounds.enumerated() {
            guard let round, !round.certificate.isEmpty else { continue }
            page.element("h3", text: figures.title(of: place))
            page.element("pre", text: round.certificate.joined(separator: "\n"))
        }
    }
}
