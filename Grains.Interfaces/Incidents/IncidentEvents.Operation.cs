using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Erasing;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>The incident was assessed 研: how urgent it is, and who answers for it.</summary>
/// <param name="Priority">The priority that it has since, 1 (most urgent) to 4.</param>
/// <param name="Owner">The id of the station or body that answers for it since.</param>
/// <param name="Note">A note of at most 500 characters, or null.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who assessed it.</param>
public sealed record IncidentAssessed(
    int Priority,
    string Owner,
    [property: Erasable(ErasureField.Notes)] string? Note,
    string By) : IncidentEvent, INotedEvent
{
    /// <summary>
    /// The station that it belongs to since: the owner, where it belonged to none. Null, and left out of the event's data, otherwise.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Station { get; init; }

    /// <summary>The class of that station's area; null, and left out of the event's data, where it stays as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AreaClass? AreaClass { get; init; }

    /// <inheritdoc/>
    bool INotedEvent.ReckonsBack => true;
}
