using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Clocks;

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
