import Basics
import ReviewSession
import ReviewStore
import RoundExport
import RoundModel
import Verdicts

extension FileSite {
    func thresholds(of path: String) throws(WorkFailure) -> Thresholds {
        let path = HomeFolder.expanding(path, home: EnvironmentVariable.text("HOME"))
        let whole = ReviewLocation(path: FileSystem.resolve(path) ?? path)
        guard whole.exists else {
            throw WorkFailure("there is no \(path); name a review, an export, or the round of a review")
        }
        let inside = "\(whole.path)/\(ExportFileName.manifest.rawValue)"
        if ReviewLocation(path: inside).exists { return try manifest(inside) }
        if path.hasSuffix(".json") { return try manifest(whole.path) }
        if path.hasSuffix(".review") { return try review(whole) }
        // A round, most likely: then its review is meant.
        let places = ReviewLocation.candidates(for: [path], environment: EnvironmentVariable.text)
        guard let place = places.first(where: \.exists) else {
            throw WorkFailure("\(path) is no export and has no review beside it")
        }
        return try review(place)
    }

    private func review(_ place: ReviewLocation) throws(WorkFailure) -> Thresholds {
        let left: ReviewPlace?
        do throws(ReviewStoreError) {
            left = try ReviewStore.read(place).place
        } catch {
            throw WorkFailure(error.message)
        }
        guard let left else { throw WorkFailure("\(place.path) has no thresholds: nobody has left off there") }
        return left.thresholds
    }

    private func manifest(_ path: String) throws(WorkFailure) -> Thresholds {
        let manifest: Manifest?
        do throws(ManifestProblem) {
            manifest = try Manifest.read(at: path)
        } catch {
            throw WorkFailure("\(path): \(error.message)")
        }
        guard let manifest else {
            throw WorkFailure("\(path) cannot be read; name a review, an export, or the round of a review")
        }
        return manifest.selection.thresholds.thresholds
    }
}
