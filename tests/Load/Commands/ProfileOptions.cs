using System.CommandLine;
using System.CommandLine.Parsing;
using Tocsin.Tests.Load.Clocks;
using Tocsin.Tests.Load.Consoles;
using Tocsin.Tests.Load.Days;
using Tocsin.Tests.Load.Fleets;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Profiles;
using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.Load.Commands;

/// <summary>The options of <c>profile</c>, and what they make of a profile.</summary>
public sealed class ProfileOptions
{
    private readonly Option<double> share = Number(
        "--share", "How much of the profile: its calls and positions times this.", 1, 0.0001, 100);
    private readonly Option<double?> speed = Maybe(
        "--speed",
        "Time runs this many times faster between calls, 1 unless given; what happens in a call "
            + $"stays as it is. Of {NewYear.Name} everything does, {NewYear.UsualSpeed} times.",
        0.01,
        1_000_000);
    private readonly Option<FileInfo?> file = new("--file")
    {
        Description = $"The real day of {NewYear.Name}: any of San Francisco's 'Fire Department "
            + "Calls for Service'; the one that ships with this program unless given.",
    };
    private readonly Option<string> zone = ReplayCommand.Zone();
    private readonly Option<double?> rate = Maybe("--rate", "Calls a second, instead of the profile's own.", 0.0001, 10_000);
    private readonly Option<double?> positions = Maybe(
        "--positions", "Positions a second, instead of the profile's own; 0: none.", 0, PositionStream.PerSecondMax);
    private readonly Option<double?> burst = Maybe(
        "--burst", "How many times as many calls in a burst; 1: no bursts. The mean stays.", 1, BurstShape.FactorMax);
    private readonly Option<double?> seconds = Maybe(
        "--seconds",
        $"How long calls arrive: {UsualSeconds} unless given, of {NewYear.Name} the whole file.",
        1,
        LoadOptions.DurationMax.TotalSeconds);
    private readonly Option<int> seed = CommonOptions.Whole("--seed", "The run of chance.", 1, 0, int.MaxValue - 10);
    private readonly Option<int> consoles = CommonOptions.Whole(
        "--consoles", "Consoles on the feed; -1: the profile's own.", -1, -1, ConsoleSet.ConsolesMax);
    private readonly Option<int> units = CommonOptions.Whole(
        "--units", "Units of the fleet; 0: as many as the profile needs.", 0, 0, Fleet.UnitsMax);
    private readonly Option<int> patience = CommonOptions.Whole(
        "--patience",
        "Seconds for which a request is repeated while the server is away; "
            + "0: one try, since what an operator would see is what is measured.",
        0,
        0,
        (int)Patience.Longest.TotalSeconds);
    private readonly Option<string?> policy = new("--policy")
    {
        Description = $"A timing policy to choose for the run, by name; '{PolicyChoice.Compressed}': "
            + "one of seconds, made for the stories. What was chosen before is put back.",
    };
    private readonly Option<Uri[]> metrics = CommonOptions.FurtherUrls(
        "--metrics",
        "Where a silo shows its metrics (/metrics of its health port, "
            + "or of an embedded gateway), to count late clocks; give it once for each silo.");
    private readonly Option<int[]> pids = new("--pid")
    {
        Description = "Processes of this machine whose processor time and memory are taken; give it once for each.",
        DefaultValueFactory = _ => [],
    };

    private const int UsualSeconds = 60;

    /// <summary>The gateways.</summary>
    public Option<Uri[]> Urls { get; } = CommonOptions.Urls();

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All =>
        [share, speed, file, zone, rate, positions, burst, seconds, seed, consoles, units, patience, policy, metrics, pids, Urls];

    /// <summary>The addresses that a command line names.</summary>
    public IEnumerable<Uri?> Addresses(CommandResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.GetValue(Urls) ?? [], .. result.GetValue(metrics) ?? []];
    }

    /// <summary>Says what of a command line does not fit to the profile that it names.</summary>
    public void Check(CommandResult result, string? name)
    {
        ArgumentNullException.ThrowIfNull(result);
        bool Given(Option option) => result.GetResult(option) is { Implicit: false };
        if (name == NewYear.Name && (Given(share) || Given(rate) || Given(burst)))
            result.AddError($"{NewYear.Name} has the arrivals that really were: no --share, --rate or --burst; only --speed.");
        if (name != NewYear.Name && (Given(file) || Given(zone)))
            result.AddError($"--file and --zone belong to {NewYear.Name}.");
    }

    /// <summary>What a command line makes of <paramref name="profile"/>.</summary>
    /// <exception cref="UnusableFileException">The file of a real day cannot be used.</exception>
    public LoadOptions Read(ParseResult parsed, LoadProfile profile)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(profile);
        var day = profile.Name == NewYear.Name ? Day(parsed) : null;
        var duration = parsed.GetValue(seconds) is { } given
            ? TimeSpan.FromSeconds(given)
            : day is null ? TimeSpan.FromSeconds(UsualSeconds) : day.Lasts + TimeSpan.FromSeconds(1);
        profile = day is null ? Arriving(parsed, profile) : NewYear.Of(day, duration);
        profile = profile with
        {
            PositionsPerSecond = parsed.GetValue(positions) ?? profile.PositionsPerSecond,
            Consoles = parsed.GetValue(consoles) is >= 0 and var asked ? asked : profile.Consoles,
        };
        return new LoadOptions(profile, parsed.GetRequiredValue(Urls), duration, parsed.GetValue(seed))
        {
            Patience = parsed.GetValue(patience) is > 0 and var longest ? CommonOptions.Patience(longest) : Patience.OneTry,
            Units = parsed.GetValue(units) is > 0 and var many ? many : null,
            Pids = parsed.GetRequiredValue(pids),
            Metrics = parsed.GetRequiredValue(metrics),
            Policy = parsed.GetValue(policy),
            Day = day,
            CommandLine = string.Join(
                ' ', parsed.Tokens.Select(t => t.Value.Contains(' ', StringComparison.Ordinal) ? $"'{t.Value}'" : t.Value)),
        };
    }

    private RealDay Day(ParseResult parsed) => DayReader.Read(
        parsed.GetValue(file)?.FullName ?? NewYear.ShippedFile,
        TimeZoneInfo.FindSystemTimeZoneById(parsed.GetRequiredValue(zone)),
        parsed.GetValue(speed) ?? NewYear.UsualSpeed,
        TimeProvider.System.GetUtcNow());

    private LoadProfile Arriving(ParseResult parsed, LoadProfile profile)
    {
        profile = profile.Scaled(parsed.GetValue(share));
        return profile with
        {
            CallsPerSecond = (parsed.GetValue(rate) ?? profile.CallsPerSecond) * (parsed.GetValue(speed) ?? 1),
            Bursts = parsed.GetValue(burst) is { } factor ? new BurstShape(factor, factor) : profile.Bursts,
        };
    }

    private static Option<double> Number(string name, string description, double usual, double least, double most)
    {
        var option = new Option<double>(name) { Description = $"{description} {least}..{most:#,0}.", DefaultValueFactory = _ => usual };
        option.Validators.Add(r => Within(r, r.Errors.Any() ? null : r.GetValueOrDefault<double>(), name, least, most));
        return option;
    }

    private static Option<double?> Maybe(string name, string description, double least, double most)
    {
        var option = new Option<double?>(name) { Description = $"{description} {least}..{most:#,0}." };
        option.Validators.Add(r => Within(r, r.Errors.Any() ? null : r.GetValueOrDefault<double?>(), name, least, most));
        return option;
    }

    private static void Within(OptionResult result, double? value, string name, double least, double most)
    {
        if (value is { } given && !(given >= least && given <= most))
            result.AddError($"{name} must be {least}..{most:#,0}.");
    }
}
