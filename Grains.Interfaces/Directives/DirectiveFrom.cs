namespace Tocsin.Directives;

/// <summary>The person who issued a directive.</summary>
/// <param name="Subject">The subject (<c>sub</c>) of the token; <c>tocsin</c> for the system itself.</param>
/// <param name="Role">The role; <c>system</c> for the system itself.</param>
/// <param name="Station">The station that the token speaks for, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveFrom")]
public sealed record DirectiveFrom(
    [property: Id(0)] string Subject,
    [property: Id(1)] string Role,
    [property: Id(2)] string? Station);
