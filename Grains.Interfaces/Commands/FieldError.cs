namespace Tocsin.Commands;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">Its name as the contract writes it, e.g. <c>location.lat</c>.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">For people.</param>
[GenerateSerializer, Immutable, Alias("tocsin.FieldError")]
public sealed record FieldError(
    [property: Id(0)] string Field,
    [property: Id(1)] string Code,
    [property: Id(2)] string Message);
