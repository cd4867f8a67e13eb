using System.Globalization;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using Tocsin.Policies;
using Tocsin.Stations;
using Tocsin.Units;

namespace Tocsin.Tests.Seeding.Lives;

/// <summary>
/// A centre's past, told in order: incidents come at random, units go and come back, clocks fire to the second, some incidents are open in
/// the end. All from one seed, by the program's own rules.
/// </summary>
internal sealed class Past
{
    /// <summary>What an incident comes to with its call, its units' events, its clocks and the calls beside it: as counted.</summary>
    private const double EventsPerIncident = 23;

    /// <summary>The same of one that stays open.</summary>
    private const double EventsPerOpen = 8;

    /// <summary>Incidents that stay open came in the last day, but not in its last hours: by then all their clocks have fired.</summary>
    private static readonly (TimeSpan From, TimeSpan To) OpenSince = (TimeSpan.FromHours(24), TimeSpan.FromHours(2));

    /// <summary>
    /// How often the board is marked: less often than the program does, of which 157,000 marks would be left in three years.
    /// </summary>
    private static readonly TimeSpan MarkInterval = TimeSpan.FromHours(1);

    private const int Stations = 20;
    private static readonly Actor Admin = new("root", Roles.Admin);
    private readonly PriorityQueue<Next, (long Ticks, long Order)> _queue = new();
    private readonly SeedPlan _plan;
    private readonly PastCentre _centre;
    private readonly IncidentLives _lives;
    private readonly List<UnitId> _units;
    private long _order;
    private DateTimeOffset _mark;

    public Past(SeedPlan plan, byte[] digestKey, Action<SeedBatch> handOn)
    {
        _plan = plan;
        _centre = new PastCentre(plan.Seed, digestKey, handOn);
        _units = [.. Enumerable.Range(1, plan.Units).Select(n => UnitId.Of(string.Create(CultureInfo.InvariantCulture, $"U{n:00000}")))];
        _centre.Due = (id, due) => At(due, new Next(null, id));
        _lives = new IncidentLives(_centre, new UnitPool(_units), Stations);
        var days = Math.Max(1, (plan.Events - (plan.Open * EventsPerOpen)) / EventsPerIncident / plan.IncidentsPerDay);
        Begins = _mark = plan.EndsAt.AddDays(-Math.Round(days + OpenSince.From.TotalDays, 1));
    }

    /// <summary>When it begins.</summary>
    public DateTimeOffset Begins { get; }

    /// <summary>How many events were told.</summary>
    public long Events => _centre.Position;

    /// <summary>How many incidents there were.</summary>
    public long Incidents => _lives.Count;

    /// <summary>Tells it.</summary>
    public void Tell()
    {
        _centre.Now = Begins;
        Muster();
        var (from, to) = (_plan.EndsAt - OpenSince.From, _plan.EndsAt - OpenSince.To);
        for (var i = 0; i < _plan.Open; i++)
            At(from + ((to - from) * _centre.Random.NextDouble()), new Next(_lives.StaysOpen().GetEnumerator(), default));
        At(Begins.AddMinutes(1), new Next(Arrivals().GetEnumerator(), default));
        while (_queue.TryDequeue(out var next, out var when) && when.Ticks < _plan.EndsAt.UtcTicks)
        {
            _centre.Now = Whole(new DateTimeOffset(when.Ticks, TimeSpan.Zero));
            MarkBefore(_centre.Now);
            if (next.Life is { } life && life.MoveNext())
                At(_centre.Now + life.Current, next);
            else if (next.Life is null)
                Fire(next.Clocks);
        }

        _centre.EndAll();
    }

    // Whatever is left to tell is spread over the time that is left, so that both end together.
    private IEnumerable<TimeSpan> Arrivals()
    {
        // What begins before the last hours has ended by then.
        var last = _plan.EndsAt - OpenSince.To;
        while (_centre.Now < last)
        {
            var left = (_plan.Events - _centre.Position - (EventsPerOpen * (_plan.Open - _lives.Opened))) / EventsPerIncident;
            if (left < 1)
                yield break;
            yield return (last - _centre.Now) / left * Math.Min(4, -Math.Log(1 - _centre.Random.NextDouble()));
            Begin(_lives.Ordinary());
            if (_centre.Random.Next(2) == 0)
                Begin(_lives.Nuisance());
        }
    }

    private void Begin(IEnumerable<TimeSpan> life) => At(_centre.Now, new Next(life.GetEnumerator(), default));

    private void Muster()
    {
        _centre.Choose(Presets.City110, Admin);
        for (var i = 0; i < Stations; i++)
            _centre.Do(
                IncidentLives.Station(i),
                new RegisterStation($"{i + 1} 所", new GeoPoint(36.4 + (0.01 * i), 113), AreaClass.City, null),
                Admin);
        for (var i = 0; i < _units.Count; i++)
        {
            var station = IncidentLives.Station(i % Stations).Value;
            _centre.Do(
                _units[i],
                new RegisterUnit(_units[i].Value, "patrol", station, ["firstAid"], PastWords.Place(_centre.Random).Point),
                Admin);
            _centre.Do(_units[i], new SetDuty(true, ["王"], null, null), Admin);
        }
    }

    // What a silo's watch does: at the instant at which the state says that something is due.
    private void Fire(IncidentId id)
    {
        if (_centre.Find(id.Stream)?.DueAt <= _centre.Now)
            _centre.Do(id, FireClocks.Instance, Actor.System, _centre.NewCommand());
    }

    private void MarkBefore(DateTimeOffset now)
    {
        while (_mark + MarkInterval <= now)
        {
            _mark += MarkInterval;
            if (_mark + MarkInterval > now)
                _centre.Mark(_mark);
        }
    }

    private void At(DateTimeOffset when, Next next) => _queue.Enqueue(next, (when.UtcTicks, ++_order));

    private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));

    private readonly record struct Next(IEnumerator<TimeSpan>? Life, IncidentId Clocks);
}
