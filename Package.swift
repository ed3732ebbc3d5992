// swift-tools-version: 6.1
import PackageDescription

/// The rooms of the house, in their order: what lies in one imports only from its own and from those above it here.
enum Room: String {
    case base = "Base"
    case round = "Round"
    case find = "Find"
    case score = "Score"
    case judge = "Judge"
    case select = "Select"
    case campaign = "Campaign"
    case terminal = "Terminal"
    case review = "Review"
    case program = "Program"
    case tools = "Tools"
    case support = "Support"
}

let package = Package(
    name: "redsieve",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "redsieve", targets: ["redsieve"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Base: what any program needs.
        .c(.base, "CPlatform"),
        .c(.base, "CDigest", links: ["crypto"], on: [.linux]),
        .swift(.base, "CLibrary"),
        .swift(.base, "Basics", ["CLibrary", "CDigest", "CPlatform"]),
        .swift(.base, "TOMLText", ["CLibrary", "Basics", .tomlKit]),
        .c(.base, "CMarkdown", links: ["md4c"]),
        .swift(.base, "TextSafety", ["CLibrary", "Basics", "CMarkdown", "CPlatform"]),
        .c(.base, "CTextForm", links: ["utf8proc"]),
        .c(.base, "CJSONTree", fast: true, links: ["simdjson"]),
        .swift(.base, "JSONTree", ["CLibrary", "CJSONTree"]),
        .c(.base, "CHTTP"),
        .swift(.base, "HTTPClient", ["CLibrary", "CHTTP"]),

        // Round: a scored round, from bytes to columns, counts and plots.
        .swift(.round, "RoundModel", ["CLibrary", "Basics"]),
        .swift(.round, "DensityPlot", ["CLibrary", "RoundModel"]),
        .c(.round, "CRowReader", fast: true, links: ["simdjson", "csv"]),
        .c(.round, "CInflate", links: ["isal", "zstd", "lzma", "bz2"]),
        .swift(
            .round,
            "RoundFiles",
            ["CLibrary", "Basics", "JSONTree", "RoundModel", "CRowReader", "CInflate", "CPlatform"]
        ),

        // Find: the filter language, searches, and their passes over rows.
        .swift(.find, "ItemFilter", ["Basics", "RoundModel"]),
        .c(.find, "CTextSearch", fast: true, links: ["re2"]),
        .swift(.find, "RoundSearch", ["Basics", "RoundModel", "RoundFiles", "CTextSearch"]),
        .swift(.find, "RoundFilter", ["CLibrary", "Basics", "RoundModel", "RoundFiles", "RoundSearch", "ItemFilter"]),

        // Score: Eval, by the reward models that people run.
        .swift(.score, "RewardServers", ["CLibrary", "Basics", "JSONTree", "HTTPClient", "TextSafety"]),
        .swift(.score, "RewardsFile", ["Basics", "HTTPClient", "JSONTree", "RewardServers", "TOMLText", .tomlKit]),
        .swift(
            .score,
            "RoundScoring",
            [
                "CLibrary", "Basics", "JSONTree", "HTTPClient", "RewardServers", "RewardsFile", "RoundModel",
                "RoundFiles",
            ]
        ),

        // Judge: verdicts, where they are kept, and what they show.
        .swift(.judge, "Verdicts", ["RoundModel", "ItemFilter"]),
        .c(.judge, "CBoostMath", fast: true),
        .swift(.judge, "AuditStatistics", ["CLibrary", "Basics", "RoundModel", "CBoostMath"]),
        .swift(.judge, "ReviewAudit", ["Basics", "RoundModel", "ItemFilter", "Verdicts", "AuditStatistics"]),
        .swift(
            .judge,
            "ReviewStore",
            ["CLibrary", "Basics", "TextSafety", "RoundModel", "Verdicts", "CPlatform", .grdb, .sqlite]
        ),

        // Select: what is kept out of the sets, the sets and their manifest, and the report.
        .swift(.select, "TrainingGuard", ["Basics", "CLibrary", "CTextForm"]),
        .swift(
            .select,
            "RoundExport",
            [
                "CLibrary", "Basics", "RoundModel", "Verdicts", "AuditStatistics", "ReviewAudit", "RoundFiles",
                "TrainingGuard", "CPlatform",
            ]
        ),
        .swift(.select, "CardFile", ["Basics", "RoundExport", "TOMLText", .tomlKit]),
        .c(.select, "CGridJob", exclude: ["redsieve_job.py"]),
        .swift(
            .select,
            "RoundGrid",
            ["CLibrary", "Basics", "RoundModel", "ReviewAudit", "RoundExport", "Verdicts", "CGridJob"]
        ),
        .swift(
            .select,
            "RoundReport",
            ["RoundModel", "AuditStatistics", "DensityPlot", "ItemFilter", "ReviewAudit", "TextSafety"]
        ),

        // Campaign: rounds and methods over time.
        .swift(.campaign, "PromptDiversity", ["CLibrary"]),
        .swift(.campaign, "CampaignFile", ["Basics", "RoundModel", "TOMLText", .tomlKit]),
        .swift(
            .campaign,
            "RoundCampaign",
            [
                "Basics", "RoundModel", "RoundFiles", "Verdicts", "AuditStatistics", "ReviewAudit", "PromptDiversity",
                "CampaignFile",
            ]
        ),
        .swift(
            .campaign,
            "CampaignReport",
            ["RoundModel", "AuditStatistics", "TextSafety", "RoundReport", "CampaignFile", "RoundCampaign"]
        ),

        // Terminal: cells, themes, pictures, and the one face of curses.
        .swift(.terminal, "TerminalCanvas", ["CLibrary", "TextSafety"]),
        .swift(.terminal, "ScreenPictures", ["Basics", "TerminalCanvas", "TextSafety"]),
        .swift(.terminal, "Themes", ["CLibrary", "TerminalCanvas", "TOMLText", "Basics", .tomlKit]),
        .target(
            name: "CTerminal",
            path: "Sources/Terminal/CTerminal",
            linkerSettings: [
                .linkedLibrary("ncursesw", .when(platforms: [.linux])),
                .linkedLibrary("ncurses", .when(platforms: [.macOS])),
            ]
        ),
        .c(.terminal, "CLineEdit", links: ["edit"]),
        .swift(.terminal, "CursesTerminal", ["CLibrary", "Basics", "CTerminal", "TerminalCanvas", "TextSafety"]),
        .swift(.terminal, "OutsidePrograms", ["CLibrary", "Basics", "CPlatform"]),

        // Review: the session, its words, its screens, its lines, and the app that runs them.
        .swift(
            .review,
            "ReviewSession",
            [
                "Basics", "TextSafety", "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "AuditStatistics",
                "ReviewAudit",
            ]
        ),
        .swift(
            .review,
            "ReviewScreens",
            [
                "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "AuditStatistics", "ReviewAudit",
                "ReviewSession", "TerminalCanvas", "TextSafety", "Basics",
            ]
        ),
        .swift(
            .review,
            "CampaignSession",
            ["Basics", "RoundModel", "ItemFilter", "AuditStatistics", "CampaignFile", "RoundCampaign", "ReviewSession"]
        ),
        .swift(
            .review,
            "CampaignScreens",
            [
                "RoundModel", "DensityPlot", "AuditStatistics", "CampaignFile", "RoundCampaign", "ReviewSession",
                "CampaignSession", "ReviewScreens", "TerminalCanvas", "TextSafety",
            ]
        ),
        .swift(
            .review,
            "PlainReview",
            [
                "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewAudit", "ReviewSession", "ReviewScreens",
                "TerminalCanvas", "TextSafety",
            ]
        ),
        .swift(
            .review,
            "ReviewApp",
            [
                "CLibrary", "RoundModel", "RoundFiles", "RoundExport", "RoundSearch", "ItemFilter", "RoundFilter",
                "Verdicts",
                "ReviewStore", "ReviewSession", "ReviewScreens", "CampaignFile", "CampaignSession", "CampaignScreens",
                "PlainReview", "TerminalCanvas", "TextSafety", "ScreenPictures", "Basics", "OutsidePrograms",
                "CardFile", "TOMLText",
                .logging,
            ]
        ),

        // Program: configuration and command line.
        .swift(
            .program,
            "Configuration",
            [
                "RoundModel", "DensityPlot", "ReviewAudit", "ReviewSession", "ReviewScreens", "TerminalCanvas",
                "TOMLText",
                "Basics", .tomlKit,
            ]
        ),
        // What the program was built from; a target of its own, so that a new commit rebuilds little.
        .target(
            name: "CBuild",
            path: "Sources/Program/CBuild",
            cSettings: build.isEmpty ? [] : [.define("REDSIEVE_BUILD", to: build)]
        ),
        .program(
            .program,
            "redsieve",
            [
                "CLibrary", "Basics", "RoundModel", "RoundFiles", "RoundExport", "RoundGrid", "RoundReport",
                "DensityPlot", "Verdicts",
                "ReviewStore",
                "ItemFilter", "RoundSearch", "RoundFilter", "ReviewSession", "ReviewScreens", "PlainReview",
                "ReviewApp",
                "CursesTerminal", "TerminalCanvas", "TextSafety", "Themes", "Configuration", "AuditStatistics",
                "OutsidePrograms", "ReviewAudit", "CBuild", "CLineEdit", "HTTPClient", "RewardServers", "RewardsFile",
                "RoundScoring", "CardFile", "TrainingGuard", "CampaignFile", "RoundCampaign",
                "CampaignReport", "CampaignSession", "CampaignScreens", "PromptDiversity", "TOMLText", .logging,
                .argumentParser,
            ]
        ),

        // Tools: sample rounds and benchmarks.
        .swift(.tools, "SampleRounds", ["Basics"]),
        .program(.tools, "make-sample-data", ["CLibrary", "Basics", "SampleRounds"]),
        .program(
            .tools,
            "review-bench",
            [
                "CLibrary", "Basics", "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewAudit",
                "ReviewSession",
                "ReviewScreens",
                "TerminalCanvas",
                "SampleRounds",
            ]
        ),

        // Tests, in the rooms of what they test.
        .systemLibrary(
            name: "CVTerm",
            path: "Tests/Support/CVTerm",
            providers: [.apt(["libvterm-dev"]), .brew(["libvterm"])]
        ),
        .swift(
            .support,
            "TestSupport",
            [
                "CLibrary", "Basics", "RoundModel", "RoundFiles", "DensityPlot", "ItemFilter", "Verdicts",
                "AuditStatistics", "ReviewAudit",
                "CampaignFile", "RoundCampaign", "ReviewSession", "CampaignSession", "TerminalCanvas", "TextSafety",
                "CVTerm",
            ],
            under: "Tests"
        ),
        .c(.support, "CServerStub", links: ["microhttpd"], under: "Tests"),
        .swift(.support, "ServerStub", ["CLibrary", "CServerStub"], under: "Tests"),
        .tests(.base, "BasicsTests", ["Basics"]),
        .tests(.base, "JSONTreeTests", ["JSONTree"]),
        .tests(.base, "HTTPClientTests", ["HTTPClient", "ServerStub"]),
        .tests(.base, "TOMLTextTests", ["TOMLText"]),
        .tests(.base, "TextSafetyTests", ["CLibrary", "TextSafety", "CPlatform"]),
        .tests(.round, "RoundModelTests", ["RoundModel"]),
        .tests(.round, "DensityPlotTests", ["DensityPlot", "RoundModel"]),
        .tests(.round, "RoundFilesTests", ["Basics", "RoundFiles", "CRowReader", "RoundModel"]),
        .tests(.find, "ItemFilterTests", ["ItemFilter", "RoundModel"]),
        .tests(.find, "RoundSearchTests", ["Basics", "RoundSearch", "RoundFiles", "RoundModel"]),
        .tests(
            .find,
            "RoundFilterTests",
            ["Basics", "RoundFilter", "RoundSearch", "ItemFilter", "RoundFiles", "RoundModel", "ReviewSession"]
        ),
        .tests(.score, "RewardServersTests", ["RewardServers", "HTTPClient", "JSONTree"]),
        .tests(.score, "RewardsFileTests", ["RewardsFile", "RewardServers", "HTTPClient", "JSONTree", "TOMLText"]),
        .tests(
            .score,
            "RoundScoringTests",
            [
                "RoundScoring", "RewardServers", "RewardsFile", "RoundFiles", "HTTPClient", "ServerStub", "Basics",
                "CLibrary", "RoundModel", "JSONTree",
            ]
        ),
        .tests(.judge, "VerdictsTests", ["Verdicts", "ItemFilter", "RoundModel"]),
        .tests(.judge, "AuditStatisticsTests", ["AuditStatistics", "RoundModel"], exclude: ["Vectors"]),
        .tests(.judge, "ReviewAuditTests", ["ReviewAudit", "AuditStatistics", "Verdicts", "RoundModel", "ItemFilter"]),
        // Adds to a review as fast as it can, to be killed, or to meet another in the same file.
        .program(.judge, "review-writer", ["CLibrary", "ReviewStore", "RoundModel", "Verdicts"], under: "Tests"),
        .tests(
            .judge,
            "ReviewStoreTests",
            ["redsieve", "review-writer", "ReviewStore", "Verdicts", "RoundModel"]
        ),
        .tests(.select, "CardFileTests", ["CardFile", "RoundExport", "TOMLText"]),
        .tests(.select, "TrainingGuardTests", ["TrainingGuard", "Basics"]),
        .tests(
            .select,
            "RoundExportTests",
            [
                "AuditStatistics", "Basics", "ReviewAudit", "RoundExport", "TrainingGuard", "RoundFiles", "RoundModel",
                "Verdicts",
            ]
        ),
        .tests(
            .select,
            "RoundGridTests",
            ["AuditStatistics", "Basics", "RoundGrid", "RoundFiles", "RoundModel"]
        ),
        .tests(
            .select,
            "RoundReportTests",
            ["RoundReport", "AuditStatistics", "ReviewAudit", "DensityPlot", "ItemFilter", "RoundModel", "TextSafety"]
        ),
        .tests(.campaign, "PromptDiversityTests", ["PromptDiversity"], exclude: ["Vectors"]),
        .tests(.campaign, "CampaignFileTests", ["CampaignFile", "RoundModel", "TOMLText"]),
        .tests(
            .campaign,
            "RoundCampaignTests",
            [
                "RoundCampaign", "CampaignFile", "PromptDiversity", "AuditStatistics", "ReviewAudit", "RoundFiles",
                "RoundModel", "Verdicts",
            ],
            exclude: ["Vectors"]
        ),
        .tests(
            .campaign,
            "CampaignReportTests",
            ["CampaignReport", "CampaignFile", "RoundCampaign", "RoundFiles", "RoundModel"]
        ),
        .tests(.terminal, "TerminalCanvasTests", ["TerminalCanvas", "TextSafety"]),
        .tests(
            .terminal,
            "ScreenPicturesTests",
            [
                "ScreenPictures", "ReviewScreens", "Themes", "ReviewSession", "RoundModel", "TerminalCanvas",
                "TextSafety",
            ]
        ),
        .tests(.terminal, "ThemesTests", ["CLibrary", "Themes", "TerminalCanvas"]),
        // Draws what it is given and dies as it is told, which the real program must never do.
        .program(
            .terminal,
            "terminal-probe",
            ["CLibrary", "CursesTerminal", "TerminalCanvas", "TextSafety"],
            under: "Tests"
        ),
        .tests(
            .terminal,
            "CursesTerminalTests",
            ["CLibrary", "terminal-probe", "CursesTerminal", "TerminalCanvas", "TextSafety"]
        ),
        .tests(.terminal, "OutsideProgramsTests", ["CLibrary", "OutsidePrograms"]),
        .tests(
            .review,
            "ReviewSessionTests",
            ["ReviewSession", "ItemFilter", "ReviewAudit", "AuditStatistics", "Verdicts", "DensityPlot", "RoundModel"]
        ),
        .tests(
            .review,
            "ReviewScreensTests",
            [
                "ReviewScreens", "ItemFilter", "Themes", "DensityPlot", "ReviewSession", "RoundModel", "TerminalCanvas",
                "TextSafety", "Verdicts",
            ],
            exclude: ["Goldens"]
        ),
        .tests(
            .review,
            "CampaignSessionTests",
            ["CampaignSession", "CampaignFile", "RoundCampaign", "ReviewSession", "RoundModel", "AuditStatistics"]
        ),
        .tests(
            .review,
            "CampaignScreensTests",
            [
                "CampaignScreens", "CampaignSession", "CampaignFile", "RoundCampaign", "ReviewScreens", "Themes",
                "ReviewSession", "TerminalCanvas",
            ],
            exclude: ["Goldens"]
        ),
        .tests(
            .review,
            "PlainReviewTests",
            ["PlainReview", "ReviewScreens", "ItemFilter", "Verdicts", "ReviewSession", "RoundModel"]
        ),
        .tests(
            .review,
            "ReviewAppTests",
            [
                "CLibrary", "Basics", "ReviewApp", "PlainReview", "CampaignFile", "CampaignSession", "CampaignScreens",
                "ItemFilter", "ScreenPictures", "Themes", "ReviewScreens", "ReviewSession", "RoundExport", "RoundFiles",
                "RoundModel", "TerminalCanvas", "TextSafety",
            ]
        ),
        .tests(
            .program,
            "ConfigurationTests",
            [
                "CLibrary", "Configuration", "DensityPlot", "ReviewScreens", "ReviewSession", "RoundModel",
                "TerminalCanvas",
            ]
        ),
        // Runs the built programs: command line, pseudo-terminal, tmux.
        .tests(
            .program,
            "ProgramTests",
            ["CLibrary", "CursesTerminal", "redsieve", "make-sample-data", "review-bench", "RoundModel", "ServerStub"],
            exclude: ["Earlier"]
        ),
        .tests(.tools, "SampleRoundsTests", ["CLibrary", "Basics", "SampleRounds"]),
    ],
    cxxLanguageStandard: .cxx17
)

// What a line above stands for.

/// What `--version` names; the install script says, and a build by hand is one of development.
var build: String {
    (Context.environment["REDSIEVE_BUILD"] ?? "").filter {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0))
    }
}

extension Target.Dependency {
    static var logging: Self { .product(name: "Logging", package: "swift-log") }
    static var argumentParser: Self { .product(name: "ArgumentParser", package: "swift-argument-parser") }
    static var tomlKit: Self { "TOMLKit" }
    static var grdb: Self { .product(name: "GRDB", package: "GRDB.swift") }
    static var sqlite: Self { .product(name: "GRDBSQLite", package: "GRDB.swift") }
}

extension Target {
    /// Every Swift target is built with the same strict settings.
    private static var strict: [SwiftSetting] {
        [
            .swiftLanguageMode(.v6),
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
        ]
    }

    /// A module in its room, with what it imports.
    static func swift(
        _ room: Room,
        _ name: String,
        _ uses: [Dependency] = [],
        under top: String = "Sources"
    ) -> Target {
        .target(
            name: name,
            dependencies: uses,
            path: "\(top)/\(room.rawValue)/\(name)",
            swiftSettings: strict
        )
    }

    /// A program in its room.
    static func program(_ room: Room, _ name: String, _ uses: [Dependency], under top: String = "Sources") -> Target {
        .executableTarget(
            name: name,
            dependencies: uses,
            path: "\(top)/\(room.rawValue)/\(name)",
            swiftSettings: strict
        )
    }

    /// C or C++ behind one header; `fast` is for what is templates or vectors, some fifty times slower unoptimised.
    static func c(
        _ room: Room,
        _ name: String,
        fast: Bool = false,
        exclude: [String] = [],
        links: [String] = [],
        on platforms: [Platform]? = nil,
        under top: String = "Sources"
    ) -> Target {
        .target(
            name: name,
            path: "\(top)/\(room.rawValue)/\(name)",
            exclude: exclude,
            cxxSettings: fast ? [.unsafeFlags(["-O2"])] : [],
            linkerSettings: links.map { .linkedLibrary($0, platforms.map { .when(platforms: $0) }) }
        )
    }

    /// The tests of a module, all with `TestSupport`.
    static func tests(_ room: Room, _ name: String, _ uses: [Dependency], exclude: [String] = []) -> Target {
        .testTarget(
            name: name,
            dependencies: uses + ["TestSupport"],
            path: "Tests/\(room.rawValue)/\(name)",
            exclude: exclude,
            swiftSettings: strict
        )
    }
}
