using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>What a party of an incident is. The words stand in requests and events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PartyKind>))]
public enum PartyKind
{
    /// <summary>A person, known or not.</summary>
    Person = 0,

    /// <summary>A vehicle of any kind.</summary>
    Vehicle = 1,

    /// <summary>A telephone, by its number.</summary>
    Phone = 2,

    /// <summary>An account, of a bank or elsewhere.</summary>
    Account = 3,

    /// <summary>Any other thing.</summary>
    Item = 4,
}
