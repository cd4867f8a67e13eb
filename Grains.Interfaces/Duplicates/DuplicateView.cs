using System.Text.Json.Serialization;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Duplicates;

/// <summary>An open incident that may be what a caller tells of.</summary>
/// <param name="IncidentId">The id of the incident.</param>
/// <param name="Score">How likely it is, 0 to 1, to two decimals; 0.35 or more. Decision 0018 says how it is made.</param>
/// <param name="Reasons">The reasons in English, for people.</param>
/// <param name="Why">The same reasons, for programs.</param>
/// <param name="Number">The number that people say aloud, <c>YYMMDD-NNNN</c>.</param>
/// <param name="Category">The category of the incident, 1 to 100 characters.</param>
/// <param name="Priority">The priority of the incident, 1 (most urgent) to 4.</param>
/// <param name="Location">Where the incident is; null when not known.</param>
/// <param name="ReceivedAt">When the incident was received, UTC.</param>
/// <param name="CallCount">The number of calls that are joined to it.</param>
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

/// <summary>A reason to take an incident for a duplicate.</summary>
/// <param name="Code">The kind of likeness.</param>
/// <param name="Value">
/// Its size in the unit that the code names (metres, seconds, percent, calls); null where there is nothing to measure.
/// </param>
/// <param name="Score">What it adds to the score, 0 to 1, to two decimals.</param>
public sealed record DuplicateReason(DuplicateCode Code, int? Value, double Score);

/// <summary>A likeness between an open incident and what a caller tells.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DuplicateCode>))]
public enum DuplicateCode
{
    /// <summary>Near in place: <c>value</c> in metres.</summary>
    Place = 0,

    /// <summary>Near in time: <c>value</c> in seconds since its receipt.</summary>
    Time = 1,

    /// <summary>Of the same category; <c>value</c> is null.</summary>
    Category = 2,

    /// <summary>The words are alike: <c>value</c> in percent.</summary>
    Words = 3,

    /// <summary>Others have called about it: <c>value</c> is how many.</summary>
    Callers = 4,
}
