using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;

namespace Tocsin.Auditing.Checks;

/// <summary>
/// A directive that hangs on an incident or a call is attached there in the append that issues it, and what moves its status or makes it
/// late is written on the incident in the same append; and neither the other way round.
/// </summary>
internal sealed class DirectiveCheck(AuditFindings findings) : IAuditCheck
{
    private readonly Dictionary<DirectiveId, (DirectiveState Before, DirectiveState After)> _moved = [];
    private readonly List<Side> _told = [];
    private bool _unreadable;

    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        if (happened.After is null)
            _unreadable = true;
        else if (happened is { Before: DirectiveState before, After: DirectiveState after })
            _moved[after.Id] = (_moved.TryGetValue(after.Id, out var seen) ? seen.Before : before, after);
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
        _told.Clear();
        _unreadable = false;
    }

    private void Check(JournalPosition position)
    {
        foreach (var side in _moved.Values.Select(m => Expected(m.Before, m.After)).OfType<Side>().Where(side => !_told.Remove(side)))
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

    private static Side? Expected(DirectiveState before, DirectiveState after)
    {
        if ((after.IncidentId?.Stream ?? after.CallId?.Stream) is not { } thing)
            return null;
        return before.Version == 0 ? new Side(thing, after.Id, Attached(after.Kind, after.To, after.ToStation))
            : DirectiveTwins.Moved(before, after) is { } moved ? new Side(thing, after.Id, Became(moved))
            : null;
    }

    private static Side? SideOf(StreamId stream, object happened) => happened switch
    {
        Incidents.DirectiveAttached e => new Side(stream, e.DirectiveId, Attached(e.Kind, e.To, e.Station)),
        Calls.DirectiveAttached e => new Side(stream, e.DirectiveId, Attached(e.Kind, e.To, e.Station)),
        DirectiveMoved e => new Side(stream, e.DirectiveId, Became(e)),
        _ => null,
    };

    private static string Attached(string kind, DirectiveTo to, string? station) =>
        $"was issued as {kind} to {to.Station?.Value ?? to.Unit?.Value ?? to.Subject} (station {station ?? "none"})";

    private static string Became(DirectiveMoved moved) => $"became {moved.Status}{(moved.Late ? ", late" : "")}";

    /// <summary>What a directive, or what it hangs on, says of it.</summary>
    private sealed record Side(StreamId Thing, DirectiveId Directive, string What);
}
