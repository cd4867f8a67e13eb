using Tocsin.Commands;
using Tocsin.Directives;
using Tocsin.Hosting;
using Tocsin.Journal;
using static Tocsin.Tests.Rules.Cast;
using static Tocsin.Tests.Rules.Directives.Orders;

namespace Tocsin.Tests.Rules.Directives;

/// <summary>Whose affair a directive is.</summary>
public class DirectiveAccessTests
{
    [Theory]
    [InlineData("station", "north", true, true)]
    [InlineData("station", "south", false, false)]
    [InlineData("unit", "P1", true, true)]
    [InlineData("unit", "P2", false, false)]
    [InlineData("dispatcher", "x", true, true)]
    [InlineData("supervisor", "x", true, true)]
    [InlineData("callTaker", "x", true, false)]
    [InlineData("auditor", "x", true, false)]
    public void To_a_unit(string role, string own, bool reads, bool answers) => Check(ToUnit, "verify", role, own, reads, answers);

    [Theory]
    [InlineData("station", "north", true, true)]
    [InlineData("station", "south", false, false)]
    [InlineData("unit", "P1", false, false)]
    public void To_a_station(string role, string own, bool reads, bool answers) => Check(ToNorth, "verify", role, own, reads, answers);

    [Theory]
    [InlineData("station", "north", false, false)]
    [InlineData("callTaker", "li", true, true)]
    [InlineData("callTaker", "ma", true, false)]
    [InlineData("admin", "li", true, true)]
    [InlineData("admin", "ma", true, false)]
    [InlineData("dispatcher", "ma", true, true)]
    public void To_one_of_the_centres_people(string role, string own, bool reads, bool answers) =>
        Check(new DirectiveTo(null, null, "li"), "verify", role, own, reads, answers);

    [Theory]
    [InlineData("unit", "P2", true, false)]
    [InlineData("station", "south", false, false)]
    public void A_look_out_is_read_by_every_unit(string role, string own, bool reads, bool answers) =>
        Check(ToUnit, DirectiveKinds.LookOut, role, own, reads, answers);

    private static void Check(DirectiveTo to, string kind, string role, string own, bool reads, bool answers)
    {
        var centre = Manned();
        Done(centre.Do(D, Order with { To = [to], Kind = kind, ValidUntil = centre.In(600) }));
        var actor = role switch
        {
            Roles.Unit => new Actor("device", role, Identity.UnitId.Of(own)),
            Roles.Station => StationActor(own),
            _ => new Actor(own, role),
        };
        var definition = StreamDefinitions.Catalogue.Of(D.Stream);
        var row = new BoardRow(D.Stream, 1, new byte[32], new JournalPosition(1), centre.State(D.Stream).ToBoard());
        Assert.Equal(reads, definition.MayRead(row, actor, centre.Now));
        Assert.Equal(reads, definition.Board.Item!(row).Scope.MayBeSeenBy(actor, centre.Now));
        if (answers)
            Done(centre.Do(D, Signature(), actor));
        else
            Refused(RefusalCode.NotYours, centre.Do(D, Signature(), actor));
        Assert.Equal(answers, centre.Do(D, Report(), actor).Refusal is null);
    }
}
