public import Basics
import ItemFilter
import RoundModel

/// Looks at the rows of the round with a revision for the names of their fields.
public struct FieldsJob: Job {
    public static let lane = Lane.fields
    let round: Int

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        do throws(WorkFailure) {
            report(.filter(.fieldsRead(round, try site.fields())))
        } catch {
            // Any name may then be a field's; reading the rows will tell what is wrong with them.
            report(.notice(Message(.failure, error.message)))
            report(.filter(.fieldsRead(round, .unknown)))
        }
    }
}

/// Finds the items that a filter leaves.
///
/// A filter of other tests takes the place of the one that runs; one that only follows θ waits for its turn, so that a key
/// that is held down still shows something.
public struct FilterJob: Job {
    public static let lane = Lane.filter
    /// The filter, and what its answer depends on.
    public let request: FilterRequest
    let context: FilterContext

    public func ends(_ earlier: any Job) -> Bool {
        (earlier as? FilterJob)?.request.expression != request.expression
    }

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let request = request
        do throws(FilterFailure) {
            let items = try site.filter(request.expression, context, stop) { found, fraction in
                report(.filter(.progressed(request, found, fraction: fraction, isComplete: false)))
            }
            report(.filter(.progressed(request, items, fraction: 1, isComplete: true)))
        } catch {
            switch error {
            case .pattern(let pattern, let problem, let character):
                report(.filter(.refused(request, pattern, problem: problem, character: character)))
            case .work(let failure):
                if !failure.isStopped { report(.filter(.failed(request, failure.message))) }
            }
        }
    }
}

/// Reads the values of the fields that have few, of the round with a revision.
public struct FacetsJob: Job {
    public static let lane = Lane.facets
    let round: Int

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        let round = round
        do throws(WorkFailure) {
            let found = try site.facetFields(stop) { report(.facets(.progressed(round, fraction: $0))) }
            report(.facets(.read(round, found)))
        } catch {
            if !error.isStopped { report(.facets(.failed(round, error.message))) }
        }
    }
}

/// The items to count values of.
struct FacetItems: Sendable {
    /// The items, where `rest` is nil; else those among which to look for them.
    var population: Population
    /// What a filter asks of other fields than those that are counted, and what that is judged by; nil where the whole
    /// filter counts.
    var rest: (expression: FilterExpression, context: FilterContext)?

    /// Nil where it was stopped, or could not be found out: then that was reported.
    func found(
        of round: Int,
        at site: any WorkSite,
        _ stop: Cancellation,
        _ report: @escaping Job.Report
    ) -> Population? {
        guard let rest else { return population }
        do throws(FilterFailure) {
            let items = try site.filter(rest.expression, rest.context, stop) { _, _ in }
            var narrowed = population
            narrowed.members = narrowed.members?.intersection(items) ?? items
            return narrowed
        } catch {
            // Patterns that are none have ended the filter that they stood in.
            if case .work(let failure) = error, !failure.isStopped { report(.facets(.failed(round, failure.message))) }
            return nil
        }
    }
}

/// Counts the values of a field.
public struct FacetJob: Job {
    public static let lane = Lane.facet
    let request: FacetRequest
    let items: FacetItems

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        guard let population = items.found(of: request.revision.round, at: site, stop, report) else { return }
        report(.facets(.counted(request, site.facet(request.field, of: population, at: request.thresholds))))
    }
}

/// Counts the pairs of values of two fields.
public struct CrossJob: Job {
    public static let lane = Lane.facet
    let request: CrossRequest
    let items: FacetItems

    public func run(at site: any WorkSite, _ stop: Cancellation, _ report: @escaping Report) {
        guard let population = items.found(of: request.revision.round, at: site, stop, report) else { return }
        let table = site.crossTable(request.down, request.across, of: population, at: request.thresholds)
        report(.facets(.crossed(request, table)))
    }
}
