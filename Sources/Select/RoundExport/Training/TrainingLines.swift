internal import Basics
internal import RoundFiles

/// A line as trainers take it: texts, and what stands before, between and behind them.
struct LineParts {
    var texts: [UnsafeRawBufferPointer]
    var between: [StaticString]

    static func completion(_ prompt: UnsafeRawBufferPointer, _ response: UnsafeRawBufferPointer) -> LineParts {
        LineParts(texts: [prompt, response], between: [#"{"prompt":"#, #","completion":"#, "}\n"])
    }

    static func unpaired(
        _ prompt: UnsafeRawBufferPointer,
        _ response: UnsafeRawBufferPointer,
        _ label: Bool
    ) -> LineParts {
        let end: StaticString = label ? ",\"label\":true}\n" : ",\"label\":false}\n"
        return LineParts(texts: [prompt, response], between: [#"{"prompt":"#, #","completion":"#, end])
    }

    static func messages(_ prompt: UnsafeRawBufferPointer, _ response: UnsafeRawBufferPointer) -> LineParts {
        let start: StaticString = #"{"messages":[{"role":"user","content":"#
        return LineParts(
            texts: [prompt, response],
            between: [start, #"},{"role":"assistant","content":"#, "}]}\n"]
        )
    }

    /// Trainers drop a conversation that nobody answers, and take this as a prompt.
    static func promptAlone(_ prompt: UnsafeRawBufferPointer) -> LineParts {
        LineParts(texts: [prompt], between: [#"{"prompt":[{"role":"user","content":"#, "}]}\n"])
    }

    static func promptAsText(_ prompt: UnsafeRawBufferPointer) -> LineParts {
        LineParts(texts: [prompt], between: [#"{"prompt":"#, "}\n"])
    }

    /// A pair up to its rejected response, which `rejected` ends.
    static func chosen(_ prompt: UnsafeRawBufferPointer, _ response: UnsafeRawBufferPointer) -> LineParts {
        LineParts(texts: [prompt, response], between: [#"{"prompt":"#, #","chosen":"#, #","rejected":"#])
    }
}

extension LineParts {
    static func rejected(_ response: UnsafeRawBufferPointer) -> LineParts {
        LineParts(texts: [response], between: ["", "}\n"])
    }
}

extension RenderedRows.Lines {
    /// Appends a whole line.
    mutating func append(_ line: LineParts) { finish(begin(line)) }

    /// Appends a part of a line.
    ///
    /// - Returns: how many lone surrogates are in it.
    mutating func begin(_ part: LineParts) -> Int {
        var surrogates = 0
        for (index, text) in part.texts.enumerated() {
            append(part.between[index])
            surrogates += JSONText.appendReplacing(text, to: &bytes)
        }
        append(part.between[part.texts.count])
        return surrogates
    }

    /// Appends the end of a line.
    ///
    /// - Parameter surrogates: what `begin` gave for its beginning.
    mutating func end(_ part: LineParts, after surrogates: Int) {
        finish(surrogates + begin(part))
    }

    /// Appends a chat as a line.
    mutating func append(_ turns: [ChatTurn]) {
        var surrogates = 0
        append(#"{"messages":["#)
        for (index, turn) in turns.enumerated() {
            append(index > 0 ? #",{"role":"# : #"{"role":"#)
            surrogates += turn.role.withUnsafeBytes { JSONText.appendReplacing($0, to: &bytes) }
            append(#","content":"#)
            surrogates += turn.text.withUnsafeBytes { JSONText.appendReplacing($0, to: &bytes) }
            append("}")
        }
        append("]}\n")
        if turns.contains(where: { !$0.isText }) { otherTurns += 1 }
        if !turns.alternate { unevenTurns += 1 }
        finish(surrogates)
    }

    private mutating func finish(_ surrogates: Int) {
        if surrogates > 0 { replaced += 1 }
        count += 1
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

extension [ChatTurn] {
    /// Whether user and assistant take turns behind the system's words, the assistant last: LLaMA-Factory drops other chats
    /// without a word.
    var alternate: Bool {
        let system = first?.role == [UInt8]("system".utf8) ? 1 : 0
        guard count > system, (count - system) % 2 == 0 else { return false }
        return dropFirst(system).enumerated().allSatisfy { index, turn in
            turn.role == [UInt8]((index % 2 == 0 ? "user" : "assistant").utf8)
        }
    }
}
