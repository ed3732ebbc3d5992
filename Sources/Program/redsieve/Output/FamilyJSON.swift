import Basics
import CampaignFile
import RoundCampaign
import RoundExport
import RoundModel

/// The families of prompts of a method as a JSON object: digests and counts, and no text.
enum FamilyJSON {
    static func json(_ families: FamilyList, _ figures: CampaignFigures) -> OrderedJSON {
        [
            "rounds": .array(families.rounds.map { .string(figures.settings.rounds[$0].name) }),
            "count": .integer(families.count), "still_broken": .integer(families.stillBroken),
            "last_rounds": .integer(families.last), "returning_prompts": .integer(families.returning),
            "listed": .array(families.listed.map { family($0, figures) }),
        ]
    }

    private static func family(_ family: FamilyFigures, _ figures: CampaignFigures) -> OrderedJSON {
        [
            "root": .string(digest(family.root)), "root_is_in_a_round": .bool(family.hasRoot),
            "is_circle": .bool(family.isCircle),
            "category": family.category.map { .text(figures.categories[$0]) } ?? .null,
            "style": family.style.map { .text(figures.styles[$0]) } ?? .null,
            "prompts": .integer(family.prompts), "returning_prompts": .integer(family.returning),
            "broken_rounds": .integer(family.brokenRounds), "is_still_broken": .bool(family.isStillBroken),
            "by_round": .array(
                family.parts.map { ["prompts": .integer($0.prompts), "unsafe": .integer($0.unsafe)] }
            ),
            "members": .array(
                family.members.map { member in
                    [
                        "digest": .string(digest(member.key)),
                        "round": .string(figures.settings.rounds[member.round].name),
                        "item": .integer(member.item + 1), "generation": .integer(member.generation),
                        "safety": .number(member.scores.safety), "helpfulness": .number(member.scores.helpfulness),
                        "bucket": .string(member.bucket.name),
                        "bleu_against_parent": member.likeness.map { .number($0) } ?? .null,
                    ]
                }
            ),
        ]
    }

    /// The beginning of a prompt's digest, in hex.
    private static func digest(_ key: UInt64) -> String { Hexadecimal.text(key, digits: 16) }
}
