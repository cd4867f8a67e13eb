using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using Tocsin.Auditing;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;
using Tocsin.Tests.Support.Waiting;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>
/// The seals: one in each second in which something was written, each behind the other, and none holds once something before it changes.
/// </summary>
public abstract class SealTests(Func<Task<JournalDatabase>> create) : ConformanceTest(create)
{
    private static readonly DateTimeOffset Begin = new(2026, 5, 4, 12, 0, 30, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Begin.AddMilliseconds(400));

    private static string PublicPem
    {
        get
        {
            using var signer = new SealSigner(Sealing.Keys);
            return signer.PublicPem;
        }
    }

    [Fact]
    public async Task A_second_is_sealed_once_and_says_how_many_streams_moved()
    {
        var sealer = Sealing.Of(Host, _clock);
        await CommitAsync(Draft().Event(Unit("a"), 0).Event(Unit("b"), 0));
        var last = await CommitAsync(Draft().Event(Unit("a"), 1));

        var seal = await sealer.SealAsync(Cancellation);
        Assert.Equal((Begin, last.LastPosition, 2, true), (seal!.At, seal.Position, seal.Count, seal.IsSigned));

        await CommitAsync(Draft().Event(Unit("a"), 2));
        Assert.Null(await sealer.SealAsync(Cancellation));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((Begin.AddSeconds(1), 1), await sealer.SealAsync(Cancellation) is { } next ? (next.At, next.Count) : default);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task While_nothing_is_written_nothing_is_sealed()
    {
        var sealer = Sealing.Of(Host, _clock);
        Assert.Null(await sealer.SealAsync(Cancellation));
        await CommitAsync(Draft().Event(Unit("a"), 0));
        Assert.NotNull(await sealer.SealAsync(Cancellation));
        foreach (var silo in (Sealer[])[sealer, Sealing.Of(Host, _clock)])
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Null(await silo.SealAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Of_many_silos_one_seals_the_second()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0));
        var silos = Enumerable.Range(0, 6).Select(_ => Sealing.Of(Host, _clock)).ToList();
        var seals = await Task.WhenAll(silos.Select(silo => Task.Run(() => silo.SealAsync(Cancellation))));
        Assert.Single(seals, seal => seal is not null);
    }

    [Fact]
    public async Task Of_several_seals_behind_one_seal_one_is_added()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0));
        var first = await Sealing.Of(Host, _clock).SealAsync(Cancellation);
        var others = Enumerable.Range(1, 12).Select(i => first! with { At = first.At.AddMinutes(i) }).ToList();
        for (var round = 0; round < others.Count; round += 4)
        {
            var last = await Host.Seals.LastSealAsync(Cancellation);
            var added = await Task.WhenAll(
                others.Skip(round).Take(4).Select(seal => Task.Run(() => Host.Seals.TryAddSealAsync(seal, last, Cancellation).AsTask())));
            Assert.Single(added, yes => yes);
        }
    }

    [Fact]
    public async Task A_silo_whose_clock_was_ahead_does_not_keep_the_others_from_sealing_once_it_is_gone()
    {
        var ahead = new FakeTimeProvider(Begin.AddHours(1));
        var other = Sealing.Of(Host, _clock);
        await CommitAsync(Draft().Event(Unit("a"), 0));
        Assert.NotNull(await Sealing.Of(Host, ahead).SealAsync(Cancellation));

        await CommitAsync(Draft().Event(Unit("a"), 1));
        Assert.Null(await other.SealAsync(Cancellation));
        _clock.Advance(SealLimits.AheadFor);
        Assert.Equal(Begin.AddHours(1).AddSeconds(1), (await other.SealAsync(Cancellation))?.At);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task Seals_of_earlier_silos_and_signed_ones_stand_in_one_chain()
    {
        var silo = Sealing.Of(Host, _clock);
        var version = 0;
        foreach (var form in "ooNNooNoN")
        {
            await CommitAsync(Draft().Event(Unit("a"), version++));
            _clock.Advance(TimeSpan.FromMinutes(1));
            if (form == 'o')
                await SealAsBeforeAsync();
            else
                Assert.True((await silo.SealAsync(Cancellation))!.IsSigned);
        }

        Assert.Equal([.. "ooNNooNoN".Select(f => f == 'N')], await SignedAsync());
        await AssertSoundAsync();
        var alone = await AuditAsync(SealKeys.Of(PublicPem, keys: null));
        Assert.Empty(Seals(alone));
        Assert.Equal((5, 9, version), (alone.Counts.UncheckedSeals, alone.Counts.Seals, alone.Counts.SealedTo.Value));
    }

    [Fact]
    public async Task A_seal_by_hmac_that_was_changed_shows_at_the_signed_one_behind_it()
    {
        await CommitAsync(Draft().Event(Unit("a"), 0));
        await SealAsBeforeAsync();
        await CommitAsync(Draft().Event(Unit("a"), 1));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await Sealing.Of(Host, _clock).SealAsync(Cancellation));
        await Database.RunAsync($"UPDATE seal SET hmac = {Database.Blob(new byte[32])} WHERE position = 1");

        Assert.Equal(["SealForged 2"], Seals(await AuditAsync(SealKeys.Of(PublicPem, keys: null))));
    }

    [Fact]
    public async Task While_a_member_knows_no_signed_seals_they_are_made_by_hmac()
    {
        var version = 0;
        foreach (var signed in (bool[])[true, false, false, true])
        {
            await CommitAsync(Draft().Event(Unit("a"), version++));
            var seal = await Sealing.Of(Host, _clock, signed).SealAsync(Cancellation);
            Assert.Equal((signed, signed ? 64 : 32), (seal!.IsSigned, seal.Signature.Length));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        await AssertSoundAsync();
    }

    [Fact]
    public async Task What_is_sealed_beside_the_journal_stands_in_each_seal_and_is_sealed_when_it_moves_alone()
    {
        var part = new Part("access");
        var sealer = Sealing.Of(Host, _clock, signed: true, new Part("zones") { Digest = Part.Filled(9) }, part);
        await CommitAsync(Draft().Event(Unit("a"), 0));
        Assert.Equal(["zones"], SealParts.Read((await sealer.SealAsync(Cancellation))!.Parts).Keys);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await sealer.SealAsync(Cancellation));
        part.Digest = Part.Filled(1);
        var moved = await sealer.SealAsync(Cancellation);
        Assert.Equal(0, moved!.Count);
        Assert.Equal(Part.Filled(1), SealParts.Read(moved.Parts)["access"]);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await sealer.SealAsync(Cancellation));
        await CommitAsync(Draft().Event(Unit("a"), 1));
        Assert.Equal(moved.Parts, (await sealer.SealAsync(Cancellation))!.Parts);
        await AssertSoundAsync();

        await Database.RunAsync("UPDATE seal SET parts = replace(parts, '01', '02')");
        Assert.Contains("SealForged 1", Seals(await AuditAsync(SealKeys.Of(Sealing.Keys))));
    }

    [Fact]
    public async Task A_silo_that_looks_slowly_seals_nothing_older_than_the_seal_that_another_made_meanwhile()
    {
        var (access, seen) = (new Part("access") { Digest = Part.Filled(1) }, new Part("access") { Digest = Part.Filled(1) });
        var (other, slow) = (Sealing.Of(Host, _clock, signed: true, access), Sealing.Of(Host, _clock, signed: true, seen));
        await CommitAsync(Draft().Event(Unit("a"), 0));
        Assert.NotNull(await other.SealAsync(Cancellation));

        // While the slow one looks at the parts, having read the journal's end, the other one seals.
        _clock.Advance(TimeSpan.FromSeconds(1));
        seen.Meanwhile = async () =>
        {
            await CommitAsync(Draft().Event(Unit("a"), 1));
            access.Digest = Part.Filled(2);
            Assert.NotNull(await other.SealAsync(Cancellation));
            await CommitAsync(Draft().Event(Unit("b"), 0));
            seen.Digest = Part.Filled(3);
            _clock.Advance(TimeSpan.FromSeconds(1));
        };
        var seal = await slow.SealAsync(Cancellation);
        Assert.Equal((3, 1), (seal!.Position.Value, seal.Count));
        Assert.Equal(Part.Filled(3), SealParts.Read(seal.Parts)["access"]);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task While_a_part_cannot_be_read_nothing_is_sealed_and_nothing_is_left_out()
    {
        var part = new Part("access") { IsAway = true };
        var sealer = Sealing.Of(Host, _clock, signed: true, part);
        await CommitAsync(Draft().Event(Unit("a"), 0));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => sealer.SealAsync(Cancellation));

        (part.IsAway, part.Digest) = (false, Part.Filled(1));
        Assert.Equal(["access"], SealParts.Read((await sealer.SealAsync(Cancellation))!.Parts).Keys);
    }

    [Fact]
    public async Task While_nothing_can_be_sealed_it_shows_for_how_long()
    {
        var part = new Part("access") { IsAway = true };
        using var sealer = Sealing.Of(Host, _clock, signed: true, part);
        await sealer.StartAsync(Cancellation);
        await Until.HoldsAsync("it shows", () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Unsealed() > 5;
        });
        part.IsAway = false;
        await Until.HoldsAsync("all is sealed", () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Unsealed() == 0;
        });
        await sealer.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_seal_does_not_hold_once_an_event_before_it_was_changed_with_its_hash()
    {
        await ThreeSealsAsync();
        await AssertSoundAsync();
        await Database.RunAsync("UPDATE journal SET hash = (SELECT hash FROM journal WHERE position = 1) WHERE position = 2");
        Assert.Equal(["SealBroken 2"], Seals(await AuditAsync(SealKeys.Of(Sealing.Keys))));
    }

    [Fact]
    public async Task A_seal_that_was_taken_away_is_missed_by_the_next()
    {
        await ThreeSealsAsync();
        await Database.RunAsync("DELETE FROM seal WHERE position = 2");
        Assert.Contains("SealForged 3", Seals(await AuditAsync(SealKeys.Of(PublicPem, keys: null))));
    }

    [Fact]
    public async Task Without_the_key_no_seal_can_be_made()
    {
        await ThreeSealsAsync();
        Assert.Equal(
            ["SealForged 1", "SealForged 2", "SealForged 3"], Seals(await AuditAsync(SealKeys.Of(new Sealing.OneKey(2)))));
    }

    private async Task ThreeSealsAsync()
    {
        var sealer = Sealing.Of(Host, _clock);
        for (var version = 0; version < 3; version++)
        {
            await CommitAsync(Draft().Event(Unit("a"), version));
            Assert.NotNull(await sealer.SealAsync(Cancellation));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>What a silo of an earlier version does at a full minute: it knows five columns, and its own way to add a row.</summary>
    private async Task SealAsBeforeAsync()
    {
        var now = _clock.GetUtcNow();
        var minute = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var previous = await Host.Seals.LastSealAsync(Cancellation);
        var (end, _) = await Journal.ReadEndAsync(Cancellation);
        var heads = Host.Seals.HeadsAsync(previous?.Position ?? JournalPosition.Start, end, Cancellation);
        var (count, digest) = await SealText.DigestAsync(heads, Cancellation);
        var mac = SealText.Hmac(Sealing.Keys.KeyFor(""), minute, end, count, digest, previous);
        var values = $"{Database.Time(minute)}, {end}, {count}, {Database.Blob(digest)}, {Database.Blob(mac)}";
        var behind = previous is null ? "null" : Database.Time(previous.At);
        await Database.RunAsync(Database.IsShared
            ? $"select add_seal_1({values}, {behind})"
            : $"INSERT INTO seal (minute, position, count, digest, hmac) VALUES ({values})");
        Assert.Equal(minute, (await Host.Seals.LastSealAsync(Cancellation))!.At);
    }

    private async Task AssertSoundAsync() => Assert.Empty(Seals(await AuditAsync(SealKeys.Of(Sealing.Keys))));

    private async Task<AuditReport> AuditAsync(SealKeys keys)
    {
        await using var snapshot = await Database.AuditAsync();
        return await new JournalAudit(snapshot, keys, TimeProvider.System).RunAsync(Cancellation);
    }

    private async Task<IReadOnlyList<bool>> SignedAsync()
    {
        var signed = new List<bool>();
        await foreach (var seal in Host.Seals.SealsAsync(after: null, Cancellation))
            signed.Add(seal.IsSigned);
        return signed;
    }

    // The events here are of no rule; other checks find that.
    private static IEnumerable<string> Seals(AuditReport report) => report.Findings.Told
        .Where(f => f.Kind is FindingKind.SealBroken or FindingKind.SealForged or FindingKind.Unsealed)
        .Select(f => $"{f.Kind} {f.Position}");

    // The longest of all sealers of this process.
    private static double Unsealed()
    {
        var seconds = 0d;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name == "tocsin.journal.unsealed")
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => seconds = Math.Max(seconds, value));
        listener.Start();
        listener.RecordObservableInstruments();
        return seconds;
    }

    private sealed class Part(string name) : ISealedPart
    {
        public string Name => name;

        public byte[]? Digest { get; set; }

        public bool IsAway { get; set; }

        public static byte[] Filled(byte value) => [.. Enumerable.Repeat(value, 32)];

        /// <summary>Happens once, after it was read and before that is told.</summary>
        public Func<Task>? Meanwhile { get; set; }

        public async ValueTask<byte[]?> DigestAsync(CancellationToken cancellation)
        {
            var digest = IsAway ? throw new JournalUnavailableException("It is away.") : Digest;
            (var meanwhile, Meanwhile) = (Meanwhile, null);
            if (meanwhile is not null)
                await meanwhile();
            return digest;
        }
    }
}
