using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>Whether an incident has an operation.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OperationStage>))]
public enum OperationStage
{
    /// <summary>There was none yet.</summary>
    None = 0,

    /// <summary>One is open.</summary>
    Open = 1,

    /// <summary>The newest one is closed.</summary>
    Closed = 2,
}
