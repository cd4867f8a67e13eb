using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>Where the police stand with a party: the member <c>state</c>. The words stand in requests and events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PartyStatus>))]
public enum PartyStatus
{
    /// <summary>It is looked for.</summary>
    Sought = 0,

    /// <summary>It was found.</summary>
    Found = 1,

    /// <summary>It is known who or whose it is.</summary>
    Identified = 2,

    /// <summary>The police hold it.</summary>
    InCustody = 3,

    /// <summary>It was handed over: to next of kin, a hospital, another force.</summary>
    HandedOver = 4,
}
