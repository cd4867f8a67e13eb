namespace Tocsin.Incidents;

/// <summary>Takes over the supervision 督办 of an open incident. Takes whatever was brought to anybody, and may be given again by another.</summary>
/// <param name="Reason">1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TakeSupervision")]
public sealed record TakeSupervision([property: Id(0)] string Reason) : IncidentCommand;
