using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Quality;

/// <summary>Which call-backs a list shows.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DueFilter>))]
public enum DueFilter
{
    /// <summary>Those that are due by the end of today, in the centre's own time zone; what is overdue is among them.</summary>
    Today = 0,

    /// <summary>Those whose time is over.</summary>
    Overdue = 1,

    /// <summary>Everybody who is still to be asked.</summary>
    All = 2,
}
