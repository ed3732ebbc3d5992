import Testing

@testable import SampleRounds

@Suite struct ScoreTests {
    @Test(
        arguments: [
            (0.83124, 4, "0.8312"), (0.5, 4, "0.5"), (0.8301, 1, "0.8"), (0, 4, "0"), (1, 4, "1"), (1.7, 4, "1"),
            (-0.2, 4, "0"), (0.00012, 4, "0.0001"), (0.123456, 6, "0.123456"),
        ]
    )
    func `writes the shortest decimal`(value: Double, places: Int, text: String) {
        let score = Score(value, places: places)
        #expect(score.text == text)
        #expect(Double(text) == score.value)
    }

    @Test func `the logistic function is close to the real one`() {
        // Reference values to six places.
        for (x, y) in [(0.0, 0.5), (1, 0.731059), (-2, 0.119203), (4, 0.982014), (-8, 0.000335)] {
            #expect(abs(ScoreModel.logistic(x) - y) < 0.000_001)
        }
    }
}
