/// What somebody wants a threshold to be: a value, or what it is to come to.
public enum ThresholdWish: Hashable, Sendable {
    /// That value, finite.
    case value(Double)
    /// So many items in a bucket, from 0; more than there are is a wish that no value meets.
    case count(Int, Bucket)
    /// A share of the items in a bucket, 0 to 1, as nearly as items can be parted.
    case share(Double, Bucket)
    /// As it is at the baseline.
    case baseline
    /// As a review or an export has it, by the path of either, or of the round that a review lies beside.
    case file(String)

    /// What is wrong with a text that is no wish.
    public enum Problem: Error, Hashable, Sendable {
        /// It is taken for a value and is none.
        case value(ThresholdText.Problem)
        /// A number of items that is not whole, or below 0, as it was typed.
        case notACount(String)
        /// A share that is not from 0 % to 100 %, as it was typed.
        case notAShare(String)
        /// `as` with nothing behind it.
        case noSource

        /// One clause for the person who typed it.
        public var text: String {
            switch self {
            case .value(.empty): "type a value such as 0.8, a count such as 600 accepted, or a share such as 30 %"
            case .value(let problem): problem.text
            case .notACount(let typed): "\"\(typed)\" is not a number of items; expected one such as 600 accepted"
            case .notAShare(let typed): "\"\(typed)\" is not a share of the items; expected 0 % to 100 %"
            case .noSource: "as needs baseline, or the path of a review or an export, such as as round-1.jsonl.review"
            }
        }
    }

    /// Reads a wish: `0.8`, `600 accepted`, `600 items`, `30 %`, `30 % adversarial`, `as baseline`, `as PATH`.
    ///
    /// A count or share without a bucket is of the bucket that the threshold is there for.
    /// - Parameter name: the threshold.
    public static func parse(_ typed: String, for name: ThresholdName) -> Result<ThresholdWish, Problem> {
        var words = typed.split(separator: " ").map(String.init)
        if words == ["baseline"] { return .success(.baseline) }
        if words.first == "as" {
            // A path may hold blanks, and end with none that anybody typed on purpose.
            let path = words.dropFirst().joined(separator: " ")
            guard !path.isEmpty else { return .failure(.noSource) }
            return .success(path == "baseline" ? .baseline : .file(path))
        }
        // "600 accepted", "600 items", "600 accepted items", "600 items accepted".
        var isCounted = false
        func dropUnit() {
            guard ["items", "item"].contains(words.last) else { return }
            words.removeLast()
            isCounted = true
        }
        dropUnit()
        let named = words.last.flatMap(Bucket.named)
        if named != nil { words.removeLast() }
        if !isCounted { dropUnit() }
        let bucket = named ?? name.ownBucket
        let number = words.joined(separator: " ")
        for unit in ["%", "percent", "per cent"] where number.hasSuffix(unit) && number.count > unit.count {
            let digits = String(number.dropLast(unit.count)).withoutBlanksAtEnds
            guard case .success(let share) = ThresholdText.parse(digits), (0...100).contains(share) else {
                return .failure(.notAShare(number))
            }
            return .success(.share(share / 100, bucket))
        }
        guard named != nil || isCounted else {
            return ThresholdText.parse(typed).map(ThresholdWish.value).mapError(Problem.value)
        }
        guard let count = count(number) else { return .failure(.notACount(number)) }
        return .success(.count(count, bucket))
    }

    /// A whole number, its thousands grouped or not, or written as 1e3; the largest where it is larger than any round.
    private static func count(_ text: String) -> Int? {
        let digits = text.filter { $0 != "," && $0 != " " }
        if !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return Int(digits) ?? .max
        }
        switch ThresholdText.parse(digits) {
        case .success(let value): return value >= 0 && value == value.rounded() ? Int(exactly: value) ?? .max : nil
        case .failure(.notFinite): return digits.hasPrefix("-") || digits.contains("n") ? nil : .max
        case .failure: return nil
        }
    }
}

extension ThresholdName {
    /// The bucket that the threshold is there for: what lies below θ adv is adversarial, what lies above the others accepted.
    public var ownBucket: Bucket { self == .adv ? .adversarial : .accepted }
}

extension Bucket {
    /// The bucket with a name or letter, in either case; nil for any other text.
    public static func named(_ text: String) -> Bucket? {
        let text = text.lowercased()
        return allCases.first { $0.name == text || String($0.letter).lowercased() == text }
    }
}

extension String {
    fileprivate var withoutBlanksAtEnds: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
