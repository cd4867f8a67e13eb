using Tocsin.Commands;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>
/// The entries "own only" of the contract's table of permissions, for incidents. A unit has the incidents it is on, or was within 24 h, and
/// that about its own distress. A station has its own incidents, those on which one of its units is, and those on which a directive
/// concerns it that was not withdrawn, until 30 days after that is over, and those in whose open operation it takes part. Every other role
/// has all; what a role may do at all, the gateway decides.
/// </summary>
public static class IncidentAccess
{
    /// <summary>How long a unit keeps an incident after its assignment is over: 24 h.</summary>
    public static readonly TimeSpan AfterwardsFor = TimeSpan.FromHours(24);

    /// <summary>How long a station keeps an incident or a call after its directives on it are over: 30 days.</summary>
    public static readonly TimeSpan InvolvedFor = TimeSpan.FromDays(30);

    /// <summary>Whether <paramref name="actor"/> may read the incident at <paramref name="now"/>.</summary>
    public static bool MayRead(IncidentView view, Actor actor, DateTimeOffset now) =>
        Owns(view.Station, view.Assignments, actor, now) || IsAbout(view.PanicUnitId, view.ClosedAt, actor, now)
        || IsInvolved(view.Involved, actor, now);

    /// <summary>
    /// Whether the actor's station has a directive on it that is open, or was within 30 days, or takes part in its open operation.
    /// </summary>
    public static bool IsInvolved(IReadOnlyList<InvolvedStation> involved, Actor actor, DateTimeOffset now) =>
        actor is { Role: Roles.Station, Station: { } own } && involved.Any(i => i.Station == own && !(i.OverAt < now - InvolvedFor));

    /// <summary>Whether the incident is about the distress of the actor's own unit, and is open, or was within 24 h.</summary>
    public static bool IsAbout(UnitId? panicUnit, DateTimeOffset? closedAt, Actor actor, DateTimeOffset now) =>
        panicUnit is not null && actor.Role == Roles.Unit && actor.UnitId == panicUnit && !(closedAt < now - AfterwardsFor);

    /// <summary>
    /// Whether an incident of this station, with these assignments, is <paramref name="actor"/>'s affair at <paramref name="now"/>.
    /// </summary>
    public static bool Owns(string? station, IReadOnlyList<AssignmentView> assignments, Actor actor, DateTimeOffset now)
    {
        return actor.Role switch
        {
            Roles.Unit => actor.UnitId is { } unit && assignments.Any(a => a.UnitId == unit && IsRecent(a)),
            Roles.Station => actor.Station is { } own && (station == own || assignments.Any(a => a.Station == own && a.Stage.IsActive())),
            _ => true,
        };

        bool IsRecent(AssignmentView assignment) => assignment.Stage.IsActive() || assignment.ClearedAt >= now - AfterwardsFor;
    }
}
