internal import Basics
internal import RoundModel

/// A file of prompts that were trained on before.
struct SeenPart: Hashable, Sendable {
    var path: String
    /// Whether a row's prompt is what it has as the response to its parent, as the adversarial set of trainers' formats has it.
    var promptIsResponse = false

    /// The files of what was given: of an export the training sets.
    static func all(of paths: [String]) -> [SeenPart] {
        paths.flatMap { path -> [SeenPart] in
            if FileSystem.kind(of: path) == .folder, let manifest = manifest(in: path) {
                return [ExportFileName.adversarial, .accepted].compactMap { file in
                    let part = "\(path)/\(file.rawValue)"
                    // An empty set has no fields to read.
                    guard (manifest.files.first { $0.name == file.rawValue }?.lines ?? 0) > 0 else { return nil }
                    return SeenPart(path: part, promptIsResponse: file == .adversarial && manifest.format != .rows)
                }
            }
            let (folder, name) = split(path)
            guard name == ExportFileName.adversarial.rawValue, let manifest = manifest(in: folder) else {
                return [SeenPart(path: path)]
            }
            return [SeenPart(path: path, promptIsResponse: manifest.format != .rows)]
        }
    }

    private static func manifest(in folder: String) -> Manifest? {
        let path = "\(folder)/\(ExportFileName.manifest.rawValue)"
        return FileSystem.contents(of: path, limit: Manifest.longestText).flatMap { try? Manifest(reading: $0) }
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.unicodeScalars.lastIndex(of: "/") else { return (".", path) }
        return (String(path[..<slash]), String(path[path.unicodeScalars.index(after: slash)...]))
    }
}
