using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Erasing;

/// <summary>How far an erasure has come.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ErasureStatus>))]
public enum ErasureStatus
{
    /// <summary>It was asked for; somebody else must approve it.</summary>
    AwaitingApproval = 0,

    /// <summary>It was done.</summary>
    Erased = 1,
}
