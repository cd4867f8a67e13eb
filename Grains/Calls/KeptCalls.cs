using System.Collections.Frozen;
using Tocsin.Deciding;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Projections;
using Tocsin.Retention;

namespace Tocsin.Calls;

/// <summary>Which calls that are over hold something that retention may erase; by when they were over.</summary>
internal static class KeptCalls
{
    private static readonly IReadOnlyList<ErasureField> Fields =
        [ErasureField.Narrative, ErasureField.Place, ErasureField.Caller, ErasureField.Notes];

    /// <summary>What retention asks.</summary>
    public static Kept Value { get; } = new(
        new Projection(
            "keptCalls",
            Code: 1,
            StreamKind.Call,
            ((string[])[nameof(CallDisposed), nameof(CallEnded), nameof(Erased)]).ToFrozenSet(StringComparer.Ordinal),
            Row),
        (grains, id, fields, before, context) => grains.GetGrain<ICallGrain>(id).Execute(new EraseCallByAge(fields, before), context));

    private static ProjectedRow? Row(BoardRow row)
    {
        var view = row.Entry.ValueOf<CallView>();
        return view.Disposition is { } said
            ? Kept.Row(row.Stream.Id, view.EndedAt > said.At ? view.EndedAt.Value : said.At, Erasures.Left(view.Erasure, Fields))
            : null;
    }
}
