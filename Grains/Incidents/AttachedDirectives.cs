using Tocsin.Directives;

namespace Tocsin.Incidents;

/// <summary>The directives that hang on an incident: what events do to them, and what the incident shows of them.</summary>
internal static class AttachedDirectives
{
    /// <summary>How many of those that are over an incident shows: 20.</summary>
    public const int ShownOver = 20;

    /// <summary>The incident with one more.</summary>
    public static IncidentState Attach(IncidentState state, DirectiveAttached happened, DateTimeOffset at)
    {
        var kept = new KeptDirective(happened.DirectiveId, happened.Kind, happened.To, happened.Station)
        {
            IssuedAt = at,
            By = happened.By,
        };
        return state with { Directives = state.Directives.Add(kept.IsHandle ? HandleRule.Begin(kept, state) : kept) };
    }

    /// <summary>Whether an event attaches or moves one that may stand for an assignment.</summary>
    /// <param name="state">The incident after the event.</param>
    /// <param name="happened">The event.</param>
    public static bool ConcernsHandle(IncidentState state, IncidentEvent happened) => happened switch
    {
        DirectiveAttached e => e.Kind == DirectiveKinds.Handle,
        DirectiveMoved e => state.Directives.Any(d => d.IsHandle && d.Id == e.DirectiveId),
        _ => false,
    };

    /// <summary>The incident with one of them moved; a refused one that is concluded was over before.</summary>
    public static IncidentState Move(IncidentState state, DirectiveMoved happened, DateTimeOffset at)
    {
        for (var i = state.Directives.Length - 1; i >= 0; i--)
        {
            if (state.Directives[i].Id != happened.DirectiveId)
                continue;
            var moved = HandleRule.Move(state.Directives[i], happened, state) with { Status = happened.Status, Late = happened.Late };
            return state with
            {
                Directives = state.Directives.SetItem(i, moved with { OverAt = moved.Open ? null : moved.OverAt ?? at }),
            };
        }

        return state;
    }

    /// <summary>What the incident shows: those that are open, then the newest of the others; each newest first.</summary>
    public static IReadOnlyList<AttachedDirective> Shown(IncidentState state)
    {
        if (state.Directives.IsEmpty)
            return [];
        var newest = state.Directives.Reverse();
        return
        [
            .. newest.Where(d => d.Open).Concat(newest.Where(d => !d.Open).Take(ShownOver))
                .Select(d => new AttachedDirective(d.Id, d.Kind, d.To, d.Status, d.Late)),
        ];
    }
}
