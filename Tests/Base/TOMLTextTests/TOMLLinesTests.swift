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

    @Test func `lines end as Windows ends them, too`() {
        let lines = TOMLLines("a = 1\r\n[t]\r\nb = 2\r\n")
        #expect(lines.line(of: ["t", "b"]) == 3)
    }
}
