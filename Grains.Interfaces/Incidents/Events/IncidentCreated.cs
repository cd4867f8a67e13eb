using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>It was made; occurred at its receipt.</summary>
/// <param name="Number">What people say aloud.</param>
/// <param name="CallId">The call it comes from.</param>
/// <param name="Category">The category.</param>
/// <param name="Priority">1 to 4.</param>
/// <param name="Location">Where.</param>
/// <param name="Narrative">What.</param>
/// <param name="Station">The station.</param>
/// <param name="AreaClass">The class of the area.</param>
/// <param name="Policy">The name of the timing policy that it keeps; see <see cref="Timing"/>.</param>
/// <param name="Exercise">A drill or a probe.</param>
/// <param name="Historic">See <c>Tocsin:HistoricAfter</c>.</param>
/// <param name="StationGiven">The station was named by the caller and does not follow the place.</param>
public sealed record IncidentCreated(
    string Number,
    CallId? CallId,
    string Category,
    int Priority,
    Location? Location,
    string? Narrative,
    string? Station,
    AreaClass? AreaClass,
    string? Policy,
    bool Exercise,
    bool Historic,
    bool StationGiven) : IncidentEvent
{
    /// <summary>The timing policy as it was then; null, and left out of the event's data, when none was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimingPolicy? Timing { get; init; }

    /// <summary>The unit that it is about, when somebody of it is in distress; else null and left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnitId? PanicUnitId { get; init; }

    /// <summary>How the place of a distress is known; null and left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocatedView? Located { get; init; }
}
