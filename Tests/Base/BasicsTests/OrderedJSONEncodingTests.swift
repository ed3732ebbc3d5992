import Basics
import Testing

struct OrderedJSONEncodingTests {
    private struct Point: Encodable {
        var y = 2.5
        var x = 1
        var name: String?
        var inner = [["b": true]]
        var rows: [[Int]] = [[], [1, 2]]
    }

    /// Spells itself as `encode(to:)` says.
    private struct Spelled: Encodable {
        var spell: @Sendable (any Encoder) throws -> Void
        func encode(to encoder: any Encoder) throws { try spell(encoder) }
    }

    private enum Key: String, CodingKey {
        case z, a, m
    }

    private func text(_ value: some Encodable) -> String { OrderedJSON(encoding: value).description(.compact) }

    @Test func `keys stand in the order in which they are encoded`() {
        #expect(text(Point()) == #"{"y":2.5,"x":1,"inner":[{"b":true}],"rows":[[],[1,2]]}"#)
        let parts = Spelled { encoder in
            var first = encoder.container(keyedBy: Key.self)
            try first.encode(1, forKey: .z)
            try first.encodeNil(forKey: .a)
            var second = encoder.container(keyedBy: Key.self)
            var list = second.nestedUnkeyedContainer(forKey: .m)
            try list.encode("x")
            try list.encodeNil()
            _ = list.nestedContainer(keyedBy: Key.self)
        }
        #expect(text(parts) == #"{"z":1,"a":null,"m":["x",null,{}]}"#)
    }

    @Test func `what can be told alone is told alone`() {
        #expect(text("a\"b") == #""a\"b""#)
        #expect(text([Int?.none, 3]) == "[null,3]")
        #expect(text(Float(0.5)) == "0.5" && text(UInt8(7)) == "7" && text(2.0) == "2.0")
        #expect(text([String]()) == "[]" && text([String: Int]()) == "{}")
    }

    @Test func `what JSON cannot hold is null`() {
        #expect(text(Double.nan) == "null" && text(UInt64.max) == "null")
        #expect(text(Spelled { _ in throw CancellationError() }) == "null")
    }
}
