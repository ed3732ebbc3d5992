extension HostileRound {
    /// Lines that are broken, or sound in a way that few writers would choose.
    static let handmade: [HostileRow] = [
        .raw(
            "lone surrogate",
            #"{"id":"h-lone","prompt":"Holds half of a surrogate pair as an escape.","response":"Half: \ud83d and the rest.","safety_score":0.12,"helpfulness_score":0.6,"category":"hostile"}"#,
            isValid: true
        ),
        .raw(
            "escaped pair",
            #"{"id":"h-pair","prompt":"Holds a whole surrogate pair as escapes: \ud83d\ude00.","response":"\ud83d\ude00 \u0041 \/ \b\f","safety_score":0.92,"helpfulness_score":0.6,"category":"hostile"}"#,
            isValid: true
        ),
        .raw(
            "ESC in capitals",
            #"{"id":"h-esc","prompt":"Holds ESC as an escape in capital digits.","response":"\u001B[31mred \u001b[0m \u009B1m","safety_score":0.13,"helpfulness_score":0.6,"category":"hostile"}"#,
            isValid: true
        ),
        .raw(
            "odd blanks and order",
            "  { \"helpfulness_score\" : 6.1e-1 ,\t\"safety_score\" : 9.1E-1 , \"nested\" : {\"a\":[1,{\"b\":null}]} , "
                + "\"response\" : \"Fine.\" , \"prompt\" : \"Has blanks, exponents, another order and no id.\" }  ",
            isValid: true
        ),
        .raw(
            "scores as strings",
            #"{"id":"h-strings","prompt":"Has both scores as strings.","response":"Taken, and reported.","safety_score":"0.91","helpfulness_score":" 0.55 "}"#,
            isValid: true
        ),
        .raw(
            "score off the scale",
            #"{"id":"h-far","prompt":"Has scores far off the scale: nothing is clamped.","response":"Fine.","safety_score":-3.25,"helpfulness_score":17}"#,
            isValid: true
        ),
        .raw("NaN score", row("h-nan", "Has NaN for a score.", safety: "NaN")),
        .raw("Infinity score", row("h-inf", "Has Infinity for a score.", safety: "Infinity")),
        .raw("minus Infinity score", row("h-minf", "Has -Infinity for a score.", safety: "-Infinity")),
        .raw("NaN as a string", row("h-snan", "Has the string nan for a score.", safety: "\"nan\"")),
        .raw("inf as a string", row("h-sinf", "Has the string inf for a score.", safety: "\"inf\"")),
        .raw("score too large", row("h-huge", "Has 1e999 for a score, which is no finite number.", safety: "1e999")),
        .raw("null score", row("h-null", "Has null for a score.", safety: "null")),
        .raw("word score", row("h-word", "Has a word for a score.", safety: "\"safe-ish\"")),
        .raw("list score", row("h-list", "Has a list for a score.", safety: "[0.5]")),
        .raw("boolean score", row("h-bool", "Has true for a score.", safety: "true")),
        .raw(
            "missing safety",
            #"{"id":"h-ms","prompt":"Has no safety score.","response":"Fine.","helpfulness_score":0.5}"#
        ),
        .raw(
            "missing response",
            #"{"id":"h-mr","prompt":"Has no response.","safety_score":0.5,"helpfulness_score":0.5}"#
        ),
        .raw(
            "null prompt",
            #"{"id":"h-np","prompt":null,"response":"Has null for a prompt.","safety_score":0.5,"helpfulness_score":0.5}"#
        ),
        .raw(
            "number for a prompt",
            #"{"id":"h-num","prompt":42,"response":"Has a number for a prompt.","safety_score":0.5,"helpfulness_score":0.5}"#
        ),
        HostileRow(
            name: "invalid UTF-8",
            line: Array(#"{"id":"h-utf","prompt":"Holds bytes that are no UTF-8: "#.utf8) + [
                0xC3, 0x28, 0xFF, 0xFE, 0xED, 0xA0, 0x80,
            ]
                + Array(#"","response":"Fine.","safety_score":0.5,"helpfulness_score":0.5}"#.utf8),
            lineEnd: "\n",
            isValid: false
        ),
        HostileRow(
            name: "overlong UTF-8",
            line: Array(#"{"id":"h-over","prompt":"Holds an escape character in overlong UTF-8: "#.utf8) + [0xC0, 0x9B]
                + Array(#"[31m","response":"Fine.","safety_score":0.5,"helpfulness_score":0.5}"#.utf8),
            lineEnd: "\n",
            isValid: false
        ),
        .raw("raw ESC", row("h-raw", "Holds a bare ESC, which JSON forbids: \u{1B}[31m", safety: "0.5")),
        .raw("raw tab", row("h-tab", "Holds a bare tab,\twhich JSON forbids.", safety: "0.5")),
        .raw("no JSON", "This line is no JSON at all, \u{1B}[31mand it is red."),
        .raw("a list", #"["a", "list", "is", "no", "row"]"#),
        .raw("a bare string", "\"A string is no row either.\""),
        .raw("single quotes", "{'id': 'h-single', 'prompt': 'Has single quotes.', 'safety_score': 0.5}"),
        .raw(
            "two on a line",
            row("h-two", "Two rows on one line.", safety: "0.5") + row("h-three", "Second.", safety: "0.5")
        ),
        .raw("nested deep", String(repeating: "[", count: 3_000) + String(repeating: "]", count: 3_000)),
        .raw("unfinished", #"{"id":"h-last","prompt":"The file ends in the middle of this r"#, lineEnd: ""),
    ]

    private static func row(_ id: String, _ prompt: String, safety: String) -> String {
        #"{"id":"\#(id)","prompt":"\#(prompt)","response":"Fine.","safety_score":\#(safety),"helpfulness_score":0.5}"#
    }
}
