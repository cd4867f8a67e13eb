using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Quality;

/// <summary>How a caller is asked. The words stand in events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CallBackWay>))]
public enum CallBackWay
{
    /// <summary>Somebody rings the caller up.</summary>
    Phone = 0,

    /// <summary>The caller is asked by a text message.</summary>
    Message = 1,

    /// <summary>Somebody goes there.</summary>
    Visit = 2,
}
