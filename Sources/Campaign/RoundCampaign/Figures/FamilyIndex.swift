/// Which family of a method each prompt belongs to: what thresholds do not change about families, worked out once.
public struct FamilyIndex: Sendable {
    /// The method's rounds that are followed, by their places in the campaign.
    let rounds: [Int]
    /// The families with prompts in two of these and more, by the place of their root in the graph.
    let roots: [Int32]
    /// For each of the rounds, the number of each prompt's family; -1 for a prompt whose family no other round has.
    let numbers: [[Int32]]
    /// The distinct prompts of each family, and how many of them two rounds and more have.
    let distinct: [Int32]
    let returning: [Int32]
    let graph: PromptGraph

    /// - Returns: nil where fewer than two rounds can be followed.
    /// - Complexity: O(prompts of the method's rounds).
    init?(_ places: [Int], _ kept: [KeptRound?], _ graph: PromptGraph) {
        rounds = places.filter { kept[$0]?.prompts.found != nil }
        guard rounds.count > 1 else { return nil }
        self.graph = graph
        // The first round that has a family, and whether another one has it too.
        var first = [Int32](repeating: -1, count: graph.keys.count)
        var isBack = [Bool](repeating: false, count: graph.keys.count)
        var holders = [Int32](repeating: 0, count: graph.known)
        var all: [[Int32]] = []
        for (number, place) in rounds.enumerated() {
            var (node, own): (Int, [Int32]) = (0, [])
            for key in kept[place]?.prompts.keys ?? [] {
                while graph.keys[node] != key { node += 1 }
                holders[node] += 1
                let root = graph.roots[node]
                own.append(root)
                if first[Int(root)] < 0 { first[Int(root)] = Int32(number) }
                if first[Int(root)] != Int32(number) { isBack[Int(root)] = true }
            }
            all.append(own)
        }
        var (roots, numberOf): ([Int32], [Int32]) = ([], first)
        for root in isBack.indices {
            numberOf[root] = isBack[root] ? Int32(roots.count) : -1
            if isBack[root] { roots.append(Int32(root)) }
        }
        self.roots = roots
        numbers = all.map { $0.map { numberOf[Int($0)] } }
        var distinct = [Int32](repeating: 0, count: roots.count)
        var returning = distinct
        for (node, count) in holders.enumerated() where count > 0 {
            let number = Int(numberOf[Int(graph.roots[node])])
            guard number >= 0 else { continue }
            distinct[number] += 1
            if count > 1 { returning[number] += 1 }
        }
        (self.distinct, self.returning) = (distinct, returning)
    }

    /// The items of a family in a round, the least safe of each prompt, ascending.
    ///
    /// - Parameters:
    ///   - root: what the family goes back to.
    ///   - place: the round's place in the campaign.
    /// - Complexity: O(prompts of the round).
    public func items(of root: UInt64, in place: Int, _ round: KeptRound) -> [UInt32] {
        guard let at = rounds.firstIndex(of: place), let found = round.prompts.found,
            let number = roots.firstIndex(where: { graph.keys[Int($0)] == root }),
            numbers[at].count == found.items.count
        else { return [] }
        return zip(numbers[at], found.items).filter { $0.0 == Int32(number) }.map(\.1).sorted()
    }
}
