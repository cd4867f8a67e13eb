using Tocsin.Identity;

namespace Tocsin.Presence;

/// <summary>Which incident somebody has open: telemetry, in memory only.</summary>
/// <param name="ConsoleId">The window that has it open; somebody may have several.</param>
/// <param name="Subject">Who.</param>
/// <param name="Role">As what.</param>
/// <param name="IncidentId">Which; null: none (any longer).</param>
/// <param name="At">When the gateway heard it; it lapses after <see cref="LapsesAfter"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.PresenceReport")]
public sealed record PresenceReport(
    [property: Id(0)] string ConsoleId,
    [property: Id(1)] string Subject,
    [property: Id(2)] string Role,
    [property: Id(3)] IncidentId? IncidentId,
    [property: Id(4)] DateTimeOffset At)
{
    /// <summary>How long a report counts: a console repeats it each 10 s, and one that died is gone after three of them.</summary>
    public static readonly TimeSpan LapsesAfter = TimeSpan.FromSeconds(30);
}
