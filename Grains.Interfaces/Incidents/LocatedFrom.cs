using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>How it is known where an officer in distress is: surest first.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LocatedFrom>))]
public enum LocatedFrom
{
    /// <summary>The device said so when it was pressed.</summary>
    Device = 0,

    /// <summary>The unit's newest known position.</summary>
    Position = 1,

    /// <summary>Where the unit stands when it has no position: perhaps far from where it is.</summary>
    Home = 2,
}
