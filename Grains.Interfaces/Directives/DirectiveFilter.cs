using Tocsin.Identity;

namespace Tocsin.Directives;

/// <summary>Restricts a list of directives, and pages through it; null restricts nothing.</summary>
/// <param name="Open">True for open directives only, false for those that are over only.</param>
/// <param name="Kind">Only of this kind, 1 to 100 characters.</param>
/// <param name="Station">Only those to this station, or to a unit that was of this station then.</param>
/// <param name="Unit">Only those to this unit.</param>
/// <param name="Incident">Only those that hang on this incident.</param>
/// <param name="Group">Only those that were issued together.</param>
/// <param name="Text">Only those with this text in number, text or address, at most 200 characters; case does not count.</param>
/// <param name="From">Only those that were issued at or after this time, UTC.</param>
/// <param name="To">Only those that were issued before this time, UTC.</param>
/// <param name="Limit">The most items of the page, 1 to 200.</param>
/// <param name="Cursor">The cursor of the page to read; null for the first.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveFilter")]
public sealed record DirectiveFilter(
    [property: Id(0)] bool? Open,
    [property: Id(1)] string? Kind,
    [property: Id(2)] StationId? Station,
    [property: Id(3)] UnitId? Unit,
    [property: Id(4)] IncidentId? Incident,
    [property: Id(5)] DirectiveId? Group,
    [property: Id(6)] string? Text,
    [property: Id(7)] DateTimeOffset? From,
    [property: Id(8)] DateTimeOffset? To,
    [property: Id(9)] int Limit,
    [property: Id(10)] string? Cursor);
