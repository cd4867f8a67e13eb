using Tocsin.Calls;
using Tocsin.Identity;

namespace Tocsin.Reading;

/// <summary>Restricts a list of calls, and pages through it; null restricts nothing.</summary>
/// <param name="Status">Only calls of this status.</param>
/// <param name="Text">
/// Only calls with all words of this text in address, line or narrative, at most 200 characters; case, width, white space and punctuation
/// do not count.
/// </param>
/// <param name="From">Only calls that were received at or after this time, UTC.</param>
/// <param name="To">Only calls that were received before this time, UTC.</param>
/// <param name="Limit">The most items of the page, 1 to 200; the gateway's default is 50.</param>
/// <param name="Cursor">The cursor of the page to read; null for the first.</param>
/// <param name="Talking">
/// Only calls on which somebody is on the line; not those whose answer was recorded before calls said who answered them.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.CallFilter")]
public sealed record CallFilter(
    [property: Id(0)] CallStatus? Status,
    [property: Id(1)] string? Text,
    [property: Id(2)] DateTimeOffset? From,
    [property: Id(3)] DateTimeOffset? To,
    [property: Id(4)] int Limit,
    [property: Id(5)] string? Cursor,
    [property: Id(6)] bool Talking = false)
{
    /// <summary>Only calls of which this was made; null, the default: any.</summary>
    [Id(7)]
    public DispositionKind? Disposition { get; init; }

    /// <summary>Only calls that are joined to this incident; null, the default: any.</summary>
    [Id(8)]
    public IncidentId? Incident { get; init; }
}
