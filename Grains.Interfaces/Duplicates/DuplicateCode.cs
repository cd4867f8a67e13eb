using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Duplicates;

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
