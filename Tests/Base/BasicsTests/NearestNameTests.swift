import Basics
import Testing

@Suite struct NearestNameTests {
    private let names = ["theme", "reviewer", "thresholds", "steps", "fields", "keys"]

    @Test(arguments: [
        ("tehme", "theme"), ("Theme", "theme"), ("reviewr", "reviewer"), ("threshold", "thresholds"), ("kyes", "keys"),
        ("feild", "fields"),
    ]) func `a slip of the finger is understood`(_ typed: String, _ meant: String) {
        #expect(NearestName.of(typed, among: names) == meant)
    }

    @Test(arguments: ["colour", "", "x", "qwertyuiop"]) func `what is like nothing is like nothing`(_ typed: String) {
        #expect(NearestName.of(typed, among: names) == nil)
    }
}
