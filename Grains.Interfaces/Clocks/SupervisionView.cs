namespace Tocsin.Clocks;

/// <summary>The newest taking of the supervision 督办 of an incident.</summary>
/// <param name="By">The subject (<c>sub</c>) of the supervisor's token.</param>
/// <param name="At">When it was taken, UTC.</param>
/// <param name="Reason">The reason, 1 to 500 characters; null when it was erased.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SupervisionView")]
public sealed record SupervisionView(
    [property: Id(0)] string By,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string? Reason);
