public import Foundation

/// The project's own folder, for tests that look at its files.
public enum Repository {
    /// Where Package.swift lies.
    public static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let isRoot = { FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) }
        while folder.pathComponents.count > 1, !isRoot() { folder.deleteLastPathComponent() }
        return folder
    }()

    /// The path of something in it, `themes/paper.toml`.
    public static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    /// The path of something that may stand beside it.
    public static func beside(_ name: String) -> String {
        root.deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// A file's text.
    /// - Throws: what Foundation throws where it cannot be read.
    public static func text(of name: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
    }

    /// A file's lines, empty ones left out.
    public static func lines(of name: String) throws -> [String] {
        try text(of: name).split(separator: "\n").map(String.init)
    }

    /// The names in a folder, hidden ones left out, in order.
    public static func entries(of folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(folder)).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// All files under a folder whose names end so, as paths from the root.
    public static func files(under folder: String, ending: [String]) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: path(folder)) else { return [] }
        return walk.compactMap { $0 as? String }.filter { name in ending.contains { name.hasSuffix($0) } }
            .map { "\(folder)/\($0)" }.sorted()
    }
}
