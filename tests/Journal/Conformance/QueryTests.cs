using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Queries over the narrow rows that no list asks.</summary>
public abstract class QueryTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private static DateTimeOffset Noon => Conformance.Draft.Noon;

    [Fact]
    public async Task What_was_open_at_an_instant_had_been_received_and_not_yet_closed()
    {
        (string Id, int Received, int? Closed)[] incidents =
            [("still", 0, null), ("over", 0, 5), ("later", 6, null), ("between", 2, 9), ("then", 5, 6)];
        foreach (var (id, received, closed) in incidents)
        {
            await AddAsync(Rows.Incident(id) with
            {
                ReceivedAt = Noon.AddMinutes(received),
                Open = closed is null,
                ClosedAt = closed is { } c ? Noon.AddMinutes(c) : null,
            });
        }

        var found = await Queries.ListOpenAtAsync(Noon.AddMinutes(5), 100, Cancellation);
        Assert.Equal(["between", "still", "then"], found.Select(i => i.Value).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await Queries.ListOpenAtAsync(Noon.AddMinutes(5), 2, Cancellation)).Count);
        Assert.Empty(await Queries.ListOpenAtAsync(Noon.AddMinutes(-1), 100, Cancellation));
    }

    private Task<AppendResult> AddAsync(IncidentRow row) => CommitAsync(Draft().Event(row.Id.Stream, 0).Row(row));
}
