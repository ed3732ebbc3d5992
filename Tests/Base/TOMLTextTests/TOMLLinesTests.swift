import TOMLText
import Testing

@Suite struct TOMLLinesTests {
    @Test func `keys are found however they are written`() {
        let lines = TOMLLines(
            """
            # a = 0
            a = 1

            [ table ]
            "b.c" = 2
            d.e = 3
            [table.inner]
              f = 4
            g . h = 5
            """
        )
        #expect(lines.line(of: ["a"]) == 2)
        #expect(lines.line(of: ["table"]) == 4)
        #expect(lines.line(of: ["table", "b.c"]) == 5)
        #expect(lines.line(of: ["table", "d", "e"]) == 6)
        #expect(lines.line(of: ["table", "inner", "f"]) == 8)
        #expect(lines.line(of: ["table", "inner", "g.h"]) == 9)
        #expect(lines.line(of: ["table", "inner", "missing"]) == 7)
        #expect(lines.line(of: ["missing"]) == 1)
    }

    @Test func `tables of a list are told apart by their number`() {
        let lines = TOMLLines("a = 1\n[[round]]\nb = 2\n\n[[round]]\nc = 3\n[[ other ]]\nb = 4\n")
        #expect(lines.line(of: ["round", "0", "b"]) == 3 && lines.line(of: ["round", "1", "c"]) == 6)
        #expect(lines.line(of: ["round", "1"]) == 5 && lines.line(of: ["round", "1", "b"]) == 5)
        #expect(lines.line(of: ["round"]) == 2 && lines.line(of: ["other", "0", "b"]) == 8)
    }

    @Test func `lines end as Windows ends them, too`() {
        let lines = TOMLLines("a = 1\r\n[t]\r\nb = 2\r\n")
        #expect(lines.line(of: ["t", "b"]) == 3)
    }

    @Test func `a key and its value have columns, from 1`() {
        let lines = TOMLLines("a=1\n  b = \"x\"\n[t]\n\tc\t=\n\"d\" =  2\n")
        func place(_ path: String...) -> [Int] {
            let place = lines.place(of: path)
            return [place.line, place.column, place.valueColumn]
        }
        #expect(place("a") == [1, 1, 3])
        #expect(place("b") == [2, 3, 7])
        #expect(place("t") == [3, 1, 1])
        #expect(place("t", "c") == [4, 2, 2])
        #expect(place("t", "d") == [5, 1, 8])
        #expect(place("no") == [1, 1, 1])
    }
}
