using System.Globalization;
using Tocsin.Hosting;

namespace Tocsin.Settings;

/// <summary>How long a gateway takes the OIDC provider's tokens for good: <c>Tocsin:Jwt</c>, beside the provider itself.</summary>
public sealed record TokenOptions
{
    private static readonly (TimeSpan Min, TimeSpan Max) LifetimeRange = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(400));
    private static readonly (TimeSpan Min, TimeSpan Max) MachineRange = (TimeSpan.FromMinutes(1), TimeSpan.FromDays(4_000));

    /// <summary>
    /// <c>Tocsin:Jwt:MaxLifetime</c>: how long after its issue a token is valid at most, whatever it says itself; 1 min to 400 d, default
    /// 12 h. A token without <c>iat</c> counts from when this gateway first sees it.
    /// </summary>
    public TimeSpan MaxLifetime { get; private init; } = TimeSpan.FromHours(12);

    /// <summary><c>Tocsin:Jwt:MaxMachineLifetime</c>: the same for the tokens of machines; 1 min to 4,000 d, default 400 d.</summary>
    public TimeSpan MaxMachineLifetime { get; private init; } = TimeSpan.FromDays(400);

    /// <summary>
    /// <c>Tocsin:Jwt:Machines:0</c>, …: subjects that are machines, beside those whose only role is <c>feeder</c>; default none.
    /// </summary>
    public IReadOnlySet<string> Machines { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// <c>Tocsin:Jwt:Acr:0</c>, …: how strongly people must have signed in. The <c>acr</c> of a person's token is one of these words of
    /// the provider, e.g. one that stands for two factors; machines need none. At most 10, each 1 to 200 characters without blanks;
    /// default none: the provider decides alone.
    /// </summary>
    public IReadOnlyList<string> Acr { get; private init; } = [];

    /// <summary>Reads it.</summary>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static TokenOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var usual = new TokenOptions();
        return new TokenOptions
        {
            MaxLifetime = Time(configuration, "Tocsin:Jwt:MaxLifetime", usual.MaxLifetime, LifetimeRange),
            MaxMachineLifetime = Time(configuration, "Tocsin:Jwt:MaxMachineLifetime", usual.MaxMachineLifetime, MachineRange),
            Machines = Subjects(configuration.GetSection("Tocsin:Jwt:Machines")),
            Acr = AcrOf(configuration.GetSection("Tocsin:Jwt:Acr")),
        };
    }

    private static TimeSpan Time(
        IConfiguration configuration, string key, TimeSpan otherwise, (TimeSpan Min, TimeSpan Max) range) => configuration[key] switch
        {
            null or "" => otherwise,
            // A bare number would be days.
            var text when text.Contains(':', StringComparison.Ordinal)
                && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value)
                && value >= range.Min && value <= range.Max => value,
            _ => throw new MisconfigurationException(
                key, string.Create(CultureInfo.InvariantCulture, $"must be a time of {range.Min:c} to {range.Max:c}")),
        };

    private static string[] AcrOf(IConfigurationSection section)
    {
        var words = section.GetChildren().Select(c => c.Value ?? "").ToArray();
        var isList = section.Value is null or "";
        var areGood = words.All(
            w => w.Length is >= 1 and <= GatewayLimits.AcrLengthMax && !w.Any(c => c is <= ' ' or '"' or '\\' or > '~'));
        return isList && words.Length <= GatewayLimits.AcrMax && areGood
            ? words
            : throw new MisconfigurationException(
                section.Path,
                $"must be a list of at most {GatewayLimits.AcrMax} words of 1 to {GatewayLimits.AcrLengthMax} ASCII characters, "
                    + "without blanks and quotation marks");
    }

    private static HashSet<string> Subjects(IConfigurationSection section)
    {
        var subjects = section.GetChildren().Select(c => c.Value ?? "").ToHashSet(StringComparer.Ordinal);
        var isList = section.Value is null or "";
        if (!isList || subjects.Count > GatewayLimits.MachinesMax || subjects.Any(s => s.Length is 0 or > GatewayLimits.SubjectMax))
        {
            throw new MisconfigurationException(
                section.Path,
                $"must be a list of at most {GatewayLimits.MachinesMax} subjects of 1 to {GatewayLimits.SubjectMax} characters");
        }

        return subjects;
    }
}
