internal import AuditStatistics
internal import RoundCampaign
internal import RoundModel
internal import TextSafety

/// Category by style: a grid for the newest round of each method, with what changed.
enum CampaignGrids {
    static func write(_ page: inout Markup, _ figures: CampaignFigures) {
        page.element(
            "p",
            text:
                "Share of unsafe items of each cell in the newest round, and its change in points since the round before. A cell "
                + "without items is blank. Intervals, which the lists below have, hold for all cells of a round at once (Šidák)."
        )
        for method in figures.methods {
            guard let place = method.rounds.last, let table = figures.rounds[place]?.cells else { continue }
            let change = figures.changes.last { $0.after == place }
            grid(&page, figures, place, table, change, method)
            broken(&page, figures, method)
        }
    }

    private static func grid(
        _ page: inout Markup,
        _ figures: CampaignFigures,
        _ place: Int,
        _ table: CellTable,
        _ change: RoundChange?,
        _ method: MethodFigures
    ) {
        page.element("div", ["class": "scroll"]) { page in
            page.element("table", ["class": "cells"]) { page in
                page.element("caption", text: figures.title(of: place))
                page.element("thead") { page in
                    page.element("tr") { page in
                        page.element("th", ["scope": "col"], text: "")
                        for style in table.styles {
                            page.element("th", ["scope": "col", "class": "n"], text: CampaignWords.name(style))
                        }
                    }
                }
                page.element("tbody") { page in
                    for (row, category) in table.categories.enumerated() {
                        page.element("tr") { page in
                            page.element("th", ["scope": "row"], text: CampaignWords.name(category))
                            for column in table.styles.indices {
                                guard let cell = table.cell(category: row, style: column) else {
                                    page.element("td", text: "")
                                    continue
                                }
                                let isBroken = method.broken.contains { $0.category == row && $0.style == column }
                                let moved = change?.cells.first { $0.category == row && $0.style == column }
                                write(&page, cell, moved, isBroken)
                            }
                        }
                        page.newLine()
                    }
                }
            }
        }
    }

    private static func write(
        _ page: inout Markup,
        _ cell: CellTable.Cell,
        _ change: RoundChange.CellChange?,
        _ isBroken: Bool
    ) {
        page.element("td", isBroken ? ["class": "broken"] : [:]) { page in
            page.text(CampaignWords.percent(cell.unsafe.value, decimals: 0))
            let moved = change.map { ", \(CampaignWords.signed($0.difference.value, decimals: 0))" } ?? ""
            page.element("span", text: "n = \(DecimalText.grouped(cell.items))\(moved)")
        }
    }

    private static func broken(_ page: inout Markup, _ figures: CampaignFigures, _ method: MethodFigures) {
        page.element("p", text: "\(figures.brokenSentence(method)).")
        guard !method.broken.isEmpty else { return }
        page.element("ul", ["class": "said"]) { page in
            for cell in method.broken {
                let name = CampaignWords.cell(figures.categories[cell.category], figures.styles[cell.style])
                let rates = cell.rates.map { "\(CampaignWords.rate($0)) of \(DecimalText.grouped($0.labels))" }
                page.element("li", text: "\(name): \(rates.joined(separator: ", then "))")
            }
        }
    }
}
