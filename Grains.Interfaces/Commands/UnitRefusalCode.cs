using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Commands;

/// <summary>Why one unit could not be taken.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UnitRefusalCode>))]
public enum UnitRefusalCode
{
    /// <summary><c>busy</c>: it has an assignment.</summary>
    Busy = 0,

    /// <summary><c>offDuty</c>.</summary>
    OffDuty = 1,

    /// <summary><c>outOfService</c>.</summary>
    OutOfService = 2,
}
