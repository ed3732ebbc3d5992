// swift-tools-version: 6.1
import PackageDescription

/// Every Swift target is built with the same strict settings.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// What `--version` names; the install script says, and a build by hand is one of development.
let build = (Context.environment["REDSIEVE_BUILD"] ?? "").filter {
    $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0))
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "redsieve",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "redsieve", targets: ["redsieve"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // The core: no screen, no files.
        .target(name: "RoundModel", swiftSettings: strict),
        .target(name: "DensityPlot", dependencies: ["RoundModel"], swiftSettings: strict),
        .target(name: "ItemFilter", dependencies: ["RoundModel"], swiftSettings: strict),
        .target(name: "Verdicts", dependencies: ["RoundModel"], swiftSettings: strict),

        // What a spot-check proves.
        .target(
            name: "CBoostMath",
            // Templates all the way down, as with simdjson.
            cxxSettings: [.unsafeFlags(["-O2"])]
        ),
        .target(name: "AuditStatistics", dependencies: ["RoundModel", "CBoostMath", crypto], swiftSettings: strict),
        .target(
            name: "ReviewAudit",
            dependencies: ["RoundModel", "Verdicts", "AuditStatistics"],
            swiftSettings: strict
        ),
        .target(
            name: "ReviewStore",
            dependencies: [
                "RoundModel", "Verdicts", "CPlatform", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),

        // Bytes to columns and back.
        .target(
            name: "CSimdJSON",
            // simdjson's On-Demand parser lives in its header: unoptimised it is some fifty times slower.
            cxxSettings: [.unsafeFlags(["-O2"])],
            linkerSettings: [.linkedLibrary("simdjson")]
        ),
        .target(name: "CLibCSV", linkerSettings: [.linkedLibrary("csv")]),
        .target(
            name: "CInflate",
            linkerSettings: [
                .linkedLibrary("isal"), .linkedLibrary("zstd"), .linkedLibrary("lzma"), .linkedLibrary("bz2"),
            ]
        ),
        .target(
            name: "RoundFiles",
            dependencies: ["RoundModel", "CSimdJSON", "CLibCSV", "CInflate", "CPlatform", crypto],
            swiftSettings: strict
        ),
        .target(
            name: "RoundExport",
            dependencies: [
                "RoundModel", "Verdicts", "AuditStatistics", "ReviewAudit", "RoundFiles", "CPlatform", crypto,
            ],
            swiftSettings: strict
        ),

        .target(
            name: "CTextSearch",
            // As with simdjson: unoptimised, vector instructions are worse than none.
            cxxSettings: [.unsafeFlags(["-O2"])],
            linkerSettings: [.linkedLibrary("re2")]
        ),
        .target(
            name: "RoundSearch",
            dependencies: ["RoundModel", "RoundFiles", "CTextSearch"],
            swiftSettings: strict
        ),
        .target(
            name: "RoundFilter",
            dependencies: ["RoundModel", "RoundFiles", "RoundSearch", "ItemFilter"],
            swiftSettings: strict
        ),

        // Calls of the C library that its Swift module does not show.
        .target(name: "CPlatform"),

        // Pagers, editors, clipboards.
        .target(name: "OutsidePrograms", dependencies: ["CPlatform"], swiftSettings: strict),

        // The screen.
        .target(name: "TerminalCanvas", dependencies: ["CPlatform"], swiftSettings: strict),
        // What a screen shows, as text or as a picture.
        .target(name: "ScreenPictures", dependencies: ["TerminalCanvas"], swiftSettings: strict),
        // A round on one page: its texts are made harmless as on the screen.
        .target(
            name: "RoundReport",
            dependencies: ["RoundModel", "DensityPlot", "ReviewAudit", "TerminalCanvas"],
            swiftSettings: strict
        ),
        // What somebody meant by a name that does not exist.
        .target(name: "NearNames", swiftSettings: strict),
        .target(name: "TOMLText", dependencies: ["TOMLKit"], swiftSettings: strict),
        .target(
            name: "Themes",
            dependencies: ["TerminalCanvas", "TOMLText", "NearNames", "TOMLKit"],
            swiftSettings: strict
        ),
        .target(
            name: "ReviewSession",
            dependencies: ["RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewAudit"],
            swiftSettings: strict
        ),
        .target(
            name: "ReviewScreens",
            dependencies: [
                "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewAudit", "ReviewSession",
                "TerminalCanvas", "NearNames",
            ],
            swiftSettings: strict
        ),
        // A review told in lines.
        .target(
            name: "PlainReview",
            dependencies: [
                "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewAudit", "ReviewSession", "ReviewScreens",
                "TerminalCanvas",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Configuration",
            dependencies: [
                "RoundModel", "DensityPlot", "ReviewAudit", "ReviewSession", "ReviewScreens", "TerminalCanvas",
                "TOMLText",
                "NearNames", "TOMLKit",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "ReviewApp",
            dependencies: [
                "RoundModel", "RoundFiles", "RoundExport", "RoundSearch", "ItemFilter", "RoundFilter", "DensityPlot",
                "Verdicts", "AuditStatistics", "ReviewAudit", "ReviewStore", "ReviewSession", "ReviewScreens",
                "PlainReview", "TerminalCanvas", "ScreenPictures", "NearNames", "OutsidePrograms",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "CTerminal",
            linkerSettings: [
                .linkedLibrary("ncursesw", .when(platforms: [.linux])),
                .linkedLibrary("ncurses", .when(platforms: [.macOS])),
            ]
        ),
        .target(name: "CursesTerminal", dependencies: ["CTerminal", "TerminalCanvas"], swiftSettings: strict),

        // What the program was built from; a target of its own, so that a new commit rebuilds little.
        .target(name: "CBuild", cSettings: build.isEmpty ? [] : [.define("REDSIEVE_BUILD", to: build)]),

        // The programs.
        .executableTarget(
            name: "redsieve",
            dependencies: [
                "RoundModel", "RoundFiles", "RoundExport", "RoundReport", "DensityPlot", "Verdicts", "ReviewStore",
                "ItemFilter", "RoundSearch", "RoundFilter", "ReviewSession", "ReviewScreens", "PlainReview",
                "ReviewApp",
                "CursesTerminal", "TerminalCanvas", "Themes",
                "Configuration", "AuditStatistics", "OutsidePrograms",
                "ReviewAudit", "CBuild", crypto, .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .target(name: "SampleRounds", swiftSettings: strict),
        .executableTarget(name: "make-sample-data", dependencies: ["SampleRounds"], swiftSettings: strict),
        // Measures the parts of a review in the process; `script/bench` runs it.
        .executableTarget(
            name: "review-bench",
            dependencies: [
                "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewSession", "ReviewScreens",
                "TerminalCanvas",
                "SampleRounds",
            ],
            swiftSettings: strict
        ),

        // Tests.
        .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"]), .brew(["libvterm"])]),
        .target(
            name: "TestSupport",
            dependencies: [
                "RoundModel", "DensityPlot", "ItemFilter", "Verdicts", "ReviewSession", "TerminalCanvas", "CVTerm",
            ],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .testTarget(name: "RoundModelTests", dependencies: ["RoundModel", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "VerdictsTests", dependencies: ["Verdicts", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "DensityPlotTests", dependencies: ["DensityPlot", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "AuditStatisticsTests",
            dependencies: ["AuditStatistics", "RoundModel", "TestSupport"],
            exclude: ["Vectors"],
            swiftSettings: strict
        ),
        // Adds to a review as fast as it can, to be killed, or to meet another in the same file.
        .executableTarget(
            name: "review-writer",
            dependencies: ["ReviewStore", "RoundModel", "Verdicts"],
            path: "Tests/ReviewWriter",
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReviewStoreTests",
            dependencies: ["redsieve", "review-writer", "ReviewStore", "Verdicts", "RoundModel", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReviewAuditTests",
            dependencies: ["ReviewAudit", "AuditStatistics", "Verdicts", "RoundModel", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "RoundFilesTests", dependencies: ["RoundFiles", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "RoundExportTests", dependencies: ["RoundExport", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "RoundSearchTests",
            dependencies: ["RoundSearch", "RoundFiles", "RoundModel", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ItemFilterTests",
            dependencies: ["ItemFilter", "RoundModel", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "RoundFilterTests",
            dependencies: [
                "RoundFilter", "RoundSearch", "ItemFilter", "RoundFiles", "RoundModel", "ReviewSession", "TestSupport",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "TerminalCanvasTests",
            dependencies: ["TerminalCanvas", "CPlatform", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ScreenPicturesTests",
            dependencies: ["ScreenPictures", "ReviewScreens", "Themes", "TestSupport"],
            swiftSettings: strict
        ),
        // Draws what it is given and dies as it is told, which the real program must never do.
        .executableTarget(
            name: "terminal-probe",
            dependencies: ["CursesTerminal", "TerminalCanvas"],
            path: "Tests/TerminalProbe",
            swiftSettings: strict
        ),
        .testTarget(
            name: "CursesTerminalTests",
            dependencies: ["terminal-probe", "CursesTerminal", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "RoundReportTests",
            dependencies: [
                "RoundReport", "ReviewAudit", "DensityPlot", "RoundModel", "TerminalCanvas", "TestSupport",
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "NearNamesTests", dependencies: ["NearNames"], swiftSettings: strict),
        .testTarget(
            name: "OutsideProgramsTests",
            dependencies: ["OutsidePrograms", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "TOMLTextTests", dependencies: ["TOMLText", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ThemesTests", dependencies: ["Themes", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "ReviewSessionTests",
            dependencies: ["ReviewSession", "ItemFilter", "ReviewAudit", "AuditStatistics", "Verdicts", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReviewScreensTests",
            dependencies: ["ReviewScreens", "ItemFilter", "Themes", "TestSupport"],
            exclude: ["Goldens"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "PlainReviewTests",
            dependencies: ["PlainReview", "ReviewScreens", "ItemFilter", "Verdicts", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReviewAppTests",
            dependencies: ["ReviewApp", "PlainReview", "ItemFilter", "ScreenPictures", "Themes", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "SampleRoundsTests", dependencies: ["SampleRounds", "TestSupport"], swiftSettings: strict),
        // Runs the built programs: command line, pseudo-terminal, tmux.
        .testTarget(
            name: "ProgramTests",
            dependencies: ["redsieve", "make-sample-data", "review-bench", "TestSupport", "RoundModel"],
            swiftSettings: strict
        ),
    ],
    cxxLanguageStandard: .cxx17
)
