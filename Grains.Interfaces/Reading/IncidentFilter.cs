namespace Tocsin.Reading;

/// <summary>Restricts a list of incidents, and pages through it; null restricts nothing.</summary>
/// <param name="Open">True for open incidents only, false for closed ones only.</param>
/// <param name="Text">
/// Only incidents with this text in number, address, category or narrative, at most 200 characters; case does not count.
/// </param>
/// <param name="From">Only incidents that were received at or after this time, UTC.</param>
/// <param name="To">Only incidents that were received before this time, UTC.</param>
/// <param name="Limit">The most items of the page, 1 to 200; the gateway's default is 50.</param>
/// <param name="Cursor">The cursor of the page to read; null for the first.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentFilter")]
public sealed record IncidentFilter(
    [property: Id(0)] bool? Open,
    [property: Id(1)] string? Text,
    [property: Id(2)] DateTimeOffset? From,
    [property: Id(3)] DateTimeOffset? To,
    [property: Id(4)] int Limit,
    [property: Id(5)] string? Cursor);
