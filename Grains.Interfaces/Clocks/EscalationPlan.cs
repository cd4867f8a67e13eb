using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Clocks;

/// <summary>
/// How long after the limit an overdue clock is brought to each level. Each step is 0 to 86,400 seconds (<see cref="MaxSeconds"/>), none
/// before the one below it; the default is <see cref="Default"/>.
/// </summary>
/// <param name="StationSeconds">Seconds from the limit until the station is told, 0 or more.</param>
/// <param name="SupervisorSeconds">Seconds from the limit until the supervisor is told; not less than for the station.</param>
/// <param name="DutyCommanderSeconds">Seconds from the limit until the duty commander is told; not less than for the supervisor.</param>
[GenerateSerializer, Immutable, Alias("tocsin.EscalationPlan")]
public sealed record EscalationPlan(
    [property: Id(0)] int StationSeconds,
    [property: Id(1)] int SupervisorSeconds,
    [property: Id(2)] int DutyCommanderSeconds)
{
    /// <summary>The longest step: a day, in seconds.</summary>
    public const int MaxSeconds = 86_400;

    /// <summary>The default: the station at once, the supervisor after 60 s, the duty commander after 300 s.</summary>
    public static EscalationPlan Default { get; } = new(0, 60, 300);

    /// <summary>The seconds from the limit until a level is told.</summary>
    /// <param name="level">The level that is told.</param>
    public int SecondsTo(EscalationLevel level) => level switch
    {
        EscalationLevel.Station => StationSeconds,
        EscalationLevel.Supervisor => SupervisorSeconds,
        _ => DutyCommanderSeconds,
    };
}

/// <summary>The levels that an overdue clock is brought to, one after the other, until somebody takes it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EscalationLevel>))]
public enum EscalationLevel
{
    /// <summary>The station that the incident belongs to.</summary>
    Station = 1,

    /// <summary>The supervisor of the centre.</summary>
    Supervisor = 2,

    /// <summary>The duty commander of the force.</summary>
    DutyCommander = 3,
}
