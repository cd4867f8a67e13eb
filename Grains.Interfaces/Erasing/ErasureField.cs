using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Erasing;

/// <summary>
/// What can be erased of a call or an incident. The words stand in requests, in events and in enciphered texts: they never change.
/// </summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ErasureField>))]
public enum ErasureField
{
    /// <summary>What the caller tells, and what is going on.</summary>
    Narrative = 0,

    /// <summary>Where it is: coordinates and address.</summary>
    Place = 1,

    /// <summary>The caller's number; of an incident, the numbers of its calls.</summary>
    Caller = 2,

    /// <summary>Notes and reasons that somebody wrote, whatever they were written with.</summary>
    Notes = 3,

    /// <summary>The texts of messages on the incident.</summary>
    Messages = 4,

    /// <summary>What units reported in words.</summary>
    Feedback = 5,

    /// <summary>What tells the parties of an incident apart, and what they look like; nothing of a call.</summary>
    Parties = 6,

    /// <summary>All of it. Stands in requests only.</summary>
    All = 7,
}
