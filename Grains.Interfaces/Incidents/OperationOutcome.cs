using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>How an operation ended. The words stand in events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OperationOutcome>))]
public enum OperationOutcome
{
    /// <summary>It did what it was for.</summary>
    Supported = 0,

    /// <summary>It did not.</summary>
    Unsuccessful = 1,

    /// <summary>It was called off.</summary>
    Cancelled = 2,
}
