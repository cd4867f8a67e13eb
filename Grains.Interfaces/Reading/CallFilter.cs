using Tocsin.Calls;

namespace Tocsin.Reading;

/// <summary>Which calls are asked for; absent means any.</summary>
/// <param name="Status">Of this status.</param>
/// <param name="Text">A substring of address, line or narrative; case does not count.</param>
/// <param name="From">Received at or after.</param>
/// <param name="To">Received before.</param>
/// <param name="Limit">1 to 200.</param>
/// <param name="Cursor">Goes on behind a page.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CallFilter")]
public sealed record CallFilter(
    [property: Id(0)] CallStatus? Status,
    [property: Id(1)] string? Text,
    [property: Id(2)] DateTimeOffset? From,
    [property: Id(3)] DateTimeOffset? To,
    [property: Id(4)] int Limit,
    [property: Id(5)] string? Cursor);
