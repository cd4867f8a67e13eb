using Tocsin.Access;
using Tocsin.Json;
using Tocsin.Recording;

namespace Tocsin.Tests.GatewayTests.Recording;

public sealed class AccessLinesTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly AccessNote Read =
        new("getCall", "wang", "dispatcher", "10.0.0.7", "call/c1", PersonalFields.Of("callerNumber"));

    private readonly AccessLines _lines = new(new byte[32]);

    [Fact]
    public void An_item_says_who_looked_at_what_from_where_and_what_was_shown() => Assert.Equal(
        """{"at":"2026-05-04T12:00:00.000Z","subject":"wang","role":"dispatcher","from":"10.0.0.7","thing":"call/c1","""
            + "\"what\":\"getCall\",\"shown\":[\"callerNumber\"],\"allowed\":true,\"query\":null,\"times\":1}",
        Lines(Read).Single());

    [Fact]
    public void Reads_that_are_alike_are_an_item_each() => Assert.Equal(2, Lines(Read, Read).Length);

    [Fact]
    public void Refusals_that_are_alike_are_one_item_with_their_number()
    {
        var items = Lines(Read with { Allowed = false }, Read with { Allowed = false, Subject = "li" }, Read with { Allowed = false })
            .Select(TocsinJson.Read<AccessItem>);
        Assert.Equal([("wang", 2), ("li", 1)], items.Select(i => (i.Subject!, i.Times)));
    }

    [Fact]
    public void Words_are_a_digest_that_only_the_key_makes_and_that_their_case_does_not_change()
    {
        var (one, same, other) = (Query(_lines, "Zhang San"), Query(_lines, " zhang san"), Query(_lines, "Li Si"));
        Assert.Equal(32, one!.Length);
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
        Assert.NotEqual(one, Query(new AccessLines([.. Enumerable.Repeat((byte)1, 32)]), "Zhang San"));
        Assert.Null(Query(AccessLines.Keyless, "Zhang San"));
    }

    private static string? Query(AccessLines lines, string words) =>
        TocsinJson.Read<AccessItem>(lines.Of([(At, Read with { Search = words })]).Single().Line).Query;

    private string[] Lines(params AccessNote[] notes) => [.. _lines.Of([.. notes.Select(n => (At, n))]).Select(l => l.Line)];
}
