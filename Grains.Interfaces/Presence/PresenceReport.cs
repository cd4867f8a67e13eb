using Tocsin.Identity;

namespace Tocsin.Presence;

/// <summary>The incident that somebody has open at a console: telemetry, kept in memory only.</summary>
/// <param name="ConsoleId">The id of the console's window, 1 to 100 characters, among those of its subject.</param>
/// <param name="Subject">The token's <c>sub</c> of the person.</param>
/// <param name="Role">The role of the person; one of <c>Roles</c>.</param>
/// <param name="IncidentId">The incident that is open; null when none is, or none any longer.</param>
/// <param name="At">When the gateway received it, UTC; it lapses after <see cref="LapsesAfter"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PresenceReport")]
public sealed record PresenceReport(
    [property: Id(0)] string ConsoleId,
    [property: Id(1)] string Subject,
    [property: Id(2)] string Role,
    [property: Id(3)] IncidentId? IncidentId,
    [property: Id(4)] DateTimeOffset At)
{
    /// <summary>The most consoles of one subject that are remembered: a desk has a few windows.</summary>
    public const int ConsolesOfOneMax = 20;

    /// <summary>
    /// After this, 5 s, everybody has heard that nothing is open at a console: it is forgotten where another one needs its place.
    /// </summary>
    public static readonly TimeSpan ToldAfter = TimeSpan.FromSeconds(5);

    /// <summary>How long a report counts: 30 s. A console repeats it each 10 s, so one that died is gone after three of them.</summary>
    public static readonly TimeSpan LapsesAfter = TimeSpan.FromSeconds(30);
}
