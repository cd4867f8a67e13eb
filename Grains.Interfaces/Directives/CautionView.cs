using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Directives;

/// <summary>A danger of which the recipient was told.</summary>
/// <param name="Source">Where it is known from.</param>
/// <param name="Ref">The id of the place, or the party as <c>INCIDENT/n</c>.</param>
/// <param name="Kind">The kind of danger, or null.</param>
/// <param name="Text">The words of the warning.</param>
/// <param name="DistanceMeters">How far away it is, in metres, or null.</param>
/// <param name="Until">Until when it holds, UTC, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CautionView")]
public sealed record CautionView(
    [property: Id(0)] CautionSource Source,
    [property: Id(1)] string Ref,
    [property: Id(2)] string? Kind,
    [property: Id(3)] string Text,
    [property: Id(4)] double? DistanceMeters,
    [property: Id(5)] DateTimeOffset? Until);

/// <summary>Where a danger is known from.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CautionSource>))]
public enum CautionSource
{
    /// <summary>A place that is registered as dangerous.</summary>
    Place = 0,

    /// <summary>A person or thing of an incident.</summary>
    Party = 1,
}
