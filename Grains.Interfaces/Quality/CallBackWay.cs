using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Quality;

/// <summary>How a caller is asked. The words stand in events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CallBackWay>))]
public enum CallBackWay
{
    /// <summary>By telephone.</summary>
    Phone = 0,

    /// <summary>By a text message.</summary>
    Message = 1,

    /// <summary>Somebody goes there.</summary>
    Visit = 2,
}
