using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Places;
using Tocsin.Stations;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Stations;

public class StationTests
{
    private const string Square = """{"type":"Polygon","coordinates":[[[113,36],[114,36],[114,37],[113,36]]]}""";

    private static readonly StationId North = StationId.Of("north");

    private static readonly RegisterStation Command = new("North", new GeoPoint(36.5, 113), AreaClass.City, Square);

    [Fact]
    public void A_station_is_registered_changed_or_stands()
    {
        var centre = new Centre();
        Assert.Equal(["station/north StationRegistered"], Kinds(Done(centre.Do(North, Command))));
        Nothing(centre.Do(North, Command));
        Nothing(centre.Do(North, Command with { Area = Square.Replace(",", " , ", StringComparison.Ordinal) }));
        Assert.Equal(["station/north StationChanged"], Kinds(Done(centre.Do(North, Command with { Area = null }))));
        Nothing(centre.Do(North, Command with { Area = null }));
        Done(centre.Do(North, Command with { AreaClass = AreaClass.Countryside }));
        var view = centre.View(North);
        Assert.Equal(("North", AreaClass.Countryside, 3), (view.Name, view.AreaClass!.Value, view.Version));
    }

    [Fact]
    public void Its_area_is_shown_as_it_was_given()
    {
        var centre = new Centre();
        Done(centre.Do(North, Command));
        Assert.Equal(Square, centre.View(North).Area!.Value.GetRawText());
        Assert.True(centre.State(North.Stream).ToBoard().Open);
    }

    [Fact]
    public void An_area_that_is_no_JSON_is_invalid() =>
        Refused(RefusalCode.Invalid, "area", new Centre().Do(North, Command with { Area = "{" }));
}
