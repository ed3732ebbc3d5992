import Testing

@testable import RoundExport

struct ScoreTextTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var values: [Double]
        var texts: [String]
        var testDescription: String { texts.joined(separator: " ") }
    }

    @Test(arguments: [
        Row(values: [0, 0.25, 1], texts: ["0.000", "0.250", "1.000"]),
        Row(values: [-0.0, 0.5], texts: ["0.000", "0.500"]),
        Row(values: [1 / 3, 0.9998], texts: ["0.3333", "0.9998"]),
        Row(values: [0.99981, 0.99983, 1], texts: ["0.99981", "0.99983", "1.00000"]),
        Row(values: [0.1, 0.99999999], texts: ["0.10000", "0.99999999"]),
        Row(values: [0.00002, 0.5], texts: ["0.00002", "0.50000"]),
        Row(values: [1e-9, 0.5], texts: ["1e-09", "0.50000"]),
        Row(values: [-12.5, 3.25, 40], texts: ["-12.50", "3.25", "40.00"]),
        Row(values: [123_456, 654_321.75], texts: ["123456", "654321.8"]),
        Row(values: [-1e308, 0.5, 1e308], texts: ["-1e+308", "0.5", "1e+308"]),
        Row(
            values: [-1.7976931348623157e308, Double.leastNonzeroMagnitude],
            texts: ["-1.79769e+308", "4.94066e-324"]
        ),
        Row(values: [.infinity, 1], texts: ["inf", "1.000"]), Row(values: [], texts: []),
    ]) func `what is shown`(_ row: Row) {
        #expect(ScoreText.row(row.values) == row.texts)
    }

    /// No score reads as a whole number that it is not, and neighbours within six digits differ.
    @Test func `nothing below one reads as one`() {
        for exponent in 1...15 {
            let value = 1 - 1 / Double(sequence(first: 1) { $0 * 10 }.prefix(exponent + 1).map { Double($0) }.last ?? 1)
            let texts = ScoreText.row([0, value, 1])
            #expect(Double(texts[1]).map { $0 < 1 } == true, "\(value): \(texts)")
        }
    }
}
