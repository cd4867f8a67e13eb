using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Calls;

/// <summary>A call's status. The numbers are stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CallStatus>))]
public enum CallStatus
{
    /// <summary>It rings.</summary>
    Ringing = 0,

    /// <summary>It was answered 接听.</summary>
    Answered = 1,

    /// <summary>It is over.</summary>
    Ended = 2,

    /// <summary>It was disposed of.</summary>
    Disposed = 3,
}
