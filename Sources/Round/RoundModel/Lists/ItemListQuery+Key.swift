extension ItemListQuery {
    /// The key of a list's order; nil for items that are not on it.
    struct ListKey: ItemKey {
        let query: ItemListQuery
        /// The order, without the name of a field, which would cost something for each item.
        private let order: Order
        private let ranks: ItemRanks

        private enum Order {
            case distance, safety, helpfulness, round, field
        }

        init(query: ItemListQuery) {
            self.query = query
            ranks = query.ranks ?? ItemRanks(places: [], count: 0)
            order =
                switch query.order {
                case .distance: .distance
                case .safety: .safety
                case .helpfulness: .helpfulness
                case .round: .round
                case .field: .field
                }
        }

        @inline(__always)
        func bits(item: Int, safety: Double, help: Double, ruling: Ruling?) -> UInt64? {
            let scores = Scores(safety: safety, helpfulness: help)
            guard query.contains(scores, ruling: ruling) else { return nil }
            let bits =
                switch order {
                case .distance: query.distance(scores).orderedBits
                case .safety: safety.orderedBits
                case .helpfulness: help.orderedBits
                case .round: UInt64(truncatingIfNeeded: item)
                case .field: UInt64(ranks.place(of: item, descending: query.descending))
                }
            return query.descending && order != .field ? ~bits : bits
        }

        func number(of bits: UInt64) -> Double {
            // Places by a field are turned round already.
            if order == .field { return Double(bits) }
            let bits = query.descending ? ~bits : bits
            let number = order == .round ? Double(bits) : Double(orderedBits: bits)
            return query.descending ? -number : number
        }

        @inline(__always)
        func numbers(
            from item: Int,
            safety: SIMD4<Double>,
            help: SIMD4<Double>
        ) -> (keys: SIMD4<Double>, takesPart: SIMDMask<SIMD4<Int64>>) {
            let keys: SIMD4<Double>
            switch order {
            case .distance: keys = distance(safety, help)
            case .safety: keys = safety
            case .helpfulness: keys = help
            case .round: keys = SIMD4(0, 1, 2, 3) + Double(item)
            case .field: return (places(from: item), takesPart(safety, help))
            }
            return (query.descending ? -keys : keys, takesPart(safety, help))
        }

        @inline(__always)
        private func places(from item: Int) -> SIMD4<Double> {
            func place(_ lane: Int) -> Double { Double(ranks.place(of: item + lane, descending: query.descending)) }
            return SIMD4(place(0), place(1), place(2), place(3))
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
