using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;

namespace Tocsin.Auditing.Checks;

/// <summary>
/// A directive that hangs on an incident or a call is attached there in the append that issues it, and what moves its status or makes it
/// late is written on the incident in the same append, and so is each unit that is sent on it; and none of it the other way round.
/// </summary>
internal sealed class DirectiveCheck(AuditFindings findings) : IAuditCheck
{
    private readonly Dictionary<DirectiveId, (DirectiveState Before, DirectiveState After)> _moved = [];
    private readonly List<Side> _sent = [];
    private readonly List<Side> _told = [];
    private bool _unreadable;

    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        if (happened.After is null)
            _unreadable = true;
        else if (happened is { Before: DirectiveState before, After: DirectiveState after })
            See(before, after, happened.Happened);
        else if (happened is { Stream: { } stream, Happened: { } said } && SideOf(stream, said) is { } side)
            _told.Add(side);
    }

    /// <inheritdoc/>
    public void EndAppend(JournalPosition position)
    {
        // The event that could not be read may be the other side.
        if (!_unreadable)
            Check(position);
        _moved.Clear();
        _sent.Clear();
        _told.Clear();
        _unreadable = false;
    }

    private void See(DirectiveState before, DirectiveState after, object? happened)
    {
        _moved[after.Id] = (_moved.TryGetValue(after.Id, out var seen) ? seen.Before : before, after);
        if (happened is DirectiveSent sent && after.IncidentId is { } incident)
            _sent.AddRange(sent.UnitIds.Select(unit => new Side(incident.Stream, after.Id, Sent(unit))));
    }

    private void Check(JournalPosition position)
    {
        foreach (var side in _moved.Values.SelectMany(m => Expected(m.Before, m.After)).Concat(_sent).Where(side => !_told.Remove(side)))
        {
            findings.Add(
                FindingKind.OneSided,
                side.Directive.Stream.ToString(),
                position,
                $"it {side.What} here, and {side.Thing} does not say so in the same append");
        }

        foreach (var side in _told)
        {
            findings.Add(
                FindingKind.OneSided,
                side.Thing.ToString(),
                position,
                $"{side.Directive.Stream} {side.What} here, and its own stream does not say so in the same append");
        }
    }

    private static IEnumerable<Side> Expected(DirectiveState before, DirectiveState after)
    {
        if ((after.IncidentId?.Stream ?? after.CallId?.Stream) is not { } thing)
            yield break;
        if (before.Version == 0)
            yield return new Side(thing, after.Id, Attached(after.Kind, after.To, after.ToStation));
        if (DirectiveTwins.Moved(before, after) is { } moved)
            yield return new Side(thing, after.Id, Became(moved));
    }

    private static Side? SideOf(StreamId stream, object happened) => happened switch
    {
        Incidents.DirectiveAttached e => new Side(stream, e.DirectiveId, Attached(e.Kind, e.To, e.Station)),
        Calls.DirectiveAttached e => new Side(stream, e.DirectiveId, Attached(e.Kind, e.To, e.Station)),
        DirectiveMoved e => new Side(stream, e.DirectiveId, Became(e)),
        UnitAssigned { DirectiveId: { } directive } e => new Side(stream, directive, Sent(e.UnitId)),
        _ => null,
    };

    private static string Attached(string kind, DirectiveTo to, string? station) =>
        $"was issued as {kind} to {to.Station?.Value ?? to.Unit?.Value ?? to.Subject} (station {station ?? "none"})";

    private static string Became(DirectiveMoved moved) =>
        $"became {moved.Status}{(moved.Late ? ", late" : "")}{(moved.OverdueSince is { } due ? $", overdue since {due:O}" : "")}";

    private static string Sent(UnitId unit) => $"sent {unit}";

    /// <summary>What a directive, or what it hangs on, says of it.</summary>
    private sealed record Side(StreamId Thing, DirectiveId Directive, string What);
}
