import Foundation

/// The part of a page that is made from the program: it stands between two marks.
enum MarkedPart {
    static let begin = "<!-- script/documents -->"
    static let end = "<!-- end of script/documents -->"

    /// A page with other lines between its marks; nil where it has none.
    static func replaced(in page: String, by lines: [String]) -> String? {
        guard let start = page.range(of: begin), let stop = page.range(of: end, range: start.upperBound..<page.endIndex)
        else { return nil }
        return page[..<start.upperBound] + "\n\n" + lines.joined(separator: "\n") + "\n\n" + page[stop.lowerBound...]
    }
}
