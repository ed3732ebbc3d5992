import RoundModel
import Testing

@Suite struct GridAxisTests {
    private let axis = GridAxis(lines: [0.25, 0.5], min: 0, max: 1, isExact: false)

    @Test func `a strip is a line or what lies between two`() {
        #expect([0.1, 0.25, 0.3, 0.5, 0.7].map(axis.strip) == [0, 1, 2, 3, 4])
        #expect(axis.strip(of: 0.25.nextUp) == 2)
        #expect(axis.neighbours(of: 0.3) == (0.25, 0.5))
        #expect(axis.neighbours(of: 0.5) == (0.25, nil))
        #expect(axis.neighbours(of: 0.1) == (nil, 0.25))
    }

    @Test func `counts are exact on a line, beyond all scores, and where every score is a line`() {
        #expect([0.25, 0.5, -0.1, 1.1].allSatisfy(axis.isExact(at:)))
        #expect(![0, 0.3, 1].contains(where: axis.isExact(at:)))
        #expect(GridAxis(lines: [0.25], min: 0.25, max: 0.25, isExact: true).isExact(at: 0.3))
    }

    @Test func `the next line is that after a value, on a line or between two`() {
        #expect(axis.line(from: 0.3, up: true) == 0.5)
        #expect(axis.line(from: 0.3, up: false) == 0.25)
        #expect(axis.line(from: 0.25, up: true) == 0.5)
        #expect(axis.line(from: 0.25, up: false) == nil)
    }
}
