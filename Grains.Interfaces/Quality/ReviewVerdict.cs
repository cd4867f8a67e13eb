using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Quality;

/// <summary>What a review comes to. The words stand in events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ReviewVerdict>))]
public enum ReviewVerdict
{
    /// <summary>The record is as it should be.</summary>
    Passed = 0,

    /// <summary>The record goes back to be completed.</summary>
    Returned = 1,
}
