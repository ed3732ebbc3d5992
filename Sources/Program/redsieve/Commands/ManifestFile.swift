import Foundation
import RoundExport

/// The manifest of an export as commands read it.
enum ManifestFile {
    /// - Throws: why the folder holds no manifest that can be used.
    static func read(in folder: String) throws(ProgramFailure) -> Manifest {
        let path = "\(folder)/\(ExportFileName.manifest.rawValue)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ProgramFailure(status: 66, message: "\(path): no such file, so there is nothing to check against")
        }
        do throws(ManifestProblem) {
            return try Manifest(reading: [UInt8](data))
        } catch {
            if case .later = error { throw ProgramFailure(status: 65, message: "\(path): \(error.message)") }
            throw ProgramFailure(status: 65, message: "\(path): \(error.message); is it a manifest of redsieve?")
        }
    }
}
