using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>Why an assignment ended cleared.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClearCause>))]
public enum ClearCause
{
    /// <summary>It was reported.</summary>
    Report = 0,

    /// <summary>The incident was closed.</summary>
    Closure = 1,
}
