import Foundation

/// Small inputs that were once taken for something else, by name, as the people who met them had them.
enum FoundInputs {
    static func jsonRow(_ index: Int, safety: String = "0.9", help: String = "0.9") -> String {
        #"{"prompt": "p\#(index)", "response": "r", "safety_score": \#(safety), "helpfulness_score": \#(help)}"#
    }

    static func jsonRows(_ count: Int) -> String { (0..<count).map { jsonRow($0) + "\n" }.joined() }

    static let header = "prompt,response,safety_score,helpfulness_score\n"

    static func csvRows(_ range: Range<Int>) -> String { range.map { "p\($0),r,0.9,0.9\n" }.joined() }

    static let quoteNeverEnds = header + csvRows(0..<3) + "\"oops,r,0.9,0.9\n" + csvRows(4..<30)

    static let textBehindAQuote =
        header + "\"a\" b,r1,0.1,0.9\nc,r2,0.9,0.9\n\"d\",r3,0.9,0.9\n\"e\nf\",r4,0.1,0.9\n"

    static let prettyData = """
        {
          "data": [
            {
              "prompt": "p0",
              "response": "r",
              "safety_score": 0.9,
              "helpfulness_score": 0.9
            }
          ]
        }

        """

    static let nestedResults = """
        {
          "evaluation": {"results": [
            {
              "prompt": {"raw": "p"},
              "response": {"output": "r"},
              "safety_score": 0.9,
              "helpfulness_score": 0.9
            }
          ]}
        }

        """

    static let largeFilePointer = """
        version https://git-lfs.github.com/spec/v1
        oid sha256:0000000000000000000000000000000000000000000000000000000000000000
        size 12345

        """

    static let utf16WithoutMark: [UInt8] = jsonRows(3).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    /// ASCII alone, behind a mark.
    static let utf32: [UInt8] = [0xFF, 0xFE, 0, 0] + jsonRows(3).utf8.flatMap { [$0, 0, 0, 0] }

    static let likert =
        (0..<20).map { jsonRow($0, safety: $0 == 0 ? "1" : "5", help: $0 < 2 ? "2" : "5") + "\n" }.joined()

    static let aboveOneByAHair =
        (0..<10).map { jsonRow($0, safety: "0.\($0)") + "\n" }.joined() + jsonRow(10, safety: "1.0000001") + "\n"

    static let oddScores = """
        -1.925 0.847
        3.11 0.255
        0.963 0.449
        2.213 0.789
        -2.249 0.028
        3.686 0.433
        3.098 0.002
        0.563 0.722
        -0.682 0.021
        3.701 0.556
        2.138 0.186
        """.split(separator: "\n").enumerated()
        .map { index, scores in
            let pair = scores.split(separator: " ")
            return jsonRow(index, safety: String(pair[0]), help: String(pair[1])) + "\n"
        }.joined()

    /// Three rows in one file, as `xz` made it.
    static let xz = Data(
        base64Encoded: """
            /Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4ADyAEpdAD2Iigdj/CYmUFdTKXOyg6J1QXPGBn4A5b8+vLtOA0J8gQ4e7S/maXSwNyNQjnVM8xrFTvAU\
            7ja333ToRsBnBhjfOSLP6YQi/6AAAAAA9pnj4u1mAcgAAWbzAQAAAHJ10KqxxGf7AgAAAAAEWVo=
            """
    ).map(Array.init)

    /// The same rows in a zip archive, stored.
    static let zip = Data(
        base64Encoded: """
            UEsDBBQAAAAAAPeAfV1ZMOeK8wAAAPMAAAAHAAAAYS5qc29ubHsicHJvbXB0IjogInAwIiwgInJlc3BvbnNlIjogInIiLCAic2FmZXR5X3Njb3Jl\
            IjogMC45LCAiaGVscGZ1bG5lc3Nfc2NvcmUiOiAwLjl9CnsicHJvbXB0IjogInAxIiwgInJlc3BvbnNlIjogInIiLCAic2FmZXR5X3Njb3JlIjog\
            MC45LCAiaGVscGZ1bG5lc3Nfc2NvcmUiOiAwLjl9CnsicHJvbXB0IjogInAyIiwgInJlc3BvbnNlIjogInIiLCAic2FmZXR5X3Njb3JlIjogMC45\
            LCAiaGVscGZ1bG5lc3Nfc2NvcmUiOiAwLjl9ClBLAQIUAxQAAAAAAPeAfV1ZMOeK8wAAAPMAAAAHAAAAAAAAAAAAAACAAQAAAABhLmpzb25sUEsF\
            BgAAAAABAAEANQAAABgBAAAAAA==
            """
    ).map(Array.init)

    /// The same rows in a tar archive that was packed with gzip.
    static let tarGz = Data(
        base64Encoded: """
            H4sICNJNDGsC/zEzLXJvd3MudGFyAO3NQQrCMBCF4aw9RclaSmxLRS8jQVJEahMy7aKIdzdVEHVdXej/bWZ4A29sfhTfteqTTFJX1W0m79OUdfnY\
            7/m6KGuVGfUFg/Q2ppfqP511iP4Uer3NdDB6menoJPhO3JTEKRDbuH7cyd7HKTT5JoUH14ZmaDsn8ny5LF4KV3MXFjMUKgAAAAAAAAAAAAAAAAD4\
            BVfYF5scACgAAA==
            """
    ).map(Array.init)
}
