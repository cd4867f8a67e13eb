using System.Globalization;
using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Tests.Simulation;

/// <summary>Orders to stations, units and people, and what becomes of them, by chance.</summary>
internal sealed class Orders(World world)
{
    /// <summary>How many orders are worked at; the oldest makes room.</summary>
    private const int Open = 24;

    /// <summary>The most recipients of one order.</summary>
    private const int MostRecipients = 3;

    /// <summary>The station that orders go to; it is there from the beginning.</summary>
    public static readonly StationId Station = StationId.Of("north");

    private static readonly Actor Dispatcher = new("wang", Roles.Dispatcher);

    // Short, so that a world of minutes sees all of them; the longest is over well within the hour that a world is watched afterwards.
    private static readonly DirectiveClockLimits Limits = new(40, null, 120, 900);

    private readonly List<(DirectiveId Id, DirectiveTo To)> _issued = [];
    private int _made;

    private Random Random => world.Scheduler.Random;

    /// <summary>The next command about an order.</summary>
    /// <param name="unit">A unit, for an order that goes to one, or on which it is sent.</param>
    /// <param name="incident">An incident, for an order that hangs on one; null: there is none yet.</param>
    public Deed Next(UnitId unit, IncidentId? incident) =>
        _issued.Count == 0 || Random.Next(4) == 0 ? Issue(unit, incident) : OfOne(unit);

    private Deed Issue(UnitId unit, IncidentId? incident)
    {
        var id = DirectiveId.Of(string.Create(CultureInfo.InvariantCulture, $"d{_made++}"));
        var handle = incident is not null && Random.Next(3) == 0;
        DirectiveTo[] to = handle
            ? [new DirectiveTo(Station, null, null)]
            : [.. Enumerable.Range(0, Random.Next(1, MostRecipients + 1)).Select(_ => Recipient(unit)).Distinct()];
        _issued.AddRange(to.Select((recipient, place) => (id.InGroup(place), recipient)));
        if (_issued.Count > Open)
            _issued.RemoveRange(0, _issued.Count - Open);
        var lookOut = !handle && Random.Next(3) == 0;
        var order = new IssueDirectives(
            to,
            handle ? DirectiveKinds.Handle : lookOut ? DirectiveKinds.LookOut : "verify",
            "words",
            null,
            [],
            [],
            Random.Next(4) == 0 ? null : Limits,
            lookOut ? world.Scheduler.Now.AddSeconds(Random.Next(20, 600)) : null,
            null,
            [],
            Random.Next(2) == 0,
            false,
            null,
            When(),
            handle || Random.Next(3) > 0 ? incident : null);
        return new Deed(id.Stream, order, Dispatcher, Keyed: Random.Next(4) > 0);
    }

    private Deed OfOne(UnitId unit)
    {
        var (id, to) = _issued[Random.Next(_issued.Count)];
        DirectiveCommand command = Random.Next(15) switch
        {
            > 11 => new SendOnDirective([unit], AssignMode.Any, When()),
            < 3 => new SignDirective(null, null, When()),
            < 6 => Report(),
            6 => new ConcludeDirective("good", null, null),
            7 => new RefuseDirective("not here", null),
            8 => new ReturnDirective("no place", [], 100, null),
            9 => new UrgeDirective("at once", null),
            10 => new TakeDirectiveEscalation(EscalationLevel.Station),
            _ => new WithdrawDirective("settled", null),
        };
        var byItself = command is SignDirective or RefuseDirective or SendOnDirective or ReportOnDirective && Random.Next(2) == 0;
        return new Deed(id.Stream, command, byItself ? Of(to) : Dispatcher, Keyed: Random.Next(4) > 0);
    }

    private ReportOnDirective Report()
    {
        var final = Random.Next(2) == 0;
        var next = final || Random.Next(2) == 0 ? (DateTimeOffset?)null : world.Scheduler.Now.AddSeconds(Random.Next(10, 200));
        return new ReportOnDirective("done", null, new Dictionary<string, double>(), final, next, null, null, When());
    }

    private DirectiveTo Recipient(UnitId unit) => Random.Next(3) switch
    {
        0 => new DirectiveTo(Station, null, null),
        1 => new DirectiveTo(null, unit, null),
        _ => new DirectiveTo(null, null, "li"),
    };

    private static Actor Of(DirectiveTo to) => to switch
    {
        { Unit: { } unit } => new Actor("device", Roles.Unit, unit),
        { Station: { } station } => new Actor("desk", Roles.Station, Station: station.Value),
        _ => new Actor(to.Subject!, Roles.Supervisor),
    };

    // Mostly now; else some time ago, or a little ahead.
    private DateTimeOffset? When() => Random.Next(3) > 0 ? null : world.Scheduler.Now.AddSeconds(Random.Next(-300, 3));
}
