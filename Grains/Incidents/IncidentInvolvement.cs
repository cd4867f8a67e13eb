using Tocsin.Directives;

namespace Tocsin.Incidents;

/// <summary>
/// Whom an incident concerns that belongs to another station: who has a directive on it that was not withdrawn, and who takes part in its
/// open operation.
/// </summary>
internal static class IncidentInvolvement
{
    /// <summary>The stations, by their id; one whose directives are all over, since when that is so.</summary>
    public static IReadOnlyList<InvolvedStation> Of(IncidentState state)
    {
        if (state.Directives.IsEmpty && state.OperationStage != OperationStage.Open)
            return [];
        var byDirectives = state.Directives
            .Where(d => d is { Station: not null, Status: not DirectiveStatus.Withdrawn })
            .GroupBy(d => d.Station!)
            .Select(g => new InvolvedStation(g.Key, g.Any(d => d.Open) ? null : g.Max(d => d.OverAt)));
        return
        [
            .. OfOperation(state).Concat(byDirectives)
                .DistinctBy(i => i.Station)
                .OrderBy(i => i.Station, StringComparer.Ordinal),
        ];
    }

    // While it is open nothing is over for them, whatever became of their directives.
    private static IEnumerable<InvolvedStation> OfOperation(IncidentState state) =>
        state is { OperationStage: OperationStage.Open, Operation: { } operation }
            ? operation.Bodies.Concat(operation.Lead is { } lead ? [lead] : []).Select(b => new InvolvedStation(b.Value, OverAt: null))
            : [];
}
