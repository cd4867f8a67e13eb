using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Incidents;

/// <summary>What to do when not all of the units are free.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AssignMode>))]
public enum AssignMode
{
    /// <summary>Every unit or none.</summary>
    All = 0,

    /// <summary>Those that are free.</summary>
    Any = 1,
}
