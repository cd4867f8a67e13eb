using System.Diagnostics;
using System.Text.Json;
using Tocsin.Tests.Faults.Measuring;
using Tocsin.Tests.Load.Auditing;
using Tocsin.Tests.Load.Crashes;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Ledgers;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Faults.Driving;

/// <summary>
/// The load during a fault: incidents that are commanded ten times a second each, open loop, and whole dispatch cycles beside them.
/// </summary>
public sealed class Drive : IDisposable
{
    private const int ReadersAtOnce = 8;
    private readonly List<TocsinClient> _gateways;
    private readonly TocsinClient _patient;
    private readonly DrivePlan _plan;
    private readonly FeedCrowd? _feed;
    private readonly List<string> _incidents = [];
    private readonly Stopwatch _clock = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _lanes = Task.CompletedTask;

    private Drive(IReadOnlyList<Uri> urls, TokenBook tokens, DrivePlan plan)
    {
        _plan = plan;
        _gateways = [.. urls.Select(u => new TocsinClient(u, tokens, PatientSender.OneTry, TimeProvider.System))];
        _patient = new TocsinClient(urls[0], tokens, Patience.Default with { Total = Until.Cap }, TimeProvider.System);
        Clocks = new ClockField(_patient, plan.Clocks);
        _feed = plan.FeedClients > 0 ? new FeedCrowd(urls, tokens, plan.FeedClients) : null;
    }

    /// <summary>The clocks that run out meanwhile.</summary>
    public ClockField Clocks { get; }

    /// <summary>What became of every command.</summary>
    public Books Books { get; } = new();

    /// <summary>The time since it began.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Makes the incidents that it will command.</summary>
    public static async Task<Drive> PrepareAsync(IReadOnlyList<Uri> urls, DrivePlan plan)
    {
        ArgumentNullException.ThrowIfNull(urls);
        ArgumentNullException.ThrowIfNull(plan);
        var drive = new Drive(urls, new TokenBook("faults", null), plan);
        for (var i = 0; i < DriveLimits.Incidents; i++)
        {
            var location = new { lat = 36.5, lon = 113.0 };
            var (theft, key) = (new { category = "theft", priority = 2, location }, $"{Guid.NewGuid():N}");
            var made = await drive._patient.SendAsync(HttpMethod.Post, "/incidents", theft, key, Role.Dispatcher, CancellationToken.None);
            drive._incidents.Add(made.Read<JsonElement>().GetProperty("id").GetString()!);
        }

        await drive.Clocks.MakeAsync();
        if (drive._feed is not null)
            await drive._feed.StartAsync();
        return drive;
    }

    /// <summary>Begins.</summary>
    public void Start()
    {
        _clock.Start();
        var sender = new PatientSender(_gateways, Books, TimeProvider.System);
        _lanes = Task.WhenAll([
            .. _incidents.Select((id, i) => new NoteLane(i, id, _plan.NoteEvery, sender, Books, () => Elapsed).RunAsync(_stop.Token)),
            .. Enumerable.Range(0, DriveLimits.Cycles).Select(i => new CycleLane(i, _patient, sender, Books).RunAsync(_stop.Token)),
            _plan.Reads ? new ReadLane(_incidents[0], sender, Books).RunAsync(_stop.Token) : Task.CompletedTask,
        ]);
    }

    /// <summary>Ends, and waits until what was sent is settled.</summary>
    /// <returns>When no more was sent.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var ended = Elapsed;
        await _stop.CancelAsync();
        await _lanes;
        return ended;
    }

    /// <summary>Reads everything back and compares it with what was acknowledged; then every incident must take a further note.</summary>
    public async Task<LedgerFindings> CheckAsync()
    {
        var ledger = Books.Ledger;
        var findings = await new LedgerCheck(new TrailReader(_patient), ReadersAtOnce).CheckAsync(ledger, CancellationToken.None);
        var stuck = await new GoOnCheck(_patient, ReadersAtOnce).CheckAsync(ledger, CancellationToken.None);
        return findings with { Problems = [.. findings.Problems, .. stuck] };
    }

    /// <summary>Judges the clients of the feed; null where there are none.</summary>
    /// <param name="unknown">The words of kinds of streams that not every gateway knew all the time.</param>
    public async Task<FeedFindings?> CheckFeedAsync(IReadOnlyList<string> unknown) =>
        _feed is null ? null : await _feed.EndAsync(_patient, unknown);

    /// <inheritdoc/>
    public void Dispose()
    {
        _feed?.Dispose();
        _gateways.ForEach(c => c.Dispose());
        _patient.Dispose();
        _stop.Dispose();
    }
}
