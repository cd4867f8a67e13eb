using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>What a party has to do with an incident. The words stand in requests and events.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PartyRole>))]
public enum PartyRole
{
    /// <summary>Who called, or with what.</summary>
    Caller = 0,

    /// <summary>To whom it happened.</summary>
    Victim = 1,

    /// <summary>Who may have done it, or with what.</summary>
    Suspect = 2,

    /// <summary>Who saw it.</summary>
    Witness = 3,

    /// <summary>Who is looked for, and in no suspicion.</summary>
    Missing = 4,

    /// <summary>Who is told, or takes somebody home.</summary>
    NextOfKin = 5,

    /// <summary>Something else than the others.</summary>
    Other = 6,
}
