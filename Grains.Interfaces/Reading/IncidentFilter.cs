namespace Tocsin.Reading;

/// <summary>Which incidents are asked for; absent means any.</summary>
/// <param name="Open">Open ones, closed ones.</param>
/// <param name="Text">A substring of number, address, category or narrative; case does not count.</param>
/// <param name="From">Received at or after.</param>
/// <param name="To">Received before.</param>
/// <param name="Limit">1 to 200.</param>
/// <param name="Cursor">Goes on behind a page.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentFilter")]
public sealed record IncidentFilter(
    [property: Id(0)] bool? Open,
    [property: Id(1)] string? Text,
    [property: Id(2)] DateTimeOffset? From,
    [property: Id(3)] DateTimeOffset? To,
    [property: Id(4)] int Limit,
    [property: Id(5)] string? Cursor);
