using System.Diagnostics.Metrics;
using Tocsin.Clocks;
using Tocsin.Live;
using Tocsin.Telemetry;

namespace Tocsin.Mission;

/// <summary>
/// Gauges of the mission, from the live picture. Every silo reports the same values, and none while its picture is being loaded.
/// </summary>
internal sealed class BoardGauges
{
    /// <summary>How long a count is used: one count serves all gauges of one collection.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(500);

    private readonly Func<LivePicture?> _picture;
    private readonly Lock _lock = new();
    private BoardTally? _tally;
    private long _countedAt;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meter">Their meter.</param>
    /// <param name="picture">The picture; null while there is none.</param>
    public BoardGauges(Meter meter, Func<LivePicture?> picture)
    {
        _picture = picture;
        meter.CreateObservableGauge("tocsin.incidents.open", Incidents, "{incident}", "Open incidents, without exercises.");
        meter.CreateObservableGauge(
            "tocsin.incidents.unattended", Unattended, "{incident}", "Open incidents on which nobody is, without exercises.");
        meter.CreateObservableGauge(
            "tocsin.clocks", Clocks, "{clock}", "Clocks of open incidents, without exercises and what alarms nobody.");
        meter.CreateObservableGauge("tocsin.directives.open", Directives, "{directive}", "Open directives, without exercises.");
        meter.CreateObservableGauge(
            "tocsin.directive.clocks",
            DirectiveClocks,
            "{clock}",
            "Clocks of open directives, without exercises and what alarms nobody.");
        meter.CreateObservableGauge("tocsin.units", Units, "{unit}", "Units on duty, without those of probes.");
    }

    private IEnumerable<Measurement<int>> Incidents() =>
        Tally()?.Incidents().Select(i => new Measurement<int>(i.Count, Label.Of("status", i.Status), Label.Priority(i.Priority))) ?? [];

    private IEnumerable<Measurement<int>> Unattended() => Tally() is { } tally ? [new Measurement<int>(tally.Unattended)] : [];

    private IEnumerable<Measurement<int>> Clocks() => Of(Tally()?.Clocks());

    private IEnumerable<Measurement<int>> Directives() =>
        Tally()?.Directives().Select(d => new Measurement<int>(d.Count, Label.Of("status", d.Status))) ?? [];

    private IEnumerable<Measurement<int>> DirectiveClocks() => Of(Tally()?.DirectiveClocks());

    private static IEnumerable<Measurement<int>> Of(IEnumerable<(int Running, int Overdue, ClockStage Stage)>? clocks) =>
        clocks?.SelectMany(c => (Measurement<int>[])
        [
            new Measurement<int>(c.Running, Label.Of("stage", c.Stage), Label.Of("state", "running")),
            new Measurement<int>(c.Overdue, Label.Of("stage", c.Stage), Label.Of("state", "overdue")),
        ]) ?? [];

    private IEnumerable<Measurement<int>> Units() =>
        Tally()?.Units().Select(u => new Measurement<int>(u.Count, Label.Of("status", u.Status))) ?? [];

    private BoardTally? Tally()
    {
        lock (_lock)
        {
            if (_picture() is not { } picture)
                return _tally = null;
            if (_tally is null || TimeProvider.System.GetElapsedTime(_countedAt) >= Fresh)
                (_tally, _countedAt) = (new BoardTally(picture), TimeProvider.System.GetTimestamp());
            return _tally;
        }
    }
}
