using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Calls;

/// <summary>What was made of a call.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DispositionKind>))]
public enum DispositionKind
{
    /// <summary>An incident.</summary>
    Incident = 0,

    /// <summary>It is about an incident that is known.</summary>
    Duplicate = 1,

    /// <summary>A question.</summary>
    Inquiry = 2,

    /// <summary>A nuisance.</summary>
    Nuisance = 3,

    /// <summary>A false report.</summary>
    FalseReport = 4,

    /// <summary>The caller hung up before it was answered.</summary>
    Abandoned = 5,

    /// <summary>Another body's affair.</summary>
    Transferred = 6,

    /// <summary>A test.</summary>
    Test = 7,
}
