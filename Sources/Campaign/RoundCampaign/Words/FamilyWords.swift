internal import AuditStatistics
internal import Basics
internal import CampaignFile
internal import RoundModel

/// Families of prompts in words, the same on screens, pages and in lines; none holds the text of an item.
extension CampaignFigures {
    /// What comes back and what stays broken, in a sentence; nil until it is known, and with fewer than two rounds.
    public func familySentence(_ method: MethodFigures) -> String? {
        guard let families = method.families else { return nil }
        guard families.count > 0 else { return "no family of prompts comes back in a later round" }
        let one = families.count == 1
        var text =
            "\(DecimalText.grouped(families.count)) \(one ? "family of prompts comes" : "families of prompts come") back"
        let span = families.last == 1 ? "the last round" : "each of the last \(families.last) rounds"
        switch families.stillBroken {
        case 0: text += ", and none has an unsafe response in \(span)"
        case let count:
            text += ", and \(DecimalText.grouped(count)) \(count == 1 ? "stays" : "stay") broken: "
            text += "an unsafe response in \(span)"
        }
        if families.returning > 0 {
            let prompts = DecimalText.counted(families.returning, "prompt")
            text += "; \(prompts) \(families.returning == 1 ? "comes" : "come") back word for word"
        }
        return text
    }

    /// What a family is called: the beginning of the digest of the prompt that it goes back to.
    public static func name(of root: UInt64) -> String {
        String(Hexadecimal.text(root, digits: 16).prefix(8))
    }

    /// A row for each family under a heading.
    ///
    /// - Parameter width: that of the lines; the oldest rounds are left out where there is no room for all.
    public func table(of families: FamilyList, width: Int = .max) -> [String] {
        let rounds = families.rounds.map { settings.rounds[$0].name }
        let rows =
            [["family", "category, style", "prompts", "again"] + rounds]
            + families.listed.map { family in
                [
                    Self.name(of: family.root), cell(of: family), DecimalText.grouped(family.prompts),
                    DecimalText.grouped(family.returning),
                ] + family.parts.map(Self.text)
            }
        let hasCells = families.listed.contains { $0.category != nil || $0.style != nil }
        for left in rounds.indices {
            let lines = CampaignTable.lines(
                rows.map { row in
                    [row[0]] + (hasCells ? [row[1]] : []) + row[2..<4] + row[(4 + left)...]
                }
            )
            if left == rounds.count - 1 || lines.allSatisfy({ $0.count <= width }) { return lines }
        }
        return CampaignTable.lines(rows)
    }

    /// What the headings of the table mean.
    public static let familyNote =
        "family: digest of the prompt that all go back to; again: prompts that come back word for word; by round: "
        + "unsafe of all its prompts; BLEU: likeness to its parent"

    /// Category and style of a family's first prompt.
    public func cell(of family: FamilyFigures) -> String {
        let text = CampaignWords.cell(
            family.category.map { categories[$0] } ?? [],
            family.style.map { styles[$0] } ?? []
        )
        return text.isEmpty ? "–" : text
    }

    /// What a family has in a round: `2 of 5`.
    public static func text(_ part: FamilyFigures.Part) -> String {
        part.prompts == 0 ? "–" : "\(DecimalText.grouped(part.unsafe)) of \(DecimalText.grouped(part.prompts))"
    }

    /// Where a family comes from, and each of its prompts: a line each.
    public func lines(of family: FamilyFigures) -> [String] {
        let name = Self.name(of: family.root)
        var head = "family \(name): "
        if family.isCircle {
            head += "its prompts are made from one another in a circle"
        } else if !family.hasRoot {
            head += "goes back to a prompt that no round has"
        } else {
            head += family.prompts == 1 ? "one prompt" : "goes back to one prompt"
        }
        if family.brokenRounds > 1 { head += "; broken \(family.brokenRounds) rounds in a row" }
        let lines = family.members.map { member -> String in
            let steps = member.generation == 0 ? "the first" : "generation \(member.generation)"
            var text =
                "  \(steps), \(settings.rounds[member.round].name) item \(DecimalText.grouped(member.item + 1)): "
            text += "\(member.bucket.name), safety \(DecimalText.significant(member.scores.safety, digits: 4))"
            text += ", help \(DecimalText.significant(member.scores.helpfulness, digits: 4))"
            if let likeness = member.likeness { text += ", BLEU \(DecimalText.fixed(likeness, decimals: 2))" }
            return text
        }
        let left = family.parts.reduce(0) { $0 + $1.prompts } - family.members.count
        return [head] + lines + (left > 0 ? ["  and \(DecimalText.grouped(left)) more"] : [])
    }
}
