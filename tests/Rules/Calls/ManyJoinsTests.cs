using Tocsin.Calls;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Calls;

/// <summary>What the thousandth caller of one incident costs.</summary>
public class ManyJoinsTests
{
    [Fact]
    public void The_thousandth_join_costs_about_what_the_first_did()
    {
        // Warm: what is made once is nobody's cost.
        Cost(Joined(20), 20);
        var first = Cost(Joined(20), 20);
        var last = Cost(Joined(1_000), 1_000);

        // Fold, view and rows: a reference for each caller is copied, 8 bytes; nothing else grows with them.
        Assert.InRange(last - first, 0, 1_000 * 8 * 2);
    }

    private static IncidentState Joined(int calls) => (IncidentState)Enumerable.Range(0, calls)
        .Aggregate(
            (IStreamState)Ready().State(A),
            (state, i) => state.Apply(new CallJoined(Caller(i), DispositionKind.Duplicate, Centre.Start), Centre.Start));

    private static long Cost(IncidentState state, int next)
    {
        var joined = new CallJoined(Caller(next), DispositionKind.Duplicate, Centre.Start);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var after = state.Apply(joined, Centre.Start);
        _ = after.ToBoard();
        after.AddRows(state, new NarrowRows());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static CallId Caller(int i) => CallId.Of($"caller-{i}");
}
