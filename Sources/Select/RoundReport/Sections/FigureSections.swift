internal import TextSafety

/// Pictures with their captions.
enum FigureSections {
    /// Pictures side by side where there is room.
    ///
    /// - Parameters:
    ///   - most: how many stand side by side at most, 2 or 3.
    ///   - captions: what each shows, and how sure it is.
    ///   - write: draws the picture of a caption.
    static func side(
        _ page: inout Markup,
        atMost most: Int = 2,
        _ captions: [String],
        _ write: (inout Markup, Int) -> Void
    ) {
        guard !captions.isEmpty else { return }
        page.element("div", ["class": most == 3 ? "side three" : "side"]) { page in
            for (number, caption) in captions.enumerated() {
                page.element("figure") { page in
                    write(&page, number)
                    page.element("figcaption", text: caption)
                }
                page.newLine()
            }
        }
    }
}
