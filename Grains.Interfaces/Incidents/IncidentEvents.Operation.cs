using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Directives;
using Tocsin.Erasing;
using Tocsin.Identity;
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

/// <summary>An operation was opened 合成作战; its tasks were issued in the same append.</summary>
/// <param name="Purpose">What it is for, 1 to 500 characters.</param>
/// <param name="Lead">The station or body that leads it, or null.</param>
/// <param name="Bodies">The stations and bodies that take part, the recipients of its tasks among them.</param>
/// <param name="Tasks">The directives that are its tasks.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who opened it.</param>
public sealed record OperationOpened(
    [property: Erasable(ErasureField.Notes)] string Purpose,
    StationId? Lead,
    IReadOnlyList<StationId> Bodies,
    IReadOnlyList<DirectiveId> Tasks,
    string By) : IncidentEvent;

/// <summary>Bodies joined the open operation, or left it.</summary>
/// <param name="Added">The stations and bodies that joined.</param>
/// <param name="Removed">The stations and bodies that left.</param>
public sealed record OperationChanged(IReadOnlyList<StationId> Added, IReadOnlyList<StationId> Removed) : IncidentEvent;

/// <summary>The operation was closed; its tasks ended in the same append.</summary>
/// <param name="Outcome">Whether it did what it was for.</param>
/// <param name="Results">What came of it, a number to each word.</param>
/// <param name="Note">A note of at most 500 characters, or null.</param>
/// <param name="By">The subject (<c>sub</c>) of the token of who closed it.</param>
public sealed record OperationClosed(
    OperationOutcome Outcome,
    IReadOnlyDictionary<string, double> Results,
    [property: Erasable(ErasureField.Notes)] string? Note,
    string By) : IncidentEvent;
