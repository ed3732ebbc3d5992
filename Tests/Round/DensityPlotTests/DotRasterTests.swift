import DensityPlot
import TestSupport
import Testing

@Suite struct DotRasterTests {
    private func marked(_ dots: DotRaster) -> Set<[Int]> {
        var all: Set<[Int]> = []
        for row in 0..<dots.rows {
            for column in 0..<dots.columns where dots.isMarked(column: column, row: row) { all.insert([column, row]) }
        }
        return all
    }

    @Test func `a line holds both its ends and has no gap`() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let (columns, rows) = (Int.random(in: 1...40, using: &random), Int.random(in: 1...40, using: &random))
            let ends = (0..<2).map { _ in
                (Int.random(in: 0..<columns, using: &random), Int.random(in: 0..<rows, using: &random))
            }
            var dots = DotRaster(columns: columns, rows: rows)
            dots.line(from: (Double(ends[0].0), Double(ends[0].1)), to: (Double(ends[1].0), Double(ends[1].1)))
            let all = marked(dots)
            #expect(all.contains([ends[0].0, ends[0].1]) && all.contains([ends[1].0, ends[1].1]))
            // From each dot but the last one a neighbour lies nearer to the end.
            for dot in all where dot != [ends[1].0, ends[1].1] {
                func distance(_ dot: [Int]) -> Int { max(abs(dot[0] - ends[1].0), abs(dot[1] - ends[1].1)) }
                #expect(
                    all.contains { max(abs($0[0] - dot[0]), abs($0[1] - dot[1])) == 1 && distance($0) < distance(dot) }
                )
            }
        }
    }

    @Test(arguments: [
        ((-1e300, 2.0), (1e300, 2.0)), ((4.0, -1e12), (4.0, 1e12)), ((-100.0, 2.0), (100.0, 2.0)),
    ]) func `a line from far outside is drawn as far as the grid goes`(_ ends: ((Double, Double), (Double, Double))) {
        var dots = DotRaster(columns: 9, rows: 5)
        dots.line(from: (ends.0.0, ends.0.1), to: (ends.1.0, ends.1.1))
        #expect(marked(dots).count >= 5)
    }

    @Test(arguments: [
        ((Double.nan, 2.0), (3.0, 2.0)), ((0.0, Double.infinity), (3.0, 2.0)), ((-5.0, -5.0), (9.0, -5.0)),
    ]) func `what is no line, or lies beside the grid, leaves nothing`(_ ends: ((Double, Double), (Double, Double))) {
        var dots = DotRaster(columns: 9, rows: 5)
        dots.line(from: (ends.0.0, ends.0.1), to: (ends.1.0, ends.1.1))
        #expect(marked(dots).isEmpty)
        var none = DotRaster(columns: 0, rows: -3)
        none.line(from: (0, 0), to: (1, 1))
        none.mark(column: 0, row: 0)
        #expect(marked(none).isEmpty)
    }

    @Test func `dots become the braille pattern of their cell`() {
        var dots = DotRaster(columns: 4, rows: 4)
        #expect(dots.braille(column: 0, row: 0) == nil)
        dots.mark(column: 0, row: 0)
        dots.mark(column: 1, row: 3)
        #expect(dots.braille(column: 0, row: 0) == "⢁")
        for row in 0..<4 { for column in 2..<4 { dots.mark(column: column, row: row) } }
        #expect(dots.braille(column: 1, row: 0) == "⣿")
    }
}
