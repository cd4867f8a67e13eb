using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Places;
using Tocsin.Stations;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Stations;

/// <summary>A station says what kind of party it is; who says nothing of that leaves it as it is.</summary>
public class BodyTests
{
    private static readonly StationId North = StationId.Of("north");
    private static readonly RegisterStation Content = new("North", new GeoPoint(36.5, 113), AreaClass.City, null);

    [Fact]
    public void A_body_needs_neither_place_nor_area()
    {
        var centre = Ready();
        var bare = Content with { Location = null, AreaClass = null };
        var decision = Done(centre.Do(North, Body(StationKind.Body, external: true, mayInstruct: true, phone: "0355", content: bare)));
        Assert.Equal(["station/north StationRegistered", "station/north StationChanged"], Kinds(decision));
        var view = centre.View(North);
        Assert.Equal((StationKind.Body, true, true, "0355"), (view.Kind, view.External, view.MayInstruct, view.Phone));
        Nothing(centre.Do(North, Body(StationKind.Body, external: true, mayInstruct: true, phone: "0355", content: bare)));
    }

    [Fact]
    public void What_a_command_does_not_say_stays_as_it_is()
    {
        var centre = Ready();
        Done(centre.Do(North, Body(StationKind.Body, external: true, phone: "0355")));
        Done(centre.Do(North, Content with { Name = "Northern" }));
        Nothing(centre.Do(North, new RegisterBody(new(Content with { Name = "Northern" }, null, default), null, null, null, default)));
        Done(centre.Do(North, new RetireStation(Content, true, default)));
        var view = centre.View(North);
        Assert.Equal((StationKind.Body, true, "0355", true), (view.Kind, view.External, view.Phone, view.Retired));
        Done(centre.Do(North, Body(StationKind.Station, external: false)));
        Assert.Equal((StationKind.Station, null), (centre.View(North).Kind, centre.View(North).Phone));
    }

    [Fact]
    public void A_plain_station_is_written_as_before()
    {
        var centre = Ready();
        Assert.Equal(["station/north StationRegistered"], Kinds(Done(centre.Do(North, Body(StationKind.Station)))));
        var changed = (IFormedEvent)Done(centre.Do(North, Content with { Name = "Northern" })).Events[0].Event;
        Assert.Equal(1, changed.Form);
        Assert.Equal(3, ((IFormedEvent)Done(centre.Do(North, Body(StationKind.Body))).Events[0].Event).Form);
    }

    [Fact]
    public void No_incident_goes_to_a_body()
    {
        var centre = Ready();
        Done(centre.Do(North, Content));
        Done(centre.Do(StationId.Of("south"), Body(StationKind.Body)));
        Done(centre.Do(C, Creation(station: "north")));
        Refused(RefusalCode.Invalid, "successor", centre.Do(
            North, new Retirement(new RetireStation(Content, true, new(StationId.Of("south"))), [C], Last: true)));
    }

    private static RegisterBody Body(
        StationKind? kind, bool? external = null, bool? mayInstruct = null, string? phone = null, RegisterStation? content = null) =>
        new(new RetireStation(content ?? Content, null, default), kind, external, mayInstruct, new(phone));
}
