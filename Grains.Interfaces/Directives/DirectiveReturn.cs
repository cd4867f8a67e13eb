namespace Tocsin.Directives;

/// <summary>That a report was given back.</summary>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="Fields">What is missing.</param>
/// <param name="By">The subject of the token.</param>
/// <param name="At">When it was given back, UTC.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveReturn")]
public sealed record DirectiveReturn(
    [property: Id(0)] string Reason,
    [property: Id(1)] IReadOnlyList<string> Fields,
    [property: Id(2)] string By,
    [property: Id(3)] DateTimeOffset At);
