using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Tocsin.Firing;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Timekeeping;
using Tocsin.Mission;
using Tocsin.Policies;
using Tocsin.Reading;
using Tocsin.Settings;
using Tocsin.Stations;
using Tocsin.Streams;
using Tocsin.Units;
using Tocsin.Versions;
using Tocsin.Watch;

namespace Tocsin.Tests.Simulation;

/// <summary>
/// One silo: the product's own parts over a model journal, a model network and a clock that is a little off; its tail and its watch.
/// </summary>
internal sealed class Silo : IDisposable
{
    /// <summary>How far a silo's clock is off at most.</summary>
    public static readonly TimeSpan MaxOffset = TimeSpan.FromMilliseconds(1500);

    private static readonly TimeSpan IdleFor = TimeSpan.FromSeconds(60);

    private readonly World _world;
    private readonly SiloJournal _journal;
    private readonly SiloTime _time;
    private readonly WatchOptions _options = new();
    private readonly WatchMetrics _metrics = new();
    private readonly MissionMetrics _mission = new();
    private readonly WatchLimits _limits;
    private readonly WatchBook _book;
    private readonly UnitSnapshots _snapshots;
    private readonly ServiceProvider _services;
    private readonly List<ModelGrain> _grains = [];

    public Silo(World world, string name)
    {
        (_world, Name, Scheduler) = (world, name, world.Scheduler);
        Context = new SiloContext(Scheduler);
        _time = new SiloTime(Scheduler, Context, MaxOffset * ((Scheduler.Random.NextDouble() * 2) - 1));
        _journal = new SiloJournal(world.Store, Scheduler, Context, world.Faults, world.Options.Sabotage);
        _limits = new WatchLimits(Options.Create(_options), _metrics);
        _book = new WatchBook(_options);
        _snapshots = new UnitSnapshots(null!, _journal, new Tocsin.PastBoards.NoBoardMarkStore(), NullLogger<UnitSnapshots>.Instance);
        var factory = new ProxyFactory(world.Network, Context, world.Numbers);
        var dispatch = Microsoft.Extensions.Options.Options.Create(new DispatchOptions());
        var views = new FreshViews(StreamDefinitions.Catalogue, _journal);
        _services = new ServiceCollection()
            .AddSingleton(new IncidentNumbers(factory, dispatch, _time))
            .AddSingleton(new StationCatalogue(_journal, views))
            .AddSingleton(new CallSignBook(_journal, views))
            .AddSingleton(new PolicyCatalogue(_journal, views))
            .AddSingleton(new ClosingCatalogue(_journal, views, dispatch))
            .AddSingleton(new PersonalData(_journal))
            .AddSingleton<IOptions<DispatchOptions>>(dispatch)
            .AddSingleton<IGrainFactory>(factory)
            .AddSingleton<TimeProvider>(_time)
            .BuildServiceProvider();
        Host = new StreamHost(
            StreamDefinitions.Catalogue,
            _journal,
            Registry,
            _snapshots,
            new ModelKeys(),
            _limits,
            _mission,
            new OwnReadables(StreamDefinitions.Catalogue),
            new StreamKeys(),
            factory,
            _services,
            dispatch,
            new JournalTime(),
            _time);
        Scheduler.Post(Context, () => _ = WatchAsync());
        Scheduler.Post(Context, () => _ = TailAsync());
    }

    public string Name { get; }

    public Scheduler Scheduler { get; }

    public SiloContext Context { get; }

    public StreamRegistry Registry { get; } = new();

    public StreamHost Host { get; }

    public IReadOnlyList<ModelGrain> Grains => _grains;

    /// <summary>How many streams the watch remembers.</summary>
    public int Watched => _book.Count;

    public void Add(ModelGrain grain)
    {
        _grains.Add(grain);
        grain.Shell.Activate();
    }

    public CommandId NewCommand() => _world.NewCommand();

    public void Dispose()
    {
        _services.Dispose();
        _snapshots.Dispose();
        _limits.Dispose();
        _metrics.Dispose();
        _mission.Dispose();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} with {_grains.Count} activations");

    // ClockWatch, without its host.
    private async Task WatchAsync()
    {
        while (true)
        {
            await Context.Delay(_options.Interval);
            try
            {
                if (_world.Options.Sabotage != Sabotage.BlindWatch)
                    await LookAsync();
            }
            catch (JournalUnavailableException)
            {
                // The next look may see.
            }

            Deactivate();
        }
    }

    private async Task LookAsync()
    {
        var now = _time.GetUtcNow();
        var active = _world.Network.Silos.Select(s => s.Name).ToList();
        var alone = active.Count <= 1;
        var share = alone ? [] : WatchShare.Of(Name, active);
        IReadOnlyList<DueStream> due = alone || share.Count > 0
            ? await _journal.ReadDueAsync(
                new DueQuery(now + _options.Horizon, StreamDefinitions.Catalogue.Numbers, share, _options.WakesPerLook))
            : [];
        IReadOnlyList<DueStream> overlooked = alone ? [] : await _journal.ReadDueAsync(
            new DueQuery(now - _options.Overlooked, StreamDefinitions.Catalogue.Numbers, [], _options.WakesPerLook));
        foreach (var stream in _book.Look(due.Concat(overlooked), now).Wake)
            _ = Host.Grain(stream.Stream).Wake(stream.DueAt);
    }

    private async Task TailAsync()
    {
        var position = _world.Store.Events.Count;
        while (true)
        {
            var asleep = _world.Faults.On && Scheduler.Chance(_world.Faults.TailSleeps);
            await Context.Delay(
                asleep ? Scheduler.Milliseconds(0, 60_000) : _world.Faults.On ? Scheduler.Milliseconds(5, 200) : _options.Interval);
            var events = _world.Store.Events;

            // Overrun: it goes on from the end, and who remembers finds the gap.
            if (asleep && Scheduler.Chance(0.5))
                position = events.Count;
            Registry.Observe(events.GetRange(position, events.Count - position));
            position = events.Count;
        }
    }

    private void Deactivate()
    {
        foreach (var grain in _grains.Where(g => g.IsIdle && Scheduler.Now - g.UsedAt > IdleFor).ToList())
        {
            _grains.Remove(grain);
            grain.Shell.Deactivate();
            _world.Network.Forget(grain.Cache.Stream, grain);
        }
    }
}
