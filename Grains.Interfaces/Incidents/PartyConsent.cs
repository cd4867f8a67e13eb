using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>Whether a person agreed to what was proposed. The words stand in requests and events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PartyConsent>))]
public enum PartyConsent
{
    /// <summary>The person agreed.</summary>
    Given = 0,

    /// <summary>The person did not.</summary>
    Refused = 1,
}
