using System.Globalization;
using Tocsin.Clocks;
using Tocsin.Hosting;

namespace Tocsin.Settings;

/// <summary><c>Tocsin:Unattended:1</c> to <c>4</c>: the built-in limits on assignment, by priority, in whole seconds.</summary>
internal static class UnattendedSettings
{
    private const string Key = "Tocsin:Unattended";
    private const int Priorities = 4;

    /// <summary>The built-in limits; a priority that is not configured has its default.</summary>
    /// <exception cref="MisconfigurationException">A limit is no whole number of seconds in its range, or is of no priority.</exception>
    public static UnattendedLimits Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Key);
        if (section.Value is { Length: > 0 })
            throw new MisconfigurationException($"{Key}: has a limit for each priority: {Key}:1 to {Key}:{Priorities}.");
        if (section.GetChildren().FirstOrDefault(c => !IsPriority(c.Key)) is { } strange)
            throw new MisconfigurationException($"{strange.Path}: is no priority; these are 1 to {Priorities}.");
        var builtIn = UnattendedLimits.Default;
        return new UnattendedLimits(
            Seconds(configuration, 1, builtIn), Seconds(configuration, 2, builtIn), Seconds(configuration, 3, builtIn),
            Seconds(configuration, 4, builtIn));
    }

    private static bool IsPriority(string key) => key is [>= '1' and <= '4'];

    private static int Seconds(IConfiguration configuration, int priority, UnattendedLimits builtIn)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{Key}:{priority}");
        return configuration[key] is not { Length: > 0 } text ? builtIn.LimitSeconds(priority)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds is >= 1 and <= TimingLimit.MaxSeconds ? seconds
            : throw new MisconfigurationException($"{key}: '{text}' is not a whole number of seconds, 1 to {TimingLimit.MaxSeconds}.");
    }
}
