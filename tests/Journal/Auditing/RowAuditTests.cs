using System.Globalization;
using Tocsin.Auditing;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>Narrow rows and commands' rows that say something else than the events, or belong to none.</summary>
public abstract class RowAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    [Theory]
    [InlineData("incident", "priority = 4", "priority")]
    [InlineData("incident", "number = '260504-9999'", "number")]
    [InlineData("incident", "first_assigned_unit = 'no unit'", "firstAssignedUnit")]
    [InlineData("response", "en_route_at = null", "enRouteAt")]
    [InlineData("response", "unit = 'P3'", "unit")]
    [InlineData("call", "disposition_kind = 'prank'", "dispositionKind")]
    [InlineData("call", "search = ''", "search")]
    public async Task A_column_of_a_narrow_row_that_was_changed_is_named(string thing, string change, string name)
    {
        var stream = thing == "call" ? Ring.Stream : A.Stream;
        await Database.RunAsync(
            $"update {Database.Narrow(thing)} set {change} where {(thing == "response" ? "incident" : "id")} = '{stream.Id}'");

        var finding = Assert.Single(await ToldAsync());
        Assert.Equal((FindingKind.RowDiffers, stream.ToString()), (finding.Kind, finding.Stream));
        Assert.EndsWith($"its {thing} row 0 differs in {name}", finding.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incident")]
    [InlineData("response")]
    public async Task A_narrow_row_that_is_missing_is_told(string thing)
    {
        await Database.RunAsync($"delete from {Database.Narrow(thing)} where {(thing == "response" ? "incident" : "id")} = '{A}'");

        Assert.Equal([Line(FindingKind.RowMissing, A.Stream, (await StreamAsync(A.Stream))[^1].Position)], await FoundAsync());
    }

    [Fact]
    public async Task A_response_too_many_is_told()
    {
        await Database.RunAsync($"update {Database.Narrow("response")} set ordinal = 7 where incident = '{A}'");

        var last = (await StreamAsync(A.Stream))[^1].Position;
        Assert.Equal(
            [Line(FindingKind.RowMissing, A.Stream, last), Line(FindingKind.RowWithoutEvents, A.Stream, last)], await FoundAsync());
    }

    [Theory]
    [InlineData("incident", "id")]
    [InlineData("response", "incident")]
    [InlineData("call", "id")]
    public async Task A_narrow_row_of_nothing_is_told(string thing, string id)
    {
        await Database.RunAsync(
            $"update {Database.Narrow(thing)} set {id} = 'ghost' where {id} = '{(thing == "call" ? Ring.Value : A.Value)}'");

        Assert.Contains($"RowWithoutEvents {(thing == "call" ? "call" : "incident")}/ghost ", await FoundAsync());
    }

    [Theory]
    [InlineData("update board set listed_at = null where stream = '{0}'", "listedAt")]
    [InlineData("update board_text set text = 'else' where stream = '{0}'", "text")]
    [InlineData("delete from board_key where stream = '{0}'", "keys")]
    [InlineData("insert into claim (name, stream) values ('name', '{0}')", "claims")]
    public async Task How_lists_find_a_thing_is_compared(string change, string name)
    {
        await Database.RunAsync(string.Format(CultureInfo.InvariantCulture, change, A.Stream));

        var finding = Assert.Single(await ToldAsync());
        Assert.Equal((FindingKind.ListingDiffers, A.Stream.ToString()), (finding.Kind, finding.Stream));
        Assert.EndsWith($"how lists find it differs in {name}", finding.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version = 99")]
    [InlineData("stream = 'incident/ghost'")]
    public async Task A_commands_row_that_points_nowhere_is_told(string change)
    {
        await Database.RunAsync($"update command set {change} where stream = '{A.Stream}'");

        Assert.Equal([$"CommandNowhere {(change.StartsWith('v') ? A.Stream.ToString() : "incident/ghost")} "], await FoundAsync());
    }

    [Fact]
    public async Task A_keyed_command_that_changed_nothing_points_to_what_stood()
    {
        var keyed = Draft().Head(A.Stream, Centre.States.Incident(A).Version).Keyed();
        Assert.Equal(AppendOutcome.Committed, (await AppendAsync(keyed)).Outcome);

        Assert.Empty(await FoundAsync());
    }
}
