public import Basics
internal import CGridJob
internal import CLibrary

/// The folder that goes to the cluster: the plan, the job that reads it, and how the two are started.
public enum PlanFolder {
    /// The name of the job.
    public static let jobName = "redsieve_job.py"

    /// The job, as it goes beside every plan.
    public static var job: [UInt8] { Array(UnsafeBufferPointer(start: grid_job, count: grid_job_length)) }

    /// Makes the folder.
    ///
    /// - Throws: an error of status 73 where something is there already, or it cannot be made; nothing is left then.
    public static func make(_ path: String, _ plan: RoundPlan) throws(OutputFileError) {
        if FileSystem.kind(of: path) != .nothing {
            throw OutputFileError(status: 73, message: "\(path) exists already; name another folder")
        }
        guard mkdir(path, 0o777) == 0 else {
            throw OutputFileError(status: 73, message: "\(path) cannot be made: \(String(cString: strerror(errno)))")
        }
        // The plan last: where it is, the folder is whole.
        let files = [(jobName, job), ("README.md", Array(readme(of: plan).utf8)), (RoundPlan.fileName, plan.bytes)]
        do throws(OutputFileError) {
            for (name, bytes) in files {
                try OutputFile(path: "\(path)/\(name)", replacing: .nothing(hint: "name another folder")).write(bytes)
            }
        } catch {
            for (name, _) in files { unlink("\(path)/\(name)") }
            rmdir(path)
            throw error
        }
    }

    private static func readme(of plan: RoundPlan) -> String {
        let isSelection = plan.thresholds?.all != nil
        let grid = """
            Counts on a net of lines and a sample, which `redsieve GRID` opens:

                spark-submit \(jobName) grid \(RoundPlan.fileName) GRID

            """
        let sets = """
            The sets at the thresholds of the plan:

                spark-submit \(jobName) select \(RoundPlan.fileName) SETS

            """
        return """
            # A round on a cluster

            \(RoundPlan.fileName) says what is to be computed of \(plan.files.count == 1 ? "a file" : "\(plan.files.count) files or patterns"), \
            and \(jobName) computes it: a single file
            of Python that needs PySpark 3.5 or later and the standard library. It reads the round and writes the one folder that the \
            command names, never over one that exists.

            \(plan.gridFiles == nil ? grid : "")\(isSelection ? sets : "")The same on one machine, with `pip install duckdb` and the files on it: \
            `python3 \(jobName) STEP \(RoundPlan.fileName) FOLDER --engine duckdb`.

            Python is needed on the executors too, and no package there. A folder is whole when its grid.json or manifest.json is \
            there, which comes last.

            """
    }
}
