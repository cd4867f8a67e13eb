using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Clocks;

/// <summary>How long after the limit an overdue clock is brought to each level, in seconds, 0 to 86,400, none before the one below it.</summary>
/// <param name="StationSeconds">The station.</param>
/// <param name="SupervisorSeconds">The supervisor.</param>
/// <param name="DutyCommanderSeconds">The duty commander.</param>
[GenerateSerializer, Immutable, Alias("tocsin.EscalationPlan")]
public sealed record EscalationPlan(
    [property: Id(0)] int StationSeconds,
    [property: Id(1)] int SupervisorSeconds,
    [property: Id(2)] int DutyCommanderSeconds)
{
    /// <summary>The longest step: a day.</summary>
    public const int MaxSeconds = 86_400;

    /// <summary>At once to the station, after a minute to the supervisor, after five to the duty commander.</summary>
    public static EscalationPlan Default { get; } = new(0, 60, 300);

    /// <summary>Seconds after the limit.</summary>
    public int SecondsTo(EscalationLevel level) => level switch
    {
        EscalationLevel.Station => StationSeconds,
        EscalationLevel.Supervisor => SupervisorSeconds,
        _ => DutyCommanderSeconds,
    };
}

/// <summary>Whom an overdue clock is brought to, one after the other, until somebody takes it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EscalationLevel>))]
public enum EscalationLevel
{
    /// <summary>The station that the incident belongs to.</summary>
    Station = 1,

    /// <summary>The supervisor of the centre.</summary>
    Supervisor = 2,

    /// <summary>The duty commander.</summary>
    DutyCommander = 3,
}
