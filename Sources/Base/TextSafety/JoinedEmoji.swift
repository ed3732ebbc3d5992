/// Emoji that are joined by U+200D, without their tones and styles (Unicode, emoji-zwj-sequences.txt).
enum JoinedEmoji {
    /// Whether these characters, in their order, are one emoji.
    ///
    /// - Complexity: O(characters).
    static func isKnown(_ elements: [Unicode.Scalar]) -> Bool { known.contains(elements) }

    private static let people = "👨👩🧑"
    /// Of whom there is a woman and a man.
    private static let gendered = "⛹🏃🏄🏊🏋🏌👮👯👰👱👳👷💁💂💆💇🕵🙅🙆🙇🙋🙍🙎🚣🚴🚵🚶🤦🤵🤷🤸🤹🤼🤽🤾🦸🦹🧍🧎🧏🧔🧖🧗🧘🧙🧚🧛🧜🧝🧞🧟"
    /// What people work with, are in, or look like.
    private static let attributes = "⚕⚖✈🌾🍳🍼🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒🦯🦼🦽🦰🦱🦲🦳"
    private static let children = ["👦", "👧", "👦👦", "👧👦", "👧👧"]
    private static let others = [
        "👨❤👨", "👩❤👨", "👩❤👩", "🧑❤🧑", "👨❤💋👨", "👩❤💋👨", "👩❤💋👩", "🧑❤💋🧑", "👨🤝👨", "👩🤝👨", "👩🤝👩", "🧑🤝🧑",
        "🫱🫲", "🧑🎄", "🐈⬛", "🐦⬛", "❤🔥", "❤🩹", "🏳⚧", "🏳🌈", "🏴☠", "🐕🦺", "🐻❄", "👁🗨", "😮💨", "😵💫", "😶🌫", "🐦🔥", "🍋🟩",
        "🍄🟫", "⛓💥", "🙂↔", "🙂↕",
    ]

    private static let known: Set<[Unicode.Scalar]> = {
        var known: Set<[Unicode.Scalar]> = []
        for base in gendered.unicodeScalars { for sign in "♀♂".unicodeScalars { known.insert([base, sign]) } }
        for person in people.unicodeScalars { for with in attributes.unicodeScalars { known.insert([person, with]) } }
        let parents = ["👨", "👩", "👨👩", "👨👨", "👩👩"]
        for family in parents.flatMap({ parents in children.map { parents + $0 } }) + others {
            known.insert(Array(family.unicodeScalars))
        }
        return known
    }()
}
