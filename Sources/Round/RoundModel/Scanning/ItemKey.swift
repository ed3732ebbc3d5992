/// Gives an item its place in an order.
protocol ItemKey: Sendable {
    /// Bits that compare as the order wants it; nil for an item that does not take part.
    ///
    /// - Parameter ruling: what people made of the item; nil where the rule stands.
    func bits(item: Int, safety: Double, help: Double, ruling: Ruling?) -> UInt64?

    /// For four consecutive items without rulings from `item` on numbers that compare as their bits do, and which of them take part.
    func numbers(
        from item: Int,
        safety: SIMD4<Double>,
        help: SIMD4<Double>
    ) -> (keys: SIMD4<Double>, takesPart: SIMDMask<SIMD4<Int64>>)

    /// The number that goes with some bits.
    func number(of bits: UInt64) -> Double
}
