using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Reports;

/// <summary>The intervals that a list shows.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<IntervalFilter>))]
public enum IntervalFilter
{
    /// <summary>Every one that began: the default.</summary>
    All = 0,

    /// <summary>Those that are <see cref="IntervalState.Measured"/>.</summary>
    Measured = 1,

    /// <summary>Those that are <see cref="IntervalState.Negative"/>.</summary>
    Negative = 2,

    /// <summary>Those that are <see cref="IntervalState.Never"/>.</summary>
    Never = 3,

    /// <summary>Those that are <see cref="IntervalState.Open"/>.</summary>
    Open = 4,

    /// <summary>Those that took longer than their limit, ended or not.</summary>
    Late = 5,

    /// <summary>Those that are <see cref="IntervalState.Suspect"/>.</summary>
    Suspect = 6,
}
