using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Reports;

/// <summary>By what a report is grouped.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<GroupBy>))]
public enum GroupBy
{
    /// <summary>The category.</summary>
    Category = 0,

    /// <summary>The priority.</summary>
    Priority = 1,

    /// <summary>The station of the assignment's unit.</summary>
    Station = 2,

    /// <summary>The unit.</summary>
    Unit = 3,

    /// <summary>The hour of receipt in <c>Tocsin:TimeZone</c>.</summary>
    Hour = 4,
}
