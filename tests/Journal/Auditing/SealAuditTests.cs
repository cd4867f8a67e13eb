using Tocsin.Auditing;
using Tocsin.Hosting;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;
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

        Assert.Equal([$"PositionGap  {end}", $"SealBroken  {end}"], await FoundAsync());
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
        var lost = (await StreamAsync(Three.Stream))[^1].Position;
        await Database.RunAsync($"delete from journal where stream = '{Three.Stream}'");
        await Database.RunAsync($"delete from board where stream = '{Three.Stream}'");

        Assert.Equal(
            [$"PositionGap  {lost.Value + 1}", $"SealBroken  {(await Journal.ReadEndAsync(Cancellation)).Position}"], await FoundAsync());
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
        Assert.Equal([FindingKind.SealForged], (await AuditAsync(SealKeys.Of(new Sealing.OneKey(2)))).Findings.Counts.Keys);
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
    public async Task A_journal_that_went_on_without_a_seal_is_told()
    {
        await SealAsync();
        var (begin, _) = await Journal.ReadEndAsync(Cancellation);
        for (var second = 0; second <= AuditLimits.UnsealedSeconds; second++)
            await Centre.DoAsync(A, new AddNote($"second {second}"));
        await Database.RunAsync(Database.IsShared
            ? $"update journal set recorded_at = recorded_at + (position - {begin}) * interval '1 second' where position > {begin}"
            : $"update journal set recorded_at = recorded_at + (position - {begin}) * 1000 where position > {begin}");

        var (end, _) = await Journal.ReadEndAsync(Cancellation);
        Assert.Contains($"Unsealed  {end}", await FoundAsync());
    }

    [Fact]
    public async Task The_public_key_alone_is_enough_and_nobody_can_seal_an_edit_with_it()
    {
        await SealAsync();
        Assert.Empty(await FoundAsync(PublicOnly));

        // Edited with its chain and its board row, and sealed anew by somebody who has the database and the public half.
        await RewriteAsync(A.Stream, 3, line => line.Replace("第一", "第二", StringComparison.Ordinal));
        await Database.RunAsync("delete from seal");
        using var stranger = new SealSigner(new Sealing.OneKey(2));
        var end = (await Journal.ReadEndAsync(Cancellation)).Position;
        var (count, digest) = await SealText.DigestAsync(Host.Seals.HeadsAsync(JournalPosition.Start, end, Cancellation), Cancellation);
        var seal = new Seal(new DateTimeOffset(2026, 5, 4, 13, 0, 1, TimeSpan.Zero), end, count, digest, [])
        {
            Previous = SealText.FirstHash.ToArray(),
        };
        Assert.True(await Host.Seals.TryAddSealAsync(stranger.Sign(seal), previous: null, Cancellation));

        Assert.Equal([$"SealForged  {end}"], await FoundAsync(PublicOnly));
    }

    [Fact]
    public async Task A_copy_of_what_is_there_finds_nothing_wherever_it_begins()
    {
        await SealAsync();
        await Centre.DoAsync(A, new AddNote("later"));
        await SealAsync();
        var lines = await LinesAsync();

        var report = await AuditAsync(PublicOnly, await CopyAsync(lines.Skip(1)));
        Assert.Equal((0, 1), (report.Findings.Told.Count, report.Counts.CopiedSeals));
        Assert.Null((await AuditAsync(PublicOnly)).Counts.CopiedSeals);
    }

    [Fact]
    public async Task The_newest_events_taken_away_with_their_seals_are_missed_by_a_copy_and_by_nothing_else()
    {
        await SealAsync();
        await Centre.DoAsync(A, new AddNote("last"));
        await SealAsync();
        var lines = await LinesAsync();
        var end = (await Journal.ReadEndAsync(Cancellation)).Position;
        await CutAsync(A.Stream);
        await Database.RunAsync($"delete from seal where position = {end}");
        if (Database.IsShared)
            await Database.RunAsync($"update journal_end set position = {end.Value - 1}");

        Assert.Empty(await FoundAsync());
        Assert.Equal([$"SealMissing  {end}", $"EventsMissing  {end.Value - 1}"], await FoundAsync(copy: await CopyAsync(lines)));

        // Going on hides nothing: the lost seal stays missing.
        await Centre.LoadAsync(A.Stream);
        await Centre.DoAsync(B, new AddNote("goes on"));
        await SealAsync();
        Assert.Equal([$"SealMissing  {end}"], await FoundAsync(copy: await CopyAsync(lines)));
    }

    [Fact]
    public async Task A_seal_that_was_made_anew_with_the_secret_differs_from_its_copy()
    {
        await SealAsync();
        var lines = await LinesAsync();
        await RewriteAsync(A.Stream, 3, line => line.Replace("第一", "第二", StringComparison.Ordinal));
        var seal = (await Host.Seals.LastSealAsync(Cancellation))!;
        await Database.RunAsync("delete from seal");
        var heads = Host.Seals.HeadsAsync(JournalPosition.Start, seal.Position, Cancellation);
        var (_, digest) = await SealText.DigestAsync(heads, Cancellation);
        using var signer = new SealSigner(Sealing.Keys);
        Assert.True(await Host.Seals.TryAddSealAsync(signer.Sign(seal with { Digest = digest }), previous: null, Cancellation));

        Assert.Empty(await FoundAsync());
        Assert.Equal([$"SealDiffers  {seal.Position}"], await FoundAsync(copy: await CopyAsync(lines)));
    }

    [Fact]
    public async Task A_copy_that_somebody_else_wrote_accuses_nobody()
    {
        await SealAsync();
        var end = (await Journal.ReadEndAsync(Cancellation)).Position;
        using var stranger = new SealSigner(new Sealing.OneKey(2));
        var invented = stranger.Sign((await Host.Seals.LastSealAsync(Cancellation))! with { Position = new(end.Value + 100) });

        Assert.Equal(
            ["CopyDamaged  ", $"CopyDamaged  {end.Value + 100}"],
            await FoundAsync(PublicOnly, await CopyAsync([SealText.Line(invented), "tocsin-seal-2 cut"])));
    }

    private static SealKeys PublicOnly
    {
        get
        {
            using var signer = new SealSigner(Sealing.Keys);
            return SealKeys.Of(signer.PublicPem, keys: null);
        }
    }

    private async Task<IReadOnlyList<string>> LinesAsync()
    {
        var lines = new List<string>();
        await foreach (var seal in Host.Seals.SealsAsync(after: null, Cancellation))
            lines.Add(SealText.Line(seal));
        return lines;
    }

    private static Task<SealCopy> CopyAsync(IEnumerable<string> lines) =>
        SealCopy.ReadAsync(new StringReader(string.Join('\n', lines)), Cancellation);
}
