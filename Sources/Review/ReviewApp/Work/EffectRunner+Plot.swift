import ReviewSession
import RoundFiles
import RoundFilter
import RoundModel

extension EffectRunner {
    /// Finds what the colours of the plot's cells mean.
    func colourPlot(
        _ request: LayerRequest,
        _ population: Population,
        _ said: PlotLayer.Said,
        _ report: ActionQueue
    ) {
        switch request.subject {
        case .verdicts(let thresholds):
            colouring.submit {
                // Without it the plot has the colours that it had.
                guard MemoryRoom.has(said.count * 64) else { return }
                report.post(.plotColoured(PlotLayer(request, at: thresholds, said, in: population)))
            }
        case .field(let field):
            guard let fields = roundFields else { return }
            colouring.submit {
                guard let (values, codes) = fields.codes(of: field) else { return }
                report.post(.plotColoured(PlotLayer(request, values: values, codes: codes, in: population)))
            }
        }
    }
}
