import ItemFilter
import RoundModel
import TestSupport

/// Expressions of every shape that can be written.
struct RandomFilters {
    /// Fields that are known, with values that rows may have.
    static let fields = FilterFields([
        .init(path: "id", role: .id), .init(path: "prompt", role: .prompt, kind: .text),
        .init(path: "response", role: .response, kind: .text), .init(path: "category", role: .category),
        .init(path: "attack_style", role: .style), .init(path: "scores.toxicity", kind: .number),
        .init(path: "safety_score", role: .safety, kind: .number),
        .init(path: "helpfulness_score", role: .helpfulness, kind: .number), .init(path: "moved"),
        .init(path: "two words"), .init(path: "naïve"), .init(path: "not"), .init(path: "12"),
    ])

    static let paths = ["scores.toxicity", "moved", "two words", "naïve", "not", "12"]
    static let texts = [
        "fraud", "role-play", "and", "a b", "\"", "\\", "a\"b\\", "/x/", "3", "é", "", "(", "x=y", "'", "has:note",
        "1e3",
    ]
    static let patterns = ["lock", "lo+ck", "a/b", "\\d\\.", "\\\\", "[/]", "(a|b)", "\"", " ", "\\\\/"]

    static func expression(depth: Int, using random: inout SeededGenerator) -> FilterExpression {
        switch depth > 0 ? Int.random(in: 0..<6, using: &random) : 0 {
        case 0, 1: return .test(test(using: &random))
        case 2: return .not(expression(depth: depth - 1, using: &random))
        case 3: return .or(parts(depth, using: &random))
        default: return .and(parts(depth, using: &random))
        }
    }

    private static func parts(_ depth: Int, using random: inout SeededGenerator) -> [FilterExpression] {
        (0..<Int.random(in: 2...3, using: &random)).map { _ in expression(depth: depth - 1, using: &random) }
    }

    static func test(using random: inout SeededGenerator) -> FilterTest {
        let comparison = FilterComparison.allCases.randomElement(using: &random) ?? .equal
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1:
            let number = (Double.random(in: -2...2, using: &random) * 100).rounded() / 100
            return .score(Bool.random(using: &random) ? .safety : .helpfulness, comparison, number)
        case 2: return .has(FilterVerdict.allCases.randomElement(using: &random) ?? .note)
        case 3: return .moved
        case 4: return .judged
        case 5:
            let bucket = Bucket.allCases.randomElement(using: &random) ?? .accepted
            return .bucket(Bool.random(using: &random) ? .equal : .notEqual, bucket)
        case 6:
            let number: Double = [0, 3, -1.5, 1e-7, 12].randomElement(using: &random) ?? 0
            return .field(.path("scores.toxicity"), comparison, .number(number))
        case 7:
            let text = texts.randomElement(using: &random) ?? ""
            return .field(field(using: &random), Bool.random(using: &random) ? .equal : .notEqual, .text(text))
        case 8:
            return .state(field(using: &random), FilterFieldState.allCases.randomElement(using: &random) ?? .null)
        default:
            let isExpression = Bool.random(using: &random)
            let text = (isExpression ? patterns : texts.filter { !$0.isEmpty }).randomElement(using: &random) ?? "x"
            let ignoresCase = isExpression && Bool.random(using: &random)
            return .matches(
                field(using: &random),
                FilterPattern(text, isExpression: isExpression, ignoresCase: ignoresCase)
            )
        }
    }

    private static func field(using random: inout SeededGenerator) -> FilterField {
        let all: [FilterField] = [
            .role(.prompt), .role(.response), .role(.category), .role(.style), .role(.id),
        ]
        return (all + paths.map(FilterField.path)).randomElement(using: &random) ?? .role(.prompt)
    }
}
