namespace Tocsin.Directives;

/// <summary>That the recipient refused a directive.</summary>
/// <param name="Reason">The reason, 1 to 500 characters.</param>
/// <param name="By">The subject of the token.</param>
/// <param name="At">When it was refused, UTC.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveRefusal")]
public sealed record DirectiveRefusal(
    [property: Id(0)] string Reason,
    [property: Id(1)] string By,
    [property: Id(2)] DateTimeOffset At);
