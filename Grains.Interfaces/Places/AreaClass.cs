using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Places;

/// <summary>The class of the area that a place lies in (城区, 城郊, 乡村): the limits of the 110 preset differ by it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AreaClass>))]
public enum AreaClass
{
    /// <summary>City 城区: the built-up area.</summary>
    City = 0,

    /// <summary>Outskirts 城郊: between city and countryside.</summary>
    Outskirts = 1,

    /// <summary>Countryside 乡村: everything else.</summary>
    Countryside = 2,
}
