public import Basics
public import RoundModel

/// The files of a round and the fields that their first rows name, for whoever reads the rows elsewhere.
public struct FirstFields: Hashable, Sendable {
    /// The files in the order of the round.
    public var files: [File] = []
    /// The keys of the objects to open for each role that was found, outermost first.
    public var keys: [FieldRole: [String]] = [:]
    /// Scores for which lower is better, as the request or the records beside the files say.
    public var lowerIsBetter: Set<ScoreName> = []

    /// The roles that are looked for: those that somebody else than a trainer or a reader goes by.
    public static let roles: [FieldRole] = [.prompt, .response, .safety, .helpfulness, .category, .style]

    /// One file.
    public struct File: Hashable, Sendable {
        /// As it was named; for a file in a folder with the folder before it.
        public var path: String
        /// Its length; nil for a stream.
        public var bytes: Int?

        public init(path: String, bytes: Int?) { (self.path, self.bytes) = (path, bytes) }
    }

    /// Why rows cannot be read elsewhere.
    public enum Problem: Error, Hashable, Sendable {
        /// Nor here.
        case files(RoundFilesError)
        /// The file is no JSON Lines.
        case noJSONLines(path: String)
        /// It is a stream, or its name is no UTF-8.
        case noFile(path: String)
        /// The field of a role stands in a list, as turns of a chat do.
        case listed(FieldRole, path: String)
        /// Two files call the field of a role differently.
        case different(FieldRole, path: String)
    }

    /// Looks at the first rows of each file.
    ///
    /// - Complexity: O(files), each some thousand rows at most.
    public init(_ request: RoundRequest, cancellation: Cancellation = Cancellation()) throws(Problem) {
        let list: ShardList
        do throws(RoundFilesError) {
            list = try ShardList(paths: request.paths)
        } catch {
            throw .files(error)
        }
        var isFirst = true
        for entry in list.entries {
            guard let path = entry.path.flatMap({ String(validating: $0.bytes, as: UTF8.self) }), let size = entry.size
            else { throw .noFile(path: entry.name) }
            files.append(File(path: path, bytes: size))
            // An empty file says nothing of fields.
            guard size > 0 else { continue }
            let found = try Self.keys(of: entry, request, cancellation)
            for role in Self.roles {
                guard let known = keys[role], let path = found[role], path != known else { continue }
                throw .different(role, path: entry.name)
            }
            keys.merge(found) { first, _ in first }
            isFirst = false
        }
        if isFirst { throw .files(.empty(path: list.name)) }
        if let given = request.lowerIsBetter {
            lowerIsBetter = given
        } else {
            lowerIsBetter = try Self.lowerIsBetter(by: OriginRecords(beside: list), keys)
        }
    }

    private static func lowerIsBetter(
        by records: OriginRecords,
        _ keys: [FieldRole: [String]]
    ) throws(Problem) -> Set<ScoreName> {
        do throws(RoundFilesError) {
            var lower: Set<ScoreName> = []
            for score in ScoreName.allCases {
                let field = keys[score.role]?.joined(separator: ".") ?? ""
                if try records.isLowerBetter(in: field) == true { lower.insert(score) }
            }
            return lower
        } catch {
            throw .files(error)
        }
    }

    private static func keys(
        of entry: ShardList.Entry,
        _ request: RoundRequest,
        _ cancellation: Cancellation
    ) throws(Problem) -> [FieldRole: [String]] {
        let located: [FieldRole: FieldLocation]
        let found: FoundFields
        do {
            let settings = LoadSettings()
            let open = try OpenShard(
                entry,
                settings: settings,
                inflateLimit: request.inflateLimit,
                staysOpen: false,
                digest: { SHA256() },
                cancellation: cancellation
            )
            guard case .json = open.text else { throw Problem.noJSONLines(path: entry.name) }
            if let document = open.documentInPlaceOfRows { throw document }
            let plan = try ShardPlan(open, settings: settings, known: [], spool: nil, cancellation: cancellation)
            var first = try FirstRows(
                found: plan.found,
                names: Array(request.fields.values) + request.aliases.values.joined()
            )
            located = try OpenRows.fields(
                of: plan,
                entry.name,
                request,
                &first,
                settings,
                wanted: .init(roles: Self.roles, needed: Set(Self.roles.filter(\.isNeeded)))
            )
            found = first.found
        } catch let error as RoundFilesError {
            throw .files(error)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw .noJSONLines(path: entry.name)
        }
        let lists = Set(found.lists)
        var keys: [FieldRole: [String]] = [:]
        for role in Self.roles {
            guard let location = located[role] else { continue }
            let isListed = location.keys.indices.contains { depth in
                FieldLocation.isTurn(location.keys[depth]) || lists.contains(Array(location.keys[..<depth]))
            }
            if isListed { throw .listed(role, path: location.name) }
            keys[role] = location.keys.map { String(decoding: $0, as: UTF8.self) }
        }
        return keys
    }
}

extension FirstFields.Problem {
    /// What is wrong and what to do, without a full stop.
    public var message: String {
        switch self {
        case .files(let error): error.message
        case .noJSONLines(let path): "\(path) is not JSON Lines, which a cluster reads alone; convert it first"
        case .noFile(let path): "\(path) is no file that a cluster could read by its name"
        case .listed(let role, let path):
            "the field of the \(role.noun) (\(path)) stands in a list; a cluster reads fields of objects alone"
        case .different(let role, let path):
            "\(path) calls the field of the \(role.noun) otherwise than the files before it; a plan has one name for it"
        }
    }
}
