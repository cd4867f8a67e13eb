namespace Tocsin.Directives;

/// <summary>Who took a directive over at the recipient's, where that signs in nowhere here: an officer, so not personal.</summary>
/// <param name="Name">The name, 1 to 100 characters.</param>
/// <param name="Reference">The number of the receipt, 1 to 100 characters, or null.</param>
/// <param name="Phone">The telephone number, at most 32 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveReceipt")]
public sealed record DirectiveReceipt(
    [property: Id(0)] string Name,
    [property: Id(1)] string? Reference,
    [property: Id(2)] string? Phone);
