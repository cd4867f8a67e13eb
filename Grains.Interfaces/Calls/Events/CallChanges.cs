using System.Text.Json.Serialization;
using Tocsin.Commands;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>The changed fields of a call; absent ones did not change.</summary>
/// <param name="Caller">A keyed digest of the number.</param>
/// <param name="Location">Where the caller is.</param>
/// <param name="Narrative">What was typed.</param>
public sealed record CallChanges(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Caller,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<Location?>? Location,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Change<string?>? Narrative);
