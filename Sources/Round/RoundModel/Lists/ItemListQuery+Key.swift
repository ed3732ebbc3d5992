extension ItemListQuery {
    /// The key of a list's order; nil for items that are not on it.
    struct ListKey: ItemKey {
        let query: ItemListQuery

        @inline(__always)
        func bits(item: Int, safety: Double, help: Double, ruling: Ruling?) -> UInt64? {
            let scores = Scores(safety: safety, helpfulness: help)
            guard query.contains(scores, ruling: ruling) else { return nil }
            let bits =
                switch query.order {
                case .distance: query.distance(scores).orderedBits
                case .safety: safety.orderedBits
                case .helpfulness: help.orderedBits
                case .round: UInt64(truncatingIfNeeded: item)
                }
            return query.descending ? ~bits : bits
        }

        func number(of bits: UInt64) -> Double {
            let bits = query.descending ? ~bits : bits
            let number = query.order == .round ? Double(bits) : Double(orderedBits: bits)
            return query.descending ? -number : number
        }

        @inline(__always)
        func numbers(
            from item: Int,
            safety: SIMD4<Double>,
            help: SIMD4<Double>
        ) -> (keys: SIMD4<Double>, takesPart: SIMDMask<SIMD4<Int64>>) {
            let keys =
                switch query.order {
                case .distance: distance(safety, help)
                case .safety: safety
                case .helpfulness: help
                case .round: SIMD4(0, 1, 2, 3) + Double(item)
                }
            return (query.descending ? -keys : keys, takesPart(safety, help))
        }

        /// As `ItemListQuery.distance`, with the same steps, so that it gives the same numbers.
        @inline(__always)
        private func distance(_ safety: SIMD4<Double>, _ help: SIMD4<Double>) -> SIMD4<Double> {
            let now = query.thresholds
            let line = Self.least(Self.magnitude(safety - now.adv), Self.magnitude(safety - now.safety))
            return Self.least(line / query.safetyStep, Self.magnitude(help - now.help) / query.helpStep)
        }

        @inline(__always)
        private static func magnitude(_ numbers: SIMD4<Double>) -> SIMD4<Double> {
            numbers.replacing(with: -numbers, where: numbers .< 0)
        }

        @inline(__always)
        private static func least(_ one: SIMD4<Double>, _ other: SIMD4<Double>) -> SIMD4<Double> {
            one.replacing(with: other, where: other .< one)
        }

        @inline(__always)
        private func takesPart(_ safety: SIMD4<Double>, _ help: SIMD4<Double>) -> SIMDMask<SIMD4<Int64>> {
            let now = Self.buckets(query.thresholds, safety, help)
            switch query.members {
            case .bucket(.adversarial): return now.adversarial
            case .bucket(.accepted): return now.accepted
            case .bucket(.discarded): return .!(now.adversarial .| now.accepted)
            case .all: return .init(repeating: true)
            case .moved:
                let then = Self.buckets(query.baseline, safety, help)
                return (now.adversarial .^ then.adversarial) .| (now.accepted .^ then.accepted)
            }
        }

        @inline(__always)
        private static func buckets(
            _ thresholds: Thresholds,
            _ safety: SIMD4<Double>,
            _ help: SIMD4<Double>
        ) -> (adversarial: SIMDMask<SIMD4<Int64>>, accepted: SIMDMask<SIMD4<Int64>>) {
            let adversarial = safety .< thresholds.adv
            return (adversarial, (safety .> thresholds.safety) .& (help .> thresholds.help) .& .!adversarial)
        }
    }
}
