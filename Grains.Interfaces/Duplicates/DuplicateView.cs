using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Duplicates;

/// <summary>An open incident that may be what a caller tells of.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Score">0 to 1, two digits: how likely; see decision 0018.</param>
/// <param name="Reasons">Why, in words.</param>
/// <param name="Why">The same, for programs.</param>
/// <param name="Number">What people say aloud.</param>
/// <param name="Category">Its category.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Location">Where it is.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="CallCount">How many calls are joined to it.</param>
public sealed record DuplicateView(
    IncidentId IncidentId,
    double Score,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<DuplicateReason> Why,
    string Number,
    string Category,
    int Priority,
    Location? Location,
    DateTimeOffset ReceivedAt,
    int CallCount);

/// <summary>What speaks for a duplicate.</summary>
/// <param name="Code">Which.</param>
/// <param name="Value">How far, how long, how much; its unit is the code's. Null where there is nothing to measure.</param>
/// <param name="Score">What it adds to the score, 0 to 1.</param>
public sealed record DuplicateReason(DuplicateCode Code, int? Value, double Score);

/// <summary>Why an open incident may be what a caller tells of.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DuplicateCode>))]
public enum DuplicateCode
{
    /// <summary>Near in place: <c>value</c> in metres.</summary>
    Place = 0,

    /// <summary>Near in time: <c>value</c> in seconds since its receipt.</summary>
    Time = 1,

    /// <summary>Of the same category.</summary>
    Category = 2,

    /// <summary>The words are alike: <c>value</c> in percent.</summary>
    Words = 3,

    /// <summary>Others have called about it: <c>value</c> is how many.</summary>
    Callers = 4,
}
