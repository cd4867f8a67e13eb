using Tocsin.Overdue;
using Tocsin.StreamKinds;

namespace Tocsin.Quality;

/// <summary>The callers whom nobody has called back in time. It is the centre's own task: no station sees it.</summary>
internal sealed class LateCallBacks(CallBackReads reads) : ILateSource
{
    /// <inheritdoc/>
    public async Task<(IReadOnlyList<LateItem> Items, bool Complete)> ListAsync(DateTimeOffset at)
    {
        var late = await reads.LateAsync(at);
        return ([.. late.Take(CallBackReads.LateMax).Select(Item)], late.Count <= CallBackReads.LateMax);
    }

    private static LateItem Item(DueCallBack due) => new(
        new OverdueItem(
            OverdueKind.CallBackLate,
            due.Incident.Id,
            null,
            due.Incident.Number,
            due.Incident.Category,
            due.Incident.Priority,
            due.Incident.Status,
            null,
            due.Incident.Exercise,
            null,
            null,
            due.DueAt,
            0,
            null,
            null,
            null,
            due.Incident.Supervision),
        null);
}
