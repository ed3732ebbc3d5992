import RoundModel
import Testing

@Suite struct ThresholdTextTests {
    @Test(arguments: [
        ("0.8", 0.8), (" -3.25 ", -3.25), ("1e-3", 0.001), ("+2", 2), (".5", 0.5), ("-0", 0), ("1E2", 100),
    ]) func `decimal numbers are read, with blanks around them`(_ typed: String, _ value: Double) throws {
        #expect(try ThresholdText.parse(typed).get() == value)
    }

    @Test(arguments: [
        ("", ThresholdText.Problem.empty), ("   ", .empty), ("abc", .notANumber("abc")), ("0,8", .notANumber("0,8")),
        ("0x1p3", .notANumber("0x1p3")), (" 1 2 ", .notANumber("1 2")), ("1e999", .notFinite("1e999")),
        ("-inf", .notFinite("-inf")), ("nan", .notFinite("nan")),
    ]) func `what is no threshold is told by its kind`(_ typed: String, _ problem: ThresholdText.Problem) {
        #expect(throws: problem) { try ThresholdText.parse(typed).get() }
    }
}
