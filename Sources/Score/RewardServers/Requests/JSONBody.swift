import Basics

/// Writes the body of a request, member by member.
struct JSONBody {
    private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]

    mutating func add(_ key: String, _ value: OrderedJSON) {
        add(key) { $0 += value.bytes(.compact) }
    }

    /// Adds a member whose value is appended by hand.
    mutating func add(_ key: String, _ append: (inout [UInt8]) -> Void) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        JSONText.append(Array(key.utf8), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(&bytes)
    }

    /// Adds a list of texts.
    mutating func add(_ key: String, texts: [[UInt8]]) {
        add(key) { output in
            output.append(UInt8(ascii: "["))
            for (index, text) in texts.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                JSONText.append(text, to: &output)
            }
            output.append(UInt8(ascii: "]"))
        }
    }

    /// The body, whole.
    func closed() -> [UInt8] { bytes + [UInt8(ascii: "}")] }
}
