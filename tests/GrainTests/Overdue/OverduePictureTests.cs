using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Overdue;
using Tocsin.StreamKinds;

namespace Tocsin.Tests.GrainTests.Overdue;

public sealed class OverduePictureTests
{
    private static readonly Actor Supervisor = new("li", Roles.Supervisor);

    [Fact]
    public void The_longest_late_stands_first_and_ties_go_by_id()
    {
        var list = Ask(Late.Picture(Late.Item("c", 5), Late.Item("b", 9), Late.Item("a", 9), Late.Item("d", 1)));

        Assert.Equal(["d", "c", "a", "b"], Ids(list));
        Assert.Equal([3599, 3595, 3591, 3591], list.Items.Select(i => i.LateSeconds));
    }

    [Fact]
    public void A_storm_is_counted_whatever_the_page()
    {
        var storm = Enumerable.Range(0, 5_000)
            .Select(i => Late.Item($"i{i}", 100 + (i % 7), i % 2 == 0 ? "north" : null, takenBy: i % 5 == 0 ? "li" : null))
            .Append(Late.Item("old", 1, "south", UnitId.Of("P1"), ClockStage.Turnout));

        var list = Ask(Late.Picture(storm), limit: 1);

        Assert.Equal(5_001, list.Total);
        Assert.Equal(
            [new OverdueGroup("south", 1, 1, 3599), new("north", 2_500, 2_000, 3500), new(null, 2_500, 2_000, 3500)], list.ByStation);
        Assert.Equal([new OverdueGroup("P1", 1, 1, 3599)], list.ByUnit);
        Assert.Equal([new OverdueGroup("turnout", 1, 1, 3599), new("assign", 5_000, 4_000, 3500)], list.ByStage);
        Assert.Equal(["old"], Ids(list));
    }

    [Fact]
    public void Pages_go_on_behind_the_last_item_while_others_come_and_go()
    {
        LateItem[] all =
        [
            .. Enumerable.Range(1, 10).Select(i => Late.Item($"i{i:00}", i / 2)),
            Late.Item("i03", 1, unit: UnitId.Of("P1"), stage: ClockStage.Turnout),
            Late.Item("i03", 1, unit: UnitId.Of("P2"), stage: ClockStage.Turnout),
        ];
        var (seen, cursor) = (new List<OverdueItem>(), (string?)null);
        for (var page = 0; page == 0 || cursor is not null; page++)
        {
            // Something worse comes before each page, and the last item seen is gone.
            var picture = Late.Picture(
                [
                    .. all.Where(i => seen.Count == 0 || i.Item with { LateSeconds = 0 } != seen[^1] with { LateSeconds = 0 }),
                    Late.Item($"new{page}", -1 - page),
                ]);
            var list = Ask(picture, limit: 3, cursor: cursor);
            seen.AddRange(list.Items.Where(i => !i.IncidentId!.Value.Value.StartsWith("new", StringComparison.Ordinal)));
            cursor = list.Next;
        }

        Assert.Equal(all.OrderBy(i => OverduePlace.Of(i.Item)).Select(i => i.Item), seen.Select(i => i with { LateSeconds = 0 }));
    }

    [Fact]
    public void A_station_sees_its_incidents_and_its_units()
    {
        var picture = Late.Picture(
            Late.Item("own", 1),
            Late.Item("unit", 2, "north", UnitId.Of("P1"), ClockStage.Turnout) with { OwnStation = "south" },
            Late.Item("other", 3, "south"),
            Late.Item("none", 4, station: null));

        Assert.Equal(["own", "unit"], Ids(Ask(picture, reader: new Actor("desk", Roles.Station, Station: "north"))));
        Assert.Equal(["unit", "other"], Ids(Ask(picture, reader: new Actor("desk", Roles.Station, Station: "south"))));
        Assert.Empty(Ids(Ask(picture, reader: new Actor("desk", Roles.Station))));
        Assert.Equal(4, Ask(picture).Total);
    }

    [Fact]
    public void A_filter_holds_for_items_total_and_groups()
    {
        var picture = Late.Picture(
            Late.Item("a", 1),
            Late.Item("b", 2, "south", UnitId.Of("P1"), ClockStage.Turnout),
            Late.Item("c", 3, "south", UnitId.Of("P2"), ClockStage.Turnout));

        var south = Ask(picture, station: "south");
        var one = Ask(picture, unit: "P1");

        Assert.Equal((2, 1, 2), (south.Total, south.ByStation.Count, south.ByUnit.Count));
        Assert.Equal(["b", "c"], Ids(south));
        Assert.Equal((1, 1), (one.Total, one.ByUnit.Count));
    }

    [Theory]
    [InlineData("AAAA")]
    [InlineData("")]
    [InlineData("MQ")]
    public void Another_lists_cursor_is_refused(string cursor)
    {
        var answer = Late.Picture().Answer(new OverdueFilter(null, null, cursor, 10), Supervisor);

        Assert.Equal(RefusalCode.Invalid, answer.Refusal!.Code);
        Assert.Equal("cursor", answer.Refusal.Errors[0].Field);
    }

    [Fact]
    public void The_longest_ids_fit_into_a_cursor()
    {
        var longest = new string('x', EntityIdRule.MaxLength);
        var place = OverduePlace.Of(Late.Item(longest, 1, unit: UnitId.Of(longest), stage: ClockStage.Turnout).Item);

        Assert.True(OverduePlace.TryRead(place.ToCursor(), out var read));
        Assert.Equal(place, read);
    }

    private static OverdueList Ask(
        OverduePicture picture, string? station = null, string? unit = null, string? cursor = null, int limit = 50, Actor? reader = null)
    {
        var answer = picture.Answer(new OverdueFilter(station, unit is null ? null : UnitId.Of(unit), cursor, limit), reader ?? Supervisor);
        Assert.Null(answer.Refusal);
        return TocsinJson.Read<OverdueList>(answer.Json);
    }

    private static IEnumerable<string> Ids(OverdueList list) => list.Items.Select(i => i.IncidentId!.Value.Value);
}
