using Tocsin.Tests.Load.Clocks;
using Tocsin.Tests.Load.Consoles;
using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Fleets;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Measuring;
using Tocsin.Tests.Load.Results;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Profiles;

/// <summary>
/// Runs a profile: a fleet is made ready, consoles open, calls arrive by their schedule whatever the server does, each lives its story.
/// </summary>
/// <param name="options">What is run.</param>
/// <param name="tokens">The tokens.</param>
/// <param name="clock">The clock.</param>
public sealed class ProfileRunner(LoadOptions options, TokenBook tokens, TimeProvider clock)
{
    /// <summary>The most stories under way at once; a call beyond it is counted, not begun.</summary>
    public const int MostUnderWay = 50_000;

    /// <summary>How long stories may take to finish after the last call; those of a real day have what they really took besides.</summary>
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(60);

    /// <summary>The latencies of the commands so far.</summary>
    public LatencyBook Book { get; private set; } = new();

    /// <summary>How many units the fleet has.</summary>
    public int FleetSize => options.Units ?? options.Day?.UnitsNeeded ?? Profiles.FleetSize.Of(options.Profile);

    /// <summary>Runs it; when <paramref name="stop"/> is asked for, no more calls come and the stories end quickly.</summary>
    /// <param name="progress">Told with each sample.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="StoryEndedException">It could not begin.</exception>
    /// <exception cref="HttpRequestException">Likewise: the gateway is away, or hands no tokens out.</exception>
    public async Task<LoadResult> RunAsync(Action<LoadProgress> progress, CancellationToken stop)
    {
        using var client = new TocsinClient(options.Gateways[0], tokens, Patience.Default, clock);
        using var sender = await RequestSender.CreateAsync(options.Gateways, tokens, options.Patience, clock, stop);
        var fleet = await new FleetRegistration(client).MakeAsync(FleetSize, options.Seed, stop);
        var server = await ServerVersion.ReadAsync(options.Gateways, options.Metrics, stop);
        var policy = options.Policy is { } name ? await PolicyChoice.ChooseAsync(client, name, stop) : null;
        try
        {
            using var consoles = await ConsoleSet.OpenAsync(options.Profile.Consoles, options.Gateways, tokens, options.Seed, clock, stop);
            var fired = await WatchMetrics.ReadAsync(options.Metrics, LoadLimits.LateClock, stop);
            if (fired is null && options.Metrics.Count > 0)
                throw new StoryEndedException($"--metrics: {string.Join(", ", options.Metrics)} says nothing of a silo's clocks.");
            using var agenda = new Agenda(clock);
            var driver = new Driver(sender, agenda, options.Delays);
            Book = driver.Commands;
            var sheet = new ResultSheet(options, driver, consoles, clock);
            var sampler = new Sampler(driver, consoles.Counts, options.Pids, options.Duration, clock);
            using var looking = new CancellationTokenSource();
            var samples = sampler.RunAsync(progress, looking.Token);

            sheet.Begin();
            var arrivals = new Arrivals(options, driver, fleet, clock);
            using (stop.Register(agenda.Hurry))
                await arrivals.RunAsync();
            sheet.Ran();

            var unfinished = await arrivals.DrainAsync(options.DrainTime);
            await sender.EndAsync();
            await arrivals.Ended;
            await consoles.CloseAsync();
            await looking.CancelAsync();
            await samples;
            var firedBy = await WatchMetrics.ReadAsync(options.Metrics, LoadLimits.LateClock, CancellationToken.None);
            return sheet.Make(sampler, server, fired, firedBy, unfinished, stop.IsCancellationRequested);
        }
        finally
        {
            if (policy is not null)
                await policy.RestoreAsync();
        }
    }
}
