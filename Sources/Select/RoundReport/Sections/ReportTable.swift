internal import RoundModel
internal import TextSafety

/// Writes tables: the first column names its row, the others hold numbers unless they are said to hold texts.
struct ReportTable {
    let caption: String
    let titles: [String]
    /// Whether what stands right of the first column is text.
    var holdsTexts = false
    private(set) var rows: [[String]] = []

    init(_ caption: String = "", _ titles: [String], holdsTexts: Bool = false) {
        self.caption = caption
        self.titles = titles
        self.holdsTexts = holdsTexts
    }

    mutating func add(_ cells: String...) { rows.append(cells) }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// - Parameters:
    ///   - kind: how it looks.
    ///   - name: writes the first cell of a row in place of its text.
    func write(to page: inout Markup, kind: String = "plain", name: ((inout Markup, Int) -> Void)? = nil) {
        page.element("div", ["class": "scroll"]) { page in
            page.element("table", ["class": kind]) { page in
                if !caption.isEmpty { page.element("caption", text: caption) }
                page.element("thead") { page in
                    page.element("tr") { page in
                        for (column, title) in titles.enumerated() { cell(&page, "th", column, "col", title) }
                    }
                }
                page.element("tbody") { page in
                    for (number, row) in rows.enumerated() { self.row(&page, number, row, name) }
                }
            }
        }
    }

    private func row(_ page: inout Markup, _ number: Int, _ row: [String], _ name: ((inout Markup, Int) -> Void)?) {
        page.element("tr") { page in
            for (column, text) in row.enumerated() {
                if column > 0 {
                    cell(&page, "td", column, nil, text)
                } else if let name {
                    page.element("th", ["scope": "row"]) { name(&$0, number) }
                } else {
                    cell(&page, "th", column, "row", text)
                }
            }
        }
        page.newLine()
    }

    private func cell(_ page: inout Markup, _ element: String, _ column: Int, _ scope: String?, _ text: String) {
        let kind = column > 0 && !holdsTexts ? "n" : "t"
        guard let scope else { return page.element(element, ["class": kind], text: text) }
        page.element(element, ["scope": scope, "class": kind]) { page in
            guard scope == "col",
                let bucket = Bucket.allCases.first(where: { text.hasSuffix("\($0.letter) \($0.name)") })
            else { return page.text(text) }
            // Where there is little room the letter stands for the name.
            page.text(String(text.dropLast(bucket.name.count + 1)))
            page.element("span", ["class": "spare"], text: " \(bucket.name)")
        }
    }
}

extension Markup {
    /// A bucket's letter in its colour.
    mutating func badge(_ letter: Character) {
        element("span", ["class": "badge \(letter)"], text: String(letter))
    }
}
