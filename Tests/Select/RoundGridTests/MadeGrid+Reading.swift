import RoundGrid
import TestSupport

extension MadeGrid {
    /// Writes the folder and reads it.
    func grid(in folder: TestFolder) throws -> RoundGrid {
        try write(to: folder)
        return try RoundGrid(folder: folder.path)
    }
}
