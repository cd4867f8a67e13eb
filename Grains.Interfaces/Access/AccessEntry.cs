namespace Tocsin.Access;

/// <summary>One item of the access log on its way from a gateway to the table: who looked at what.</summary>
/// <param name="Number">Its number at its source, from 1 without gaps; 0 in a question or an answer.</param>
/// <param name="At">When it happened, by the gateway's clock, UTC, whole milliseconds.</param>
/// <param name="Subject">The token's <c>sub</c>; null where nobody was signed in.</param>
/// <param name="Thing">The thing that was looked at, <c>call/ID</c>; null where it was no single thing.</param>
/// <param name="Line">The item as <c>GET /access</c> answers it: JSON text, which the seals cover.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AccessEntry")]
public sealed record AccessEntry(
    [property: Id(0)] long Number,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string? Subject,
    [property: Id(3)] string? Thing,
    [property: Id(4)] string Line);
