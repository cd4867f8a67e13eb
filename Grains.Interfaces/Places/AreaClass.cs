using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Places;

/// <summary>What kind of area a place lies in (城区, 城郊, 乡村): limits differ.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AreaClass>))]
public enum AreaClass
{
    /// <summary>City 城区.</summary>
    City = 0,

    /// <summary>Outskirts 城郊.</summary>
    Outskirts = 1,

    /// <summary>Countryside 乡村.</summary>
    Countryside = 2,
}
