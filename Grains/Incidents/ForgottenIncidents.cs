using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Background;
using Tocsin.Commands;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Live;
using Tocsin.Settings;
using Tocsin.Watch;

namespace Tocsin.Incidents;

/// <summary>
/// Looks for open, unattended incidents that no clock watches: those made before there were built-in limits. Each is asked to take them
/// (<see cref="GiveUnattendedLimits"/>). A silo asks for its share; its rule writes them once however often it is asked, and what fails is
/// asked again.
/// </summary>
internal sealed partial class ForgottenIncidents(
    LiveBoard board,
    IGrainFactory grains,
    OwnShare share,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<ForgottenIncidents> logger) : RepeatedService(Interval, time)
{
    /// <summary>How often the board is looked through: it is in memory.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>How many are asked in one look: an upgrade with thousands of them never crowds out commands of dispatchers.</summary>
    public const int AskedPerLook = 200;

    /// <summary>One that stays as it is is asked again after this: a member of the cluster may not know the command.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(30);

    private Dictionary<IncidentId, DateTimeOffset> _asked = [];

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (share.Now() is { } own && board.Picture is { } picture)
                await LookAsync(picture, own);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogFailed(exception);
        }
    }

    private async Task LookAsync(LivePicture picture, Func<StreamId, bool> own)
    {
        var now = Time.GetUtcNow();
        var forgotten = picture.Items
            .Where(i => i.Value is LiveIncident { IsForgotten: true } && own(i.Stream))
            .Select(i => IncidentId.Of(i.Stream.Id))
            .ToList();

        // What is no longer forgotten is not remembered either.
        _asked = forgotten.Where(_asked.ContainsKey).ToDictionary(id => id, id => _asked[id]);
        var due = forgotten.Where(id => !_asked.TryGetValue(id, out var at) || now - at >= AskAgainAfter).Take(AskedPerLook).ToList();
        if (due.Count == 0)
            return;
        due.ForEach(id => _asked[id] = now);
        var given = await Task.WhenAll(due.Select(AskAsync));
        LogGiven(given.Count(g => g), due.Count);
    }

    private async Task<bool> AskAsync(IncidentId id)
    {
        try
        {
            var command = new GiveUnattendedLimits(options.Value.Unattended);
            var answer = await grains.GetKnown<IIncidentGrain>(id.Value)
                .Execute(command, new CommandContext(CommandId.New(), Actor.System, null, null));
            return answer.Refusal is null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A silo of the previous version does not know the command, or the journal is away: it is asked again.
            LogNotAsked(id, exception.Message);
            return false;
        }
    }

    [LoggerMessage(2811, LogLevel.Information,
        "{Given} of {Asked} open incidents that nobody attends to and that had no limit on assignment were given the built-in ones")]
    private partial void LogGiven(int given, int asked);

    [LoggerMessage(2812, LogLevel.Information, "Incident {Incident} was not given a limit on assignment ({Reason}); it is asked again")]
    private partial void LogNotAsked(IncidentId incident, string reason);

    [LoggerMessage(2813, LogLevel.Error, "Open incidents without a limit on assignment could not be looked for; it is tried again")]
    private partial void LogFailed(Exception exception);
}
