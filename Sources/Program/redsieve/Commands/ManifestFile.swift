import Foundation
import RoundExport

/// The manifest of an export as commands read it.
enum ManifestFile {
    /// - Throws: why the folder holds no manifest that can be used.
    static func read(in folder: String) throws(ProgramFailure) -> Manifest {
        let path = "\(folder)/\(ExportFileName.manifest.rawValue)"
        guard let data = FileManager.default.contents(atPath: path) else {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
            let problem =
                !exists
                ? "\(folder): no such folder"
                : isFolder.boolValue
                    ? "\(path): no such file, so there is nothing to check against" : "\(folder) is a file"
            throw ProgramFailure(
                status: 66,
                message: "\(problem); name the folder of an export, as select -o makes one"
            )
        }
        do throws(ManifestProblem) {
            return try Manifest(reading: [UInt8](data))
        } catch {
            if case .later = error { throw ProgramFailure(status: 65, message: "\(path): \(error.message)") }
            throw ProgramFailure(status: 65, message: "\(path): \(error.message); is it a manifest of redsieve?")
        }
    }
}
