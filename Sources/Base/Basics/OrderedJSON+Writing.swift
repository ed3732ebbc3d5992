extension OrderedJSON {
    /// How a value is laid out.
    public enum Layout: Sendable {
        /// On one line, without spaces.
        case compact
        /// A member a line, indented by two spaces; empty objects and arrays stay on one line.
        case pretty
    }

    /// The value as UTF-8 JSON, without a line end after it.
    ///
    /// - Complexity: O(length of the result).
    public func bytes(_ layout: Layout) -> [UInt8] {
        var output: [UInt8] = []
        append(to: &output, layout, depth: 0)
        return output
    }

    /// The value as JSON text, without a line end after it.
    public func description(_ layout: Layout) -> String {
        String(decoding: bytes(layout), as: UTF8.self)
    }

    private func append(to output: inout [UInt8], _ layout: Layout, depth: Int) {
        switch self {
        case .null:
            output.append(contentsOf: "null".utf8)
        case .bool(let value):
            output.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value):
            output.append(contentsOf: value.description.utf8)
        case .number(let value):
            output.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
        case .string(let value):
            JSONText.append(Array(value.utf8), to: &output)
        case .text(let value):
            JSONText.append(value, to: &output)
        case .array(let values):
            Self.append(values, between: ("[", "]"), to: &output, layout, depth) { value, output in
                value.append(to: &output, layout, depth: depth + 1)
            }
        case .object(let members):
            Self.append(members, between: ("{", "}"), to: &output, layout, depth) { member, output in
                JSONText.append(Array(member.key.utf8), to: &output)
                output.append(contentsOf: (layout == .pretty ? ": " : ":").utf8)
                member.value.append(to: &output, layout, depth: depth + 1)
            }
        }
    }

    private static func append<Element>(
        _ elements: [Element],
        between brackets: (open: String, close: String),
        to output: inout [UInt8],
        _ layout: Layout,
        _ depth: Int,
        _ body: (Element, inout [UInt8]) -> Void
    ) {
        output.append(contentsOf: brackets.open.utf8)
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            startLine(&output, layout, depth + 1)
            body(element, &output)
        }
        if !elements.isEmpty { startLine(&output, layout, depth) }
        output.append(contentsOf: brackets.close.utf8)
    }

    private static func startLine(_ output: inout [UInt8], _ layout: Layout, _ depth: Int) {
        guard layout == .pretty else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }
}
