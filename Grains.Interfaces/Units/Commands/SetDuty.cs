namespace Tocsin.Units;

/// <summary>Puts a unit on or off duty, in or out of service.</summary>
/// <param name="OnDuty">On duty.</param>
/// <param name="Crew">At most 20 names of 1 to 100 characters.</param>
/// <param name="OutOfService">Why it is out of service (1 to 500 characters), or null.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.SetDuty")]
public sealed record SetDuty(
    [property: Id(0)] bool OnDuty,
    [property: Id(1)] IReadOnlyList<string> Crew,
    [property: Id(2)] string? OutOfService,
    [property: Id(3)] DateTimeOffset? OccurredAt) : UnitCommand;
