using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Clocks;

/// <summary>What a clock says.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClockState>))]
public enum ClockState
{
    /// <summary>Not met yet.</summary>
    Running = 0,

    /// <summary>Met, in time or late.</summary>
    Met = 1,

    /// <summary>No longer to be met.</summary>
    Void = 2,
}
