using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Stations;

/// <summary>What a station is to the centre. The numbers are stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StationKind>))]
public enum StationKind
{
    /// <summary>A police station: places and incidents belong to it.</summary>
    Station = 0,

    /// <summary>Any other party 单位 that directives go to; no place belongs to it.</summary>
    Body = 1,
}
