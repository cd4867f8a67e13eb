using System.Collections.Frozen;
using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Projections;
using Tocsin.Retention;

namespace Tocsin.Incidents;

/// <summary>Which closed incidents hold something that retention may erase; by when they were closed.</summary>
internal static class KeptIncidents
{
    private static readonly IReadOnlyList<ErasureField> Fields =
    [
        ErasureField.Narrative, ErasureField.Place, ErasureField.Notes, ErasureField.Messages, ErasureField.Feedback, ErasureField.Parties,
    ];

    /// <summary>What retention asks.</summary>
    public static Kept Value { get; } = new(
        new Projection(
            "keptIncidents",
            Code: 2,
            StreamKind.Incident,
            ((string[])[nameof(IncidentClosed), nameof(IncidentReopened), nameof(Erased)]).ToFrozenSet(StringComparer.Ordinal),
            Row),
        (grains, id, fields, before, context) =>
            grains.GetGrain<IIncidentGrain>(id).Execute(new EraseIncidentByAge(fields, before), context));

    private static ProjectedRow? Row(BoardRow row)
    {
        var view = row.Entry.ValueOf<IncidentView>();
        return view.ClosedAt is { } closed ? Kept.Row(row.Stream.Id, closed, Erasures.Left(view.Erasure, Fields)) : null;
    }
}
