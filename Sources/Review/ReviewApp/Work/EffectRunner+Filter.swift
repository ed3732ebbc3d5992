import ItemFilter
import ReviewSession
import RoundFiles
import RoundFilter
import RoundModel
import RoundSearch

extension EffectRunner {
    /// Does what filters and facets ask for.
    func runFilter(_ effect: Effect, _ report: ActionQueue) {
        guard let fields = roundFields else { return }
        switch effect {
        case .readFields(let revision):
            fielding.submit {
                do throws(RoundFilesError) {
                    report.post(.fieldsRead(revision, try fields.fields()))
                } catch {
                    // Any name may then be a field's; reading the rows will tell what is wrong with them.
                    report.post(.notice(Message(.failure, error.message)))
                    report.post(.fieldsRead(revision, .unknown))
                }
            }
        case .filter(let request, let context): filter(request, context, fields, report)
        case .readFacets(let revision): readFacets(revision, fields, report)
        case .countFacet(let request, let population):
            counting(facets: {
                let counts = fields.facet(request.field, of: population, at: request.thresholds)
                report.post(.facetCounted(request, counts.map { FacetValue(value: $0.value, counts: $0.counts) }))
            })
        default: break
        }
    }

    /// A filter of other tests takes the place of the one that runs; one that only follows θ waits for its turn, so that a
    /// key that is held down still shows something.
    private func filter(
        _ request: FilterRequest,
        _ context: FilterContext,
        _ fields: RoundFields,
        _ report: ActionQueue
    ) {
        let cancellation = filterCancellation(for: request.expression)
        filtering.submit {
            do throws(RoundFilterError) {
                let items = try fields.find(request.expression, context, cancellation: cancellation) {
                    found,
                    fraction in
                    report.post(.filtered(request, found, fraction: fraction, isComplete: false))
                }
                report.post(.filtered(request, items, fraction: 1, isComplete: true))
            } catch {
                switch error {
                case .pattern(let pattern, let problem):
                    report.post(
                        .filterRefused(request, pattern, problem: problem.message, character: problem.character)
                    )
                case .unknownField(let field):
                    // The names are known, since the filter was judged by them.
                    let names = (try? fields.fields()) ?? .unknown
                    report.post(.filterFailed(request, names.unknown(field).problem))
                case .round(let problem):
                    if problem != .cancelled { report.post(.filterFailed(request, problem.message)) }
                }
            }
        }
    }

    private func readFacets(_ revision: Int, _ fields: RoundFields, _ report: ActionQueue) {
        facetReading.submit { [self] in
            do throws(RoundFilesError) {
                let found = try fields.facetFields(cancellation: facetCancellation) { fraction in
                    report.post(.facetsProgressed(revision, fraction: fraction))
                }
                report.post(.facetsRead(revision, found))
            } catch {
                if error != .cancelled { report.post(.facetsFailed(revision, error.message)) }
            }
        }
    }
}
