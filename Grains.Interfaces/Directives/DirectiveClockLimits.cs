namespace Tocsin.Directives;

/// <summary>The limits of a directive's clocks, in seconds, each 1 to 7,776,000 (90 days); null: none of its own.</summary>
/// <param name="Sign">From its issue until it is signed for.</param>
/// <param name="Send">From its signing until somebody is sent.</param>
/// <param name="Report">From its signing until a report.</param>
/// <param name="Finish">From its issue until it is concluded.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveClockLimits")]
public sealed record DirectiveClockLimits(
    [property: Id(0)] int? Sign,
    [property: Id(1)] int? Send,
    [property: Id(2)] int? Report,
    [property: Id(3)] int? Finish);
