using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.RunCards;

/// <summary>Whose units may fill a need.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<NeedScope>))]
public enum NeedScope
{
    /// <summary>Anybody's: the default.</summary>
    Any = 0,

    /// <summary>Those of the station that the incident belongs to; all others are passed over by policy.</summary>
    OwnStation = 1,
}
