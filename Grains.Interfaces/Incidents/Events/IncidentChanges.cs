using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>The changed fields of an incident; absent ones did not change.</summary>
/// <param name="Category">The category.</param>
/// <param name="Priority">The priority.</param>
/// <param name="Location">The place.</param>
/// <param name="Narrative">The narrative.</param>
/// <param name="Station">The station, when the place moved it.</param>
/// <param name="AreaClass">The class of the area, when the place moved it.</param>
public sealed record IncidentChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string>? Category,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<int>? Priority,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<Location?>? Location,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Narrative,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Station,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<AreaClass?>? AreaClass);
