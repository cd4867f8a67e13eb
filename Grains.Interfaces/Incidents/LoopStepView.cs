using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>A step of the loop 研交督办结 that every incident goes through: who took it, and when. All times are UTC.</summary>
/// <param name="Step">Which of the five it is.</param>
/// <param name="By">
/// The subject (<c>sub</c>) of the token of who took it; null while nobody has, and where an earlier version recorded it.
/// </param>
/// <param name="At">When it was taken; null while it was not.</param>
/// <param name="DueAt">The limit of its clock as an instant; null where it has none.</param>
/// <param name="Late">Whether it was taken after its limit, or the limit passed and it was not taken.</param>
[GenerateSerializer, Immutable, Alias("tocsin.LoopStepView")]
public sealed record LoopStepView(
    [property: Id(0)] LoopStep Step,
    [property: Id(1)] string? By,
    [property: Id(2)] DateTimeOffset? At,
    [property: Id(3)] DateTimeOffset? DueAt,
    [property: Id(4)] bool Late);

/// <summary>The steps of the loop, in their order.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LoopStep>))]
public enum LoopStep
{
    /// <summary>研: the newest assessment.</summary>
    Assess = 0,

    /// <summary>交: the first assignment or <c>handle</c> directive since the incident was made or last reopened.</summary>
    Assign = 1,

    /// <summary>督: the newest taking of its supervision, or urging.</summary>
    Supervise = 2,

    /// <summary>办: the first feedback since the incident was made or last reopened; a station's report on a <c>handle</c> is one.</summary>
    Handle = 3,

    /// <summary>结: the closure.</summary>
    Conclude = 4,
}
