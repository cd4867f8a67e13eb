using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>It came in.</summary>
/// <param name="Line">The line.</param>
/// <param name="RingingAt">When it began to ring; null when it was recorded after the fact.</param>
/// <param name="Location">Where the caller is.</param>
/// <param name="Caller">A keyed digest of the number.</param>
public sealed record CallReceived(
    string? Line,
    DateTimeOffset? RingingAt,
    Location? Location,
    string? Caller) : CallEvent
{
    /// <summary>The timing policy as it was then; null, and left out of the event's data, when none was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimingPolicy? Timing { get; init; }
}
