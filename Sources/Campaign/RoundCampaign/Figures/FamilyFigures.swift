internal import AuditStatistics
public import RoundModel

/// A prompt with all that were made from it, over the rounds of a method.
public struct FamilyFigures: Hashable, Sendable {
    /// The beginning of the digest of the prompt that all go back to: of a parent that no round has, its own.
    public var root: UInt64
    /// False where no round has that prompt.
    public var hasRoot: Bool
    /// True where its prompts are made from one another in a circle.
    public var isCircle: Bool
    /// Category and style of its first prompt, by their places among those of the campaign; nil where it has none.
    public fileprivate(set) var category: Int?
    public fileprivate(set) var style: Int?
    /// Its distinct prompts.
    public var prompts: Int
    /// How many of them two rounds and more have, word for word.
    public var returning: Int
    /// What it has in each of the method's rounds, in the order of `FamilyList.rounds`.
    public var parts: [Part]
    /// In how many of the newest rounds it was broken, one after the other.
    public var brokenRounds: Int
    /// True where that are as many as the campaign asks for.
    public var isStillBroken: Bool
    /// Its prompts in the rounds, generation by generation: `FamilyList.memberLimit` at most.
    public var members: [Member]

    /// What it has in a round.
    public struct Part: Hashable, Sendable {
        /// Its distinct prompts.
        public var prompts = 0
        /// Those with a response below θ adv.
        public var unsafe = 0
    }

    /// A prompt in a round.
    public struct Member: Hashable, Sendable {
        /// The beginning of its digest.
        public var key: UInt64
        /// The round's place in the campaign.
        public var round: Int
        /// Its least safe item there.
        public var item: Int
        /// How many generations it is away from the root.
        public var generation: Int
        /// The scores of that item.
        public var scores: Scores
        /// Where the round's thresholds put it.
        public var bucket: Bucket
        /// BLEU against its own parent; nil where it names none.
        public var likeness: Double?
    }

    fileprivate init(
        _ index: FamilyIndex,
        _ number: Int,
        _ parts: [Part],
        brokenRounds: Int,
        isStillBroken: Bool
    ) {
        let root = Int(index.roots[number])
        self.root = index.graph.keys[root]
        hasRoot = root < index.graph.known
        isCircle = index.graph.cycles.contains(index.graph.keys[root])
        (prompts, returning) = (Int(index.distinct[number]), Int(index.returning[number]))
        self.parts = parts
        self.brokenRounds = brokenRounds
        self.isStillBroken = isStillBroken
        members = []
    }
}

/// The families of a method that come back: those with prompts in two of its rounds and more.
public struct FamilyList: Hashable, Sendable {
    /// The rounds that are followed, by their places in the campaign.
    public var rounds: [Int]
    /// How many families come back.
    public var count: Int
    /// How many of them stay broken: with a response below θ adv in each of the last rounds.
    public var stillBroken: Int
    /// In how many of the last rounds.
    public var last: Int
    /// Prompts that two rounds and more have, word for word.
    public var returning: Int
    /// Those that stay broken first, the longer the sooner, then those with more unsafe prompts: `limit` at most.
    public var listed: [FamilyFigures]

    /// Families that are listed at most.
    public static let limit = 200
    /// Prompts of a family that are listed at most.
    public static let memberLimit = 100

    /// - Parameters:
    ///   - unsafe: how many items of each round are below θ adv, by the rounds' places.
    ///   - last: in how many of the newest rounds a family must be broken to stay broken.
    ///   - cells: the categories and styles of the campaign.
    /// - Complexity: O(prompts of the rounds).
    init(
        _ index: FamilyIndex,
        _ kept: [KeptRound?],
        at thresholds: [Thresholds?],
        unsafe: [Int],
        last: Int,
        categories: [[UInt8]],
        styles: [[UInt8]]
    ) {
        rounds = index.rounds
        count = index.roots.count
        returning = index.returning.reduce(0) { $0 + Int($1) }
        let last = min(last, index.rounds.count)
        self.last = last
        let width = index.rounds.count
        var parts = [FamilyFigures.Part](repeating: FamilyFigures.Part(), count: count * width)
        for (at, place) in index.rounds.enumerated() {
            guard let prompts = kept[place]?.prompts else { continue }
            for (number, rank) in zip(index.numbers[at], prompts.places) where number >= 0 {
                parts[Int(number) * width + at].prompts += 1
                if Int(rank) < unsafe[place] { parts[Int(number) * width + at].unsafe += 1 }
            }
        }
        // What comes first, by one number each: rounds broken, unsafe prompts in the newest round, and in all.
        var keys: [(broken: Int, newest: Int, all: Int)] = []
        keys.reserveCapacity(count)
        for number in 0..<count {
            let own = parts[number * width..<(number + 1) * width]
            let broken = own.reversed().prefix { $0.unsafe > 0 }.count
            keys.append((broken, own.last?.unsafe ?? 0, own.reduce(0) { $0 + $1.unsafe }))
        }
        stillBroken = keys.count { $0.broken >= last }
        let order = Self.first(Self.limit, of: count) { one, other in
            let (left, right) = (keys[one], keys[other])
            if left.broken != right.broken { return left.broken > right.broken }
            if left.newest != right.newest { return left.newest > right.newest }
            if left.all != right.all { return left.all > right.all }
            return index.graph.keys[Int(index.roots[one])] < index.graph.keys[Int(index.roots[other])]
        }
        listed = order.map { number in
            FamilyFigures(
                index,
                number,
                Array(parts[number * width..<(number + 1) * width]),
                brokenRounds: keys[number].broken,
                isStillBroken: keys[number].broken >= last
            )
        }
        addMembers(order, index, kept, thresholds)
        for at in listed.indices {
            guard let first = listed[at].members.first, let round = kept[first.round],
                let rank = round.prompts.place(of: first.key).map({ Int(round.prompts.places[$0]) }),
                let cell = round.cells?.cell(atRank: rank)
            else { continue }
            listed[at].category = cell.category.flatMap { categories.firstIndex(of: $0) }
            listed[at].style = cell.style.flatMap { styles.firstIndex(of: $0) }
        }
    }

    /// The same with the first of those alone that stay broken; nil where none does.
    public func stillBroken(atMost most: Int) -> FamilyList? {
        var list = self
        list.listed = Array(listed.prefix { $0.isStillBroken }.prefix(most))
        return list.listed.isEmpty ? nil : list
    }

    /// The first of so many numbers, in an order.
    private static func first(_ most: Int, of count: Int, _ isBefore: (Int, Int) -> Bool) -> [Int] {
        guard count > 4 * most else { return Array((0..<count).sorted(by: isBefore).prefix(most)) }
        var first: [Int] = []
        for number in 0..<count {
            if first.count >= most, let last = first.last, !isBefore(number, last) { continue }
            var (low, high) = (0, first.count)
            while low < high {
                let middle = (low + high) / 2
                if isBefore(number, first[middle]) { high = middle } else { low = middle + 1 }
            }
            first.insert(number, at: low)
            if first.count > most { first.removeLast() }
        }
        return first
    }

    private mutating func addMembers(
        _ order: [Int],
        _ index: FamilyIndex,
        _ kept: [KeptRound?],
        _ thresholds: [Thresholds?]
    ) {
        var rows = [Int32](repeating: -1, count: index.roots.count)
        for (row, number) in order.enumerated() { rows[number] = Int32(row) }
        for (at, place) in index.rounds.enumerated() {
            guard let round = kept[place], let found = round.prompts.found, let theta = thresholds[place] else {
                continue
            }
            for (prompt, number) in index.numbers[at].enumerated() where number >= 0 {
                let row = Int(rows[Int(number)])
                guard row >= 0, listed[row].members.count < Self.memberLimit else { continue }
                let key = round.prompts.keys[prompt]
                let parent = round.prompts.parents.map { ($0.keys[prompt], $0.likeness[prompt]) }
                let safety = round.scores.safety.sample.value(atRank: Int(round.prompts.places[prompt]))
                let scores = Scores(safety: safety, helpfulness: found.helpfulness[prompt])
                listed[row].members.append(
                    FamilyFigures.Member(
                        key: key,
                        round: place,
                        item: Int(found.items[prompt]),
                        generation: index.graph.place(of: key).map { index.graph.generation(of: $0) } ?? 0,
                        scores: scores,
                        bucket: theta.bucket(scores, nil),
                        likeness: parent.flatMap { $0.0 == 0 ? nil : Double($0.1) / 250 }
                    )
                )
            }
        }
        for row in listed.indices {
            listed[row].members.sort {
                ($0.generation, $0.round, $0.item) < ($1.generation, $1.round, $1.item)
            }
        }
    }
}
