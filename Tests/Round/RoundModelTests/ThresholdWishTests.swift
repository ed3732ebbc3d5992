import RoundModel
import Testing

@Suite struct ThresholdWishTests {
    static let wishes: [(String, ThresholdName, ThresholdWish)] = [
        ("0.8", .safety, .value(0.8)), (" -3.25 ", .adv, .value(-3.25)), ("600", .safety, .value(600)),
        ("600 accepted", .safety, .count(600, .accepted)), ("1,200 items", .adv, .count(1200, .adversarial)),
        ("600 c", .help, .count(600, .accepted)), ("12 A", .safety, .count(12, .adversarial)),
        ("1e3 accepted", .safety, .count(1000, .accepted)), ("40 accepted items", .safety, .count(40, .accepted)),
        ("0 discarded", .adv, .count(0, .discarded)), ("30 %", .safety, .share(0.3, .accepted)),
        ("30%", .adv, .share(0.3, .adversarial)), ("2.5 % discarded", .help, .share(0.025, .discarded)),
        ("30 percent accepted", .safety, .share(0.3, .accepted)), ("baseline", .adv, .baseline),
        ("as baseline", .help, .baseline), ("as ../round 1.review", .adv, .file("../round 1.review")),
        (String(repeating: "9", count: 400) + " accepted", .safety, .count(.max, .accepted)),
        ("1e400 accepted", .safety, .count(.max, .accepted)),
    ]

    @Test(arguments: wishes.indices) func `a value, a count, a share and another round are told apart`(_ index: Int) {
        let (text, name, wish) = Self.wishes[index]
        #expect(ThresholdWish.parse(text, for: name) == .success(wish))
    }

    @Test(arguments: [
        ("", "type a value"), ("accepted", "not a number of items"), ("-5 accepted", "-5"), ("1.5 accepted", "1.5"),
        ("nan accepted", "nan"), ("-1e400 accepted", "not a number of items"), ("101 %", "0 % to 100 %"),
        ("-1 %", "0 % to 100 %"), ("%", "not a number"), ("x %", "0 % to 100 %"), ("1e400 %", "0 % to 100 %"),
        ("10^400", "not a number"), ("1e400", "not finite"), ("as", "path"), ("0,8", "decimal mark"),
        ("six accepted", "six"),
    ]) func `what is none of them is told with what is expected`(_ typed: String, _ says: String) {
        guard case .failure(let problem) = ThresholdWish.parse(typed, for: .safety) else {
            Issue.record("\(typed) is taken")
            return
        }
        #expect(problem.text.contains(says), "\(problem.text)")
    }
}
