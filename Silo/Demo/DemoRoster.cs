using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;
using Tocsin.Stations;
using Tocsin.Units;

namespace Tocsin.Demo;

/// <summary>
/// Loads a small roster into a new data directory, so that the first minutes need no set-up: 3 stations and 12 units of the county for
/// which Tocsin was made (襄垣县).
/// </summary>
internal sealed partial class DemoRoster(IGrainFactory grains, IJournal journal, ILogger<DemoRoster> logger) : IHostedService
{
    private static readonly Actor Loader = new("demo", Roles.Admin);

    private static readonly (string Id, string Name, AreaClass Area, GeoPoint Place)[] Stations =
    [
        ("guhan", "古韩派出所", AreaClass.City, new GeoPoint(36.5320, 113.0510)),
        ("houbao", "侯堡派出所", AreaClass.Outskirts, new GeoPoint(36.4260, 113.0140)),
        ("xiying", "西营派出所", AreaClass.Countryside, new GeoPoint(36.6700, 113.0150)),
    ];

    private const int UnitsPerStation = 4;

    /// <summary>How often a command of the roster is sent at most; each attempt waits for as long as a grain call does.</summary>
    private const int Attempts = 10;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await journal.ReadEndAsync(cancellationToken)).Position > JournalPosition.Start)
            return;
        var number = 0;
        foreach (var (id, name, area, place) in Stations)
        {
            await Do(
                $"station {id}",
                (c, x) => grains.GetGrain<IStationGrain>(id).Execute(c, x),
                (StationCommand)new RegisterStation(name, place, area, null));
            for (var i = 0; i < UnitsPerStation; i++)
            {
                var unit = $"P{++number:00}";
                var register = i == UnitsPerStation - 1
                    ? new RegisterUnit(unit, "motorcycle", id, ["patrol"], place)
                    : new RegisterUnit(unit, "patrol", id, ["patrol", "arrest"], place);
                await Do<UnitCommand>($"unit {unit}", grains.GetGrain<IUnitGrain>(unit).Execute, register);
                await Do<UnitCommand>($"duty {unit}", grains.GetGrain<IUnitGrain>(unit).Execute, new SetDuty(true, [], null, null));
            }
        }

        LogLoaded(Stations.Length, number);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task Do<TCommand>(string key, Func<TCommand, CommandContext, Task<CommandAnswer>> execute, TCommand command)
    {
        var id = CommandId.OfKey(Loader.Subject, "demo", "/", key);
        var answer = await RetryAsync(() => execute(command, new CommandContext(id, Loader, new byte[32], null)));
        if (answer.Refusal is { } refusal)
            throw new InvalidOperationException($"The demo roster was refused: {refusal.Code}, {refusal.Detail}");
    }

    // A machine that is busy at the start answers late. The command has a key, so it is safe to send again.
    private static async Task<CommandAnswer> RetryAsync(Func<Task<CommandAnswer>> send)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await send();
            }
            catch (Exception exception)
                when (attempt < Attempts && (exception is TimeoutException or JournalUnavailableException or OrleansException))
            {
                // Once more.
            }
        }
    }

    [LoggerMessage(3003, LogLevel.Information, "Loaded the demo roster: {Stations} stations, {Units} units on duty")]
    private partial void LogLoaded(int stations, int units);
}
