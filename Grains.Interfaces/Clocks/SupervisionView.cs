namespace Tocsin.Clocks;

/// <summary>Who took over the supervision 督办 of an incident: the newest.</summary>
/// <param name="By">The subject of the supervisor's token.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SupervisionView")]
public sealed record SupervisionView(
    [property: Id(0)] string By,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string Reason);
