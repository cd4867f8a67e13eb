using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Reports;

/// <summary>By what the summary is grouped.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SummaryBy>))]
public enum SummaryBy
{
    /// <summary>The month of receipt in <c>Tocsin:TimeZone</c>, <c>2025-03</c>.</summary>
    Month = 0,

    /// <summary>The day of receipt in <c>Tocsin:TimeZone</c>, <c>2025-03-31</c>.</summary>
    Day = 1,

    /// <summary>The incident's own station; for a call that of the incident that it is joined to.</summary>
    Station = 2,
}
