namespace Tocsin.Tests.Journal.Auditing;

/// <summary>What only PostgreSQL's tables can show, or only they can be damaged in.</summary>
public sealed class PostgresAuditTests(PostgresFixture postgres) : AuditTest(postgres.ForSuiteAsync)
{
    [Fact]
    public async Task A_tail_cut_off_before_any_seal_is_missed_by_the_row_that_counts_positions()
    {
        var end = (await Journal.ReadEndAsync(Cancellation)).Position.Value;
        await CutAsync(B.Stream);

        Assert.Contains($"EndDiffers  {end - 1}", await FoundAsync());
    }

    [Fact]
    public async Task Two_incidents_with_one_number_are_both_told()
    {
        await Database.RunAsync("drop index incident_row_number");
        await Database.RunAsync($"update incident_row set number = (select number from incident_row where id = '{A}') where id = '{B}'");

        var found = await FoundAsync();
        Assert.Contains($"NumberTwice {A.Stream} ", found);
        Assert.Contains($"NumberTwice {B.Stream} ", found);
    }
}
