using System.Text;
using System.Text.Json;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Live;

namespace Tocsin.Tests.GatewayTests.Live;

/// <summary>Events of long ago, of a thing that was one's own then: what is told of them now.</summary>
public sealed class OldFrameTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    private static readonly LiveEvent s_note = new(
        new JournalPosition(7),
        new StreamId(StreamKind.Incident, "i1"),
        3,
        "NoteAdded",
        s_now,
        Encoding.UTF8.GetBytes(
            """{"position":7,"stream":"incident/i1","version":3,"actor":{"subject":"wang"},"data":{"text":"secret"},"hash":"ab"}"""));

    private static readonly BoardScope s_since = new("other", []);
    private static readonly BoardScope s_ever = new("own", [new ScopeUnit(UnitId.Of("U1"), "own", null)]);

    [Fact]
    public void Whom_the_thing_no_longer_concerns_is_told_that_something_happened_and_not_what()
    {
        foreach (var reader in new[] { Station("own"), new Actor("u", Roles.Unit, UnitId.Of("U1")) })
        {
            var told = DataOf(Frame(isOld: true), reader);
            Assert.Equal(("incident/i1", 3), (told.GetProperty("stream").GetString(), told.GetProperty("version").GetInt32()));
            foreach (var member in new[] { "actor", "data", "view" })
                Assert.Equal(JsonValueKind.Null, told.GetProperty(member).ValueKind);
        }
    }

    [Fact]
    public void Whom_it_concerns_now_is_told_everything()
    {
        foreach (var reader in new[] { Station("other"), new Actor("d", Roles.Dispatcher) })
            Assert.Equal("secret", DataOf(Frame(isOld: true), reader).GetProperty("data").GetProperty("text").GetString());
    }

    [Fact]
    public void The_event_that_takes_a_thing_away_is_told_to_whom_it_was_taken_from()
    {
        var told = DataOf(Frame(isOld: false), Station("own"));
        Assert.Equal("secret", told.GetProperty("data").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, told.GetProperty("view").ValueKind);
    }

    private static Frame Frame(bool isOld) => new(s_note, Encoding.UTF8.GetBytes("{}"), null, s_ever, s_since, isOld);

    private static Actor Station(string id) => new("s", Roles.Station, Station: id);

    private static JsonElement DataOf(Frame frame, Actor reader)
    {
        var filter = new FeedFilter(reader, null, null, PositionFilter.None, Presence: false);
        var text = Encoding.UTF8.GetString(frame.For(filter, s_now)!);
        var start = text.IndexOf("data: ", StringComparison.Ordinal) + "data: ".Length;
        return JsonDocument.Parse(text[start..].Trim()).RootElement;
    }
}
