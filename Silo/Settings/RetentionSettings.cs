using System.Globalization;
using Tocsin.Erasing;
using Tocsin.Hosting;
using Tocsin.Json;
using Tocsin.Retention;

namespace Tocsin.Settings;

/// <summary>Reads <c>Tocsin:Retention</c>.</summary>
internal static class RetentionSettings
{
    private const string Section = "Tocsin:Retention";

    private static readonly Dictionary<string, ErasureField> Words =
        ErasureFields.Each.ToDictionary(EnumWords.Of, f => f, StringComparer.OrdinalIgnoreCase);

    /// <summary>For how long each field is kept; one that is not named is kept for ever.</summary>
    /// <exception cref="MisconfigurationException">A value is no such time, or a name is no field.</exception>
    public static IReadOnlyDictionary<ErasureField, TimeSpan> Read(IConfiguration configuration)
    {
        var times = new Dictionary<ErasureField, TimeSpan>();
        foreach (var given in configuration.GetSection(Section).GetChildren().Where(c => c.Value is { Length: > 0 }))
        {
            if (!Words.TryGetValue(given.Key, out var field))
            {
                throw new MisconfigurationException(
                    $"{given.Path}: there is only {string.Join(", ", Words.Keys.Order(StringComparer.Ordinal))}.");
            }

            times[field] = TimeSpan.TryParse(given.Value, CultureInfo.InvariantCulture, out var time)
                && time >= RetentionOptions.Min && time <= RetentionOptions.Max
                ? time
                : throw new MisconfigurationException(
                    $"{given.Path}: '{given.Value}' is not a time span from 1 to 36500 days, e.g. '1095.00:00:00'.");
        }

        return times;
    }
}
