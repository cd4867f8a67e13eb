using System.Globalization;
using Tocsin.Calls;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;

namespace Tocsin.Tests.Seeding.Lives;

/// <summary>
/// The lives of incidents and calls: each a row of commands with the time that passes before each, told one step at a time.
/// </summary>
internal sealed class IncidentLives(PastCentre centre, UnitPool units, int stations)
{
    private static readonly Actor CallTaker = new("li", Roles.CallTaker);
    private static readonly Actor Dispatcher = new("wang", Roles.Dispatcher);
    private int _day;
    private int _ofDay;

    /// <summary>How many incidents were made.</summary>
    public long Count { get; private set; }

    /// <summary>How many of those that stay open have begun.</summary>
    public int Opened { get; private set; }

    /// <summary>A call that is nobody's affair.</summary>
    public IEnumerable<TimeSpan> Nuisance()
    {
        var call = NewCall();
        yield return Seconds(10, 90);
        centre.Do(call, new DisposeCall(DispositionKind.Nuisance, null, null), CallTaker, centre.NewCommand());
        centre.End(call.Stream);
    }

    /// <summary>An incident from its call to its closing.</summary>
    public IEnumerable<TimeSpan> Ordinary()
    {
        var call = NewCall();
        yield return Seconds(25, 90);
        var id = Create(call);
        yield return Seconds(5, 60);
        var count = centre.Random.Next(5) == 0 ? 2 : 1;
        UnitId[]? sent;
        while ((sent = units.Take(count)) is null)
            yield return Seconds(20, 40);
        foreach (var wait in Attend(id, sent))
            yield return wait;
        yield return Seconds(300, 1_300);
        centre.Do(
            id,
            new GiveFeedback(
                sent[0],
                PastWords.Disposition(centre.Random),
                PastWords.Note(centre.Random),
                new Dictionary<string, double> { ["helped"] = centre.Random.Next(3) },
                null),
            Of(sent[0]),
            centre.NewCommand());
        yield return Seconds(20, 200);
        centre.Do(id, new ReportProgress(sent[0], AssignmentStage.Cleared, null, null), Of(sent[0]), centre.NewCommand());
        yield return Seconds(30, 600);
        centre.Do(id, new CloseIncident(PastWords.Disposition(centre.Random), null, null), Dispatcher, centre.NewCommand());
        units.Return(sent);
        centre.End(id.Stream);
    }

    /// <summary>An incident that is open to the end: with somebody on scene as long as there are units, then waiting.</summary>
    public IEnumerable<TimeSpan> StaysOpen()
    {
        Opened++;
        var call = NewCall();
        yield return Seconds(25, 90);
        var id = Create(call);
        yield return Seconds(5, 60);
        if (units.Hold() is not { } sent)
        {
            centre.Do(id, new AddNote(PastWords.Note(centre.Random)), Dispatcher, centre.NewCommand());
            yield break;
        }

        foreach (var wait in Attend(id, sent))
            yield return wait;
    }

    // A third is late on the way, so that clocks fire.
    private IEnumerable<TimeSpan> Attend(IncidentId id, UnitId[] sent)
    {
        centre.Do(id, new AssignUnits(sent, AssignMode.All, null), Dispatcher, centre.NewCommand(), keyed: true);
        yield return Seconds(4, 35);
        centre.Do(id, new ReportProgress(sent[0], AssignmentStage.Acknowledged, null, null), Of(sent[0]), centre.NewCommand());
        yield return Seconds(10, 60);
        foreach (var unit in sent)
            centre.Do(id, new ReportProgress(unit, AssignmentStage.EnRoute, null, null), Of(unit), centre.NewCommand());
        yield return Seconds(60, 330);
        centre.Do(id, new AddNote(PastWords.Note(centre.Random)), CallTaker, centre.NewCommand());
        yield return Seconds(5, 30);
        foreach (var unit in sent)
            centre.Do(id, new ReportProgress(unit, AssignmentStage.OnScene, null, null), Of(unit), centre.NewCommand());
    }

    private static Actor Of(UnitId unit) => new(unit.Value, Roles.Unit, unit);

    private CallId NewCall()
    {
        var by = centre.NewCommand();
        var id = CallId.Of(by.Derive(StreamKind.Call));
        centre.Do(id, new ReceiveCall(PastWords.CallerNumber(centre.Random), "110", null, centre.Now, null), CallTaker, by);
        return id;
    }

    private IncidentId Create(CallId call)
    {
        var by = centre.NewCommand();
        var id = IncidentId.Of(by.Derive(StreamKind.Incident));
        var station = Station(centre.Random.Next(stations)).Value;
        var create = new CreateIncident(
            call,
            PastWords.Category(centre.Random),
            centre.Random.Next(1, 5),
            PastWords.Place(centre.Random),
            PastWords.Narrative(centre.Random),
            station,
            false,
            null);
        centre.Do(id, create, CallTaker, by, keyed: true, NextNumber(), new Jurisdiction(station, AreaClass.City));
        centre.End(call.Stream);
        Count++;
        return id;
    }

    /// <summary>The id of a station.</summary>
    public static StationId Station(int number) => StationId.Of(string.Create(CultureInfo.InvariantCulture, $"S{number + 1:00}"));

    private string NextNumber()
    {
        var day = (int)(centre.Now.UtcTicks / TimeSpan.TicksPerDay);
        (_day, _ofDay) = day == _day ? (day, _ofDay + 1) : (day, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{centre.Now:yyMMdd}-{_ofDay:0000}");
    }

    private TimeSpan Seconds(int from, int to) => TimeSpan.FromMilliseconds(centre.Random.Next(from * 1000, to * 1000));
}
