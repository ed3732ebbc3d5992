import Testing

@testable import RoundSearch

@Suite struct SmartCaseTests {
    @Test(arguments: [
        ("door", false), ("Door", true), ("dooR", true), ("É", true), ("é", false), ("Ж", true), ("1 + 1", false),
        (#"\W"#, true),
        ("ǅ", true), ("한", false),
    ]) func `an upper-case letter in a plain text counts`(_ text: String, _ isUpper: Bool) {
        #expect(SmartCase.hasUpperCase(text, isRegex: false) == isUpper)
    }

    @Test(arguments: [
        ("door", false), ("Door", true), (#"\W\S\D\B\A"#, false), (#"\Wa"#, false), (#"\WA"#, true), (#"\pLu"#, false),
        (#"\pL"#, false), (#"\PLA"#, true), (#"\p{Greek}"#, false), (#"\p{Lu}A"#, true), (#"\x4A"#, false),
        (#"\x{4A}b"#, false),
        (#"\x4AB"#, true), ("[[:^alpha:]]", false), ("[[:Alpha:]]", false), ("[A-Z]", true), ("[:A]", true),
        ("(?P<Name>a)", false),
        ("(?P<Name>A)", true), ("(?U)a+", false), ("(?U:a)", false), ("(?U:A)", true), (#"\\A"#, true),
        (#"\QA\E"#, true), (#"\"#, false),
        (#"\p"#, false), (#"\p{"#, false), ("(?", false), ("[[:", false),
    ]) func `in a regular expression the letters of its syntax do not`(_ text: String, _ isUpper: Bool) {
        #expect(SmartCase.hasUpperCase(text, isRegex: true) == isUpper)
    }
}
