using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Quality;

/// <summary>What a caller's answer is about. The words stand in events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CallBackTopic>))]
public enum CallBackTopic
{
    /// <summary>How the call was taken.</summary>
    CallTaking = 0,

    /// <summary>How soon somebody came.</summary>
    Speed = 1,

    /// <summary>How the officers behaved.</summary>
    Manner = 2,

    /// <summary>What came of it.</summary>
    Result = 3,
}
