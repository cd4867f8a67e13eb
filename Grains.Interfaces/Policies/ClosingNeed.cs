using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Policies;

/// <summary>What an outcome may need before an incident is closed with it. The words stand in events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClosingNeed>))]
public enum ClosingNeed
{
    /// <summary>Somebody has given feedback.</summary>
    Feedback = 0,

    /// <summary>Its coordinates are known.</summary>
    Place = 1,

    /// <summary>A party of it is recorded.</summary>
    Party = 2,

    /// <summary>Feedback has results.</summary>
    Results = 3,

    /// <summary>It has an owner.</summary>
    Owner = 4,
}
