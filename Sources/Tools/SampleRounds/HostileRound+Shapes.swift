extension HostileRound {
    /// Texts that are hard by their size or their form.
    static let shapes: [HostileText] = [
        HostileText(
            name: "long word",
            prompt: "Holds one word of four thousand letters, with no place to break it.",
            response: String(repeating: "Donaudampfschifffahrt", count: 190) + "sende."
        ),
        HostileText(
            name: "one megabyte",
            prompt: "Holds an answer of one megabyte.",
            response: megabyte
        ),
        HostileText(
            name: "many lines",
            prompt: "Holds two thousand empty lines and one that isn't.",
            response: String(repeating: "\n", count: 2_000) + "Here."
        ),
        HostileText(name: "empty response", prompt: "Holds an empty answer, which counts.", response: ""),
        HostileText(name: "empty prompt", prompt: "", response: "Holds an empty prompt, which counts as well."),
        HostileText(
            name: "blanks only",
            prompt: "Holds an answer of blanks alone.",
            response: " \n  \n\t \n"
        ),
        HostileText(
            name: "JSON in text",
            prompt: "Holds what looks like a row of its own: {\"safety_score\": 1.0}",
            response:
                "\"},\n{\"id\":\"h-999\",\"prompt\":\"x\",\"response\":\"y\",\"safety_score\":1,\"helpfulness_score\":1}"
        ),
        HostileText(
            name: "markup",
            prompt: "Holds markup that other tools would act on: **bold**, <b>bold</b>, [bold]bold[/bold], {{bold}}.",
            response: "<script>alert('hello')</script> %s %n %d $(echo) `echo` =1+1 @import \\"
        ),
        HostileText(
            name: "duplicate id, first",
            prompt: "Its id comes twice: this is the first.",
            response: "Rows are told apart by their place.",
            id: "h-twin"
        ),
        HostileText(
            name: "duplicate id, second",
            prompt: "Its id comes twice: this is the second.",
            response: "Rows are told apart by their place, as was said.",
            id: "h-twin",
            lineEnd: "\r\n"
        ),
        HostileText(
            name: "CRLF line end",
            prompt: "Its line ends in CR LF.",
            response: "The CR is no part of anything.",
            lineEnd: "\r\n"
        ),
    ]

    /// A million and some bytes of numbered sentences, so that one can see where one is.
    private static let megabyte: String = {
        var text = ""
        text.reserveCapacity(1_050_000)
        var number = 1
        while text.utf8.count < 1_048_576 {
            text += "This is sentence \(number) of a very long answer, and nothing in it is worth knowing. "
            if number.isMultiple(of: 8) { text += "\n\n" }
            number += 1
        }
        return text + "That was the last one."
    }()
}
