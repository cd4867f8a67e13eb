using System.Text.Json.Serialization;
using Tocsin.Json;

namespace Tocsin.Overdue;

/// <summary>Why something stands among what is late.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OverdueKind>))]
public enum OverdueKind
{
    /// <summary>A running clock is past its limit.</summary>
    Overdue = 0,

    /// <summary>A historic incident that is open, and nobody is on it.</summary>
    Unattended = 1,

    /// <summary>Feedback was given, and nobody has closed it.</summary>
    Reported = 2,

    /// <summary>
    /// Something was due on it, and no running process can say what: a newer version wrote it, or nothing fires it. Somebody must look at it by other means.
    /// </summary>
    Unreadable = 3,
}
