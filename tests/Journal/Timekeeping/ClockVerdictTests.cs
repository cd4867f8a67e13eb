using Tocsin.Journal.Timekeeping;

namespace Tocsin.Tests.Journal.Timekeeping;

/// <summary>Which clock is wrong, by how much, and who may serve. Seconds after an instant; -1: there is none.</summary>
public sealed class ClockVerdictTests
{
    private static readonly DateTimeOffset T = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(100, 100, 0, 100, 0, 0)]
    [InlineData(100, 105, 0, 100, 5, 0)]
    [InlineData(100, 105.5, 0, 100, 5.5, 0)]
    [InlineData(100, 107, 2, 100, 5, 0)]
    [InlineData(100, 100, 0, 104, 4, 4)]
    [InlineData(97, 100, 0, 104, 7, 4)]
    [InlineData(100, 100, 0, 3700, 0, 3600)]
    [InlineData(100, 110, 0, 3710, 10, 3600)]
    [InlineData(3700, 100, 0, 100, 0, 0)]
    [InlineData(100, -1, 0, 3700, 3600, 0)]
    [InlineData(100, -1, 0, 90, 0, 0)]
    [InlineData(100, 100, 0, -1, 0, 0)]
    [InlineData(100, -1, 0, -1, 0, 0)]
    public void By_how_much_which_clock_lies_behind(
        double process, double database, double uncertain, double recorded, double behind, double databaseBehind)
    {
        var verdict = ClockVerdict.Of(
            At(process)!.Value, At(database), TimeSpan.FromSeconds(uncertain), At(recorded));
        Assert.Equal((TimeSpan.FromSeconds(behind), TimeSpan.FromSeconds(databaseBehind)), (verdict.Behind, verdict.DatabaseBehind));
        Assert.Equal((behind <= 5, databaseBehind > 5), (verdict.IsReady, verdict.IsDatabaseWrong));
    }

    private static DateTimeOffset? At(double seconds) => seconds < 0 ? null : T.AddSeconds(seconds);
}
