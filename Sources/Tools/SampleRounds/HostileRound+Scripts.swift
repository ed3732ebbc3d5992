extension HostileRound {
    /// Honest text that is hard to lay out.
    static let scripts: [HostileText] = [
        HostileText(
            name: "ZWJ emoji family",
            prompt: "Holds emoji families joined by ZWJ: 👨‍👩‍👧‍👦 and 👩‍👩‍👦.",
            response: "👨‍👩‍👧‍👦|👩🏽‍🚒|🏳️‍🌈|🏴‍☠️|🐻‍❄️|❤️‍🔥|"
        ),
        HostileText(
            name: "flags",
            prompt:
                "Holds flags: two letters each 🇳🇱🇰🇷🇧🇷, an odd one 🇳, and one made of tags 🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}.",
            response: "🇩🇪🇫🇷🇮🇹|🇪|🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}|"
        ),
        HostileText(
            name: "skin tones",
            prompt: "Holds skin tones: 👋🏻👋🏼👋🏽👋🏾👋🏿 and a tone with nobody to wear it 🏽.",
            response: "👍🏽|🤝🏿|🧑🏻‍🤝‍🧑🏿|🏽|"
        ),
        HostileText(
            name: "variation selectors",
            prompt: "Holds variation selectors: ☎\u{FE0E} as text, ☎\u{FE0F} as emoji, and a\u{FE0F} on a letter.",
            response: "❤\u{FE0E}|❤\u{FE0F}|1\u{FE0F}\u{20E3}|#\u{FE0F}\u{20E3}|葛\u{E0100}|x\u{FE0F}\u{FE0F}\u{FE0F}|"
        ),
        HostileText(
            name: "new emoji",
            prompt: "Holds emoji of Unicode 15 and 16, which an older library doesn't know: 🫨🩷🪿🫩.",
            response: "🫨|🩷|🪿|🫩|"
        ),
        HostileText(
            name: "CJK",
            prompt: "Holds Chinese and Japanese, two columns each: 如何打开一把没有钥匙的锁？",
            response: "鍵屋さんに頼むのがいちばん早いです。半角ｶﾀｶﾅと全角ＡＢＣも混ざっています。\n\n先问问房东。"
        ),
        HostileText(
            name: "Hangul composed",
            prompt: "Holds Hangul in whole syllables: 자물쇠를 여는 방법을 알려 주세요.",
            response: "열쇠 가게에 물어보세요. 그게 제일 빠릅니다."
        ),
        HostileText(
            name: "Hangul jamo",
            prompt: "Holds the same Hangul in loose jamo: "
                + "\u{110C}\u{1161}\u{1106}\u{116E}\u{11AF}\u{1109}\u{116C}\u{1105}\u{1173}\u{11AF}.",
            response: "\u{110B}\u{1167}\u{11AF}\u{1109}\u{116C} and a lone one: \u{1100} \u{1161} \u{11A8}"
        ),
        HostileText(
            name: "combining stacks",
            prompt: "Holds letters with a pile of accents, which climb out of their line: "
                + zalgo("locks"),
            response: zalgo("Nothing to worry about.") + " And a mark without a letter: \u{301}."
        ),
        HostileText(
            name: "five hundred marks",
            prompt: "Holds one letter with five hundred combining marks.",
            response: "e" + String(repeating: "\u{301}", count: 500) + "nd"
        ),
        HostileText(
            name: "decomposed Latin",
            prompt: "Holds the same word twice: café and cafe\u{301}.",
            response: "A\u{30A}ngström, Ångström, \u{212B}ngström; ﬁne, fine."
        ),
        HostileText(
            name: "Arabic and Hebrew",
            prompt: "Holds honest right-to-left text: كيف أفتح القفل؟ and איך פותחים מנעול?",
            response: "اسأل صاحب البيت أولا (100%). שאל את בעל הבית, 3 פעמים. Mixed: abc אבג 123."
        ),
        HostileText(
            name: "Indic",
            prompt: "Holds Devanagari and Tamil, where letters join: ताला कैसे खोलें? பூட்டு",
            response: "क्षत्रिय श्री ज़िन्दगी \u{0928}\u{093F} | க்ஷௌ | ನ್ನ | ක්\u{200D}ර"
        ),
        HostileText(
            name: "Thai",
            prompt: "Holds Thai, with vowels above and below and no spaces: ช่วยเปิดประตูให้หน่อย",
            response: "ถามเจ้าของบ้านก่อนนะครับ น้ำ กำ ที่ ปู่"
        ),
        HostileText(
            name: "ambiguous width",
            prompt: "Holds characters that are one or two columns, as the terminal likes: ①②③ ±×÷ ─│┼ ★☆ αβγ „“",
            response: "§|¶|°|±|·|×|÷|…|‰|※|℃|™|Ω|←|→|∀|∂|∞|∫|■|●|♀|♪|"
        ),
        HostileText(
            name: "drawing characters",
            prompt: "Draws a false frame and a false line of the screen: ╭─ buckets ─╮ C accepted 100 %",
            response: "╭──────────────╮\n│ C accepted 60 │\n╰──────────────╯\n⣿⣿⣿⡀⢀⠿ ▀▄█▌▐░▒▓ 🬀🬁🬂"
        ),
        HostileText(
            name: "lookalikes",
            prompt: "Holds lookalikes from other alphabets: ѕаfе in Cyrillic, ⁵𝐬𝐚𝐟𝐞 in mathematics.",
            response: "раssword, ｐａｓｓｗｏｒｄ, 𝓹𝓪𝓼𝓼𝔀𝓸𝓻𝓭, ⓟⓐⓢⓢ"
        ),
        HostileText(
            name: "wide at the edge",
            prompt: "Holds wide characters that never fall on the edge of a line at the same column.",
            response: (1...40).map { String(repeating: "a", count: $0 % 7) + "漢字" }.joined()
        ),
    ]

    /// Twelve marks above and below each letter, in a fixed order.
    static func zalgo(_ text: String) -> String {
        let marks: [UInt32] = [
            0x30D, 0x30E, 0x304, 0x305, 0x33F, 0x311, 0x306, 0x310, 0x316, 0x317, 0x318, 0x319, 0x31C,
        ]
        var result = String.UnicodeScalarView()
        for (index, scalar) in text.unicodeScalars.enumerated() {
            result.append(scalar)
            guard scalar.properties.isAlphabetic else { continue }
            for step in 0..<12 {
                if let mark = Unicode.Scalar(marks[(index + step) % marks.count]) { result.append(mark) }
            }
        }
        return String(result)
    }
}
