using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tocsin.Tests.Load.Contract;

/// <summary>How things look on the wire: JSON in camelCase, nothing written that is absent, times in UTC.</summary>
public static class Wire
{
    /// <summary>Options for reading and writing bodies. Fields that this program does not know are passed over.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>RFC 3339 in UTC with milliseconds, as the gateway itself writes it.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339, or null where there is no time.</summary>
    public static string? Time(DateTimeOffset? at) => at is { } known ? Time(known) : null;
}
