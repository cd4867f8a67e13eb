using System.Collections.Frozen;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Positions;
using Tocsin.Units;

namespace Tocsin.Recommending;

/// <summary>The picture out of the board rows, read for each question.</summary>
internal sealed class BoardCandidates(IJournal journal, PositionBook positions, TimeProvider time) : ICandidateSource
{
    /// <inheritdoc/>
    public async ValueTask<DutyPicture> LookAsync()
    {
        var units = await journal.ReadBoardAsync(StreamKind.Unit, openOnly: true, JournalPosition.Start, RecommendLimits.UnitsMax);
        var incidents = await journal.ReadBoardAsync(StreamKind.Incident, openOnly: true, JournalPosition.Start, RecommendLimits.UnitsMax);
        var views = units.Select(r => TocsinJson.Read<UnitView>(r.Entry.View)).ToList();
        var known = positions.Find([.. views.Select(u => u.Id)]);
        return new DutyPicture(
            [.. views.Select(v => DutyUnit.Of(v, known.GetValueOrDefault(v.Id)?.ToView(time.GetUtcNow())))],
            incidents.Select(r => Of(TocsinJson.Read<IncidentView>(r.Entry.View))).ToFrozenDictionary(i => i.Id));
    }

    private static OpenIncident Of(IncidentView v) =>
        new(v.Id, v.Number, v.Category, v.Priority, v.Status, v.Location, v.ReceivedAt, v.CallCount, v.Narrative);
}
