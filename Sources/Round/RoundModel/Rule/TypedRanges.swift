/// Ranges of the two scores that somebody typed: `safety 0.4..0.6 help 0.2..0.8`, one of them, or both without names.
public struct TypedRanges: Hashable, Sendable {
    /// What is wrong with a text, in one clause.
    public struct Problem: Error, Hashable, Sendable {
        public let text: String
    }

    /// The scores that have a range; the lower end is below the upper.
    public let ends: [ScoreName: ClosedRange<Double>]

    /// Reads at least one range.
    public init(_ text: String) throws(Problem) {
        let expected = "expected ranges such as safety 0.4..0.6 help 0.2..0.8"
        var ranges: [ScoreName: ClosedRange<Double>] = [:]
        var next: ScoreName?
        for word in text.parts(at: " ") {
            if let name = ScoreName.named(word) {
                guard next == nil else {
                    throw Problem(text: "\"\(word)\" follows a score without its range; \(expected)")
                }
                next = name
                continue
            }
            let name = next ?? (ranges[.safety] == nil ? .safety : .helpfulness)
            next = nil
            guard let mark = word.firstRange(of: "..") else {
                throw Problem(text: "\"\(word)\" is no range; \(expected)")
            }
            let ends = [String(word[..<mark.lowerBound]), String(word[mark.upperBound...])].map(ThresholdText.parse)
            switch (ends[0], ends[1]) {
            case (.failure(let problem), _), (_, .failure(let problem)): throw Problem(text: problem.text)
            case (.success(let low), .success(let high)):
                guard low < high else {
                    throw Problem(text: "\(word) ends where it begins, or before; \(expected)")
                }
                guard ranges.updateValue(low...high, forKey: name) == nil else {
                    throw Problem(text: "\(name.rawValue) has two ranges; \(expected)")
                }
            }
        }
        guard next == nil, !ranges.isEmpty else { throw Problem(text: "a range is missing; \(expected)") }
        ends = ranges
    }
}
