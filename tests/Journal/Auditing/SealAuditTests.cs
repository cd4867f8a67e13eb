using Tocsin.Auditing;
using Tocsin.Hosting;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Tests.Journal.Conformance;

namespace Tocsin.Tests.Journal.Auditing;

/// <summary>Damage by somebody who knows how chains are made: only the seals show it.</summary>
public abstract class SealAuditTests(Func<Task<JournalDatabase>> create) : AuditTest(create)
{
    [Fact]
    public async Task An_edit_that_reckons_its_chain_anew_breaks_the_seal_over_it()
    {
        await SealAsync();
        await Centre.DoAsync(A, new AddNote("later"));
        await SealAsync();
        var sealedFirst = (await AuditAsync()).Counts.SealedTo.Value - 1;
        await RewriteAsync(A.Stream, 3, line => line.Replace("第一", "第二", StringComparison.Ordinal));

        // The second seal holds the head that the first one's edit moved, too.
        Assert.Equal([$"SealBroken  {sealedFirst}", $"SealBroken  {sealedFirst + 1}"], await FoundAsync());
    }

    [Fact]
    public async Task What_no_seal_covers_yet_can_be_edited_unseen()
    {
        await SealAsync();
        await Centre.DoAsync(A, new AddNote("later"));
        await RewriteAsync(A.Stream, Centre.States.Incident(A).Version, line => line.Replace("later", "never", StringComparison.Ordinal));

        Assert.Empty(await FoundAsync());
    }

    [Fact]
    public async Task A_last_event_taken_away_with_its_board_row_put_back_breaks_the_seal()
    {
        await Centre.DoAsync(A, new AddNote("last"));
        await Centre.DoAsync(B, new AddNote("behind"));
        await SealAsync();
        var end = (await Journal.ReadEndAsync(Cancellation)).Position;
        await CutAsync(A.Stream);

        Assert.Equal([$"SealBroken  {end}"], await FoundAsync());
    }

    [Fact]
    public async Task The_journals_last_event_taken_away_breaks_the_seal()
    {
        await Centre.DoAsync(A, new AddNote("last"));
        await SealAsync();
        var end = (await Journal.ReadEndAsync(Cancellation)).Position;
        await CutAsync(A.Stream);
        if (Database.IsShared)
            await Database.RunAsync($"update journal_end set position = {end.Value - 1}");

        Assert.Equal([$"SealBroken  {end}"], await FoundAsync());
    }

    [Fact]
    public async Task A_stream_lost_whole_breaks_the_seal()
    {
        await SealAsync();
        await Database.RunAsync($"delete from journal where stream = '{Three.Stream}'");
        await Database.RunAsync($"delete from board where stream = '{Three.Stream}'");

        Assert.Equal([$"SealBroken  {(await Journal.ReadEndAsync(Cancellation)).Position}"], await FoundAsync());
    }

    [Fact]
    public async Task A_seal_with_another_signature_is_forged_and_so_is_what_was_made_behind_it()
    {
        await SealAsync();
        await Centre.DoAsync(A, new AddNote("later"));
        await SealAsync();
        var end = (await Journal.ReadEndAsync(Cancellation)).Position.Value;
        await Database.RunAsync($"update seal set hmac = {Database.Blob(new byte[32])} where position = {end - 1}");

        Assert.Equal([$"SealForged  {end - 1}", $"SealForged  {end}"], await FoundAsync());
    }

    [Fact]
    public async Task A_seal_taken_away_is_missed_by_the_next()
    {
        await SealAsync();
        await Centre.DoAsync(A, new AddNote("later"));
        await SealAsync();
        var end = (await Journal.ReadEndAsync(Cancellation)).Position.Value;
        await Database.RunAsync($"delete from seal where position = {end - 1}");

        Assert.Equal([$"SealBroken  {end}", $"SealForged  {end}"], await FoundAsync());
    }

    [Fact]
    public async Task Another_secret_fits_no_seal()
    {
        await SealAsync();
        Assert.Equal([FindingKind.SealForged], (await AuditAsync(new Keys(2))).Findings.Counts.Keys);
    }

    [Fact]
    public async Task Seals_without_a_secret_cannot_be_checked()
    {
        await SealAsync();
        await using var snapshot = await Database.AuditAsync();
        var wrong = await Assert.ThrowsAsync<MisconfigurationException>(
            () => new JournalAudit(snapshot, keys: null, TimeProvider.System).RunAsync(Cancellation));
        Assert.StartsWith("Tocsin:SecretFile", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_went_on_for_minutes_without_a_seal_is_told()
    {
        await SealAsync();
        List<JournalPosition> noted = [];
        for (var minute = 0; minute <= AuditLimits.UnsealedMinutes; minute++)
            noted.Add((await Centre.DoAsync(A, new AddNote($"minute {minute}"))).LastPosition);
        for (var minute = 0; minute < noted.Count; minute++)
        {
            var shift = Database.IsShared ? $"recorded_at + interval '{minute} minutes'" : $"recorded_at + {minute * 60_000}";
            await Database.RunAsync($"update journal set recorded_at = {shift} where position = {noted[minute]}");
        }

        var (end, _) = await Journal.ReadEndAsync(Cancellation);
        Assert.Contains($"Unsealed  {end}", await FoundAsync());
    }
}
