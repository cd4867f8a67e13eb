using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Places;

namespace Tocsin.Units;

/// <summary>The changed fields of a unit; absent ones did not change.</summary>
/// <param name="CallSign">The call sign.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Station">Its station.</param>
/// <param name="Capabilities">What it can do.</param>
/// <param name="Home">Where it stands.</param>
public sealed record UnitChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string>? CallSign,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string>? Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Station,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<IReadOnlyList<string>>? Capabilities,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<GeoPoint?>? Home);
